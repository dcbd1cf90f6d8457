"""The sources that a text names are kept with each version, and resolved against the publications of the archive when asked for."""

import datetime as dt

import pytest

from articles import editorial
from articles.editorial import KnownNames, Terms
from articles.models import Article, InTextSource, PublicationTitle
from tests.factories import make_article, make_publication, make_user

pytestmark = pytest.mark.django_db

BODY = (
    "The pier was finished before the treaty was (MFA.kz, December 26, 2014). Nobody denied the figure (Tengrinews, January 16).\n\n"
    "According to Reuters, the tanker turned back. The Steppe Lantern reported on 3 January 2015 that it had not."
)
NAMED = [
    ("(MFA.kz, December 26, 2014)", "MFA.kz", "2014-12-26", "stated", "bracketed"),
    ("(Tengrinews, January 16)", "Tengrinews", "2015-01-16", "inferred", "bracketed"),
    ("According to Reuters", "Reuters", None, None, "reported"),
]


def named(article: Article) -> list[tuple]:
    """Return the sources of the newest version, the words that name them first."""
    version = article.versions.order_by("-number").first()
    return [(version.body[s.start : s.end], s.outlet, s.published_on, s.published_basis, s.cue) for s in version.sources.all()]


def bring(body: str, by) -> Article:
    data = f"A pier and its treaty\n\n30 January 2015\n\n{body}\n".encode()
    item = editorial.prepare("page.txt", data, names=KnownNames([], {}), today=dt.date(2026, 11, 22))
    [outcome] = editorial.bring_in([item], Terms(by=by))
    return Article.objects.get(pid=outcome.pid)


def test_an_import_keeps_the_sources_that_the_text_names():
    assert named(bring(BODY, make_user())) == NAMED


def test_a_signature_that_is_no_part_of_the_text_is_kept_with_the_reading_and_resolved():
    agency = make_publication("CAN")
    article = bring(f"{BODY} ///CAN, 31 January 2015", make_user())
    reading = article.readings.get()
    layer = editorial.text_layer(reading)

    assert article.versions.get().body == BODY
    assert [
        (one.words, one.source.outlet, one.source.published_on, one.source.publication, one.is_in_text)
        for one in editorial.sources_named(article.versions.get(), reading, layer=layer)
    ] == [
        *((words, outlet, day, None, True) for words, outlet, day, _, _ in NAMED),
        ("///CAN, 31 January 2015", "CAN", "2015-01-31", agency, False),
    ]


def test_an_outlet_that_the_archive_holds_is_known_by_its_title():
    make_publication("Steppe Lantern")

    assert named(bring(BODY, make_user())) == [
        *NAMED, ("The Steppe Lantern reported on 3 January 2015", "Steppe Lantern", "2015-01-03", "stated", "reported")
    ]  # fmt: skip


def test_a_text_that_is_changed_is_read_anew_and_a_frozen_version_keeps_its_own():
    by = make_user()
    article = bring(BODY, by)

    editorial.save_draft(article, by=by, body="As reported by TASS, it froze.")
    assert named(article) == [("As reported by TASS", "TASS", None, None, "reported")]

    article = editorial.publish(article, by=by)
    editorial.revise(article, by=by, reason="Restored.", body=BODY)
    assert named(article) == NAMED
    assert [source.outlet for source in article.versions.get(number=1).sources.all()] == ["TASS"]


def test_a_day_without_a_year_follows_the_day_of_the_article_when_that_is_settled():
    by = make_user()
    article = make_article(body="Nobody denied it (Tengrinews, January 16).")
    editorial.note_sources([article.versions.get()])
    assert named(article)[0][2:4] == (None, None)

    article.published_on, article.published_basis = "2013-02-01", "stated"
    article.save()
    editorial.publish(article, by=by)

    assert named(article)[0][2:4] == ("2013-01-16", "inferred")


def test_sources_are_resolved_against_present_and_former_titles(django_assert_num_queries):
    article = make_article(body="x")
    version = article.versions.get()
    tengri = make_publication("Tengrinews")
    times = make_publication("The Astana Times")
    inform = make_publication("Qazinform")
    PublicationTitle.objects.create(publication=inform, title="Kazinform")
    make_publication("Trend")
    make_publication("Trend")  # two bear this title: it settles nothing
    outlets = ["Tengrinews.kz", "Astana Times", "KAZINFORM", "Trend", "Reuters", "U.S."]
    InTextSource.objects.bulk_create(
        InTextSource(version=version, outlet=outlet, cue="reported", start=at, end=at + 1) for at, outlet in enumerate(outlets)
    )

    with django_assert_num_queries(3):
        found = version.sources.all().with_publications()

    assert [(source.outlet, source.publication) for source in found] == list(zip(outlets, [tengri, times, inform, None, None, None], strict=True))


def test_only_sources_of_texts_that_are_shown_whole_are_public():
    by = make_user()
    shown = make_article(state="published", body=BODY, access="full", by=by, published_on="2015-01-30")
    for state, access in (("published", "record"), ("published", "excerpt"), ("draft", "full"), ("withdrawn", "full")):
        editorial.note_sources([make_article(state=state, body=BODY, access=access, by=by).versions.get()])

    assert set(InTextSource.objects.public().values_list("version__article", flat=True)) == {shown.pk}
