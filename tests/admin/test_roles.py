"""Every address of the admin against every role. An address that is not in the table fails."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth import get_user
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, reverse
from django.urls.resolvers import get_resolver

from articles import store
from articles.models import Batch, Capture, ClaimProposal, Question, Reading, SourceCheck, Suggestion
from kzarchive.addresses.models import Pid, Redirect
from kzarchive.history.models import Change
from kzarchive.merging import acts
from kzarchive.merging.models import Merge, Split
from tests.factories import make_article, make_author, make_claim, make_entity, make_publication, make_topic, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.engine_free]

# Who reads it: anonymous, contributor, editor, publisher, superuser. 302 leads to the log-in, or back to where the message is.
ALL = (302, 200, 200, 200, 200)
EDITORS = (302, 403, 200, 200, 200)
PUBLISHERS = (302, 403, 403, 200, 200)
SUPERUSERS = (302, 403, 403, 403, 200)
NOBODY = (302, 403, 403, 403, 403)
POST_ONLY = (302, 405, 405, 405, 405)


def read_only(name):
    return {
        f"{name}_{page}": who
        for page, who in (("changelist", ALL), ("add", NOBODY), ("history", ALL), ("delete", NOBODY), ("restore", POST_ONLY), ("change", ALL))
    }


def edited(name, *, add=EDITORS, delete=EDITORS):
    return {
        f"{name}_{page}": who
        for page, who in (("changelist", ALL), ("add", add), ("history", ALL), ("delete", delete), ("restore", POST_ONLY), ("change", ALL))
    }


TABLE = {
    "index": ALL,
    "login": (200, 302, 302, 302, 302),
    "logout": (302, 405, 405, 405, 405),
    "password_change": ALL,
    "password_change_done": ALL,
    "autocomplete": ALL,
    "scratch": POST_ONLY,
    "jsi18n": ALL,
    "view_on_site": (302, 404, 404, 404, 404),
    "app_list": ALL,
    "catch_all": (302, 404, 404, 404, 404),
    **edited("articles_article", add=ALL, delete=ALL),
    "articles_article_submit": ALL,
    "articles_article_discard": ALL,
    "articles_article_publish": PUBLISHERS,
    "articles_article_send_back": (302, 403, 302, 302, 302),
    "articles_article_withdraw": (302, 403, 403, 302, 302),
    "articles_article_publish_again": (302, 403, 403, 302, 302),
    "articles_article_revise": (302, 403, 403, 302, 302),
    "articles_article_suggestions": EDITORS,
    "articles_article_text": ALL,
    "articles_article_review": ALL,
    "articles_article_answer": (302, 405, 405, 405, 405),
    "articles_article_reads": ALL,
    "articles_article_assign": ALL,
    "articles_article_note": ALL,
    "articles_article_split": ALL,
    "articles_article_join": ALL,
    **edited("articles_author"),
    **edited("articles_publication"),
    **edited("articles_topic", add=ALL),
    **edited("entities_entity", delete=NOBODY),
    "articles_article_mark": EDITORS,
    **edited("articles_claim", add=NOBODY),
    "articles_claim_queue": EDITORS,
    "articles_claim_place": (302, 405, 405, 405, 405),
    "articles_claim_submit": EDITORS,
    "articles_claim_send_back": (302, 403, 403, 302, 302),
    "articles_claim_publish": PUBLISHERS,
    "articles_claim_assess": EDITORS,
    "articles_claim_link": EDITORS,
    "articles_claim_unlink": EDITORS,
    "articles_claim_withdraw": (302, 403, 403, 302, 302),
    "articles_claim_publish_again": (302, 403, 403, 302, 302),
    "articles_claim_discard": EDITORS,
    **edited("articles_question"),
    "articles_question_publish": PUBLISHERS,
    "articles_question_withdraw": (302, 403, 403, 302, 302),
    **read_only("articles_claimproposal"),
    "articles_claimproposal_link": EDITORS,
    "articles_claimproposal_unrelated": EDITORS,
    **read_only("articles_version"),
    **read_only("articles_batch"),
    "articles_batch_import": ALL,
    "articles_batch_many": (302, 302, 302, 302, 302),
    "articles_batch_go_on": (302, 405, 405, 405, 405),
    "articles_batch_start": (302, 405, 405, 405, 405),
    "articles_batch_give_up": (302, 405, 405, 405, 405),
    "articles_batch_undo": (302, 302, 200, 200, 200),
    "articles_batch_row": ALL,
    **read_only("articles_capture"),
    "articles_capture_download": ALL,
    **read_only("articles_reading"),
    **read_only("articles_suggestion"),
    **read_only("articles_sourcecheck"),
    "articles_article_vouch": ALL,
    **read_only("addresses_pid"),
    **read_only("addresses_redirect"),
    **read_only("history_change"),
    **{f"{name}_merge": EDITORS for name in ("entities_entity", "articles_author", "articles_publication")},
    "entities_entity_split": EDITORS,
    **read_only("merging_merge"),
    "merging_merge_undo": EDITORS,
    **read_only("merging_split"),
    "merging_split_undo": EDITORS,
    **read_only("merging_pair"),
    "merging_pair_answer": EDITORS,
    "auth_user_restore": POST_ONLY,
    "auth_group_restore": POST_ONLY,
    **{f"auth_user_{page}": SUPERUSERS for page in ("changelist", "add", "history", "change", "password_change")},
    "auth_user_delete": NOBODY,
    **{f"auth_group_{page}": SUPERUSERS for page in ("changelist", "add", "history", "change")},
    "auth_group_delete": NOBODY,
}

# Posted by each role to a record in the state the act is for; 302 is done, except for somebody anonymous, who is led to the log-in.
POSTED = {
    ("submit", "draft"): (302, 302, 302, 302, 302),
    ("discard", "draft"): (302, 302, 302, 302, 302),
    ("discard", "in review"): (302, 403, 302, 302, 302),
    ("discard", "published"): (302, 302, 302, 302, 302),
    ("delete", "published"): (302, 302, 302, 302, 302),
    ("send_back", "in review"): (302, 403, 302, 302, 302),
    ("publish", "draft"): (302, 403, 403, 302, 302),
    ("publish", "in review"): (302, 403, 403, 302, 302),
    ("withdraw", "published"): (302, 403, 403, 302, 302),
    ("publish_again", "withdrawn"): (302, 403, 403, 302, 302),
    ("revise", "published"): (302, 403, 403, 200, 200),
    ("suggestions", "published"): (302, 403, 302, 302, 302),
    ("review", "draft"): (302, 200, 200, 200, 200),
    ("review", "in review"): (302, 403, 200, 200, 200),
    ("answer", "draft"): (302, 403, 409, 409, 409),
    ("assign", "draft"): (302, 302, 302, 302, 302),
    ("join", "draft"): (302, 200, 200, 200, 200),
    ("join", "in review"): (302, 403, 200, 200, 200),
    ("note", "published"): (302, 302, 302, 302, 302),
    ("change", "draft"): (302, 200, 200, 200, 200),
    ("change", "in review"): (302, 403, 200, 200, 200),
    ("change", "published"): (302, 403, 200, 200, 200),
}
DONE = {
    ("submit", "draft"): ("draft", "in review", "in review", "in review", "in review"),
    ("discard", "draft"): ("draft", None, None, None, None),
    ("discard", "in review"): ("in review", "in review", None, None, None),
    ("send_back", "in review"): ("in review", "in review", "draft", "draft", "draft"),
    ("publish", "draft"): ("draft", "draft", "draft", "published", "published"),
    ("publish", "in review"): ("in review", "in review", "in review", "published", "published"),
    ("withdraw", "published"): ("published", "published", "published", "withdrawn", "withdrawn"),
    ("publish_again", "withdrawn"): ("withdrawn", "withdrawn", "withdrawn", "published", "published"),
}


def clients():
    everybody = [None, *(make_user(group) for group in ("contributor", "editor", "publisher")), make_user(None, is_superuser=True)]
    found = []
    for user in everybody:
        found.append(Client())
        if user:
            found[-1].force_login(user)
    return found


@pytest.fixture(scope="module")
def everybody(standing):
    return clients()


def patterns(entries, prefix=""):
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from patterns(entry.url_patterns, f"{prefix}{entry.pattern}")
        else:
            yield entry, f"{prefix}{entry.pattern}"


def test_every_address_of_the_admin_is_in_the_table():
    names = {entry.name or route for entry, route in patterns(admin.site.get_urls()) if isinstance(entry, URLPattern)}

    # Django gives the page of a record a second, nameless address that leads to the first, and ends with one for all the rest.
    unnamed = {name for name in names if name not in TABLE}
    assert unnamed == {f"{'/'.join(key)}/<path:object_id>/" for key in owners()} | {"(?P<url>.*)$"}
    assert set(TABLE) - names == {"catch_all"}


# What each role is offered to do to many rows of a list; a list that is not named here offers nothing to anybody.
MANY = ["delete_selected", "rights", "name", "publication", "topic"]
ACTIONS = {
    "articles.article": (MANY, MANY, ["delete_selected", "publish", *MANY[1:]], ["delete_selected", "publish", *MANY[1:]]),
    **{
        f"articles.{name}": ([], ["delete_selected"], ["delete_selected"], ["delete_selected"])
        for name in ("author", "claim", "publication", "question", "topic")
    },
}


def offered(client, desk):
    request = RequestFactory().get("/")
    request.user = get_user(client)
    return list(desk.get_actions(request)) if desk.has_view_or_change_permission(request) else []


def test_every_action_is_offered_to_those_who_may_and_taken_from_no_other(everybody, unwatched):
    _, *people = everybody
    found = {model: tuple(offered(client, desk) for client in people) for model, desk in admin.site._registry.items()}
    assert {model._meta.label_lower: lists for model, lists in found.items() if any(lists)} == ACTIONS

    contributor = people[0]
    rows = [make_author(), make_publication(), make_topic(), make_claim(article := make_article()), Question.objects.create(text="How many?")]
    entered = Change.objects.count()
    for row in rows:
        address = reverse(f"admin:articles_{row._meta.model_name}_changelist")
        contributor.post(address, {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"})
    contributor.post(reverse("admin:articles_article_changelist"), {"action": "publish", "_selected_action": article.pk, "index": "0"})
    assert ([type(row).objects.filter(pk=row.pk).exists() for row in rows], Change.objects.count()) == ([True] * 5, entered)


# What each role may choose among in a picker, by the kind of record that is chosen; whichever field it is chosen for.
CHOICES = {
    "addresses.pid": ALL, "articles.article": ALL, "articles.author": ALL, "articles.batch": ALL, "articles.capture": ALL, "articles.claim": ALL,
    "articles.publication": ALL, "articles.question": ALL, "articles.topic": ALL, "articles.version": ALL, "entities.entity": ALL,
    "merging.merge": ALL, "merging.split": ALL, "auth.user": SUPERUSERS, "auth.group": SUPERUSERS,
}  # fmt: skip


def test_every_picker_answers_each_role_as_the_table_says(everybody, unwatched):
    asked = {}
    for model in apps.get_models():
        for field in model._meta.get_fields():
            desk = admin.site._registry.get(field.related_model) if field.concrete and field.remote_field else None
            if desk is not None and desk.search_fields:
                given = {"app_label": model._meta.app_label, "model_name": model._meta.model_name, "field_name": field.name, "term": "a"}
                asked.setdefault(field.related_model._meta.label_lower, []).append(given)
    address, contributor = reverse("admin:autocomplete"), everybody[1]

    got = {kind: tuple(client.get(address, fields[0]).status_code for client in everybody) for kind, fields in asked.items()}
    assert got == CHOICES
    assert {kind: {contributor.get(address, given).status_code for given in fields} for kind, fields in asked.items()} == {
        kind: {answers[1]} for kind, answers in CHOICES.items()
    }  # fmt: skip


def owners():
    return {(model._meta.app_label, model._meta.model_name) for model in admin.site._registry}


@pytest.mark.engine_free
def test_every_address_answers_each_role_as_the_table_says(everybody, unwatched):
    user = make_user("editor")
    article = make_article()
    capture = Capture.objects.create(
        sha256=store_bytes(b"<p>One</p>"), text_sha256="0" * 64, size_bytes=10, filename="a.html", media_type="text/html", encoding="utf-8"
    )  # fmt: skip
    author, entity = make_author(), make_entity()
    rows = {
        "articles_article": article, "articles_author": author, "articles_publication": make_publication(), "articles_topic": make_topic(),
        "articles_claim": (claim := make_claim(article)), "articles_question": Question.objects.create(text="How many?"),
        "articles_claimproposal": ClaimProposal.objects.create(first=claim, second=make_claim(article), kind="repeats"),
        "entities_entity": entity, "articles_version": article.versions.get(), "articles_capture": capture,
        "articles_reading": Reading.objects.create(capture=capture, article=article),
        "articles_suggestion": Suggestion.objects.create(article=article, entity=entity, found="Kazakhstan"),
        "articles_sourcecheck": SourceCheck.objects.create(
            article=article, url="http://a.org/", outcome="gone", first_at=article.created_at, last_at=article.created_at
        ),
        "articles_batch": done_batch(user), "addresses_pid": Pid.objects.first(),
        "merging_merge": Merge.objects.create(
            kind="entity", loser_id=make_entity("Gone").pid, survivor_id=entity.pid, reason="One.", at=article.created_at
        ),
        "merging_split": Split.objects.create(
            kind="entity", origin_id=entity.pid, into_id=make_entity("Rest").pid, reason="Two.", at=article.created_at
        ),
        "merging_pair": acts.propose(entity, make_entity("Kazakstan"), evidence=["One name."], weight=1),
        "history_change": Change.objects.create(by=user, act="add", kind="x.y", object_id="1", label="x"),
        "a change of text": Change.objects.create(
            by=user, act="change text", kind="articles.article", object_id=article.pk, label="x", before={"sha256": "0" * 64}, after={}
        ),
        "addresses_redirect": Redirect.objects.create(
            kind="author", key="former", target_id=author.pid, reason="renamed", created_at=article.created_at
        ),
        "auth_user": user, "auth_group": user.groups.get(),
    }  # fmt: skip

    answers = {name: tuple(client.get(address_of(name, rows)).status_code for client in everybody) for name in TABLE}

    assert {name: got for name, got in answers.items() if got != TABLE[name]} == {}


def laid_beside(article):
    """Give ``article`` a capture, which the page of a review asks for; the source of what was public is fixed."""
    capture, _ = Capture.objects.get_or_create(
        sha256="1" * 64, defaults={"text_sha256": "1" * 64, "size_bytes": 1, "filename": "a", "media_type": "text/plain", "encoding": "utf-8"}
    )
    Reading.objects.create(capture=capture, article=article)


def done_batch(by):
    """A batch of somebody else, done: everybody at the desk sees it."""
    batch = Batch.objects.create(kind="import", by=by, state="done")
    batch.rows.create(number=1, name="a.txt", status="new", is_done=True)
    return batch


def store_bytes(data):
    with store.locked():
        return store.put(data)


def address_of(name, rows):
    if name == "catch_all":
        return "/admin/nothing/at/all/"
    if name == "app_list":
        return reverse("admin:app_list", args=["articles"])
    if name == "view_on_site":
        return "/admin/r/0/0/"
    if name == "articles_batch_many":
        return reverse(f"admin:{name}", args=["rights"])
    if name == "articles_article_text":
        return reverse(f"admin:{name}", args=[rows["articles_article"].pk, rows["a change of text"].pk])
    if name == "articles_batch_row":
        return reverse(f"admin:{name}", args=[rows["articles_batch"].pk, 1])
    if name == "autocomplete":
        return reverse("admin:autocomplete") + "?app_label=articles&model_name=contribution&field_name=author"
    kind = "_".join(name.split("_")[:2])
    if kind in rows and not name.endswith(("_changelist", "_add", "_import", "_queue")):
        return reverse(f"admin:{name}", args=[rows[kind].pk])
    return reverse(f"admin:{name}")


@pytest.mark.parametrize(("act", "state"), POSTED)
def test_every_act_is_done_by_those_who_may_and_by_no_other(act, state, everybody, unwatched):
    publisher = make_user("publisher")
    got, states = [], []
    for client in everybody:
        article = make_article(state=state, by=publisher)
        laid_beside(article)
        given = {"text": "A note.", "reason": "rights" if act == "withdraw" else "Because.", "_all": "1"}
        got.append(client.post(reverse(f"admin:articles_article_{act}", args=[article.pk]), given).status_code)
        states.append(type(article).objects.filter(pk=article.pk).values_list("state", flat=True).first())

    assert (tuple(got), tuple(states)) == (POSTED[act, state], DONE.get((act, state), (state,) * 5))


@pytest.mark.parametrize(
    ("model", "make"),
    [("articles_author", make_author), ("articles_publication", make_publication), ("articles_topic", make_topic), ("entities_entity", make_entity)],
)
def test_a_contributor_reads_the_authorities_and_writes_none(contributor, model, make):
    record = make()

    answers = [
        contributor.post(reverse(f"admin:{model}_change", args=[record.pk]), {"name": "forged", "title": "forged"}).status_code,
        contributor.post(reverse(f"admin:{model}_delete", args=[record.pk]), {"post": "yes"}).status_code,
        contributor.post(
            reverse(f"admin:{model}_changelist"), {"action": "delete_selected", "_selected_action": record.pk, "post": "yes"}
        ).status_code,
    ]

    assert (answers, type(record).objects.count(), Change.objects.count()) == ([403, 403, 200], 1, 0)


def test_what_is_read_only_takes_no_post(superuser):
    article = make_article(state="published")
    change = Change.objects.first()

    answers = [
        superuser.post(reverse(f"admin:{name}_{page}", args=args), {"post": "yes"}).status_code
        for name, row in (("articles_version", article.current), ("history_change", change), ("addresses_pid", Pid.objects.first()))
        for page, args in (("change", [row.pk]), ("delete", [row.pk]), ("add", []))
    ]

    assert answers == [403] * 9


def test_somebody_without_a_desk_is_led_to_the_log_in(client):
    user = make_user("publisher")
    user.is_staff = False
    user.save()
    client.force_login(user)
    article = make_article()

    answer = client.post(reverse("admin:articles_article_publish", args=[article.pk]))

    assert (answer.status_code, answer["Location"], type(article).objects.get().state) == (
        302, f"/admin/login/?next=/admin/articles/article/{article.pk}/publish/", "draft",
    )  # fmt: skip


def test_the_tags_of_other_apps_and_the_guard_of_the_log_in_have_no_desk():
    assert {label for label, _ in owners()} == {"articles", "entities", "addresses", "history", "merging", "auth"}
    assert [str(entry.pattern) for entry in get_resolver().url_patterns if "axes" in str(entry.pattern) or "taggit" in str(entry.pattern)] == []
