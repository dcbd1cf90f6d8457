"""Asking the addresses that articles were taken from whether they still answer. What is seen is written down; no article is changed by it."""

from __future__ import annotations

import datetime as dt
import fcntl
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from articles.models import FAILING, Article, SourceCheck, SourceStanding
from articles.reaching import Answer, Place, ask, public_places
from kzarchive.history.models import write

from .errors import EditorialError, WrongState
from .publishing import require
from .waiting import pause

# When an address is asked again, after each of its ends: one that fails is looked at on other days, one that answers is left alone.
AGAIN_AFTER = {outcome: dt.timedelta(days=1) for outcome in FAILING}
AGAIN_AFTER |= {
    SourceCheck.Outcome.ANSWERS: dt.timedelta(days=30), SourceCheck.Outcome.UNSURE: dt.timedelta(days=7),
    SourceCheck.Outcome.NOT_ASKED: dt.timedelta(days=30),
}  # fmt: skip
DEAD_AGAIN_AFTER = dt.timedelta(days=7)
_EARLY = dt.timedelta(hours=2)  # a run that starts at the same hour each day is not to skip every second day

MOST_OF_A_HOST = 30  # addresses in one run
PAUSE_SECONDS = 2.0  # between two questions to one host
HOSTS_AT_ONCE = 6
HOSTS_THAT_TELL = 3  # so many hosts, none of which is reached, say that it is this machine that is cut off


class CutOff(EditorialError):
    """No host at all was reached: nothing was written down."""


class AskedElsewhere(EditorialError):
    """Another process is asking already."""


@dataclass(frozen=True)
class Seen:
    """One address with what was seen at it, and the pids of the articles that name it."""

    url: str
    answer: Answer
    pids: tuple[str, ...]
    is_dead: bool


def due_sources(*, now: dt.datetime, again: bool = False) -> Iterator[tuple[str, str]]:
    """Yield (host, address) of what is to be asked at ``now``, once each, what was never asked first; with ``again`` all of them."""
    articles = Article.objects.exclude(state=Article.State.WITHDRAWN).filter(source_url__isnull=False)
    if not again:
        is_due = Q(source_standing=None) | Q(source_standing__due_at__lte=now) | ~Q(source_standing__url=F("source_url"))
        articles = articles.filter(is_due)
    seen = set()
    order = F("source_standing__asked_at").asc(nulls_first=True)
    for url in list(articles.order_by(order, "pk").values_list("source_url", flat=True)):
        if url not in seen:
            seen.add(url)
            yield _host_of(url), url


