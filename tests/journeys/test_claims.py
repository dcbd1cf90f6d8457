"""An editor marks claims with mouse and keys, assesses, links and publishes them, mends the text, and a reader sees it."""

import pytest

from .desk import press

pytestmark = [pytest.mark.journey, pytest.mark.processes, pytest.mark.engine_free]

# Selects ``words`` in the block that holds them, as a mouse or Shift and the arrow keys would, and lets the page know.
SELECT = """
(words) => {
  for (const block of document.querySelectorAll(".layer .t, .text > *")) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes = []; let all = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) { nodes.push([node, all.length]); all += node.data; }
    const at = all.indexOf(words);
    if (at < 0) continue;
    const place = (offset) => { const found = nodes.filter(([, start]) => start <= offset).at(-1); return [found[0], offset - found[1]]; };
    const range = document.createRange();
    range.setStart(...place(at)); range.setEnd(...place(at + words.length - 1)); range.setEnd(range.endContainer, range.endOffset + 1);
    getSelection().removeAllRanges(); getSelection().addRange(range);
    block.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
    return true;
  }
  return false;
}
"""


ASIDE = """
Math.abs(document.querySelector('.text .n1').getBoundingClientRect().top - document.querySelector('.notes .n1').getBoundingClientRect().top)
"""
BENEATH = """
Math.abs(document.querySelector('.quote-offer').getBoundingClientRect().top - getSelection().getRangeAt(0).getBoundingClientRect().bottom)
"""


