"""An editor at the desk, under the strict policy: from a pasted page to a tombstone, by mouse and by keyboard alone; pickers; a killed browser."""

import json
import os
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from .conftest import _FLAGS, _chromium
from .desk import PASSWORD, choose, log_in, press

pytestmark = [pytest.mark.journey, pytest.mark.processes, pytest.mark.engine_free]

PAGE = """{title}

Views: 1204

The {word} is shared by four states, and each counts the {word} that its neighbours take away from it.

Astana asked for a treaty on the {word}, with a secretariat of its own, and Dana Omarova wrote the first draft.

Share this article
"""
# What an archive holds of an article: by the database itself, where a process of the archive's own would take a second to start.
HELD = """
SELECT state, reviewed_by_id = created_by_id, (SELECT title FROM articles_publication p WHERE p.id = a.publication_id),
    (SELECT json_group_array(body) FROM (SELECT body FROM articles_version WHERE article_id = a.id ORDER BY number)),
    (SELECT json_group_array(name) FROM articles_contribution WHERE article_id = a.id),
    (SELECT json_group_array(name) FROM articles_taggedentity t JOIN entities_entity e ON e.id = t.tag_id WHERE t.content_object_id = a.id),
    (SELECT json_group_object(found, answer) FROM articles_suggestion WHERE article_id = a.id),
    (SELECT json_group_array(act) FROM (SELECT act FROM history_change WHERE kind = 'articles.article' AND object_id = a.id ORDER BY id))
FROM articles_article a WHERE title = ?
"""
CAME = [
    "withdrawn", ["Views: 1204", "Views: 1204"], ["Dana Omarova"], ["Astana"], {"Astana": "accepted", "Dana Omarova": "refused"},
    ["import", "restore words", "publish", "revise", "withdraw"], True,
]  # fmt: skip


def held(site, title):
    """Return [state, first lines of versions, by-line, tags, suggestions with answers, acts, reviewed by its author]; and the publication."""
    with closing(sqlite3.connect(site[0].data / "archive.sqlite3", timeout=20)) as database:
        (row,) = database.execute(HELD, [title]).fetchall()
    state, is_alone, publication, bodies, *lists = row
    lines = [body.partition("\n")[0] for body in json.loads(bodies)]
    return [state, lines, *map(json.loads, lists), bool(is_alone)], publication


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
    page.wait_for_selector("form.act")
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
    came, _ = held(site, "On the water of the steppe")
    assert came == [*CAME[:5], ["import", "restore words", "take from text", "publish", "revise", "withdraw"], True]
    assert page.complaints == []


def tab_to(page, selector, *, key="Tab"):
    for _ in range(200):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached with {key}")


ON_A_CYRILLIC_KEYBOARD = "([key, code]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }))"


def act(page, name, *typed):
    tab_to(page, f".acts a[href$='/{name}/']")
    page.keyboard.press("Enter")
    page.wait_for_selector("form.act, form.revise")
    for selector, words in typed:
        tab_to(page, selector)
        page.keyboard.type(words)


def test_by_keyboard_alone_from_a_pasted_page_to_a_tombstone(page, site):
    page.goto("/admin/articles/batch/import/")
    page.wait_for_selector("#id_username:focus")
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
    page.wait_for_load_state()  # the script that listens to keys runs behind the page
    page.keyboard.press("?")
    sheet = page.locator("dialog.keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")
    page.evaluate(ON_A_CYRILLIC_KEYBOARD, ["т", "KeyN"])
    session = page.context.cookies()
    page.context.clear_cookies(name="session")
    page.keyboard.press("y")
    told = page.locator(".suggestion:focus .fault").inner_text()
    page.context.add_cookies(session)
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
    page.wait_for_selector("#id_subtitle:focus")
    page.reload()
    page.wait_for_selector(".layer")
    left = page.locator(".scratches").count()

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

    came, _ = held(site, "On the glaciers of the mountains")
    assert (sheet, told.partition(".")[0], left) == (True, "Not kept: You are logged out", 0)
    assert came == [*CAME[:5], ["import", "restore words", "take from text", "change", "publish", "revise", "withdraw"], True]
    assert page.complaints == []


