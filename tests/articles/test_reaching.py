"""Asking whether an address outside answers: each end of it at a real socket, and no way into a private network."""

import socket
import threading

import pytest

from articles import reaching
from articles.outside import NotPublic
from articles.reaching import Answer, Outcome, ask, public_places
from tests.sites import Answering, listening

SITE = "http://source.example-press.kz"


class Site(Answering):
    """Each path answers in a way of its own; ``asked`` has every request line and who asked."""

    asked: list[tuple[str, str, str]] = []
    places = {
        "/moved": "/en/ok", "/2014/05/article": "/", "/home-in-english": "/en/", "/soft": "/errors/404.html", "/loop": "/loop", "/inside": "http://10.0.0.1/x",
        "/meta": "http://169.254.169.254/latest", "/itself": "http://127.0.0.1/", "/number": "http://2130706433/", "/script": "javascript:alert(1)",
        "/file": "file:///etc/passwd", "/rebound": "http://inside.example-press.kz/", "/nothing": "http://[", "/long": "/" + "x" * 2100,
        "/russian": "/страница one", "/name": "http://editor@source.example-press.kz/en/ok",
    }  # fmt: skip

    def answer(self):
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        path = self.path.partition("?")[0]
        if path in self.places:
            self.wfile.write(f"HTTP/1.1 302 Found\r\nLocation: {self.places[path]}\r\n\r\n".encode())
        elif path == "/silent":
            threading.Event().wait(1)
        elif path == "/drip":
            for _ in range(20):
                self.wfile.write(b"HTTP/1.1 200 OK\r\nX: y\r\n"[:1])
                threading.Event().wait(0.05)
        elif path == "/endless":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-More: y\r\n" * 8000)
        elif path == "/no-http":
            self.wfile.write(b"220 mail.example.org ESMTP\r\n\r\n")
        elif path == "/early":
            self.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")
        elif path == "/get-alone" and self.command == "HEAD":
            self.wfile.write(b"HTTP/1.1 405 Method Not Allowed\r\n\r\n")
        elif path == "/hangs-up-on-head" and self.command == "HEAD":
            return
        else:
            statuses = {"/gone": 410, "/missing": 404, "/fault": 503, "/forbidden": 403, "/busy": 429}
            self.wfile.write(f"HTTP/1.1 {statuses.get(path, 200)} x\r\n\r\n{'a page' if self.command == 'GET' else ''}".encode())


@pytest.fixture(scope="module")
def server():
    with listening(Site) as place:
        yield place


@pytest.fixture
def asked(server, monkeypatch):
    """A function that asks a path of the site; names lead to the listening socket by a resolver of the test, as no production code does."""
    Site.asked.clear()

    def resolve(host, port):
        if host.startswith("inside."):
            raise NotPublic("This name leads into a private network.")
        return [(socket.AF_INET, server)]

    return lambda path: ask(path if "://" in path else SITE + path, agent="test (+https://archive.example.org/)", resolve=resolve)


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/en/ok", Answer(Outcome.ANSWERS, 200)),
        ("/страница?a=ә б", Answer(Outcome.NOT_ASKED, None, "", "An address holds no blanks, quotation marks or backslashes.")),
        ("/страница?a=ә", Answer(Outcome.ANSWERS, 200)),
        ("/early", Answer(Outcome.ANSWERS, 200)),
        ("/get-alone", Answer(Outcome.ANSWERS, 200)),
        ("/hangs-up-on-head", Answer(Outcome.ANSWERS, 200)),
        ("/moved", Answer(Outcome.ANSWERS, 200, f"{SITE}/en/ok")),
        ("/russian", Answer(Outcome.ANSWERS, 200, f"{SITE}/страница%20one")),
        ("/gone", Answer(Outcome.GONE, 410, "", "410 Gone.")),
        ("/missing", Answer(Outcome.GONE, 404, "", "404 Not Found.")),
        ("/soft", Answer(Outcome.GONE, 200, f"{SITE}/errors/404.html", "It redirects to a page that says it is not there.")),
        ("/2014/05/article", Answer(Outcome.FRONT_PAGE, 200, f"{SITE}/", "It redirects to the front page of a site.")),
        ("/home-in-english", Answer(Outcome.FRONT_PAGE, 200, f"{SITE}/en/", "It redirects to the front page of a site.")),
        ("/fault", Answer(Outcome.FAULT, 503, "", "503 Service Unavailable.")),
        ("/no-http", Answer(Outcome.FAULT, None, "", "It broke off, or did not answer as a web server does.")),
        ("/endless", Answer(Outcome.FAULT, None, "", "It broke off, or did not answer as a web server does.")),
        ("/forbidden", Answer(Outcome.UNSURE, 403, "", "403 Forbidden: the host answers, but not to a machine like this one.")),
        ("/busy", Answer(Outcome.UNSURE, 429, "", "429 Too Many Requests: the host answers, but not to a machine like this one.")),
        ("/loop", Answer(Outcome.UNSURE, 302, "", "It redirects in a circle, as sites do that insist on a cookie.")),
        ("/long", Answer(Outcome.UNSURE, 302, "", "It redirects to an address that is too long.")),
        ("/nothing", Answer(Outcome.UNSURE, 302, "", "It redirects to what is no address.")),
    ],
)
def test_each_end_of_a_question(asked, path, answer):
    assert asked(path) == answer