def test_an_editors_way_with_a_claim(page, site, logged_in):
    key, pid = site[2]["missions"]
    page.context.add_cookies(logged_in)

    # Marked with the mouse behind an emoji, the kind by one key.
    page.goto(f"/admin/articles/article/{key}/mark/")
    assert page.evaluate(SELECT, "57 embasies abroad")
    page.wait_for_function("document.querySelector('[data-quote]').value !== ''")
    page.keyboard.press("q")
    assert page.locator("#id_kind").input_value() == "quantity"
    assert page.evaluate("document.activeElement.name") == "restatement"
    page.keyboard.type("Kazakhstan had 57 embassies abroad.")
    page.get_by_label("Kazakhstan", exact=True).check()
    with page.expect_navigation():
        press(page, "Read date and source off the words")
    assert (page.locator("#id_holds_for").input_value(), page.locator("#id_holds_basis").input_value()) == ("2014", "stated")
    with page.expect_navigation():
        page.get_by_role("button", name="Mark the claim").first.click()
    marked = page.locator(".layer mark")
    assert marked.all_inner_texts() == ["57 embasies abroad"]

    # A claim inside it, marked by keys alone, the flag and the emoji before it passed by; the smaller one wins the click.
    page.locator(".layer").focus()
    said = page.locator(".marking .said")
    assert said.inner_text() == "Before: The tweet 🇰🇿🎉"
    press_until(page, "Control+ArrowRight", "Before: 57 ")
    page.keyboard.press("Shift+Control+ArrowRight")
    page.keyboard.press("Shift+Control+ArrowRight")
    assert (said.inner_text(), page.locator("[data-quote]").input_value()) == ("Marked: 57 embasies", "57 embasies")
    page.keyboard.press("Control+ArrowDown")
    assert said.inner_text() == "Before: Nobody counted twice."
    page.keyboard.press("Shift+End")
    assert page.locator("[data-quote]").input_value() == "Nobody counted twice."
    page.keyboard.press("Control+Home")
    press_until(page, "ArrowRight", "Before: 57 ")
    page.keyboard.press("Shift+Control+ArrowRight")
    page.keyboard.press("Shift+Control+ArrowRight")
    page.keyboard.press("q")
    assert (page.locator("#id_kind").input_value(), page.locator("[data-quote]").input_value()) == ("quantity", "57 embasies")
    page.locator("#id_restatement").fill("There were 57.")
    with page.expect_navigation():
        page.get_by_role("button", name="Mark the claim").first.click()
    page.locator(".layer mark mark").click()
    assert page.locator(".claims-list .lit").inner_text().startswith("There were 57.")

    # Published, assessed on evidence that a reader can open, linked.
    with page.expect_navigation():
        page.locator(".claims-list a", has_text="Kazakhstan had 57 embassies").click()
    press_link(page, "Publish")
    with page.expect_navigation():
        press(page, "Publish")
    press_link(page, "Assess")
    page.locator("#id_finding").select_option("supported")
    page.locator("#id_reasons").fill("The list of missions says so.")
    with page.expect_navigation():
        press(page, "Assess")
    assert "at least one piece of evidence" in page.locator(".errornote + .errorlist").inner_text()
    page.locator("#id_evidence-0-url").fill("javascript:alert(1)")
    page.locator("#id_evidence-0-title").fill("List of missions")
    page.locator("#id_evidence-0-accessed_on").fill("2026-01-02")
    with page.expect_navigation():
        press(page, "Assess")
    assert "https://" in page.locator(".errorlist").first.inner_text()
    page.locator("#id_evidence-0-url").fill("https://www.gov.kz/mfa")
    with page.expect_navigation():
        press(page, "Assess")
    press_link(page, "Link")
    page.locator("#id_kind").select_option("conflicts with")
    page.locator("#id_to_claim + .select2").click()
    page.locator(".select2-search__field").fill("59")
    page.locator(".select2-results__option", has_text="It had 59.").click()
    page.locator("#id_reason").fill("Two numbers for one year.")
    with page.expect_navigation():
        press(page, "Link")
    assert "conflicts with It had 59." in page.locator("#content").inner_text()

    # A typo is mended in the text: the effect is shown, then done.
    page.goto(f"/admin/articles/article/{key}/revise/")
    page.locator("#id_body").fill(page.locator("#id_body").input_value().replace("embasies", "embassies"))
    page.locator("#id_reason").fill("A typo.")
    with page.expect_navigation():
        press(page, "See what changes")
    assert page.locator(".effects h3").inner_text().endswith("text: 2 moved")
    with page.expect_navigation():
        press(page, "Make the next version")

    # The reader: marked with its id, numbered, noted, in conflict; and at its own address.
    page.goto(f"/articles/{pid}/")
    assert page.locator("[data-annotation-root] mark[id]").first.inner_text() == "57 embassies abroad"
    assert page.evaluate(ASIDE) < 4  # pixels between the line of the words and the note in the margin
    notes = page.locator(".claim-note").all_inner_texts()
    assert len(notes) == 2  # the draft is seen by nobody
    assert "✓ supported" in notes[0]
    assert "in conflict with another claim" in notes[0]

    # The reader cites words of it, by the mouse and then by Enter.
    assert page.evaluate(SELECT, "in 2014 Kazakh")
    page.locator(".quote-offer a", has_text="Cite these words").wait_for()
    assert page.evaluate(BENEATH) < 12  # pixels below the last of the words
    page.keyboard.press("Enter")
    page.wait_for_url("**/v2/?p=1&quote=in%202014%20Kazakhstan#quoted")
    assert page.locator("#quoted").inner_text() == "in 2014 Kazakhstan"
    assert "version 2, paragraph 1" in page.locator(".quotation .citation").inner_text()

    with page.expect_navigation():
        page.locator(".claim-note a").first.click()
    assert page.locator("h1").inner_text() == "Kazakhstan had 57 embassies abroad."
    assert "Two numbers for one year." in page.locator(".linked").inner_text()
    assert site[2]["claim"] in page.locator(".linked h3 a").get_attribute("href")
    assert page.complaints == []


def press_link(page, name):
    with page.expect_navigation():
        page.locator(".acts").get_by_role("link", name=name, exact=True).click()


def press_until(page, key, said, *, most=80):
    for _ in range(most):
        if page.locator(".marking .said").inner_text().startswith(said):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} did not lead to where it says “{said}”")