def choose_by_keys(page, field, words):
    tab_to(page, f"{field} + .select2 .select2-selection")
    page.keyboard.press("Enter")
    page.keyboard.type(words)
    page.wait_for_selector(f".select2-results__option--highlighted:has-text('{words}')")
    page.keyboard.press("Enter")


def test_an_article_is_added_with_pickers_by_mouse_and_by_keyboard_alone(page, site, logged_in):
    page.context.add_cookies(logged_in)
    page.goto("/admin/articles/author/add/")
    page.locator("#id_name").fill("Dana Omarova")
    press(page, "Save")
    said = page.locator(".messagelist").inner_text()

    page.goto("/admin/articles/article/add/")
    page.locator("#id_title").fill("On water")
    choose(page, "#id_publication", "The Steppe Review")
    page.locator("#id_body").fill("The river is shared.\n\nSo is the lake.")
    page.locator("#id_contributions-0-name").fill("D. Omarova")
    choose(page, "#id_contributions-0-author", "Dana Omarova")
    choose(page, "#id_tagged_entities-0-tag", "Astana")
    page.get_by_role("button", name="Save and continue editing").dblclick()
    page.wait_for_selector(".acts a[href$='/publish/']")

    page.goto("/admin/articles/article/add/")
    page.locator("body").focus()
    tab_to(page, "#id_title")
    page.keyboard.type("On steel")
    choose_by_keys(page, "#id_publication", "The Steppe Review")
    tab_to(page, "#id_body")
    page.keyboard.type("Iron and coal.")
    tab_to(page, "[name=_continue]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".acts a[href$='/publish/']")

    assert said == "The author “Dana Omarova” was added successfully."
    assert held(site, "On water") == (
        ["draft", ["The river is shared."], ["D. Omarova"], ["Astana"], {}, ["add", "change text"], False], "The Steppe Review",
    )  # fmt: skip
    assert held(site, "On steel") == (["draft", ["Iron and coal."], [], [], {}, ["add", "change text"], False], "The Steppe Review")
    assert page.complaints == []


def killed_while_typing(browser, site, logged_in, home: Path):
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
            own.contexts[0].add_cookies(logged_in)
            page = own.contexts[0].new_page()
            page.goto(f"{site[1]}/admin/articles/article/{site[2]['record']}/change/")
            page.wait_for_selector("#id_title")
            page.locator("#id_body").press_sequentially("An hour of typing. ")
            page.wait_for_selector(".kept:text('Kept at')")
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def test_what_was_typed_in_a_killed_browser_is_offered(browser, page, site, logged_in, tmp_path):
    killed_while_typing(browser, site, logged_in, tmp_path)

    page.context.add_cookies(logged_in)
    page.goto(f"/admin/articles/article/{site[2]['record']}/change/")
    page.get_by_role("link", name="take it up").click()
    typed = page.input_value("#id_body")
    before, _ = held(site, "A record")
    press(page, "Save and continue editing")
    page.wait_for_selector(".messagelist")
    after, _ = held(site, "A record")

    assert ("An hour of typing." in typed, before[1]) == (True, ["As it stood."])
    assert (len(after[1]), "An hour of typing." in after[1][0], page.locator(".scratches").count()) == (1, True, 0)
    assert page.complaints == []


TOO_WIDE = """() => [document.documentElement, ...document.querySelectorAll('#content *')].filter(each =>
    each.scrollWidth > each.clientWidth + 1 && (each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowX))
).map(each => `${each.tagName}.${each.className}`)"""


@pytest.mark.engine_free
def test_on_a_laptop_nothing_is_scrolled_sideways(page, site, logged_in):
    page.context.add_cookies(logged_in)
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto("/admin/")
    lists = page.eval_on_selector_all(
        ".records th a", "links => links.map(link => link.getAttribute('href')).filter(address => address.split('/').length == 5)"
    )
    records = [f"/admin/articles/article/{site[2]['record']}/change/", f"/admin/entities/entity/{site[2]['port']}/change/"]
    found = {}
    for address in [*lists, *records]:
        page.goto(address)
        found[address] = page.evaluate(TOO_WIDE)

    assert len(lists) > 15
    assert {address: wide for address, wide in found.items() if wide} == {}
    assert page.complaints == []