def _host_of(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _chosen(limit: int, now: dt.datetime, again: bool) -> dict[str, list[str]]:
    """Return at most ``limit`` addresses that are due, by host, and of none more than it is to be asked in one run."""
    hosts: dict[str, list[str]] = {}
    for host, url in due_sources(now=now, again=again):
        if limit <= 0:
            break
        if len(hosts.setdefault(host, [])) < MOST_OF_A_HOST:
            hosts[host].append(url)
            limit -= 1
    return hosts


def check_sources(
    *,
    limit: int,
    again: bool = False,
    resolve: Callable[[str, int], list[Place]] = public_places,
    pause_seconds: float = PAUSE_SECONDS,
    clock: Callable[[], dt.datetime] = timezone.now,
) -> Iterator[Seen]:
    """Ask what is due and yield each address when what was seen there is written down. Raises AskedElsewhere, CutOff.

    Several hosts are asked at once, each one thing after another. Whatever ends the run, what it yielded is kept, and the next run
    asks the rest.
    """
    with _alone():
        hosts = _chosen(limit, clock(), again)
        is_heard, held = False, []
        for url, answer in _answers(hosts, resolve, pause_seconds):
            is_heard = is_heard or answer.status is not None
            held.append((url, answer))
            # As long as nobody at all was reached, it may be this machine that has no way out.
            if is_heard or answer.outcome not in FAILING:
                for one in held:
                    yield _note(*one, clock())
                    pause()
                held = []
        if not is_heard and len({_host_of(url) for url, _ in held}) > HOSTS_THAT_TELL:
            raise CutOff("None of these hosts was reached: this machine seems to be cut off, and nothing is counted.")
        for one in held:
            yield _note(*one, clock())


@contextmanager
def _alone() -> Iterator[None]:
    settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(settings.DATA_DIR / "check_sources.lock", "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AskedElsewhere("Another run is asking the sources already.") from None
        yield


def _answers(hosts: dict[str, list[str]], resolve, pause_seconds: float) -> Iterator[tuple[str, Answer]]:
    """Yield each address with its answer, as they come in. When the caller has enough, no further question is put."""
    left: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    told: queue.SimpleQueue[tuple[str, Answer] | BaseException | None] = queue.SimpleQueue()
    for urls in hosts.values():
        left.put(urls)
    is_over = threading.Event()
    agent = f"kzarchive (asks whether its sources still answer; +{settings.SITE_URL}/)"

    def ask_hosts():
        try:
            while not is_over.is_set():
                for number, url in enumerate(left.get_nowait()):
                    if number and is_over.wait(pause_seconds):
                        return
                    answer = ask(url, agent=agent, resolve=resolve)
                    told.put((url, answer))
                    if answer.status == 429 or is_over.is_set():
                        break  # it asks to be left alone
        except queue.Empty:
            pass
        except BaseException as fault:  # noqa: BLE001 - raised again where the caller stands
            told.put(fault)
        finally:
            told.put(None)

    workers = [threading.Thread(target=ask_hosts, daemon=True) for _ in range(min(HOSTS_AT_ONCE, len(hosts)))]
    for worker in workers:
        worker.start()
    try:
        working = len(workers)
        while working:
            item = told.get()
            if item is None:
                working -= 1
            elif isinstance(item, BaseException):
                raise item
            else:
                yield item
    finally:
        is_over.set()


@transaction.atomic
def _note(url: str, answer: Answer, now: dt.datetime) -> Seen:
    """Write down what was seen at ``url``, for every article that names it now."""
    articles = dict(Article.objects.select_for_update(of=("self",), no_key=True).filter(source_url=url).order_by("pk").values_list("pk", "pid"))
    standings = {standing.article_id: standing for standing in SourceStanding.objects.filter(article__in=articles)}
    newest: dict[int, SourceCheck] = {}
    for check in SourceCheck.objects.filter(article__in=articles).order_by("id"):
        newest[check.article_id] = check
    made, seen_again = [], []
    is_dead = False
    for key in articles:
        standing = standings.get(key)
        if standing is None or standing.url != url:
            standing = SourceStanding(pk=standing and standing.pk, article_id=key, url=url)
        standing.see(answer.outcome, now)
        standing.due_at = now - _EARLY + (DEAD_AGAIN_AFTER if standing.is_dead else AGAIN_AFTER[answer.outcome])
        standing.save()
        is_dead = is_dead or standing.is_dead
        as_seen = {"url": url, "outcome": answer.outcome, "status": answer.status, "led_to": answer.led_to[:2000], "message": answer.message}
        check = newest.get(key)
        if check is not None and all(getattr(check, name) == value for name, value in as_seen.items()):
            check.last_at, check.times = max(now, check.last_at), check.times + 1
            seen_again.append(check)
        else:
            made.append(SourceCheck(article_id=key, first_at=now, last_at=now, **as_seen))
    SourceCheck.objects.bulk_create(made)
    SourceCheck.objects.bulk_update(seen_again, ["last_at", "times"])
    return Seen(url, answer, tuple(articles.values()), is_dead)


@transaction.atomic
def vouch_for_source(article: Article, *, by) -> None:
    """Note that a person opened the source address of ``article`` and found the page there. Raises WrongState.

    Hosts that answer one country alone, or no machine at all, would be called dead for ever.
    """
    require(by, "articles.change_article")
    standing = SourceStanding.objects.select_for_update().filter(article=article, url=article.source_url).first()
    if standing is None or not standing.failing_days:
        raise WrongState("Its source is not known to have failed: nothing was done.")
    now = timezone.now()
    standing.vouched_at, standing.vouched_by = now, by
    standing.judge(now)
    standing.save()
    write("vouch for source", article, by=by, after={"source_url": standing.url})
