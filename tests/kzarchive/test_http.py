"""What every answer carries, what is refused before a page is asked, and what the log says of it."""

import io
import json
import logging
import runpy
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client, RequestFactory
from django.urls import path

from kzarchive import http, urls
from tests.factories import make_article, make_user

pytestmark = pytest.mark.urls(__name__)

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "a-long-enough-pass-phrase"
SECURITY_HEADERS = {
    "Permissions-Policy": "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Strict-Transport-Security": None,
}
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
}


def fault(request):
    raise ValueError("a fault of ours")


urlpatterns = [path("fault/", fault), *urls.urlpatterns]
handler400, handler404 = urls.handler400, urls.handler404


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


@pytest.fixture
def editor(db, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # what a good one costs is not what is tested
    user = make_user("publisher", username="editor")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def https(settings, monkeypatch, tmp_path):
    """The settings as they are on a public host with https."""
    environment = {"SITE_URL": "https://archive.example.org", "SECRET_KEY": "k" * 60, "KZARCHIVE_DATA": str(tmp_path)}
    with monkeypatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        found = runpy.run_path(str(ROOT / "kzarchive" / "settings.py"))
    for name, value in found.items():
        if name.startswith(("SECURE_", "SESSION_", "CSRF_", "SITE_URL", "ALLOWED_HOSTS", "IS_")):
            setattr(settings, name, value)
    return {"secure": True, "headers": {"host": "archive.example.org"}}


@pytest.fixture
def log():
    """All that goes to the log in production, as the lines of it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(http.JsonLines())
    root, own = logging.getLogger(), logging.getLogger("kzarchive")
    levels = root.level, own.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    own.setLevel(logging.INFO)
    yield stream
    root.removeHandler(handler)
    root.setLevel(levels[0])
    own.setLevel(levels[1])


def requests_in(log):
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    return [line for line in lines if line["logger"] == "kzarchive.requests"]


def policy_of(response):
    return set(response["Content-Security-Policy"].split("; "))


# The log


@pytest.mark.engine_free
@pytest.mark.django_db
def test_each_request_is_one_line_of_json(client, log):
    client.get("/articles/?q=steppe", headers={"x-forwarded-for": "203.0.113.9"})

    (line,) = [json.loads(row) for row in log.getvalue().splitlines()]
    assert isinstance(line.pop("milliseconds"), float)
    assert len(line.pop("at")) == len("2014-02-05T10:00:00Z")
    assert line == {
        "level": "info",
        "logger": "kzarchive.requests",
        "message": "answered",
        "method": "GET",
        "path": "/articles/",
        "status": 200,
        "client": "127.0.0.1",
        "user": None,
    }


@pytest.mark.engine_free
@pytest.mark.django_db
def test_control_characters_of_an_address_cannot_start_a_line(client, log):
    client.get("/articles/%0A%7B%22level%22:%22forged%22%7D%0D%1B[2J%E2%80%A8/")

    text = log.getvalue()
    assert text.count("\n") == 1
    assert text.isascii()
    assert requests_in(log)[0]["path"] == '/articles/\n{"level":"forged"}\r\x1b[2J\u2028/'


@pytest.mark.engine_free
@pytest.mark.django_db
def test_a_path_without_end_is_cut_in_the_log(client, log):
    client.get("/" + "x" * 10_000)

    assert len(requests_in(log)[0]["path"]) == http.LONGEST_LOGGED


@pytest.mark.engine_free
@pytest.mark.django_db
def test_no_secret_of_any_kind_is_in_the_log(client, log, editor):
    client.cookies["other"] = "secret-in-a-cookie"
    client.post("/admin/login/?next=/secret-in-next/", {"username": "editor", "password": "secret-in-a-wrong-password"})
    client.post("/admin/login/", {"username": "editor", "password": PASSWORD})
    token, session = client.cookies["csrf"].value, client.cookies["session"].value
    client.get("/search/?q=secret-in-a-search")
    client.get("/admin/articles/article/?q=secret-in-a-desk-search")
    draft = make_article(title="secret-in-a-draft-title", body="secret-in-a-draft-text")
    client.get(f"/admin/articles/article/{draft.pk}/change/")
    client.post(f"/admin/articles/article/{draft.pk}/change/", {"title": "secret-in-a-form", "csrfmiddlewaretoken": token})
    client.get(f"/articles/{draft.pid}/?preview=secret-in-a-preview", headers={"authorization": "Bearer secret-in-a-header"})
    refusing = Client(enforce_csrf_checks=True)
    refusing.post("/admin/login/", {"password": "secret-in-a-refused-form", "csrfmiddlewaretoken": "secret-as-a-token"})

    text = log.getvalue()
    assert len(requests_in(log)) == 8
    assert [word for word in ("secret", PASSWORD, token, session) if word in text] == []


@pytest.mark.engine_free
def test_a_fault_of_ours_is_logged_with_its_traceback(client, log):
    response = client.get("/fault/?q=secret")

    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert response.status_code == 500
    assert [(line["logger"], line["level"]) for line in lines] == [("django.request", "error"), ("kzarchive.requests", "info")]
    assert lines[0]["traceback"].endswith("ValueError: a fault of ours")
    assert "secret" not in log.getvalue()


@pytest.mark.engine_free
def test_the_desk_names_who_asked(client, log, editor):
    client.force_login(editor)
    client.get("/admin/")

    assert [(line["path"], line["user"]) for line in requests_in(log)] == [("/admin/", "editor")]


@pytest.mark.engine_free
def test_logging_in_and_out_name_who_did(client, log, editor):
    client.post("/admin/login/", {"username": "editor", "password": PASSWORD})
    client.post("/admin/logout/")

    assert [(line["path"], line["user"]) for line in requests_in(log)] == [("/admin/login/", "editor"), ("/admin/logout/", "editor")]


@pytest.mark.engine_free
@pytest.mark.django_db
def test_a_refusal_is_a_warning_that_names_who_and_what(client, log):
    client.force_login(make_user("contributor", username="drafter"))
    client.get("/admin/auth/user/1/change/")

    assert [(line["level"], line["message"], line["path"], line["status"], line["user"]) for line in requests_in(log)] == [
        ("warning", "refused", "/admin/auth/user/1/change/", 403, "drafter")
    ]


@pytest.mark.engine_free
def test_a_wrong_password_is_told_with_the_name_it_was_tried_for(client, log, editor):
    client.post("/admin/login/", {"username": "editor", "password": "secret-in-a-password"})

    told = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [(line["message"], line["path"], line["client"], line["user"]) for line in told if line["level"] == "warning"] == [
        ("log-in failed", "/admin/login/", "127.0.0.1", "editor")
    ]


def test_a_terminal_gets_a_short_line():
    record = logging.LogRecord("kzarchive.requests", logging.INFO, "", 0, "answered", (), None)
    record.facts = {"status": 404, "method": "GET", "path": "/a\n\x1b[2Jb", "milliseconds": 3.6}

    assert http.ShortLines().format(record)[9:] == r"404 GET /a\n\x1b[2Jb 4 ms"


# Who asks


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_the_address_of_who_asks_is_read_behind_our_own_proxies_alone(settings, proxies, forwarded, address):
    settings.PROXY_COUNT = proxies

    assert http.client_address(RequestFactory().get("/", headers={"x-forwarded-for": forwarded})) == address


# Headers


def ask(client, kind, **options):
    """Get an answer of ``kind``."""
    if kind == "static":
        response = client.get("/static/probe.css", **options)
        response.close()  # it holds the file open, as a server would until it is sent
        return response
    if kind == "tombstone":
        return client.get(f"/articles/{make_article(state='withdrawn').pid}/", **options)
    if kind == "another host":
        return client.get("/", **{**options, "headers": {"host": "evil.example.net"}})
    method, address = {
        "page": ("get", "/"),
        "head": ("head", "/"),
        "another spelling": ("get", "/Articles"),
        "not there": ("get", "/nothing/here/"),
        "mistyped pid": ("get", "/articles/kz0000000/"),
        "control character": ("get", "/search/?q=%00"),
        "method": ("put", "/"),
        "post": ("post", "/"),
        "fault": ("get", "/fault/"),
        "log-in": ("get", "/admin/login/"),
        "desk": ("get", "/admin/"),
        "robots": ("get", "/robots.txt"),
    }[kind]
    return getattr(client, method)(address, **options)


KINDS = {
    "page": 200,
    "head": 200,
    "robots": 200,
    "static": 200,
    "another spelling": 308,
    "not there": 404,
    "mistyped pid": 404,
    "control character": 400,
    "another host": 400,
    "method": 405,
    "post": 405,
    "fault": 500,
    "log-in": 200,
    "desk": 302,
    "tombstone": 410,
}


@pytest.fixture
def client_with_files(settings):
    """A client of an archive that has a static file, and no log-in."""
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    (settings.STATIC_ROOT / "probe.css").write_text("p { margin: 0 }")
    yield Client(raise_request_exception=False)
    (settings.STATIC_ROOT / "probe.css").unlink()


@pytest.mark.engine_free
@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_carries_every_header(client_with_files, kind):
    response = ask(client_with_files, kind)

    found = {name: response.get(name) for name in SECURITY_HEADERS}
    assert (response.status_code, found, policy_of(response)) == (KINDS[kind], SECURITY_HEADERS, POLICY)


@pytest.mark.engine_free
@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_over_https_every_kind_of_answer_keeps_the_browser_there(https, client_with_files, kind):
    response = ask(client_with_files, kind, **https)

    # A host that is not ours is refused before anything is promised in its name.
    hsts = None if kind == "another host" else "max-age=63072000; includeSubDomains; preload"
    found = {name: response.get(name) for name in SECURITY_HEADERS}
    expected = {**SECURITY_HEADERS, "Strict-Transport-Security": response.get("Strict-Transport-Security") if hsts is None else hsts}
    assert (response.status_code, found, policy_of(response)) == (KINDS[kind], expected, POLICY)


@pytest.mark.engine_free
def test_http_is_led_to_https_with_the_same_headers(https, client):
    response = client.get("/articles/", headers={"host": "archive.example.org"})

    assert (response.status_code, response["Location"], policy_of(response)) == (301, "https://archive.example.org/articles/", POLICY)
    assert {name: response.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS


@pytest.mark.engine_free
def test_the_proxy_says_whether_it_was_https(https, client):
    headers = {"host": "archive.example.org", "x-forwarded-proto": "https"}

    assert client.get("/healthz", headers=headers)["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"


@pytest.mark.engine_free
def test_liveness_is_answered_without_https(https, client):
    assert client.get("/healthz", headers={"host": "127.0.0.1"}).status_code == 200


@pytest.mark.engine_free
@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_readers_get_no_cookie(client_with_files, kind):
    cookies = ask(client_with_files, kind).cookies

    assert sorted(cookies) == (["csrf"] if kind == "log-in" else [])


@pytest.mark.engine_free
@pytest.mark.parametrize("is_https", [False, True])
def test_the_cookies_of_the_desk_are_closed_to_scripts_and_other_sites(request, client, editor, is_https):
    options = request.getfixturevalue("https") if is_https else {}
    client.get("/admin/login/", **options)
    client.post("/admin/login/", {"username": "editor", "password": PASSWORD}, **options)

    prefix = "__Host-" if is_https else ""
    flags = {name: (c["httponly"], c["samesite"], c["path"], c["domain"], c["secure"]) for name, c in client.cookies.items()}
    assert flags == dict.fromkeys([f"{prefix}csrf", f"{prefix}session"], (True, "Lax", "/", "", True if is_https else ""))


# Who may keep an answer


@pytest.mark.engine_free
@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_public_and_there_may_be_kept(client_with_files, kind):
    response = ask(client_with_files, kind)

    kept = {"page": "public, no-cache", "head": "public, no-cache", "robots": "public, no-cache", "another spelling": "public, no-cache"}
    kept["static"] = "max-age=60, public"
    at_desk = kind in {"log-in", "desk"}
    assert (response["Cache-Control"], "Cookie" in response.get("Vary", "")) == (kept.get(kind, "private, no-store"), at_desk)


@pytest.mark.engine_free
@pytest.mark.parametrize("address", ["/admin/", "/admin/articles/article/", "/admin/articles/article/1/change/"])
def test_nothing_of_the_desk_is_kept(client, editor, address):
    client.force_login(editor)

    assert client.get(address)["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("address", ["/", "/articles/", "/search/?q=article", "/entities/"])
def test_a_page_shows_an_editor_what_it_shows_everybody(client, editor, address):
    make_article(state="published", by=editor)
    public = client.get(address)
    client.force_login(editor)
    seen = client.get(address)

    assert (seen.content, seen["Cache-Control"], seen.get("Vary")) == (public.content, "public, no-cache", public.get("Vary"))


# Hosts, methods, characters


@pytest.mark.engine_free
@pytest.mark.django_db
@pytest.mark.parametrize(
    "host",
    [
        "evil.example.net",
        "127.0.0.1.evil.example.net",
        "evil.example.net:80",
        "127.0.0.1@evil.example.net",
        "",
        "a b",
        "[::1",
        "127.0.0.1, evil.example.net",
    ],
)
def test_a_host_that_is_not_ours_is_refused_and_not_repeated(client, host):
    response = client.get("/articles/", headers={"host": host})

    assert (response.status_code, b"evil" in response.content, "Location" in response) == (400, False, False)


@pytest.mark.engine_free
@pytest.mark.django_db
@pytest.mark.parametrize("header", ["x-forwarded-host", "x-host", "x-forwarded-server", "forwarded", "x-original-url", "x-rewrite-url"])
def test_headers_that_name_another_host_or_address_change_nothing(client, header):
    assert client.get("/articles/", headers={header: "evil.example.net"}).content == client.get("/articles/").content


@pytest.mark.engine_free
@pytest.mark.django_db
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "GETX"])
@pytest.mark.parametrize("address", ["/", "/articles/", "/search/", "/entities/", "/admin/", "/admin/login/", "/healthz", "/robots.txt", "/nothing/"])
def test_methods_that_nothing_answers_are_refused_everywhere(client, method, address):
    assert client.generic(method, address).status_code == 405


@pytest.mark.engine_free
@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/articles/", "/search/", "/entities/", "/healthz", "/robots.txt"])
@pytest.mark.parametrize("method", ["POST", "OPTIONS"])
def test_pages_are_only_read(client, method, address):
    assert client.generic(method, address).status_code == 405


@pytest.mark.engine_free
@pytest.mark.parametrize("address", ["/", "/admin/login/", "/articles/"])
def test_a_body_larger_than_any_form_is_refused_before_it_is_read(client, settings, address):
    class NeverRead(io.BytesIO):
        def read(self, *args):
            raise AssertionError("the body was read")

    size = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    response = client.post(address, **{"wsgi.input": NeverRead(), "CONTENT_LENGTH": str(size + 1)}, content_type="multipart/form-data; boundary=x")

    assert (response.status_code, response["Cache-Control"]) == (413, "private, no-store")


@pytest.mark.engine_free
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("/articles/%00/", "the path"),
        ("/articles/%1b/", "the path"),
        ("/search/?q=%00", "character 3 of the query"),
        ("/search/?q=a&from=%1F", "character 10 of the query"),
        ("/search/?q=%7f", "character 3 of the query"),
        ("/admin/login/?next=%00", "character 6 of the query"),
    ],
)
def test_control_characters_are_refused_with_their_place(client, address, where):
    response = client.get(address)

    assert response.status_code == 400
    assert f"There is a control character at {where}." in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["%ff%fe", "%ED%A0%80", "%", "%u0000", "%C3%28", "%F0%9F", "%0A", "%E2%80%AE", "&&&==&", "q" * 3000])
@pytest.mark.parametrize("address", ["/search/?q=", "/articles/?page=", "/entities/?q=", "/admin/login/?next=", "/?"])
def test_no_query_is_a_fault_of_ours(client, address, query):
    assert client.get(address + query).status_code < 500


# Log-in


@pytest.mark.engine_free
@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example.net/",
        "http://evil.example.net",
        "//evil.example.net",
        "///evil.example.net",
        "////evil.example.net",
        "\\\\evil.example.net",
        "/\\evil.example.net",
        "https:evil.example.net",
        "https:///evil.example.net",
        "javascript:alert(1)",
        "data:text/html,evil",
        " //evil.example.net",
        "http://127.0.0.1@evil.example.net/",
        "http://127.0.0.1.evil.example.net/",
        "/%09/evil.example.net",
        "\t//evil.example.net",
    ],
)
def test_logging_in_leads_to_no_other_site(client, editor, target):
    response = client.post("/admin/login/", {"username": "editor", "password": PASSWORD, "next": target})

    # The one that stays is a path of ours: the browser keeps it here.
    assert (response.status_code, response["Location"]) == (302, target if target == "/%09/evil.example.net" else "/admin/")


def test_five_wrong_passwords_shut_the_sixth_out_with_the_right_one_too(client, editor):
    answers = [client.post("/admin/login/", {"username": "editor", "password": f"wrong-{n}"}).status_code for n in range(5)]
    last = client.post("/admin/login/", {"username": "editor", "password": PASSWORD})

    assert answers[:4] == [200] * 4
    assert (last.status_code, last["Cache-Control"]) == (429, "private, no-store")


def test_a_name_that_nobody_bears_is_answered_as_one_that_somebody_does(client, editor):
    def answers(name):
        found = [client.post("/admin/login/", {"username": name, "password": "wrong-password"}) for _ in range(6)]
        return [(answer.status_code, b"Please enter the correct" in answer.content) for answer in found]

    assert answers("editor") == answers("nobody")


def test_the_session_changes_at_log_in_and_ends_with_the_password(client, editor):
    client.force_login(make_user("contributor"))
    before = client.cookies["session"].value
    client.post("/admin/login/", {"username": "editor", "password": PASSWORD})
    after = client.cookies["session"].value
    changed = User.objects.get(username="editor")
    changed.set_password("another-long-pass-phrase")
    changed.save()

    assert (before != after, client.get("/admin/").status_code) == (True, 302)
