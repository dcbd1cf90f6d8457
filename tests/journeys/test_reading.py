"""A reader's way through the archive, without JavaScript and without leaving it."""

from urllib.parse import urlsplit

import pytest

pytestmark = [pytest.mark.journey, pytest.mark.processes, pytest.mark.engine_free]


@pytest.fixture(scope="module")
def context(browser):
    """A small screen without JavaScript; one for all, because each has a process of its own."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    yield context
    context.close()


@pytest.fixture
def page(context):
    """A page that keeps what the browser asked for and complained of, as ``asked`` and ``complaints``."""
    page = context.new_page()
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.complaints.append(message.text))
    # A page that is left gives up the pictures that it still waits for.
    page.on("requestfailed", lambda request: page.complaints.append(f"failed: {request.url}") if request.failure != "net::ERR_ABORTED" else None)
    yield page
    page.close()


def follow(place):
    """Click on a link or a button and wait until the page it leads to has come."""
    with place.page.expect_navigation():
        place.click()


def test_a_reader_goes_from_home_by_a_search_to_an_article_its_entity_and_back(page, furnished):
    site, made = furnished
    article = f"{site}/articles/{made['pid']}/"
    visited = []

    def search(words):
        page.get_by_role("searchbox").first.fill(words)
        follow(page.get_by_role("button", name="Search").first)
        return page.locator(".line h3").all_inner_texts()

    page.goto(site)
    visited.append(("in Russian, in another case", search("внешней политики"), page.locator(".excerpt mark").all_inner_texts()))
    follow(page.get_by_role("link", name="Соседи слушают"))
    visited.append(("marked again", urlsplit(page.url).path, page.locator("[data-annotation-root] mark").all_inner_texts()))
    visited.append(("a phrase", search('"spoke in Astana"'), page.locator(".excerpt mark").all_inner_texts()))
    visited.append(("a name", sorted(search("Sadykova")), []))
    follow(page.locator(".facets").get_by_role("link", name="English"))
    visited.append(("narrowed", page.locator(".line h3").all_inner_texts(), []))
    follow(page.get_by_role("link", name="A balance kept"))
    visited.append(("its text", urlsplit(page.url).path, page.locator("[data-annotation-root] p").all_inner_texts()))
    follow(page.locator("[data-annotation-root]").get_by_role("link", name="Astana"))
    visited.append(("its entity", page.url, page.locator("h1").all_inner_texts()))
    page.go_back()
    visited.append(("back", urlsplit(page.url).path, page.locator("h1").all_inner_texts()))
    visited.append(("by its name in Russian", search("Каспийского моря"), page.locator(".note a bdi").all_inner_texts()))
    follow(page.get_by_role("link", name="Notes of 2007"))
    follow(page.locator("[data-annotation-root]").get_by_role("link", name="Caspian Sea"))
    bars = page.locator(".chart.bars .bar")
    heights = [round(bar.bounding_box()["height"]) for bar in bars.all()]
    visited.append(("a chart", [bar.locator("title").text_content() for bar in bars.all()], [len(set(heights)), min(heights) > 20]))
    follow(page.locator(".by-year").get_by_role("link", name="2007"))
    visited.append(("a year of it", page.locator("#articles ~ * h3, section:has(#articles) h3").all_inner_texts(), []))
    page.go_back()
    page.go_back()
    visited.append(("back again", page.locator("h1").all_inner_texts(), []))
    follow(page.get_by_role("link", name="kzarchive", exact=True).first)
    visited.append(("home", page.url, page.locator("[aria-labelledby=newest] h3").all_inner_texts()))

    path = urlsplit(article).path
    assert visited == [
        ("in Russian, in another case", ["Соседи слушают"], ["Внешняя", "политика"]),
        ("marked again", f"/articles/{made['neighbours']}/", ["Внешняя", "политика"]),
        ("a phrase", ["A balance kept"], ["spoke in Astana"]),
        ("a name", ["A balance kept", "Соседи слушают"], []),
        ("narrowed", ["A balance kept"], []),
        ("its text", path, ["The minister spoke in Astana.", "Astana listened."]),
        ("its entity", f"{site}/entities/astana/", ["Astana"]),
        ("back", path, ["A balance kept"]),
        ("by its name in Russian", [f"Notes of {year}" for year in range(2009, 2004, -1)], ["Caspian Sea"]),
        ("a chart", [f"{year}: 1 article" for year in range(2005, 2010)], [1, True]),
        ("a year of it", ["Notes of 2007"], []),
        ("back again", ["Notes of 2007"], []),
        ("home", f"{site}/", ["A balance kept", "Соседи слушают", *(f"Notes of {year}" for year in range(2009, 2004, -1)), "Another matter"]),
    ]
    assert page.complaints == []
    assert {urlsplit(address).hostname for address in page.asked} == {"127.0.0.1"}


@pytest.mark.engine_free
def test_the_style_sheet_is_served_with_its_digest_in_the_name_and_is_used(page, furnished):
    site, _ = furnished

    page.goto(site)

    styles = [address for address in page.asked if address.endswith(".css")]
    assert [urlsplit(address).path.count(".") for address in styles] == [2]
    assert page.locator("h1").evaluate("node => getComputedStyle(node).fontFamily.includes('Literata')") is True


@pytest.mark.engine_free
@pytest.mark.parametrize(
    "address", ["/", "/search/?q=balance", "/articles/", "/entities/astana/", "/articles/{pid}/", "/articles/{pid}/v1/", "/nothing/"]
)
def test_no_page_is_wider_than_a_small_screen(page, furnished, address):
    site, made = furnished
    page.set_viewport_size({"width": 320, "height": 640})

    page.goto(site + address.format(**made))

    assert page.locator("html").evaluate("node => node.scrollWidth") == 320


@pytest.mark.engine_free
def test_the_first_stop_of_the_keyboard_leads_to_the_content(page, furnished):
    site, _ = furnished
    page.goto(site)

    page.keyboard.press("Tab")

    assert page.locator(":focus").inner_text() == "Skip to the content"


@pytest.mark.engine_free
def test_print_keeps_the_address_and_the_citation(page, furnished):
    site, made = furnished
    page.goto(f"{site}/articles/{made['pid']}/")
    page.emulate_media(media="print")

    shown = {
        name: page.locator(selector).first.is_visible() for name, selector in {"citation": ".citation", "text": ".text", "search": "form"}.items()
    }

    assert shown == {"citation": True, "text": True, "search": False}


def test_with_javascript_a_link_shows_its_card_and_a_name_is_offered_while_it_is_typed(browser, furnished):
    site, made = furnished
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    card = page.locator("#card")

    page.goto(f"{site}/articles/{made['pid']}/?mentions=all")
    links = page.locator("[data-annotation-root] a")
    links.first.hover()
    card.wait_for(state="visible")
    hovered = card.inner_text().splitlines()
    page.keyboard.press("Escape")
    escaped = card.is_hidden()
    page.mouse.move(5, 5)
    page.keyboard.press("Tab")
    for _ in range(40):  # from the head of the page to the text, as a keyboard goes
        if links.nth(1).evaluate("link => link === document.activeElement"):
            break
        page.keyboard.press("Tab")
    card.wait_for(state="visible")
    described = links.nth(1).get_attribute("aria-describedby")
    page.goto(f"{site}/entities/")
    page.get_by_label("Find an entity by any name").press_sequentially("Астна")
    page.get_by_role("option").wait_for()
    offered = page.get_by_role("option").inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/entities/astana/")
    context.close()

    assert (hovered[0], hovered[-1], escaped, described) == ("Astana place", "1 article in the archive", True, "card")
    assert offered.split("\n")[0] == "Astana · place · found as Астана · 1 article"
    assert complaints == []
