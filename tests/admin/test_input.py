"""Whatever is typed or was stored: a message at its field, and nothing unescaped on any page of the desk."""

import itertools
import json
import re
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.db import connection, models
from django.urls import reverse

from articles import store
from articles.models import Article, Author, Capture, Reading, Suggestion, TaggedEntity
from kzarchive.history.models import Change
from tests.factories import make_article, make_author, make_entity, make_publication, make_topic, make_user

from .conftest import at_the_desk
from .pages import faults_of, fields_of

pytestmark = pytest.mark.django_db

PAYLOADS = [
    "<script>xss()</script>", "<img src=x onerror=xss()>", "<svg onload=xss()>", "\"><script>xss()</script>", "'><svg onload=xss()>",
    "</textarea><script>xss()</script>", "</title><script>xss()</script>", "</script><script>xss()</script>", "</style><script>xss()</script>",
    "<a href=javascript:xss()>x</a>", "<iframe srcdoc=xss>", "<object data=xss>", "<embed src=xss>", "<form action=xss>", "<base href=xss>",
    "<meta http-equiv=refresh content=xss>", "<link rel=stylesheet href=xss>", "<details open ontoggle=xss()>", "<body onload=xss()>",
    "<math><mi xlink:href=xss>", "<!--><script>xss()</script>-->", "{{ 7|xss }}<b onclick=xss()>", "<x onpointerrawupdate=xss()>",
    "\"onfocus=xss() autofocus=\"", "<ScRiPt/src=xss>",
]  # fmt: skip
UNESCAPED = re.compile(
    r"<script>xss|<img src=x|<svg onload|<a href=javascript|<iframe src|<object data|<embed src|<form action=xss|<base href|<meta http-equiv=refresh|"
    r"<link rel=stylesheet href=xss|<details open on|<body onload|<math>|<!-->|<b onclick|<x onp|\"onfocus|<script/src",
    re.IGNORECASE,
)


def page(record, name="change"):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{name}", args=[record.pk])


def as_many_as_fit(payloads, room):
    """Return ``payloads`` one after the other, as far as they fit whole into ``room`` characters."""
    value = payloads[0]
    for payload in payloads[1:]:
        if room and len(value) + len(payload) > room:
            break
        value += payload
    return value[:room]


_turns = itertools.count()


def poison(record, payloads, *, left_out=frozenset()):
    """Put ``payloads`` in every text column of ``record`` that takes them, past forms and models.

    A column that is too short for all of them holds as many as fit, each column beginning with another.
    """
    for field in record._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField) and not field.choices and field.max_length != 64
        if is_text and field.name not in left_out | {
            "pid",
            "slug",
            "published_on",
            "kinds",
            "rights",
            "password",
            "script",
            "issn",
            "key",
            "title_key",
            "name_key",
            "withdrawal_note",
        }:
            first = next(_turns) % len(payloads)
            value = as_many_as_fit(payloads[first:] + payloads[:first], field.max_length)
            type(record)._base_manager.filter(pk=record.pk).update(**{field.name: value})


