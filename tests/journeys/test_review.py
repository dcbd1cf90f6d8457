"""From a pasted page to a published one and back: by mouse, by keyboard alone, and after the browser was killed in the middle."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from .conftest import _FLAGS, _chromium, served

pytestmark = [pytest.mark.journey, pytest.mark.processes, pytest.mark.engine_free]

PASSWORD = "a long one, hard to guess"
FURNISH = f"""
from tests.factories import make_article, make_entity, make_user
make_user("publisher", username="publisher", password="{PASSWORD}")
make_entity("Astana", "place")
make_entity("Dana Omarova", "person")
print(make_article(title="A record", body="As it stood.").pk)
"""
PAGE = """{title}

Views: 1204

The {word} is shared by four states, and each counts the {word} that its neighbours take away from it.

Astana asked for a treaty on the {word}, with a secretariat of its own, and Dana Omarova wrote the first draft.

Share this article
"""
ASK = """
from articles.models import Article, Suggestion
from kzarchive.history.models import Change
article = Article.objects.get(title="{title}")
print(json.dumps([
    article.state, [v.body.partition("\\n")[0] for v in article.versions.order_by("number")],
    list(article.contributions.values_list("name", flat=True)), list(article.entities.values_list("name", flat=True)),
    dict(Suggestion.objects.filter(article=article).values_list("found", "answer")),
    list(Change.objects.of(article).order_by("id").values_list("act", flat=True)),
    article.reviewed_by == article.created_by,
]))
"""
CAME = [
    "withdrawn", ["Views: 1204", "Views: 1204"], ["Dana Omarova"], ["Astana"], {"Astana": "accepted", "Dana Omarova": "refused"},
    ["import", "restore words", "publish", "revise", "withdraw"], True,
]  # fmt: skip


@pytest.fixture(scope="module")
def site(make_archive):
    """A small archive behind the production server: (archive, address, the primary key of a draft)."""
    archive = make_archive()
    key = archive.ask(FURNISH)
    with served(archive) as address:
        yield archive, address, key


@pytest.fixture
def page(browser, site):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=site[1])
    context.set_default_timeout(30_000)
    context.add_init_script(
        "document.addEventListener('securitypolicyviolation', event => console.error('refused: ' + event.violatedDirective + ' ' + event.blockedURI))"
    )
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda fault: page.complaints.append(str(fault)))
    page.on("response", lambda answer: page.complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    yield page
    context.close()


def log_in(page, address):
    page.goto(address)
    page.fill("#id_username", "publisher")
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def mark(page, words):
    """Mark ``words`` of the capture with the mouse."""
    x1, y1, x2, y2 = page.evaluate(
        """words => {
            const walker = document.createTreeWalker(document.querySelector('.layer'), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + words.length);
                range.startContainer.parentElement.scrollIntoView({block: 'center'});
                const boxes = [...range.getClientRects()], first = boxes[0], last = boxes[boxes.length - 1];
                return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
            }
        }""",
        words,
    )
    page.mouse.move(x1, y1)
    page.mouse.down()
    page.mouse.move(x2, y2, steps=4)
    page.mouse.up()


def test_by_mouse_from_a_pasted_page_to_a_tombstone(page, site):
    log_in(page, "/admin/")
    page.get_by_role("link", name="Bring in").first.click()
    page.fill("#id_text", PAGE.format(title="On the water of the steppe", word="river"))
    press(page, "Look at what would come of it")
    press(page, "Bring in")

    page.wait_for_selector(".layer")
    page.locator(".layer .removed button").first.click()
    page.wait_for_selector(".messagelist")
    said = [page.locator(".messagelist").inner_text()]
    mark(page, "Dana Omarova")
    page.get_by_label("Field").select_option("author")
    press(page, "This is it")
    page.wait_for_selector(".messagelist :text('Taken from the capture')")
    page.locator(".suggestion", has_text="Astana").get_by_role("button", name="Confirm").click()
    page.wait_for_selector(".suggestion.is-accepted")
    page.locator(".suggestion", has_text="Omarova").get_by_role("button", name="Refuse").click()
    page.wait_for_selector(".suggestion.is-refused")
    page.locator("#id_contributions-0-name").focus()
    said.append(page.locator("mark.lit").inner_text())

    page.locator(".acts").get_by_role("link", name="Publish", exact=True).click()
    said.append(page.get_by_text("You drafted this article yourself").count())
    press(page, "Publish")
    page.get_by_role("link", name="Revise", exact=True).click()
    page.fill("#id_reason", "A word was wrong.")
    page.fill("#id_body", page.input_value("#id_body").replace("four states", "five states"))
    press(page, "See what changes")
    said.append([page.locator(".looked-at del").inner_text().strip(), page.locator(".looked-at ins").inner_text().strip()])
    press(page, "Make the next version")
    page.get_by_role("link", name="Withdraw", exact=True).click()
    page.select_option("#id_reason", "error")
    press(page, "Withdraw")

    assert said == ["The words are back in the text.", "Dana Omarova", 1, ["four", "five"]]
    came = site[0].ask(ASK.format(title="On the water of the steppe"))
    assert came == [*CAME[:5], ["import", "restore words", "take from text", "publish", "revise", "withdraw"], True]
    assert page.complaints == []


def tab_to(page, selector, *, key="Tab"):
    for _ in range(200):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached with {key}")


def act(page, name, *typed):
    tab_to(page, f".acts a[href$='/{name}/']")
    page.keyboard.press("Enter")
    page.wait_for_selector("form.act, form.revise")
    for selector, words in typed:
        tab_to(page, selector)
        page.keyboard.type(words)


def test_by_keyboard_alone_from_a_pasted_page_to_a_tombstone(page, site):
    page.goto("/admin/articles/batch/import/")
    page.keyboard.type("publisher")
    tab_to(page, "#id_password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#id_text")
    tab_to(page, "#id_text")
    page.keyboard.insert_text(PAGE.format(title="On the glaciers of the mountains", word="glacier"))
    tab_to(page, ".bring-in .default")
    page.keyboard.press("Enter")
    page.wait_for_selector(".outcomes")
    tab_to(page, "form[data-once] .default")
    page.keyboard.press("Enter")

    page.wait_for_selector(".layer")
    page.keyboard.press("?")
    sheet = page.locator("dialog.keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")
    page.keyboard.press("n")
    page.keyboard.press("y")
    page.wait_for_selector(".suggestion.is-accepted")
    page.keyboard.press("x")
    page.wait_for_selector(".suggestion.is-refused")
    tab_to(page, "[name=_take_words]", key="Shift+Tab")
    page.keyboard.type("Dana Omarova")
    page.keyboard.press("Tab")
    page.keyboard.type("Auth")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist :text('Taken from the capture')")
    tab_to(page, "#id_subtitle")
    page.keyboard.type("A short history")
    page.keyboard.press("Enter")  # saves; and puts no words back that were left out
    page.wait_for_selector(".messagelist :text('Saved')")

    act(page, "publish")
    tab_to(page, "form.act [type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")
    act(page, "revise", ("#id_reason", "The subtitle."), ("#id_subtitle", " of ice"))
    page.keyboard.press("Enter")
    page.wait_for_selector(".looked-at")
    tab_to(page, ".submit-row .default")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")
    act(page, "withdraw", ("#id_reason", "It was"))
    tab_to(page, "form.act [type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")

    came = site[0].ask(ASK.format(title="On the glaciers of the mountains"))
    assert sheet is True
    assert came == [*CAME[:5], ["import", "restore words", "take from text", "change", "publish", "revise", "withdraw"], True]
    assert page.complaints == []


def killed_while_typing(browser, site, home: Path):
    """Type into a draft in a browser of its own, and kill that browser with the words unsaved."""
    command = [_chromium(), *_FLAGS, "--headless=new", f"--user-data-dir={home}", "--remote-debugging-port=0", "about:blank"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            port = home / "DevToolsActivePort"
            until = time.monotonic() + 30
            while not (port.exists() and port.read_text().strip()):
                assert time.monotonic() < until, "the browser did not start"
                time.sleep(0.1)
            own = browser.browser_type.connect_over_cdp(f"http://127.0.0.1:{port.read_text().split()[0]}")
            page = own.contexts[0].new_page()
            log_in(page, f"{site[1]}/admin/articles/article/{site[2]}/change/")
            page.wait_for_selector("#id_title")
            page.locator("#id_body").press_sequentially("An hour of typing. ")
            page.wait_for_selector(".kept:text('Kept at')")
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def test_what_was_typed_in_a_killed_browser_is_offered(browser, page, site, tmp_path):
    archive, _, key = site
    killed_while_typing(browser, site, tmp_path)

    log_in(page, f"/admin/articles/article/{key}/change/")
    page.get_by_role("link", name="take it up").click()
    typed = page.input_value("#id_body")
    before = archive.ask(f"from articles.models import Version\nprint(json.dumps(Version.objects.get(article={key}).body))")
    press(page, "Save and continue editing")
    after = archive.ask(
        "from articles.models import Version\nfrom kzarchive.desk.models import Scratch\n"
        f"print(json.dumps([Version.objects.get(article={key}).body, Scratch.objects.filter(form__contains='/{key}/').count()]))"
    )

    assert "An hour of typing." in typed
    assert (before, "An hour of typing." in after[0], after[1]) == ("As it stood.", True, 0)
    assert page.complaints == []
