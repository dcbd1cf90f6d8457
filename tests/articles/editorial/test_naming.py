"""The names the archive knows, as they stand now, and the tags it proposes when a text changes."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from articles import editorial
from articles.editorial.naming import Found, KnownNames, _lines, years_warning
from articles.models import Article, Suggestion, TaggedEntity
from entities.models import Name, Relation
from tests.factories import make_article, make_entity, make_user
from tests.processes import colleagues

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_user()


def suggested(article) -> dict[str, tuple[str, str, int, bool]]:
    """Return what is suggested for ``article``: by slug, the answer, the name found, how often, whether it is ambiguous."""
    return {s.entity.slug: (s.answer, s.found, s.count, s.is_ambiguous) for s in article.suggestions.select_related("entity")}


def test_a_draft_whose_text_is_saved_is_proposed_the_entities_it_names(by):
    make_entity("Kazakhstan")
    make_entity("Georgia")
    make_entity("Georgia", slug="georgia-united-states", kind="place")
    article = make_article(body="Nothing yet.")

    editorial.save_draft(article, by=by, body="Kazakhstan’s minister went to Georgia and back to Kazakhstan.")

    assert suggested(article) == {
        "kazakhstan": ("open", "Kazakhstan", 2, False),
        "georgia": ("open", "Georgia", 1, True),
        "georgia-united-states": ("open", "Georgia", 1, True),
    }


def test_a_no_is_remembered_however_often_the_text_is_saved_and_revised(by):
    entity = make_entity("Kazakhstan")
    article = make_article(body="A first text.")
    editorial.save_draft(article, by=by, body="Kazakhstan is named.")
    editorial.answer(Suggestion.objects.get(), by=by, accept=False)

    editorial.save_draft(article, by=by, body="Kazakhstan is named twice: Kazakhstan.")
    editorial.publish(article, by=by)
    editorial.revise(article, by=by, reason="A slip.", body="Kazakhstan, Kazakhstan and Kazakhstan.")

    assert suggested(article) == {"kazakhstan": ("refused", "Kazakhstan", 1, False)}
    assert list(article.tagged_entities.filter(tag=entity)) == []


def test_a_yes_stays_when_the_name_leaves_the_text_and_an_open_proposal_goes(by):
    for name in ("Kazakhstan", "Russia", "China"):
        make_entity(name)
    article = make_article(body="A first text.")
    editorial.save_draft(article, by=by, body="Kazakhstan, Russia.")
    editorial.answer(Suggestion.objects.get(entity__slug="kazakhstan"), by=by, accept=True)

    editorial.save_draft(article, by=by, body="Only China is named.")

    assert suggested(article) == {"kazakhstan": ("accepted", "Kazakhstan", 1, False), "china": ("open", "China", 1, False)}
    assert list(article.tagged_entities.values_list("tag__slug", flat=True)) == ["kazakhstan"]


def test_what_an_editor_tagged_by_hand_is_not_proposed(by):
    article = make_article(body="A first text.")
    TaggedEntity.objects.create(content_object=article, tag=make_entity("Kazakhstan"))

    editorial.save_draft(article, by=by, body="Kazakhstan is named.")

    assert suggested(article) == {}


def test_a_revision_that_leaves_the_text_proposes_nothing(by):
    article = make_article(body="Kazakhstan is named.", state="published", by=by)
    make_entity("Kazakhstan")

    editorial.revise(article, by=by, reason="A subtitle.", changes={"subtitle": "In short"})

    assert suggested(article) == {}


def test_a_name_added_or_taken_away_is_noticed_at_once():
    entity = make_entity("Kazakhstan")
    before = [found.slug for found in KnownNames.current().in_text("Казахстан")]
    name = Name.objects.create(entity=entity, text="Казахстан", language="ru", kind="preferred")
    between = [found.slug for found in KnownNames.current().in_text("Казахстан")]
    name.delete()

    assert (before, between, KnownNames.current().in_text("Казахстан")) == ([], ["kazakhstan"], [])


def test_names_are_made_ready_once_while_nobody_changes_one(django_assert_num_queries):
    make_entity("Kazakhstan")
    known = KnownNames.current()

    with django_assert_num_queries(1):
        assert KnownNames.current() is known


def test_names_read_in_a_transaction_that_is_undone_are_not_kept():
    entity = make_entity("Kazakhstan")
    with transaction.atomic():
        Name.objects.create(entity=entity, text="Steppeland", language="en", kind="short")
        within = len(KnownNames.current().in_text("Steppeland"))
        transaction.set_rollback(True)

    assert (within, KnownNames.current().in_text("Steppeland")) == (1, [])


# Years of use

DAY = dt.date(2020, 5, 1)


def years(names, text, written):
    entity = make_entity("Capital", "place")
    for text_, begin, end in names:
        Name.objects.create(entity=entity, text=text_, language="en", kind="former", from_year=begin, to_year=end)
    return [found.out_of_use for found in KnownNames.load().in_text(text, written=written)]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ((DAY, DAY), "“Astana” (1998–2019, 2022–)"),
        ((dt.date(1990, 1, 1), dt.date(1990, 12, 31)), "“Astana” (1998–2019, 2022–)"),
        ((dt.date(2019, 1, 1), dt.date(2020, 12, 31)), ""),
        ((dt.date(2014, 2, 5), dt.date(2014, 2, 5)), ""),
        ((dt.date(2030, 1, 1), dt.date(2030, 1, 1)), ""),
        (None, ""),
    ],
)
def test_a_name_is_held_against_all_the_years_it_was_in_use(written, said):
    assert years([("Astana", 1998, 2019), ("Astana", 2022, None)], "In Astana.", written) == [said]


def test_a_name_without_years_is_of_any_time():
    assert years([("Tselinograd", None, None)], "In Tselinograd.", (DAY, DAY)) == [""]


def test_one_sentence_warns_of_all_names_out_of_their_years():
    found = [
        Found(1, "a", "Astana", 1, False, "“Astana” (1998–2019)"),
        Found(2, "b", "X", 1, False),
        Found(3, "c", "Z", 1, False, "“USSR” (1922–1991)"),
    ]

    assert years_warning(found, "2020-05-01") == (
        "The text is dated 2020-05-01, and these names were in use in other years: “Astana” (1998–2019), “USSR” (1922–1991). Check date and tags."
    )
    assert years_warning(found[1:2], "2020-05-01") == ""


PAGE = """Flights resume in the north

