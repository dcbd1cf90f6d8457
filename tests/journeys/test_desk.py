"""An editor's way through the desk, by mouse and by keyboard alone, under the strict policy: no script or style is refused."""

import pytest

from .conftest import served

pytestmark = [pytest.mark.journey, pytest.mark.processes, pytest.mark.engine_free]

PASSWORD = "a long one, hard to guess"
FURNISH = f"""
from tests.factories import make_entity, make_publication, make_user
make_user("publisher", username="publisher", password="{PASSWORD}")
make_publication("The Steppe Review")
make_entity("Astana", "place")
print("null")
"""
ASK = """
from articles.models import Article
from kzarchive.history.models import Change
print(json.dumps([
    [
        [
            a.title, a.state, a.publication and a.publication.title, [str(v) for v in a.versions.all()],
            list(a.contributions.values_list("name", flat=True)), list(a.entities.values_list("name", flat=True)),
        ]
        for a in Article.objects.filter(title="%s")
    ],
    list(Change.objects.filter(kind="articles.article").order_by("id").values_list("act", flat=True)),
]))
"""


@pytest.fixture
def desk(browser, make_archive):
    """A page of a browser at the log-in of a small archive; what the browser complained of is in ``complaints``."""
    archive = make_archive()
    archive.ask(FURNISH)
    with served(archive) as site:
        context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=site)
        context.add_init_script(
            "document.addEventListener('securitypolicyviolation', event => "
            "console.error('refused: ' + event.violatedDirective + ' ' + event.blockedURI))"
        )
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda fault: page.complaints.append(str(fault)))
        page.on("response", lambda answer: page.complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
        # A picker gives up its question when the next letter is typed.
        page.on("requestfailed", lambda asked: page.complaints.append(f"failed: {asked.url}") if asked.failure != "net::ERR_ABORTED" else None)
        page.archive = archive
        yield page
        context.close()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def choose(page, field, words):
    """Choose in a picker what the server answers to ``words``."""
    page.locator(f"{field} + .select2").click()
    page.locator(".select2-search__field").fill(words)
    page.locator(".select2-results__option", has_text=words).click()


def test_an_editor_adds_publishes_revises_and_withdraws_by_mouse(desk):
    page = desk
    page.goto("/admin/")
    page.locator("#id_username").fill("publisher")
    page.locator("#id_password").fill(PASSWORD)
    press(page, "Log in")

    page.goto("/admin/articles/author/add/")
    page.locator("#id_name").fill("Dana Omarova")
    press(page, "Save")
    said = [page.locator(".messagelist").inner_text()]

    page.goto("/admin/articles/article/add/")
    page.locator("#id_title").fill("On water")
    choose(page, "#id_publication", "The Steppe Review")
    page.locator("#id_body").fill("The river is shared.\n\nSo is the lake.")
    page.locator("#id_contributions-0-name").fill("D. Omarova")
    choose(page, "#id_contributions-0-author", "Dana Omarova")
    choose(page, "#id_tagged_entities-0-tag", "Astana")
    press(page, "Save and continue editing")

    page.get_by_role("link", name="Publish", exact=True).click()
    press(page, "Publish")
    said.append(page.locator(".messagelist").inner_text().partition(" ")[2])

    page.get_by_role("link", name="Revise", exact=True).click()
    page.locator("#id_reason").fill("A word was missing.")
    page.locator("#id_body").fill("The river is shared.\n\nSo is the salt lake.")
    press(page, "See what changes")
    page.wait_for_selector(".looked-at")
    said.append(page.locator(".looked-at ins").inner_text().strip())
    press(page, "Make the next version")
    said.append(page.locator(".messagelist").inner_text().partition(" ")[2])

    page.get_by_role("link", name="Withdraw", exact=True).click()
    page.locator("#id_reason").select_option("rights")
    page.locator("#id_note").fill("Asked for by the journal.")
    press(page, "Withdraw")
    said.append(page.locator(".messagelist").inner_text().partition(" ")[2])

    assert said == ["The author “Dana Omarova” was added successfully.", "is published.", "salt", "is shown as version 2.", "is withdrawn."]
    assert page.archive.ask(ASK % "On water") == [
        [["On water", "withdrawn", "The Steppe Review", ["v1", "v2"], ["D. Omarova"], ["Astana"]]],
        ["add", "change text", "publish", "revise", "withdraw"],
    ]
    assert page.complaints == []


def tab_to(page, selector):
    """Press Tab until what ``selector`` names has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached with the Tab key")


def type_into(page, selector, words):
    tab_to(page, selector)
    page.keyboard.type(words)


@pytest.mark.engine_free
def test_an_editor_adds_publishes_revises_and_withdraws_by_keyboard_alone(desk):
    page = desk
    page.goto("/admin/articles/article/add/")
    page.keyboard.type("publisher")  # the first field has the focus
    type_into(page, "#id_password", PASSWORD)
    page.keyboard.press("Enter")

    page.wait_for_selector("#article_form")
    type_into(page, "#id_title", "On steel")
    type_into(page, "#id_body", "Iron and coal.")
    tab_to(page, "[name=_continue]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".acts")

    tab_to(page, ".acts a[href$='/publish/']")
    page.keyboard.press("Enter")
    page.wait_for_selector("form.act")
    tab_to(page, "form.act [type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")

    tab_to(page, ".acts a[href$='/revise/']")
    page.keyboard.press("Enter")
    page.wait_for_selector("form.revise")
    type_into(page, "#id_reason", "The subtitle was missing.")
    type_into(page, "#id_subtitle", "A short history")
    page.keyboard.press("Enter")
    page.wait_for_selector(".looked-at")
    tab_to(page, ".submit-row .default")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")

    tab_to(page, ".acts a[href$='/withdraw/']")
    page.keyboard.press("Enter")
    page.wait_for_selector("form.act")
    type_into(page, "#id_reason", "It was")  # chooses "It was published by mistake"
    type_into(page, "#id_note", "Too early.")
    tab_to(page, "form.act [type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")

    assert page.archive.ask(ASK % "On steel") == [
        [["On steel", "withdrawn", None, ["v1", "v2"], [], []]],
        ["add", "change text", "publish", "revise", "withdraw"],
    ]
    assert page.complaints == []