@pytest.mark.engine_free
def test_nothing_that_was_stored_is_unescaped_on_any_page(superuser, unwatched):
    payloads, payload = PAYLOADS, "".join(PAYLOADS)
    author, publication, entity, topic = make_author(), make_publication(), make_entity(), make_topic()
    title, capture = publication.titles.create(title="Former"), Capture.objects.create(
        sha256="0" * 64, text_sha256="0" * 64, size_bytes=1, filename="a", media_type="text/html", encoding="utf-8"
    )  # fmt: skip
    drafts = []
    for state in ("draft", "published", "withdrawn"):
        article = make_article(authors=[author], publication=publication, quality=[payload], published_on="2014")
        article.also_printed.create(publication=publication, note=payloads[0])
        TaggedEntity.objects.create(content_object=article, tag=entity)
        article.topics.add(topic)
        reading = Reading.objects.create(
            article=article, capture=capture, doubts=[{"code": payload, "message": payload}], removed=[{"rule": payload}], spans={payload: []}
        ) if state == "draft" else None  # fmt: skip
        suggestion = Suggestion.objects.create(article=article, entity=entity, found="x")
        records = [article, article.versions.get(), article.contributions.get(), article.also_printed.get(), suggestion]
        for record in [*records, author, publication, entity, entity.names.get(), topic, title, capture]:
            # An address that is none keeps an article from being published.
            poison(record, payloads, left_out=set() if state == "draft" else {"source_url"})
        drafts.append((article, state))
        if state != "draft":
            assert superuser.post(page(article, "publish")).status_code == 302
        if state == "withdrawn":
            assert superuser.post(page(article, "withdraw"), {"reason": "rights", "note": payload}).status_code == 302
        if reading:
            kept = reading
    superuser.post(page(author), {**fields_of(superuser.get(page(author))), "note": f"{payload} again"})
    addresses = [f"/admin/{name}/" for name in ("articles/article", "articles/author", "articles/publication", "articles/topic", "articles/capture",
        "articles/reading", "articles/suggestion", "articles/version", "entities/entity", "history/change")]  # fmt: skip
    addresses += [
        "/admin/",
        *(f"/admin/articles/article/?{name}={quote(payload[:150])}" for name in ("q", "state__exact", "lacks", "_changelist_filters")),
    ]
    addresses += [
        page(article, name) for article, _ in drafts for name in ("change", "history", "revise", "suggestions", "publish", "withdraw", "discard")
    ]
    addresses += [page(record, name) for record in (author, publication, entity, topic, kept, capture) for name in ("change", "history", "delete")]
    addresses += [page(record) for record in (*Change.objects.all(), drafts[1][0].versions.get(), drafts[0][0].suggestions.get())]

    unescaped = {}
    for address in addresses:
        answer = superuser.get(address, follow=True)
        assert answer.status_code in {200, 400, 403}, address
        if found := UNESCAPED.findall(answer.content.decode()):
            unescaped[address] = found

    assert unescaped == {}
    picker = superuser.get("/admin/autocomplete/?app_label=articles&model_name=taggedentity&field_name=tag")
    assert picker["Content-Type"] == "application/json"


@pytest.mark.engine_free
def test_every_page_of_the_desk_comes_under_the_strict_policy(publisher):
    policy = publisher.get("/admin/").headers["Content-Security-Policy"]

    assert ("default-src 'none'" in policy, "unsafe" in policy, "script-src 'self'" in policy) == (True, False, True)


@pytest.mark.engine_free
def test_no_page_of_the_desk_holds_a_script_or_a_style_of_its_own(publisher):
    draft, public = make_article(authors=[make_author()]), make_article(state="published")
    addresses = ["/admin/", "/admin/articles/article/", "/admin/articles/article/add/", page(draft), page(public), page(public, "revise"),
                 page(public, "withdraw"), page(draft, "suggestions"), page(draft, "history")]  # fmt: skip

    inline = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=")
    assert {address: found for address in addresses if (found := inline.findall(publisher.get(address).content.decode()))} == {}


# What is typed


def typed(client, record, **values):
    response = client.post(page(record), {**fields_of(client.get(page(record))), **values})
    return response, (response.context["adminform"].form.errors if response.status_code == 200 else {})


@pytest.fixture(scope="module")
def desk(standing):
    """Somebody at the desk with a draft and a publication before them, and what the forms of both hold."""
    client = at_the_desk(make_user("editor"))
    records = {"article": make_article(body="One."), "publication": make_publication("Standing")}
    records["publication"].titles.create(title="Former")
    return client, {name: (page(record), fields_of(client.get(page(record)))) for name, record in records.items()}


def refused(desk, record="article", **values):
    """Send the form of a record with ``values``, which it refuses: the same form serves again. Return the answer and the faults by field."""
    client, forms = desk
    address, form = forms[record]
    response = client.post(address, {**form, **values})
    assert response.status_code == 200
    return response, response.context["adminform"].form.errors


@pytest.mark.engine_free
def test_a_control_character_is_named_with_its_place_in_every_field(desk):
    names = ["title", "subtitle", "byline", "section", "dateline", "rights_basis", "abstract", "body", "quality", "language"]

    response, errors = refused(desk, **dict.fromkeys(names, "abc\x00d"), rights="")

    kept = fields_of(response)
    said = "Character 4 is a control character (U+0000): remove it."
    assert ({name: list(errors[name]) for name in names}, [kept[name] for name in names]) == (
        {name: [said] for name in names},
        ["abc\x00d"] * len(names),
    )


@pytest.mark.engine_free
def test_a_control_character_in_a_row_is_named_with_its_place(editor):
    entity = make_entity("Astana")
    form = fields_of(editor.get(page(entity)))

    response = editor.post(page(entity), {**form, "names-0-text": "Ast\x1bana", "names-0-note": "Ast\x1bana"})

    assert faults_of(response) == ["Character 4 is a control character (U+001B): remove it."] * 2