By Aigerim Sadykova

{date}

{first} is open again, the ministry said, and flights to the north of the country resume on Monday after a week of storms.

Passengers who were waiting in the terminal were given tea and a place to sleep, the airport said in a statement on Sunday evening.

Share this on Kazakhstan Facebook
"""


@pytest.mark.parametrize(("date", "codes"), [("5 May 2020", []), ("5 May 2010", ["years-of-use"])])
def test_an_imported_text_older_than_a_name_in_it_is_warned_of(date, codes):
    entity = make_entity("Capital", "place")
    Name.objects.create(entity=entity, text="Nur-Sultan", language="en", kind="former", from_year=2019, to_year=2022)
    data = PAGE.format(date=date, first="Nur-Sultan").encode()

    prepared = editorial.prepare("a.txt", data, names=KnownNames.load(), today=dt.date(2026, 1, 1))

    assert [doubt.code for doubt in prepared.draft.doubts if doubt.code == "years-of-use"] == codes
    assert [found.slug for found in prepared.found] == ["capital"]


def test_a_name_in_what_was_removed_does_not_count():
    make_entity("Kazakhstan")
    make_entity("Astana", "place")
    data = PAGE.format(date="5 May 2020", first="Astana").replace("Share this on Kazakhstan Facebook", "Share on Facebook\nTags: Kazakhstan").encode()

    prepared = editorial.prepare("a.txt", data, names=KnownNames.load(), today=dt.date(2026, 1, 1))

    assert "Kazakhstan" in "".join(prepared.draft.text_layer[r.start : r.end] for r in prepared.draft.removed)
    assert [found.slug for found in prepared.found] == ["astana"]


# Two processes

KNOWN = """
from articles.editorial.naming import KnownNames
known = KnownNames.current()
return [found.slug for found in known.in_text(text)], id(known)
"""


@pytest.mark.processes
def test_an_edit_by_another_process_is_noticed(own_archive):
    with colleagues(own_archive, 2) as (reader, editor):
        editor.ask('make_entity("Kazakhstan")')
        first, again = (reader.ask(KNOWN, text="Steppeland and Kazakhstan") for _ in range(2))
        editor.ask('make_entity("Steppeland")')
        edited = reader.ask(KNOWN, text="Steppeland and Kazakhstan")

    assert [first[0], edited[0]] == [["kazakhstan"], ["steppeland", "kazakhstan"]]
    assert first == again


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("Georgia sent two.", {"georgia": "the name of several", "georgia-us": "the name of several"}),
        ("The Bank of Georgia, and later Georgia itself.", {"georgia": "part of a longer name", "georgia-us": "part of a longer name"}),
        ("Ivan Tokayev, a farmer.", {"tokayev": "may be another of that surname"}),
        ("Ivan Tokayev met Tokayev.", {"tokayev": ""}),
    ],
)
def test_why_a_name_is_doubtful_is_kept_with_what_is_suggested(by, text, doubts):
    make_entity("Georgia")
    make_entity("Georgia", slug="georgia-us", kind="place")
    make_entity("Tokayev", "person")
    article = make_article(body="Nothing yet.")

    editorial.save_draft(article, by=by, body=text)

    assert dict(article.suggestions.values_list("entity__slug", "doubt")) == doubts


def test_an_office_and_a_name_of_other_years_are_told_when_the_text_or_its_date_changes(by):
    man, state = make_entity("Tokayev", "person"), make_entity("Kazakhstan")
    city = make_entity("Nur-Sultan", "place")
    Name.objects.filter(entity=city).update(from_year=2019, to_year=2022)
    Relation.objects.create(subject=man, kind="holds office", object=state, title="Prime Minister", began_on="1999-10", ended_on="2002-01")
    Relation.objects.create(subject=man, kind="holds office", object=state, title="President", began_on="2019-03-20")
    article = make_article(body="Nothing yet.", published_on="2014-02-05")

    editorial.save_draft(article, by=by, body="President Tokayev came to Nur-Sultan, a former Prime Minister.")
    editorial.answer(article.suggestions.get(entity=man), by=by, accept=True)

    told = {"tokayev": "“President Tokayev” (President 2019–)", "nur-sultan": "“Nur-Sultan” (2019–2022)"}
    assert dict(article.suggestions.values_list("entity__slug", "out_of_use")) == told
    assert editorial.names_of_other_years(article) == (
        "The text is dated 2014-02-05, and these names were in use in other years: “President Tokayev” (President 2019–), “Nur-Sultan” (2019–2022). "
        "Check date and tags."
    )
    Article.objects.filter(pk=article.pk).update(published_on="2020", published_earliest="2020-01-01", published_latest="2020-12-31")
    article.refresh_from_db()
    editorial.save_draft(article, by=by, body="President Tokayev came to Nur-Sultan, a former Prime Minister.")
    assert set(article.suggestions.values_list("out_of_use", flat=True)) == {""}
    editorial.publish(article, by=by)
    editorial.revise(article, by=by, reason="A slip.", changes={"published_on": "2010"})
    assert dict(article.suggestions.values_list("entity__slug", "out_of_use")) == told


def test_a_name_that_is_added_later_is_noted_in_the_articles_of_its_entity(by):
    entity = make_entity("Kazakhstan")
    articles = [make_article(body=f"Qazaqstan, and Kazakhstan, and {number}.", access="full") for number in range(2)]
    for article in articles:
        TaggedEntity.objects.create(content_object=article, tag=entity)
        editorial.publish(article, by=by)
    Name.objects.create(entity=entity, text="Qazaqstan", language="kk-Latn", kind="preferred")

    assert (editorial.note_names_of(entity), set(entity.taggings.values_list("called", flat=True))) == (True, {"Kazakhstan\nQazaqstan"})


def test_articles_that_nobody_has_looked_at_are_noted_by_the_command(by):
    entity = make_entity("Kazakhstan")
    for state in ("published", "draft"):
        TaggedEntity.objects.create(content_object=make_article(body="Kazakhstan.", access="full", state=state, by=by), tag=entity)

    call_command("note_names", stdout=StringIO())
    call_command("note_names", "--all", stdout=(said := StringIO()))

    assert (list(entity.taggings.order_by("pk").values_list("called", flat=True)), said.getvalue()) == (
        ["Kazakhstan", None],
        "0 tags say otherwise now.\n",
    )


def test_as_many_names_are_kept_as_an_index_holds():
    assert _lines(["ө" * 500, "ә" * 500, "і" * 500]) == "\n".join(["і" * 500])
