"""Sources that no longer answer: what is asked and when, what is written down of it, and what only a person may decide."""

import datetime as dt
import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles import editorial
from articles.editorial import source_checks
from articles.models import Article, SourceCheck, SourceStanding
from articles.outside import NotPublic
from kzarchive.history.models import Change
from tests.factories import make_article, make_user
from tests.sites import Answering, listening

pytestmark = pytest.mark.django_db

START = dt.datetime(2026, 3, 2, 4, 0, tzinfo=dt.UTC)


class Site(Answering):
    """Answers with the status that ``statuses`` has for a path, else 200."""

    statuses: dict[str, int] = {}
    asked: list[str] = []

    def answer(self):
        self.asked.append(self.headers["Host"].partition(":")[0] + self.path)
        self.wfile.write(f"HTTP/1.1 {self.statuses.get(self.path, 200)} x\r\n\r\n".encode())


@pytest.fixture(scope="module")
def server():
    with listening(Site) as place:
        yield place


@pytest.fixture
def check(server):
    """A function that asks what is due on a day, hosts called ``away`` being unknown, and returns (address, outcome, dead) of each."""
    Site.statuses, Site.asked = {}, []

    def resolve(host, port):
        if host.startswith("away"):
            raise socket.gaierror(-2, "Name or service not known")
        if host.startswith("inside"):
            raise NotPublic("This name leads into a private network.")
        return [(socket.AF_INET, server)]

    def run(day=0, **options):
        now = START + dt.timedelta(days=day)
        seen = editorial.check_sources(limit=options.pop("limit", 100), resolve=resolve, pause_seconds=0, clock=lambda: now, **options)
        return sorted((one.url, one.answer.outcome.value, one.is_dead) for one in seen)

    run.resolve = resolve
    return run


def at(path, host="press.example-kz.org", **values):
    return make_article(source_url=f"http://{host}{path}", **values)


def test_a_source_is_dead_when_it_failed_on_three_days_and_lives_when_it_answers(check):
    article, other = at("/a"), at("/b")
    Site.statuses = {"/a": 404}
    days = [[dead for url, _, dead in check(day) if url.endswith("/a")] for day in range(5)]
    assert days == [[False], [False], [True], [], []]  # a dead one is left alone for a week
    assert list(SourceStanding.objects.dead().values_list("article", flat=True)) == [article.pk]

    Site.statuses = {}
    assert [dead for url, _, dead in check(9) if url.endswith("/a")] == [False]
    standing = article.source_standing
    assert (standing.failing_since, standing.failing_days, standing.answered_at) == (None, 0, START + dt.timedelta(days=9))
    assert list(article.source_checks.order_by("id").values_list("outcome", "status", "times", "first_at", "last_at")) == [
        ("gone", 404, 3, START, START + dt.timedelta(days=2)),
        ("answers", 200, 1, START + dt.timedelta(days=9), START + dt.timedelta(days=9)),
    ]
    assert (other.source_standing.is_dead, other.source_checks.get().times) == (False, 1)


def test_three_failures_on_one_day_are_one(check):
    at("/a")
    Site.statuses = {"/a": 500}

    assert [check(hours / 24, again=True)[0][2] for hours in (0, 1, 2, 3)] == [False] * 4
    assert SourceStanding.objects.get().failing_days == 1


def test_what_is_unsure_or_not_asked_counts_neither_way(check):
    article = at("/a")
    at("/b", host="inside.example-kz.org")
    Site.statuses = {"/a": 410}
    check(0)
    check(1)
    Site.statuses = {"/a": 403}
    assert check(2) == [("http://press.example-kz.org/a", "unsure", False)]
    assert article.source_standing.failing_days == 2
    assert SourceCheck.objects.get(article__source_url__contains="inside").outcome == "not asked"
    Site.statuses = {"/a": 410}

    assert check(9) == [("http://press.example-kz.org/a", "gone", True)]


def test_a_run_asks_nothing_twice_and_one_address_once_for_all_that_name_it(check):
    one, other = at("/a"), at("/a")

    assert [len(check(0)), len(check(0)), len(check(29)), len(check(30))] == [1, 0, 0, 1]
    assert Site.asked == ["press.example-kz.org/a"] * 2
    assert [article.source_standing.asked_at for article in (one, other)] == [START + dt.timedelta(days=30)] * 2


def test_no_article_is_changed_and_what_was_taken_back_is_not_asked(check):
    article = at("/a", state="published")
    at("/b", state="withdrawn")
    make_article()
    Site.statuses = {"/a": 404}
    before = Article.objects.filter(pk=article.pk).values().get(), Change.objects.count()

    for day in range(4):
        check(day)

    assert (Article.objects.filter(pk=article.pk).values().get(), Change.objects.count()) == before
    assert set(Site.asked) == {"press.example-kz.org/a"}


def test_another_address_is_judged_anew(check):
    article = at("/a")
    Site.statuses = {"/a": 404}
    for day in range(3):
        check(day)
    Article.objects.update(source_url="http://press.example-kz.org/b")
    assert not SourceStanding.objects.dead().exists()

    assert check(3) == [("http://press.example-kz.org/b", "answers", False)]
    assert (article.source_checks.count(), SourceStanding.objects.get().url) == (2, "http://press.example-kz.org/b")


def test_a_run_that_is_ended_goes_on_with_the_next(check):
    for number in range(6):
        at(f"/{number}")
    run = editorial.check_sources(limit=100, resolve=check.resolve, pause_seconds=0, clock=lambda: START)
    seen = [next(run).url, next(run).url]
    run.close()

    rest = check(0)

    assert SourceStanding.objects.count() == 6
    assert sorted([*seen, *(url for url, _, _ in rest)]) == [f"http://press.example-kz.org/{number}" for number in range(6)]