@pytest.mark.parametrize("make", [make_author, make_publication, make_entity, make_topic])
def test_half_a_character_and_a_nul_are_refused_everywhere(editor, make):
    record = make()
    name = "title" if hasattr(record, "title") else "name"

    _, errors = typed(editor, record, **{name: "a\x00"})

    assert (errors[name], list(type(record).objects.filter(pk=record.pk).values_list(name, flat=True))) == (
        ["Character 2 is a control character (U+0000): remove it."], [getattr(record, name)],
    )  # fmt: skip


def test_half_a_character_in_a_list_of_notes_is_refused(editor):
    article = make_article()

    response = editor.post(
        page(article), {**fields_of(editor.get(page(article))), "quality": json.loads('"\\ud800"').encode("utf-8", "surrogatepass")}
    )

    assert response.status_code in {200, 302}
    assert all("\ud800" not in note for note in Article.objects.get(pk=article.pk).quality)


@pytest.mark.engine_free
def test_an_override_of_direction_is_kept_and_written_out(editor):
    article = make_article(title="gpj\u202eexe", state="published")

    listed = editor.get("/admin/articles/article/").content.decode()
    opened = editor.get(page(article))

    assert ("gpj⟦U+202E⟧exe" in listed, "\u202e" in listed) == (True, False)
    assert (opened.context["hidden_signs"], "gpj⟦U+202E⟧exe" in opened.content.decode(), "\u202e" in opened.content.decode()) == (
        ["title: U+202E at character 4"], True, False,
    )  # fmt: skip


@pytest.mark.engine_free
def test_an_override_of_direction_in_a_box_is_warned_of(editor):
    author = make_author("Dana")

    response, _ = typed(editor, author, name="Dana\u202e", slug="dana")

    assert (response.status_code, editor.get(page(author)).context["hidden_signs"]) == (302, ["name: U+202E at character 5"])


@pytest.mark.engine_free
@pytest.mark.parametrize(
    ("date", "fault"),
    [
        ("2041-01-01", "2041-01-01 is still to come: nothing can have been published then."),
        ("2014-13", "“2014-13” names a day that no calendar has."),
        ("yesterday", "“yesterday” is not a date: write 2014, 2014-02, 2014-02-05 or two of them with a slash between."),
        ("0000-00-00", "“0000-00-00” names a day that no calendar has."),
        ("²014", "“²014” is not a date: write 2014, 2014-02, 2014-02-05 or two of them with a slash between."),
        ("9" * 23, f"“{'9' * 23}” is not a date: write 2014, 2014-02, 2014-02-05 or two of them with a slash between."),
        ("9" * 3500, "Ensure this value has at most 23 characters (it has 3500)."),
    ],
)
def test_a_date_that_is_none_is_a_fault_of_its_field(desk, date, fault):
    _, errors = refused(desk, published_on=date, published_basis="stated")

    assert errors["published_on"] == [fault]


@pytest.mark.parametrize("issn", ["2049-3631", "20493630", "abcd-efgh", "2049-363X"])
def test_an_issn_that_does_not_add_up_is_refused(desk, issn):
    _, errors = refused(desk, "publication", issn=issn)

    assert errors == {"__all__": ["An ISSN is eight digits with a hyphen in the middle, the last one a check digit: this one does not add up."]}


@pytest.mark.engine_free
@pytest.mark.parametrize(("make", "name", "longest"), [(make_author, "name", 300), (make_publication, "title", 500), (make_entity, "name", 500)])
def test_a_name_of_five_thousand_letters_is_a_fault_of_its_field(editor, make, name, longest):
    _, errors = typed(editor, make(), **{name: "ﷺ" * 5000})

    assert errors == {name: [f"Ensure this value has at most {longest} characters (it has 5000)."]}


def test_a_name_that_grows_when_it_is_folded_is_saved(editor):
    author = make_author()

    assert typed(editor, author, name="ﷺ" * 300, slug="")[0].status_code == 302


@pytest.mark.engine_free
@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"rights": "https://example.org/all-mine", "rights_basis": "a letter"}, "rights"),
        ({"rights": "https://creativecommons.org/licenses/by/4.0/"}, "rights_basis"),
        ({"access": "full"}, "access"),
        ({"access": "everything"}, "access"),
        ({"source_url": "javascript:alert(1)"}, "source_url"),
        ({"published_on": "2014"}, "published_basis"),
        ({"publication": "999999"}, "publication"),
        ({"publication": "abc"}, "publication"),
        ({"title": "x" * 1001}, "title"),
    ],
)
def test_what_the_record_cannot_hold_is_a_fault_of_its_field(desk, values, field):
    _, errors = refused(desk, **values)

    assert list(errors) == [field]


