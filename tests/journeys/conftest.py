"""The archive as a browser meets it: real server processes on databases of their own, one for readers and one for editors, and a Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import pytest

from kzarchive.server import command
from tests.conftest import once_a_run

from .desk import PASSWORD, log_in, watched

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS_TO_START = 30
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-site-isolation-trials",
    "--renderer-process-limit=1",
    "--process-per-site",
]


def _chromium() -> str | None:
    """Return the path of a Chromium: of two, the one that has no window to draw, which takes half the time."""
    return next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="package")
def browser():
    """A headless Chromium. Where none is installed the journeys are skipped; where CI is set they fail.

    It ends with the journeys: while it runs, this thread has an event loop, in which Django refuses every query.
    """
    path = _chromium()
    if path is None:
        assert os.environ.get("CI") != "true", "no Chromium is installed, and CI is set: the journeys must not be left out"
        pytest.skip("no Chromium is installed")
    playwright = pytest.importorskip("playwright.sync_api", reason="the browser journeys ask for playwright")
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=path, args=_FLAGS)
        yield chromium
        chromium.close()


def _collect(archive, directory: Path) -> None:
    """Hash and compress the static files, which takes longer than all the rest of a start, and leave them in ``directory``."""
    archive.manage("collectstatic", "--noinput", "--verbosity", "0")
    shutil.move(archive.data / "static", directory)


@contextmanager
def served(archive):
    """Run the production server on ``archive`` and hand out the address of the site."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    archive.environment |= {"PORT": str(port), "SITE_URL": f"http://127.0.0.1:{port}"}
    shutil.copytree(once_a_run("collected", lambda data: _collect(archive, data)), archive.data / "static")
    log = archive.data / "server.log"
    with log.open("w") as written, subprocess.Popen(command(port), cwd=ROOT, env=archive.environment, stdout=written, stderr=written) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/healthz", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()


def _wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (URLError, ConnectionError, TimeoutError):
            assert server.poll() is None, f"the server ended: {log.read_text()}"
            assert time.monotonic() < until, f"the server did not start: {log.read_text()}"
            time.sleep(0.2)


FURNISH = """
from articles import editorial
from articles.models import TaggedEntity
from tests.factories import make_article, make_author, make_entity, make_publication, make_user

by = make_user()
author = make_author()
astana = make_entity("Astana", "place", names=[("Астана", "ru")])
article = make_article(
    title="A balance kept", body="The minister spoke in Astana.\\n\\nAstana listened.", access="full", language="en", published_on="2015-02-05",
    authors=[author], publication=make_publication(), by=by,
)
neighbours = make_article(
    title="Соседи слушают", body="Внешняя политика страны начинается дома.\\n\\nСоседи слушали.", access="full", language="ru", published_on="2013",
    authors=[author], by=by,
)
editorial.publish(neighbours, by=by)
TaggedEntity.objects.create(content_object=article, tag=astana)
editorial.publish(article, by=by)
make_article(state="published", title="Another matter", by=by)
caspian = make_entity("Caspian Sea", "place", names=[("Каспийское море", "ru")])
for year in range(2005, 2010):
    note = make_article(
        title=f"Notes of {year}", body="Ships cross the Caspian Sea.", access="full", language="en", published_on=str(year), by=by
    )
    TaggedEntity.objects.create(content_object=note, tag=caspian)
    editorial.publish(note, by=by)
make_article(title="A balance in a draft", by=by)
print(json.dumps({"pid": article.pid, "neighbours": neighbours.pid}))
"""


@pytest.fixture(scope="package")
def furnished(make_archive):
    """A small archive behind the production server: (address of the site, what was made)."""
    archive = make_archive()
    made = archive.ask(FURNISH)
    with served(archive) as site:
        yield site, made


DESK = """
from articles import editorial
from articles.models import TaggedEntity
from tests.factories import make_article, make_claim, make_entity, make_publication, make_user

by = make_user("publisher", username="publisher", password=PASSWORD)
make_entity("Astana", "place")
make_entity("Dana Omarova", "person")
make_publication("The Steppe Review")
record = make_article(title="A record", body="As it stood.")

entity = make_entity("Kazakhstan")
body = "The tweet 🇰🇿🎉 said: in 2014 Kazakhstan had 57 embasies abroad. It hosted 69 of them.\\n\\nNobody counted twice."
missions = make_article(title="On missions", body=body, access="full", published_on="2014-02-05", by=by)
TaggedEntity.objects.create(content_object=missions, tag=entity)
editorial.publish(missions, by=by)
claim = make_claim(missions, state="published", by=by, restatement="It had 59.", about=[entity])

port, steppe = make_entity("Aktau", "place"), make_entity("Aqtau", "place", description="A village in the steppe.")
for title in ("On ports", "On wells"):
    article = make_article(title=title, body=f"Aktau has its share. {title} more is said.", access="full", by=by)
    TaggedEntity.objects.create(content_object=article, tag=port)
    editorial.publish(article, by=by)
entities = {"port": port.pk, "steppe": steppe.pk}
print(json.dumps({"record": record.pk, "missions": [missions.pk, missions.pid], "claim": claim.pid, **entities}))
"""


@pytest.fixture(scope="package")
def site(make_archive):
    """A small archive behind the production server, with a publisher's account: (archive, address, what was made)."""
    archive = make_archive()
    made = archive.ask(f"PASSWORD = {PASSWORD!r}\n{DESK}")
    with served(archive) as address:
        yield archive, address, made


@pytest.fixture(scope="package")
def logged_in(browser, site):
    """The cookies of a session, for journeys that are not about the log-in: the real hash of a password is slow on purpose."""
    context = browser.new_context(base_url=site[1])
    page = context.new_page()
    log_in(page, "/admin/password_change/")
    page.wait_for_selector("#id_old_password")
    cookies = context.cookies()
    context.close()
    return cookies


@pytest.fixture
def page(browser, site):
    """A watched page of a browser at the desk, where nobody is logged in yet."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=site[1])
    context.set_default_timeout(30_000)
    yield watched(context)
    context.close()
