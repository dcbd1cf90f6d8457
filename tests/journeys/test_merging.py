"""An editor merges two entities and takes it back, then splits one by single keys; readers follow."""

import pytest

from .desk import choose, press

pytestmark = [pytest.mark.journey, pytest.mark.processes, pytest.mark.engine_free]


def test_two_entities_become_one_and_two_again_and_one_is_split(page, site, logged_in):
    made = site[2]
    page.context.add_cookies(logged_in)

    page.goto(f"/admin/entities/entity/{made['steppe']}/merge/")
    choose(page, "#id_into", "Aktau")
    press(page, "Show what would happen")
    page.wait_for_selector("input[value='Merge the two']")
    rehearsed = page.locator("#content-main ul > li").all_inner_texts()
    page.locator("#id_reason").fill("One port, spelled twice.")
    press(page, "Merge the two")
    page.wait_for_url(f"**/entity/{made['port']}/change/")
    page.goto("/entities/aqtau/")
    led_to, told = page.url.removeprefix(site[1]), page.locator(".portrait > .note").last.inner_text()

    page.goto("/admin/merging/merge/")
    page.locator("#result_list tbody th a").first.click()
    page.locator("a[href$='/undo/']").click()
    page.locator("#id_reason").fill("A village and a port.")
    press(page, "Undo the merge")
    page.wait_for_selector(".messagelist")

    page.goto(f"/admin/entities/entity/{made['port']}/split/")
    choose(page, "#id_into", "Aqtau")
    press(page, "Go through the articles")
    page.wait_for_selector(".keys:not([hidden])")
    page.keyboard.press("1")
    page.keyboard.press("2")
    page.locator("#id_reason").fill("The wells are in the steppe.")
    press(page, "Keep these answers and go on")
    split = page.locator(".messagelist").inner_text()
    page.goto("/entities/aqtau/")

    assert rehearsed[0].endswith("lead to /entities/aktau/, for good.")
    assert (led_to, told.startswith("Merged from: Aqtau"), split.startswith("1 of 2 articles speak of")) == ("/entities/aktau/", True, True)
    assert (page.url.removeprefix(site[1]), page.locator(".line h3").all_inner_texts()) == ("/entities/aqtau/", ["On wells"])
    assert page.complaints == []