@pytest.mark.engine_free
@pytest.mark.parametrize("year", ["-1", "99999999999999999999", "abc", "²"])
def test_a_year_that_is_none_is_a_fault_of_its_row(desk, year):
    response, _ = refused(desk, "publication", **{"titles-0-from_year": year})

    assert len(faults_of(response)) == 1


@pytest.mark.engine_free
@pytest.mark.parametrize("counts", [{"TOTAL_FORMS": "x"}, {"TOTAL_FORMS": "-1"}, {"INITIAL_FORMS": "9"}, {"TOTAL_FORMS": "9" * 30}])
def test_forged_counts_of_rows_are_no_error(editor, counts):
    publication = make_publication()

    response = editor.post(
        page(publication), {**fields_of(editor.get(page(publication))), **{f"titles-{name}": value for name, value in counts.items()}}
    )

    assert (response.status_code, publication.titles.count()) in {(200, 0), (302, 0)}


@pytest.mark.engine_free
def test_an_entity_of_two_hundred_names_is_saved(editor):
    entity = make_entity("Kazakhstan", names=[(f"Name {number}", "en") for number in range(200)])

    response, _ = typed(editor, entity, **{"names-7-note": "As printed in 1992."})

    assert (response.status_code, entity.names.exclude(note=None).count()) == (302, 1)


def test_a_text_of_ten_megabytes_is_saved(editor):
    article = make_article(body="One.")
    # The code above the engines is the same; of PostgreSQL it is asked whether a text longer than its index holds is saved.
    text = "Строка о степи, не короткая и не длинная.\r\n" * (140_000 if connection.vendor == "sqlite" else 30_000)
    assert len(text.encode()) > (10_000_000 if connection.vendor == "sqlite" else 2_000_000)

    response, errors = typed(editor, article, body=text)

    assert (response.status_code, errors, len(article.versions.get().body)) == (302, {}, len(" ".join(text.split())))


@pytest.mark.engine_free
def test_more_than_the_limit_gets_a_page_that_says_so(editor):
    article = make_article(body="One.")

    response = editor.post(page(article), {"body": "x" * (21 * 1024 * 1024)})

    assert (response.status_code, response.content.decode(), article.versions.get().body) == (
        413, "That is larger than anything the archive takes in.\n", "One.",
    )  # fmt: skip


def test_a_name_of_marks_alone_gets_its_pid_for_an_address(editor):
    editor.post("/admin/articles/author/add/", {"name": "山田" + "\u0301" * 200, "kind": "person", "slug": ""})

    author = Author.objects.get()
    assert author.slug == author.pid


# Captures


def capture_of(data, **fields):
    with store.locked():
        sha256 = store.put(data)
    return Capture.objects.create(
        **{"sha256": sha256, "text_sha256": sha256, "size_bytes": len(data), "media_type": "text/html", "encoding": "utf-8", **fields}
    )


@pytest.mark.engine_free
@pytest.mark.parametrize(
    ("data", "filename"),
    [
        (b"<script>xss()</script>", "page.html"), (b"<svg onload=xss()>", "a.svg"), (b"\x00\xffMZ", "gpj\u202e.exe"),
        (b"%PDF-", '../../x"\r\nSet-Cookie: a=b'),
    ],
)  # fmt: skip
def test_the_bytes_of_a_capture_are_handed_out_to_keep_and_never_shown(contributor, data, filename):
    capture = capture_of(data, filename=filename)

    answer = contributor.get(page(capture, "download"))

    assert (answer.content, {name: answer[name] for name in (
        "Content-Type", "Content-Disposition", "Content-Security-Policy", "X-Content-Type-Options", "Cache-Control",
    )}) == (data, {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": f'attachment; filename="{capture.sha256}.bin"',
        "Content-Security-Policy": "sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    })  # fmt: skip


@pytest.mark.engine_free
def test_a_lost_file_is_a_message(editor):
    capture = capture_of(b"x")
    store.path_of(capture.sha256).unlink()

    answer = editor.get(page(capture, "download"), follow=True)

    assert [str(message) for message in answer.context["messages"]] == [f"The file cannot be read: {capture.sha256} is not there."]


def test_every_desk_passes_the_checks_of_the_framework():
    assert [str(fault) for model_admin in admin.site._registry.values() for fault in model_admin.check()] == []