def test_head_is_asked_first_and_get_where_head_is_not_answered(asked):
    asked("/en/ok")
    asked("/get-alone")

    who = "test (+https://archive.example.org/)"
    assert Site.asked == [("HEAD", "/en/ok", who), ("HEAD", "/get-alone", who), ("GET", "/get-alone", who)]


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_whoever_answers_slowly_is_not_waited_for(asked, path, monkeypatch):
    monkeypatch.setattr(reaching, "SECONDS", 0.15)

    assert asked(path) == Answer(Outcome.FAULT, None, "", "It did not answer within 0.15 seconds.")


def test_where_nobody_listens_there_is_no_connection():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        place = closed.getsockname()

        assert ask(SITE, agent="test", resolve=lambda *_: [(socket.AF_INET, place)]) == Answer(
            Outcome.UNREACHABLE, None, "", "It takes no connections."
        )


def test_a_server_whose_certificate_nobody_vouches_for_is_no_proof(monkeypatch):
    def distrust(*args, **options):
        raise reaching.ssl.SSLCertVerificationError

    here, there = socket.socketpair()
    monkeypatch.setattr(reaching.ssl.SSLContext, "wrap_socket", distrust)  # the fake stands at the network: no authority signs for a test
    monkeypatch.setattr(reaching, "_connected", lambda places: here)
    with there:
        answer = ask("https://source.example-press.kz/", agent="test", resolve=lambda *_: [(socket.AF_INET, ("192.0.2.1", 443))])

    assert answer == Answer(Outcome.UNSURE, None, "", "Its certificate is not trusted by this machine.")


@pytest.mark.parametrize("path", ["/inside", "/meta", "/itself", "/number", "/script", "/file", "/rebound", "/name"])
def test_no_redirect_leads_into_a_private_network(asked, path):
    answer = asked(path)

    assert (answer.outcome, answer.led_to, len(Site.asked)) == (Outcome.NOT_ASKED, "", 1)
    assert answer.message.startswith(f"It redirects to {Site.places[path]}, which was not asked.")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://127.1/", "http://0/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://169.254.169.254/", "http://10.1.2.3/",
        "http://192.168.0.1/", "http://172.16.0.1/", "http://100.64.0.1/", "http://[fe80::1]/", "http://[fd00::1]/", "http://224.0.0.1/",
        "http://localhost/", "http://printer.local/", "http://intranet/", "http://a@127.0.0.1/", "http://example.org@127.0.0.1/", "http://1.1.1.1\\@127.0.0.1/",
        "file:///etc/passwd", "gopher://example.org/", "ftp://example.org/", "//example.org/", "", "http://", "http://[", "http://example.org:99999/",
        "http://ex\x00ample.org/",
    ],
)  # fmt: skip
def test_no_address_of_a_private_network_is_connected_to(address, monkeypatch):
    def connected(*args):
        raise AssertionError("connected")

    monkeypatch.setattr(socket.socket, "connect", connected)

    assert ask(address, agent="test").outcome == Outcome.NOT_ASKED


@pytest.mark.parametrize(
    "number", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "fe80::1%1", "0.0.0.0"]
)
def test_a_name_that_leads_inside_is_refused_even_if_it_leads_outside_too(number, monkeypatch):
    def found(host, port, **options):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in ("93.184.215.14", number)]

    monkeypatch.setattr(socket, "getaddrinfo", found)

    with pytest.raises(NotPublic):
        public_places("rebinding.example.org", 80)


def test_what_is_connected_to_is_the_number_that_was_looked_at(server, monkeypatch):
    asked_for, reached = [], []

    def found(host, port, **options):
        asked_for.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14" if len(asked_for) == 1 else "127.0.0.1", port))]

    def refuse(self, place):
        reached.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", found)
    monkeypatch.setattr(socket.socket, "connect", refuse)

    assert (ask("http://rebinding.example.org/", agent="test").outcome, asked_for, reached) == (
        Outcome.UNREACHABLE, ["rebinding.example.org"], [("93.184.215.14", 80)],
    )  # fmt: skip


def test_a_name_that_nobody_knows_is_no_connection(monkeypatch):
    def unknown(*args, **options):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    assert ask(SITE, agent="test") == Answer(Outcome.UNREACHABLE, None, "", "No host of this name is known.")
