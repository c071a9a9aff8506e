"""The account as one page."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from render import account_fixture as fixture
from render.hostile_fixture import hostile
from variorum.render import render

ACCOUNTS = {
    "ferry": fixture.account,
    "border": lambda: fixture.account("border"),
    "empty": fixture.empty,
    "crowd": lambda: fixture.crowd(40),
    "hostile": hostile,
}
VOID = {"meta", "col", "input", "br", "path", "use", "rect", "circle"}
LOADS = {"src", "srcset", "action", "formaction", "data", "poster", "background", "ping"}


class Page(HTMLParser):
    """What a browser would find in a page: the elements and the text of the reports."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.unbalanced: list[str] = []
        self.papers: list[list[str]] = []
        self.depth = 0
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        """Keep the element; a report's text begins at `.paper`, a paragraph of it at `p`."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)
        if dict(attrs).get("class") == "paper":
            self.papers.append([])
            self.depth = len(self.stack)
        if self.depth and tag == "p":
            self.papers[-1].append("")

    def handle_endtag(self, tag):
        """Note an element that closes what is not open."""
        if tag in VOID:
            return
        if not self.stack or self.stack.pop() != tag:
            self.unbalanced.append(tag)
        if len(self.stack) < self.depth:
            self.depth = 0

    def handle_data(self, data):
        """Keep the words of a report, without the numbers that lead to the claims."""
        if self.depth and "p" in self.stack and "sup" not in self.stack:
            self.papers[-1][-1] += data


@pytest.fixture(scope="module", params=ACCOUNTS)
def account(request):
    """Return an account of each kind."""
    return ACCOUNTS[request.param]()


@pytest.fixture(scope="module")
def source(account):
    """Return the page of an account."""
    return render(account, "html")


@pytest.fixture(scope="module")
def page(source):
    """Return the page of an account, read as a browser would."""
    return Page(source)


def test_elements_are_balanced(page):
    """Every element that is opened is closed, whatever the reports hold."""
    assert not page.unbalanced
    assert not page.stack


def test_nothing_is_loaded(page):
    """No element names anything to fetch, and no style does."""
    assert not [(tag, a) for tag, a in page.elements if LOADS & a.keys() or tag in {"link", "img", "iframe", "object"}]
    assert all(a["href"].startswith("#") for _, a in page.elements if "href" in a)
    css = (files("variorum.render") / "page" / "page.css").read_text("utf-8")
    assert "url(" not in css
    assert "@import" not in css


def test_the_policy_allows_our_own_script_and_style_alone(source):
    """The page's policy names the digests of the style and script in it, and allows nothing else."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', source).group(1).replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_reports_bring_no_elements_and_no_attributes(page):
    """Nothing that a report holds becomes part of the page's making."""
    assert Counter(tag for tag, _ in page.elements)["script"] == 1
    assert not [(tag, a) for tag, a in page.elements if any(name.startswith("on") for name in a)]


def test_every_link_leads_somewhere(page):
    """Names are given once, and each link within the page has its goal."""
    names = Counter(a["id"] for _, a in page.elements if "id" in a)
    assert [name for name, count in names.items() if count > 1] == []
    assert {a["href"][1:] for _, a in page.elements if "href" in a} <= names.keys()


def test_reports_stand_whole(account, page):
    """The text of each report is on the page word for word, line by line."""
    for article, paper in zip(account.articles, page.papers, strict=True):
        lines = [line.rstrip() for line in article.text.splitlines() if line.strip()]
        if account is not hostile():
            assert paper == lines
        else:
            assert [len(p) for p in paper] == [len(line) for line in lines]


def test_every_statement_and_figure_has_its_place(account, page):
    """Each thing that the account quotes can be gone to in its report."""
    names = {a.get("id") for _, a in page.elements}
    assert {s.id for s in account.statements} <= names
    assert {f.id for f in account.figures} <= names
    assert {c.id for c in account.claims} <= names


def test_marks_are_told_in_words_too(account, source, page):
    """The matrix has one cell an article, and the word of each mark beside its sign; silent is an empty cell."""
    cells = sum(tag == "td" and "value" not in (a.get("class") or "") for tag, a in page.elements)
    expected = sum(len(row.marks) for row in account.rows)
    assert cells >= expected
    told = re.findall(r'<td class="[\w-]+"><a href="#[^"]+" aria-label="([\w ]+)"><svg>', source)
    assert len(told) == sum(mark != "silent" for row in account.rows for mark in row.marks)


def test_an_account_without_anything_still_teaches():
    """Empty sections say what is not there and why."""
    source = render(fixture.empty(), "html")
    assert "No claim was found in what was read." in source
    assert "There is one report only." in source


def _schemes():
    """Return the colours of the light and of the dark page by name."""
    css = (files("variorum.render") / "page" / "page.css").read_text("utf-8")
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w{6});", block)) for block in css.split("@media")[:2])
    return {"light": light, "dark": light | dark}


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "ground", "mark", "says", "contested-tint", "tint"])
def test_words_stand_out_from_their_ground(scheme, ground):
    """Text and what it stands on differ by 4.5 to 1 at least (WCAG 2.2, 1.4.3, level AA)."""
    colours = _schemes()[scheme]
    on = {"mark": ["ink", "soft", "link"], "says": ["ink", "link"]}
    words = on.get(ground, ["ink", "soft", "link", "contested", "corroborated", "echoed", "unattributed", "single"])
    for word in words:
        a, b = sorted((_luminance(colours[word]), _luminance(colours[ground])), reverse=True)
        assert (a + 0.05) / (b + 0.05) >= 4.5, (word, ground)
