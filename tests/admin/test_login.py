"""The way in: wrong passwords are counted, everybody is refused in the same words, a changed password ends every other session."""

import pytest
from django.core.cache import cache
from django.test import Client

from kzarchive.history.models import Change
from tests.factories import make_user

from .pages import faults_of

pytestmark = [pytest.mark.django_db, pytest.mark.engine_free]
PASSWORD = "a long one, hard to guess"


def log_in(client, username, password=PASSWORD, **extra):
    return client.post("/admin/login/", {"username": username, "password": password}, **extra)


@pytest.fixture
def keeper():
    cache.clear()
    return make_user("editor", username="keeper", password=PASSWORD)


def test_the_fifth_wrong_password_closes_the_door_for_that_name_and_address(keeper, client):
    answers = [log_in(client, "keeper", "wrong").status_code for _ in range(5)]

    assert (answers, log_in(client, "keeper").status_code) == ([200, 200, 200, 200, 429], 429)
    assert log_in(Client(), "keeper", REMOTE_ADDR="192.0.2.7").status_code == 302  # no stranger locks the keeper out elsewhere


def test_an_unknown_name_is_refused_as_a_known_one_is(keeper):
    def told(username):
        client = Client(REMOTE_ADDR="192.0.2.9")
        return [
            (answer.status_code, faults_of(answer) if answer.status_code == 200 else [])
            for answer in (log_in(client, username, "wrong") for _ in range(6))
        ]

    words = "Please enter the correct username and password for a staff account. Note that both fields may be case-sensitive."
    assert told("keeper") == told("nobody") == [(200, [words])] * 4 + [(429, [])] * 2


@pytest.mark.parametrize(("is_staff", "is_active"), [(False, True), (True, False)], ids=["no desk", "no longer active"])
def test_somebody_who_may_not_come_in_is_refused_in_the_same_words(keeper, client, is_staff, is_active):
    keeper.is_staff, keeper.is_active = is_staff, is_active
    keeper.save()

    assert faults_of(log_in(client, "keeper")) == [
        "Please enter the correct username and password for a staff account. Note that both fields may be case-sensitive."
    ]


@pytest.mark.parametrize("username", ["key\x00per", "x" * 5000, "kee‮per", "'; --", "", "%00"])
def test_no_name_breaks_the_log_in(keeper, client, username):
    assert log_in(client, username).status_code == 200


def test_a_session_is_new_after_the_log_in_and_ends_when_the_password_changes(keeper):
    here, there = Client(), Client()
    here.get("/admin/login/")
    for client in (here, there):
        log_in(client, "keeper")
    changed = here.post(
        "/admin/password_change/",
        {"old_password": PASSWORD, "new_password1": "another long one, as hard", "new_password2": "another long one, as hard"},
    )

    assert [changed.status_code, here.get("/admin/").status_code, there.get("/admin/").status_code] == [302, 200, 302]
    assert list(Change.objects.values_list("act", "by__username", "before", "after")) == [("change password", "keeper", None, None)]


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("elevenchars", "This password is too short. It must contain at least 12 characters."),
        ("qwerty123456", "This password is too common."),
        ("123456789012", "This password is entirely numeric."),
    ],
)
def test_a_weak_password_is_refused(keeper, client, password, fault):
    client.force_login(keeper)

    answer = client.post("/admin/password_change/", {"old_password": PASSWORD, "new_password1": password, "new_password2": password})

    assert fault in faults_of(answer)


def test_a_password_set_by_a_superuser_is_in_the_history_without_its_digest(keeper, superuser):
    superuser.post(
        f"/admin/auth/user/{keeper.pk}/password/",
        {"password1": "another long one, as hard", "password2": "another long one, as hard", "usable_password": "true"},
    )

    assert list(Change.objects.values_list("act", "by__username", "label", "before", "after")) == [("change password", "root", "keeper", None, None)]


def test_a_new_account_is_in_the_history_without_its_digest(superuser):
    superuser.post(
        "/admin/auth/user/add/",
        {"username": "fresh", "password1": "a fresh one, hard to guess", "password2": "a fresh one, hard to guess", "usable_password": "true"},
    )

    change = Change.objects.get()
    assert (change.act, change.label, "password" in change.after, "pbkdf2" in str(change.after)) == ("add", "fresh", False, False)


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "\x01//evil.example"])
def test_nobody_is_led_to_another_site_after_the_log_in(keeper, client, address):
    answer = client.post("/admin/login/", {"username": "keeper", "password": PASSWORD, "next": address})

    assert (answer.status_code, answer["Location"]) == (302, "/accounts/profile/") or answer["Location"].startswith("/admin/")


def test_the_desk_is_kept_by_nobody(keeper, client):
    client.force_login(keeper)

    assert [client.get(path)["Cache-Control"] for path in ("/admin/", "/admin/articles/article/")] == ["private, no-store"] * 2
