"""The pages of a collection in a real browser, as a desk uses them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from web.browsing import CHROMIUM, DESK, PHONE, browsing, serving
from web.desks import collection, reports

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: `apt-get install chromium` to test the pages")

PAGES = ("/stories", "/search?q=ferry", "/new", "/add", "/judged", "/api", "/nothing")
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Return a window on a collection of one event."""
    desk = collection(tmp_path_factory.mktemp("desk") / "desk.variorum", "ferry")
    with serving(desk) as address, browsing() as browser:
        window = browser.new_context(viewport=DESK, base_url=address, reduced_motion="reduce")
        page = window.new_page()
        page.set_default_timeout(60_000)  # an account may have to be made
        yield page
        window.close()
    desk.collection.close()


def test_a_file_is_added(page, tmp_path):
    """Files are chosen and sent; the page tells how far it has come, then leads to their story and its account."""
    paths = []
    for name, data in reports("border"):
        (tmp_path / name).write_bytes(data)
        paths.append(tmp_path / name)
    page.goto("/add")
    page.set_input_files("#file", paths)
    page.get_by_role("button", name="Add").click()
    page.get_by_role("heading", name="Added").wait_for()
    assert "5 new reports" in page.locator("main").inner_text()
    page.get_by_role("link", name=re.compile("Kharzun")).first.click()
    page.locator("#claims").wait_for()
    assert page.locator(".list .claim").count() > 5


def test_a_text_is_pasted_and_found(page):
    """A text that is pasted is found by its words, and lit in its report."""
    page.goto("/add")
    page.fill("#title", "Lighthouse of Oskar to be lit again")
    page.fill("#text", "The lighthouse of Oskar will be lit again in June, the keeper Mira Talven said.")
    page.get_by_role("button", name="Add").click()
    page.get_by_role("heading", name="Added").wait_for()
    page.goto("/search")
    page.fill("#q", "lighthouse keeper")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=re.compile("Lighthouse of Oskar")).click()
    page.locator(".paper .lit").first.wait_for()


def test_no_page_breaks_a_rule_of_accessibility(page):
    """No page of a collection breaks WCAG 2.2 AA as far as axe can tell, nor is wider than a phone."""
    import axe_playwright_python

    script = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
    found = {}
    for path in PAGES:
        page.goto(path)
        page.evaluate(script)
        told = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
        broken = [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in told["violations"]]
        found |= {path: broken} if broken else {}
    assert found == {}, json.dumps(found, indent=1)
    page.set_viewport_size(PHONE)
    for path in PAGES:
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        page.set_viewport_size(PHONE)
        assert wide <= 0, path
    page.set_viewport_size(DESK)