def test_a_host_is_asked_so_many_times_in_a_run_and_left_alone_when_it_asks_for_that(check, monkeypatch):
    monkeypatch.setattr(source_checks, "MOST_OF_A_HOST", 3)
    for number in range(5):
        at(f"/{number}")
        at(f"/{number}", host="busy.example-kz.org")
    Site.statuses = {}
    assert (len(check(0)), len(check(0)), len(check(0)), len(check(0, limit=1, again=True))) == (6, 4, 0, 1)

    Site.asked, Site.statuses = [], {f"/{number}": 429 for number in range(5)}
    check(30)
    assert sorted(Site.asked) == ["busy.example-kz.org/0", "press.example-kz.org/0"]


def test_a_machine_that_is_cut_off_counts_nothing(check):
    for number in range(5):
        at("/a", host=f"away{number}.example-kz.org")
    with pytest.raises(editorial.CutOff):
        check(0)
    assert (SourceCheck.objects.count(), SourceStanding.objects.count()) == (0, 0)

    at("/a")
    assert [outcome for _, outcome, _ in check(0)] == ["unreachable"] * 5 + ["answers"]


def test_two_runs_do_not_ask_at_once(check):
    for number in range(2):
        at(f"/{number}")
    first = editorial.check_sources(limit=100, resolve=check.resolve, pause_seconds=0, clock=lambda: START)
    next(first)

    with pytest.raises(editorial.AskedElsewhere):
        check(0)
    first.close()
    assert len(check(0)) == 1


def test_a_person_who_finds_the_page_is_believed_for_half_a_year(check):
    article, editor = at("/a"), make_user("editor")
    Site.statuses = {"/a": 503}
    with pytest.raises(editorial.WrongState):
        editorial.vouch_for_source(article, by=editor)
    for day in range(3):
        check(day)

    editorial.vouch_for_source(article, by=editor)

    assert not SourceStanding.objects.dead().exists()
    vouched = SourceStanding.objects.get().vouched_at
    assert [(change.act, change.by, change.after) for change in Change.objects.of(article)] == [
        ("vouch for source", editor, {"source_url": article.source_url})
    ]
    later = (vouched - START).days
    assert [check(later + days, again=True)[0][2] for days in (3, 170, 190)] == [False, False, True]


def test_a_draft_that_goes_takes_its_checks_along(check):
    article = at("/a")
    check(0)

    editorial.discard(article, by=make_user("editor"))

    assert (SourceCheck.objects.count(), SourceStanding.objects.count()) == (0, 0)


# The command


def test_the_command_says_what_is_due_and_asks_none_of_it(capsys):
    at("/a")

    call_command("check_sources", dry_run=True)
    call_command("check_sources", dry_run=True, json=True)

    assert capsys.readouterr().out.splitlines() == ["http://press.example-kz.org/a", '{"address": "http://press.example-kz.org/a"}']
    assert SourceStanding.objects.count() == 0


def test_the_command_prints_a_line_an_address_and_sums_up_apart(check, server, monkeypatch, capsys):
    article = at("/a")
    Site.statuses = {"/a": 404}
    connect, reached = socket.socket.connect, []

    def found(host, port, **options):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", port))]

    def divert(self, place):
        reached.append(place)
        connect(self, server)

    monkeypatch.setattr(socket, "getaddrinfo", found)
    monkeypatch.setattr(socket.socket, "connect", divert)

    call_command("check_sources", json=True)
    out, err = capsys.readouterr()

    assert json.loads(out) == {
        "address": "http://press.example-kz.org/a", "articles": [article.pid], "outcome": "gone", "status": 404, "led_to": None,
        "message": "404 Not Found.", "dead": False,
    }  # fmt: skip
    assert (err, set(reached)) == ("1 gone\n", {("93.184.215.14", 80)})
    call_command("check_sources")
    assert capsys.readouterr() == ("", "no source is due\n")


@pytest.mark.parametrize("limit", ["0", "-1", "x", "9" * 5000, "²"])
def test_a_limit_that_is_none_is_wrong_usage(limit):
    with pytest.raises(CommandError) as refusal:
        call_command("check_sources", f"--limit={limit}")

    assert refusal.value.returncode == 2


def test_private_addresses_are_not_asked_by_the_command(capsys):
    for host in ("127.0.0.1", "localhost", "169.254.169.254", "[::1]"):
        make_article(source_url=f"http://{host}/")

    call_command("check_sources")

    assert sorted(line.split("\t")[:2] for line in capsys.readouterr().out.splitlines()) == [["not asked", "-"]] * 4


@pytest.mark.processes
@pytest.mark.engine_free
@pytest.mark.django_db(databases=[])
def test_a_run_that_is_killed_halfway_goes_on_with_the_next(own_archive):
    script = Path(__file__).parents[1] / "killed_while_asking.py"
    told = json.loads(
        subprocess.run(
            [sys.executable, script], env=own_archive.environment, cwd=script.parents[2], check=True, capture_output=True, text=True
        ).stdout
    )

    everything = sorted([f"http://press{number % 2}.example-kz.org/{number}", "answers", 1] for number in range(6))
    kept = [url for url, _, _ in told["before"]]
    assert (told["was_killed"], 0 < len(kept) < 6, told["after"]) == (True, True, everything)
    assert told["asked"] == {url.removeprefix("http://"): 1 for url, _, _ in everything if url not in kept}
