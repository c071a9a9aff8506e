"""The pages in a real browser, as a person uses them: mouse, keyboard, phone, paper, and without the script."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from web.browsing import CHROMIUM, DESK, PHONE, browsing, serving
from web.desks import BASE, PAGES, event

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: `apt-get install chromium` to test the pages")

RULES = {
    "light": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "dark": {"type": "rule", "values": ["color-contrast"]},
}


@pytest.fixture(scope="module")
def browser():
    """Return a browser."""
    with browsing() as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Return the address of the example event's pages."""
    with serving(event(tmp_path_factory.mktemp("reports"))) as found:
        yield found + BASE


@pytest.fixture
def opening(browser):
    """Return what opens a page in a window of its own, and fails where the browser complains of one."""
    windows, complaints = [], []

    def opened(address, **how):
        window = browser.new_context(viewport=how.pop("viewport", DESK), reduced_motion="reduce", **how)
        windows.append(window)
        page = window.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        page.goto(address)
        return page

    yield opened
    for window in windows:
        window.close()
    assert complaints == []


def test_evidence_opens_beside_the_list(opening, address):
    """A click on a claim shows its evidence beside the list, and the way back leads to the one before."""
    page = opening(address)
    claim = page.locator(".list .claim").nth(3)
    words = claim.locator("q").inner_text()
    claim.locator(".open").click()
    page.wait_for_url(re.compile(r"/claims/"))
    pane = page.locator("#evidence")
    page.wait_for_function("words => document.querySelector('#evidence blockquote').innerText === words", arg=words)
    assert pane.locator(".card").count() >= 1
    assert page.locator(".list .now q").inner_text() == words
    page.go_back()
    page.wait_for_function("words => document.querySelector('#evidence blockquote').innerText !== words", arg=words)


def test_the_order_is_switched(opening, address):
    """Another order takes effect when it is chosen."""
    page = opening(address)
    page.select_option("#order", "contested")
    page.wait_for_url(re.compile("order=contested"))
    assert "contested" in page.locator(".list .badge").first.inner_text()


def test_a_span_is_followed_into_the_report_and_back(opening, address):
    """From the evidence into the report, where the words stand lit, and from there back to the claim."""
    page = opening(f"{address}/claims/c1")
    page.locator("#evidence .in-report").first.click()
    page.wait_for_url(re.compile(r"/reports/a\d+#s\d+"))
    assert page.locator(".paper .lit").count() >= 1
    assert page.locator(".paper .lit").first.is_visible()
    page.locator(".refs a", has_text=re.compile(r"^c1$")).first.click()
    page.wait_for_url(re.compile(r"/claims/c1$"))
    assert page.locator("#evidence").is_visible()


def test_a_place_is_lit(opening, address):
    """The address of a place leads to its words in the report, lit and in sight."""
    page = opening(f"{address}/reports/a4?at=200-240#at")
    assert page.locator(".paper .lit").first.is_visible()


def test_two_names_are_merged_and_parted_again(opening, address):
    """Two names are chosen and merged; the notice offers to undo it, and both are there again."""
    page = opening(f"{address}/names")
    boxes = page.locator(".names input[type=checkbox]")
    before = boxes.count()
    boxes.nth(0).check()
    boxes.nth(2).check()
    assert boxes.nth(1).is_disabled()
    page.get_by_role("button", name="Merge the two").click()
    page.wait_for_url(re.compile(r"said=d\d+"))
    page.goto(f"{address}/names")
    assert page.locator(".names input[type=checkbox]").count() == before - 1
    page.goto(f"{address}/decisions")
    page.get_by_role("button", name=re.compile("^Undo")).first.click()
    page.get_by_role("status").wait_for()
    page.goto(f"{address}/names")
    assert page.locator(".names input[type=checkbox]").count() == before


def test_a_note_is_written_and_taken_back(opening, address):
    """A note is written under the evidence, stands there, and goes with Undo."""
    page = opening(f"{address}/claims/c2")
    page.fill("#note-text", "asked the harbour office")
    page.get_by_role("button", name="Write it down").click()
    page.get_by_role("status").wait_for()
    assert "asked the harbour office" in page.locator("#evidence .note").inner_text()
    page.get_by_role("status").get_by_role("button").click()
    page.wait_for_url(re.compile("undone="))
    assert page.locator("#evidence .note").count() == 0


def test_the_keyboard_is_enough(opening, address):
    """The first key leads past the menu, and a claim is opened without a mouse; where it is, is seen."""
    page = opening(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'main'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.locator(".list .open").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/claims/"))
    page.wait_for_function("document.activeElement.id === 'evidence'")


def test_without_the_script_all_works(opening, address):
    """Evidence, order and undo need no script."""
    page = opening(address, java_script_enabled=False)
    page.locator(".list .open").nth(2).click()
    page.wait_for_url(re.compile("/claims/"))
    assert page.locator("#evidence .card").count() >= 1
    page.select_option("#order", "least")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile("order=least"))


def test_on_a_phone_a_claim_has_the_page_to_itself(opening, address):
    """On a phone the list comes first, a claim takes its place, and a link leads back."""
    page = opening(address, viewport=PHONE)
    assert page.locator("#evidence").is_hidden()
    page.locator(".list .open").nth(1).click()
    page.wait_for_url(re.compile(r"/claims/"))
    assert page.locator("#evidence").is_visible()
    assert page.locator(".claims-list").is_hidden()
    page.get_by_role("link", name="All claims").click()
    assert page.locator(".claims-list").is_visible()


def test_layers_are_switched_off(opening, address):
    """What is not the report can be put out of sight; the words stay."""
    page = opening(f"{address}/reports/a1")
    before = page.locator(".paper").inner_text()
    page.uncheck("#layer-figure")
    assert page.evaluate("getComputedStyle(document.querySelector('.paper .figure')).borderBottomStyle") == "none"
    assert page.locator(".paper").inner_text() == before


def test_the_pages_print(opening, address):
    """On paper there are no menus and no buttons, and the evidence is open."""
    page = opening(f"{address}/claims/c1")
    page.emulate_media(media="print")
    for gone in (".contents", ".appbar", "button", ".judge", ".claims-list"):
        assert page.locator(gone).first.is_hidden(), gone
    assert page.locator("#evidence .card").first.is_visible()
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("scheme", RULES)
def test_no_page_breaks_a_rule_of_accessibility(opening, address, scheme):
    """No page breaks WCAG 2.2 AA as far as axe can tell: names, roles, contrast, landmarks, size of targets."""
    import axe_playwright_python

    page = opening(address, color_scheme=scheme)
    script = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
    found = {}
    dark = ("/claims/c2", "/matrix", "/figures", "/timeline", "/compare", "/reports/a4")
    for path in dark if scheme == "dark" else (*PAGES, "/claims/c2", "/reports/a4", "/names/e1"):
        page.goto(address + path)
        page.evaluate(script)
        told = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES[scheme])
        broken = [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in told["violations"]]
        found |= {path: broken} if broken else {}
    assert found == {}, json.dumps(found, indent=1)


def test_no_page_is_wider_than_a_phone(opening, address):
    """No page scrolls sideways on a phone, and every page fits at four times the size (WCAG 2.2, 1.4.10)."""
    for width in (PHONE, {"width": 320, "height": 700}):
        page = opening(address, viewport=width)
        for path in (*PAGES, "/claims/c2", "/reports/a4", "/names/e1"):
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, (
                path
            )
