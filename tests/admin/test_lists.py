"""Lists, pickers and search at the desk: few queries, however many rows, and an answer to whatever stands in the address."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import AlsoPrinted, Article, Capture, Contribution, PublicationTitle, Reading, SourceCheck, Suggestion, TaggedEntity, TaggedTopic
from entities.models import Name, Relation
from kzarchive.addresses.models import Redirect
from kzarchive.admin import BoundedPaginator
from tests.factories import make_article, make_author, make_entity, make_publication, make_topic

pytestmark = pytest.mark.django_db

LISTS = [
    "articles/article", "articles/author", "articles/publication", "articles/topic", "articles/capture", "articles/reading",
    "articles/suggestion", "articles/sourcecheck", "articles/version", "entities/entity", "addresses/pid", "addresses/redirect", "history/change",
    "auth/user", "auth/group",
]  # fmt: skip


def queries(client, address, **data):
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address, data)
    assert response.status_code == 200
    return len(captured)


def furnish(by, numbers):
    """Make a record of every kind for each of ``numbers``, all of them tied to each other."""
    for number in numbers:
        entity = make_entity(f"Entity {number}", kind="person")
        author = make_author(f"Author {number}", entity=entity)
        publication = make_publication(f"Publication {number}")
        publication.titles.create(title=f"Former {number}")
        article = make_article(publication=publication, authors=[author], created_by=by, title=None if number % 2 else f"Title {number}")
        TaggedEntity.objects.create(content_object=article, tag=entity, confirmed_by=by)
        article.topics.add(make_topic(f"topic {number}"))
        capture = Capture.objects.create(
            sha256=f"{number:064x}", text_sha256=f"{number:064x}", size_bytes=1, filename=f"{number}.html", media_type="text/html", encoding="utf-8",
            created_by=by,
        )  # fmt: skip
        Reading.objects.create(capture=capture, article=article, doubts=[{"code": "no-date", "message": "None."}])
        SourceCheck.objects.create(article=article, url="http://a.org/", outcome="gone", first_at=article.created_at, last_at=article.created_at)
        Suggestion.objects.create(
            article=article, entity=entity, found="Entity", answer="accepted", answered_by=by, answered_at=timezone.now()
        )  # fmt: skip
        Redirect.objects.create(
            kind="author", key=f"former-{number}", target_id=author.pid, reason="renamed", created_at=timezone.now()
        )  # fmt: skip
        make_article(state="published", by=by)


@pytest.mark.engine_free
def test_a_list_asks_as_much_for_thirty_rows_as_for_two_whole_and_searched(superuser, unwatched):
    def asked():
        return {(name, *filters): queries(superuser, f"/admin/{name}/", **filters) for name in LISTS for filters in ({}, {"q": "t"})}

    furnish(superuser.user, range(2))
    superuser.get("/admin/")
    few = asked()
    furnish(superuser.user, range(2, 30))

    many = asked()

    assert many == few
    assert {name: count for name, count in many.items() if count > 20} == {}


def fill(article, numbers):
    """Give ``article`` a row of every kind for each of ``numbers``."""
    for number in numbers:
        entity = make_entity(f"Entity {number}")
        author, publication = make_author(f"Author {number}"), make_publication(f"Publication {number}")
        Contribution.objects.create(article=article, position=number + 1, name="As printed", author=author)
        AlsoPrinted.objects.create(article=article, publication=publication)
        TaggedEntity.objects.create(content_object=article, tag=entity)
        TaggedTopic.objects.create(content_object=article, tag=make_topic(f"topic {number}"))
        Suggestion.objects.create(article=article, entity=entity, found="Entity")
        capture = Capture.objects.create(
            sha256=f"{number:064x}", text_sha256=f"{number:064x}", size_bytes=1, filename="a.html", media_type="text/html", encoding="utf-8"
        )
        Reading.objects.create(capture=capture, article=article)


@pytest.mark.engine_free
@pytest.mark.parametrize("state", ["draft", "published"])
def test_the_pages_of_an_article_ask_as_much_for_thirty_rows_of_each_kind_as_for_two(publisher, state):
    counts = []
    for numbers in (range(2), range(2, 32)):
        article = make_article(publication=make_publication(f"Journal {numbers}"))
        fill(article, numbers)
        pages = ["change", "history", "suggestions"]
        if state == "published":
            publisher.post(reverse("admin:articles_article_publish", args=[article.pk]))
            assert Article.objects.get(pk=article.pk).state == "published"
            pages.append("revise")
        publisher.get(reverse("admin:articles_article_change", args=[article.pk]))
        counts.append([queries(publisher, reverse(f"admin:articles_article_{page}", args=[article.pk])) for page in pages])

    assert counts[0] == counts[1]
    assert max(counts[1]) <= 20


def test_the_pages_of_entities_and_publications_ask_as_much_for_thirty_rows_as_for_two(editor):
    entity, publication, counts = make_entity("Astana"), make_publication(), []
    queries(editor, reverse("admin:entities_entity_change", args=[entity.pk]))
    queries(editor, reverse("admin:articles_publication_change", args=[publication.pk]))
    for numbers in (range(2), range(2, 30)):
        for number in numbers:
            Name.objects.create(entity=entity, text=f"Name {number}", language="en", kind="full")
            publication.titles.create(title=f"Former {number}")
        counts.append([
            queries(editor, reverse("admin:entities_entity_change", args=[entity.pk])),
            queries(editor, reverse("admin:articles_publication_change", args=[publication.pk])),
        ])  # fmt: skip

    assert counts[0] == counts[1]
    assert max(counts[1]) <= 20


def test_a_list_counts_no_further_than_it_pages(superuser, monkeypatch):
    monkeypatch.setattr("kzarchive.admin.COUNTED_AT_MOST", 60)
    for number in range(61):
        make_topic(f"topic {number}")

    assert BoundedPaginator(make_topic("last").__class__.objects.all(), 50).count == 60
    assert len(superuser.get("/admin/articles/topic/?p=2").context["cl"].result_list) == 10


# Search


def found(client, name, words):
    return list(client.get(f"/admin/{name}/", {"q": words}).context["cl"].result_list)


def test_an_article_is_found_by_its_titles_however_they_are_spelt(editor):
    article = make_article(title="Үлкен Тарих", title_translated="A great history")
    make_article(title="Another")

    assert [found(editor, "articles/article", words) for words in ("ҮЛКЕН", "history GREAT", "großer")] == [[article], [article], []]


def test_a_record_is_found_by_its_pid_in_any_spelling(editor):
    for name, record in (
        ("articles/article", make_article()), ("articles/author", make_author()), ("articles/publication", make_publication()),
        ("entities/entity", make_entity()),
    ):  # fmt: skip
        spelt = f" {record.pid[:3]}-{record.pid[3:6]}-{record.pid[6:]}".upper()
        assert [found(editor, name, words) for words in (record.pid, spelt)] == [[record], [record]]


def test_publications_and_entities_are_found_by_every_name_they_bear_and_once(editor):
    publication, entity = make_publication("The Steppe Review"), make_entity("Kazakhstan", names=[("Қазақстан", "kk"), ("Казахстан", "ru")])
    publication.titles.create(title="Steppe Letters")

    assert [found(editor, "articles/publication", "steppe"), found(editor, "articles/publication", "LETTERS")] == [[publication]] * 2
    assert [found(editor, "entities/entity", words) for words in ("қазақ", "казахст", "KAZAKH")] == [[entity]] * 3


def test_signs_of_a_pattern_are_searched_as_they_stand(editor):
    article = make_article(title="100% of it")
    make_article(title="100 of it")

    assert [found(editor, "articles/article", words) for words in ("100%", "_", "%")] == [[article], [], [article]]


# Pickers


PICKER = "/admin/autocomplete/?app_label=articles&model_name={}&field_name={}&term={}"


def offered(editor, model, field, term):
    return [row["text"] for row in editor.get(PICKER.format(model, field, term)).json()["results"]]


def test_a_picker_finds_under_any_name_in_any_script_with_one_error_and_says_which_matched(editor):
    tokayev = make_entity("Kassym-Jomart Tokayev", "person", [("Касым-Жомарт Токаев", "ru")])
    city = make_entity("Astana", "place")
    Name.objects.create(entity=city, text="Целиноград", language="ru", kind="former", from_year=1961, to_year=1992)
    author, publication = make_author("Айгерим Садыкова"), make_publication("The Bulletin")
    PublicationTitle.objects.create(publication=publication, title="Conway Bulletin")
    TaggedEntity.objects.create(content_object=make_article(authors=[author], publication=publication), tag=tokayev)

    assert [
        offered(editor, "taggedentity", "tag", "Токав"),
        offered(editor, "taggedentity", "tag", "tselinograd"),
        offered(editor, "taggedentity", "tag", tokayev.pid),
        offered(editor, "taggedentity", "tag", "omart"),
        offered(editor, "contribution", "author", "Sadykova"),
        offered(editor, "alsoprinted", "publication", "Conwy"),
    ] == [
        [f"Kassym-Jomart Tokayev (person) · {tokayev.pid} · 1 article · found as Касым-Жомарт Токаев"],
        [f"Astana (place) · {city.pid} · 0 articles · found as Целиноград (1961–1992)"],
        [f"Kassym-Jomart Tokayev (person) · {tokayev.pid} · 1 article"],
        [f"Kassym-Jomart Tokayev (person) · {tokayev.pid} · 1 article"],
        [f"Айгерим Садыкова · {author.pid} · 1 article"],
        [f"The Bulletin · {publication.pid} · 1 article · found as Conway Bulletin"],
    ]


@pytest.mark.parametrize("term", ["georg", "Serik Akhmetv Jr", "a", "q" * 5_000, "%E2%80%AE", "%D0%B0"])
def test_a_picker_asks_no_more_than_twenty_questions(editor, term):
    for number in range(30):
        make_entity(f"Georgia {number}", "place", [(f"Грузия {number}", "ru")])

    with CaptureQueriesContext(connection) as queries:
        assert editor.get(PICKER.format("taggedentity", "tag", term)).status_code == 200
    assert len(queries) <= 20


def test_a_picker_tells_namesakes_apart(editor):
    one = make_entity("Georgia", kind="state", description="Between the Black Sea and the Caspian.")
    two = make_entity("Georgia", kind="place")

    answer = editor.get("/admin/autocomplete/?app_label=articles&model_name=taggedentity&field_name=tag&term=georg").json()

    assert answer == {
        "results": [
            {"id": str(one.pk), "text": f"Georgia (state: Between the Black Sea and the Caspian.) · {one.pid} · 0 articles"},
            {"id": str(two.pk), "text": f"Georgia (place) · {two.pid} · 0 articles"},
        ],
        "pagination": {"more": False},
    }


def test_no_page_holds_a_dropdown_of_records(publisher):
    for number in range(25):
        make_author(f"Author {number}")
        make_publication(f"Publication {number}")
        make_entity(f"Entity {number}")
    draft, public = make_article(), make_article(state="published")

    for address in (f"{draft.pk}/change/", "add/", f"{public.pk}/change/", f"{public.pk}/revise/", f"{public.pk}/withdraw/"):
        page = publisher.get(f"/admin/articles/article/{address}").content.decode()
        assert [name for name in ("Author 7", "Publication 7", "Entity 7") if name in page] == []


# Whatever stands in the address

NUMBERS = ["0", "-1", "99999999999999999999", "9" * 5000, "abc", "²", "٩٩٩", "1_0", "1.5", "%00", "1/../2", "_5F", "'", "None"]
OF_EACH_KIND = ["0", "99999999999999999999", "abc", "²", "%00", "1/../2", "_5F"]
QUERIES = [
    "p=1000000000", "p=-1", "p=abc", "p=²", f"p={'9' * 5000}", "o=garbage", "o=99999", "o=-1.-1.0.x", f"o={'9' * 5000}", "all=1", "all=", "e=1",
    "state__exact=%00", "state__exact=nothing", "nosuch=1", "nosuch__regex=(((", "title__regex=(((", "title__iregex=(a%2B)%2B%24", "id__exact=abc",
    "id__in=1,2,x", "pk=1", "id__gt=99999999999999999999999", "created_by__password__startswith=p", "by__password__startswith=p",
    "publication__id__exact=abc", "publication__id__exact=99999999999999999999", "contributions__author__id__exact=x", "lacks=nothing",
    "by=abc", "by=99999999999999999999", "at__gte=garbage", "at__gte=9999-12-31T23:59:59-12:00", "at__lt=0001-01-01T00:00:00%2B14:00",
    "at__isnull=x", "created_at__gte=9999-12-31+23:59:59-12:00", "frozen_at__gte=0000-00-00", "object_id=%F0%9F%92%A5", "batch=abc",
    "is_ambiguous__exact=maybe", "public_since__isempty=x", "_connector=OR", "q=%22", f"q={'a' * 3500}", "q=%25_%25_", "q=%EF%BF%BD", "q=kz3b7m9t0",
    "q=%ED%A0%80", "_facets=True", "_facets=x", "_to_field=password", "_to_field=id", "_popup=1", "_changelist_filters=x%3D1",
]  # fmt: skip


# What each list answers by code of its own, or by columns of its own.
OF_EVERY_LIST = [query for query in QUERIES if query.startswith(("q=", "p=", "o="))]
OF_ONE = {"articles/suggestion": ["is_ambiguous__exact=maybe"], "auth/user": ["by__password__startswith=p", "password__startswith=p"]}
IN_FULL = {"articles/article", "history/change"}


def test_no_query_of_a_list_is_an_error(superuser, unwatched):
    furnish(superuser.user, range(1))
    asked = [
        f"/admin/{name}/?{query}" for name in LISTS for query in (QUERIES if name in IN_FULL else OF_EVERY_LIST + OF_ONE.get(name, []))
    ]  # fmt: skip

    answers = {address: superuser.get(address).status_code for address in asked}

    assert {address: status for address, status in answers.items() if status not in {200, 302, 400}} == {}


def test_no_number_in_an_address_is_an_error(superuser, unwatched):
    answers = {}
    # All records share the code of these pages: an article's and an account's are tried with every number, the others with one of each kind.
    records = [(name, page, NUMBERS) for name in ("articles/article", "auth/user") for page in ("change", "delete", "history", "password")]
    records += [(name, "change", OF_EACH_KIND) for name in LISTS if name not in {"articles/article", "auth/user"}]
    records += [("articles/capture", "download", NUMBERS), ("articles/batch", "undo", NUMBERS)]
    records += [("entities/entity", "merge", NUMBERS), ("entities/entity", "split", NUMBERS)]
    for name, page, numbers in records:
        for number in numbers:
            address = f"/admin/{name}/{number}/{page}/"
            answers[address] = superuser.get(address).status_code
    for page in ("publish", "revise", "suggestions", "review", "answer", "reads", "mark"):  # each a view of its own
        for number in OF_EACH_KIND:
            for answer in (superuser.get, superuser.post):
                address = f"/admin/articles/article/{number}/{page}/"
                answers[f"{answer.__name__} {address}"] = answer(address).status_code

    assert {address: status for address, status in answers.items() if status not in {301, 302, 308, 400, 403, 404, 405}} == {}


def test_no_query_of_a_picker_is_an_error(superuser):
    base = "/admin/autocomplete/?app_label=articles&model_name=contribution&field_name=author"
    asked = [
        base + more for more in ("&term=%25", "&page=0", "&page=1000000000", "&page=abc", f"&page={'9' * 5000}", f"&term={'a' * 9000}", "&term=%00")
    ]
    asked += ["/admin/autocomplete/", "/admin/autocomplete/?app_label=auth&model_name=user&field_name=groups&term=a",
              "/admin/autocomplete/?app_label=x&model_name=y&field_name=z", base.replace("field_name=author", "field_name=article")]  # fmt: skip

    answers = {address: superuser.get(address).status_code for address in asked}

    assert {address: status for address, status in answers.items() if status not in {200, 400, 403, 404}} == {}


@pytest.mark.parametrize("lookup", ["title__regex", "created_by__password__startswith", "title__startswith", "id__in"])
def test_a_list_is_filtered_by_what_it_offers_alone(editor, lookup):
    make_article()

    assert editor.get(f"/admin/articles/article/?{lookup}=a").status_code == 400


def test_entities_of_which_something_is_uncertain_are_listed_by_what_it_is(editor):
    kazakhstan, dana, office = make_entity("Kazakhstan", "state"), make_entity("Dana Omarova", "person"), make_entity("The office", "organisation")
    Relation.objects.create(subject=dana, kind="member of", object=office, is_certain=False)
    Relation.objects.create(subject=office, kind="part of", object=kazakhstan)
    TaggedEntity.objects.create(content_object=make_article(), tag=kazakhstan, is_certain=False)

    listed = {
        asked: {entity.name for entity in editor.get(f"/admin/entities/entity/{asked}").context["cl"].result_list}
        for asked in ("?uncertain=relations", "?uncertain=articles", "?uncertain=all")
    }

    assert listed == {
        "?uncertain=relations": {"Dana Omarova"},
        "?uncertain=articles": {"Kazakhstan"},
        "?uncertain=all": {"Kazakhstan", "Dana Omarova", "The office"},
    }
