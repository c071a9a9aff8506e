"""The pages of an account."""

from __future__ import annotations

import re
import time
from collections import Counter
from urllib.parse import urldefrag, urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from render import account_fixture as fixture
from render.hostile_fixture import HOSTILE, hostile
from web.desks import BASE, PAGES, Fixed, client, links

ACCOUNTS = {
    "ferry": fixture.account,
    "border": lambda: fixture.account("border"),
    "empty": fixture.empty,
    "hostile": hostile,
}
TIGHT = 500_000
QUICK = 0.6
"""Seconds of processor: twice the limit of bench/web_pages.py, for whatever else this process does."""


@pytest.fixture(scope="module", params=ACCOUNTS)
def calling(request):
    """Return what calls the pages of an account of each kind."""
    return client(Fixed(ACCOUNTS[request.param]()))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers(calling, page):
    """Each page is there for each kind of account, says what it shows, and has one heading of the first order."""
    answer = calling.get(BASE + page)
    assert answer.status_code == 200
    tree = html.fromstring(answer.text)
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//main//h2")
    assert tree.xpath("//title")[0].text.endswith("Variorum")
    names = Counter(tree.xpath("//@id"))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("made", [fixture.account, hostile], ids=["ferry", "hostile"])
def test_every_link_leads_somewhere(made):
    """Whatever a page links to is there, down to the place in the page."""
    calling = client(Fixed(made()))
    pages: dict[str, set[str]] = {}
    waiting, seen = [BASE], {BASE}
    while waiting:
        at = waiting.pop()
        path, place = urldefrag(at)
        if path not in pages:
            answer = calling.get(path)
            assert answer.status_code == 200, path
            kind = answer.headers["content-type"]
            pages[path] = set(html.fromstring(answer.text).xpath("//@id")) if kind.startswith("text/html") else set()
            found = {urljoin(path, link) for link in links(answer.text)} if kind.startswith("text/html") else set()
            new = {link for link in found if urldefrag(link)[0] != "/" and "?" not in urldefrag(link)[0]} - seen
            seen |= new
            waiting += sorted(new)
        assert not place or place in pages[path], at
    assert len(pages) > 15


def test_each_claim_and_each_place_has_an_address():
    """A claim's page shows its evidence; a place in a report is lit there."""
    calling = client(Fixed(fixture.account()))
    for claim in fixture.account().claims:
        page = html.fromstring(calling.get(f"{BASE}/claims/{claim.id}").text)
        assert len(page.xpath("//*[@id='evidence']//*[@class='card']")) == len(claim.articles)
    article = fixture.account().articles[0]
    lit = html.fromstring(calling.get(f"{BASE}/reports/{article.id}?at=3-20").text)
    shown = "".join(lit.xpath("//*[contains(concat(' ', @class, ' '), ' lit ')]/text()"))
    assert shown.split() == article.text[3:20].split()


def _order(page):
    return html.fromstring(page.text).xpath("//ol[@class='list']/li/@id")


def test_claims_come_in_the_order_asked_for():
    """Each order shows the same claims; the most contested are contested, the newest are of the latest day."""
    calling = client(Fixed(fixture.account()))
    orders = {name: _order(calling.get(f"{BASE}?order={name}")) for name in ("weight", "contested", "least", "newest")}
    assert orders["weight"] == [claim.id for claim in fixture.account().claims]
    assert all(sorted(found) == sorted(orders["weight"]) for found in orders.values())
    by_id = {claim.id: claim for claim in fixture.account().claims}
    contested = [by_id[name].support == "contested" for name in orders["contested"]]
    assert contested == sorted(contested, reverse=True)
    least = [len(by_id[name].primary_sources) for name in orders["least"]]
    assert least == sorted(least)


def test_claims_are_narrowed_by_label_and_words():
    """The list has the claims with a label and with all words, and says so where there are none."""
    calling = client(Fixed(fixture.account()))
    known = [claim for claim in fixture.account().claims if claim.support == "contested"]
    assert _order(calling.get(f"{BASE}?support=contested")) == [claim.id for claim in known]
    word = known[0].text.split()[0]
    assert known[0].id in _order(calling.get(f"{BASE}?support=contested&q={word}"))
    assert "No claim has all of these words" in calling.get(f"{BASE}?q=nosuchword").text


def test_empty_pages_teach():
    """A page with nothing on it says what would be there, or why it is not."""
    calling = client(Fixed(fixture.empty()))
    for page in ("", "/matrix", "/figures", "/quotes", "/timeline", "/lineage", "/names", "/caveats", "/decisions"):
        empty = html.fromstring(calling.get(BASE + page).text).xpath("//p[@class='empty']")
        assert empty, page
        assert len(empty[0].text_content().split()) > 5, page


def test_marks_are_told_in_words_too():
    """Every mark of the matrix has a name beside its sign."""
    page = html.fromstring(client(Fixed(fixture.account())).get(f"{BASE}/matrix").text)
    told = page.xpath("//table[contains(@class, 'matrix')]//td/a/@aria-label")
    assert len(told) == sum(mark != "silent" for row in fixture.account().rows for mark in row.marks)


@pytest.mark.parametrize("page", [*PAGES, "/claims/c1", "/reports/a1"])
def test_a_story_of_two_hundred_reports_fits(page):
    """No page is larger than 500 kB, nor slow, where 200 reports tell of one event."""
    calling = _crowd()
    begun = time.process_time()
    answer = calling.get(BASE + page)
    assert answer.status_code == 200
    assert len(answer.content) < TIGHT
    assert time.process_time() - begun < QUICK


def _crowd(made=[]):  # noqa: B006 - made once, for all pages
    if not made:
        made.append(client(Fixed(fixture.crowd(200))))
        made[0].get(BASE)
    return made[0]


@pytest.mark.parametrize(
    "path",
    ["/stories/other", f"{BASE}/claims/c999", f"{BASE}/reports/zz", f"{BASE}/names/e999", "/nothing", "/static/../x"],
)
def test_what_is_not_there_is_told(path):
    """An address that leads nowhere is answered with a page that says so."""
    answer = client(Fixed(fixture.account())).get(path)
    assert answer.status_code == 404
    assert "This could not be done" in answer.text


@pytest.mark.parametrize("query", ["?order=best", "?page=0", "?support=true", "/reports/a1?at=x", "/changes?since=x"])
def test_what_does_not_fit_is_told(query):
    """A question that means nothing is refused with a page, not guessed at."""
    assert client(Fixed(fixture.account())).get(BASE + query).status_code == 422


def _harmless(source: str) -> None:
    tree = html.fromstring(source)
    assert len(tree.xpath("//script")) == 2
    assert all(address.startswith("/static/") for address in tree.xpath("//script/@src"))
    assert not tree.xpath("//img | //iframe | //object | //embed | //svg[@onload]")
    assert not [name for name in tree.xpath("//@*") if name.attrname.startswith("on")]
    hrefs = [name for name in tree.xpath("//@href | //@action | //@formaction") if ":" in name.split("/")[0]]
    assert hrefs == []


@pytest.mark.parametrize("page", [*PAGES, "/claims/c1", "/reports/a1?at=0-30", "/names/e1"])
def test_hostile_reports_stay_words(page):
    """Nothing that a report, a title, an outlet or a name holds becomes part of the page's making."""
    answer = client(Fixed(hostile())).get(BASE + page)
    assert answer.status_code == 200
    _harmless(answer.text)
    shown = re.sub(r'<input type="hidden"[^>]*>', "", answer.text)  # what is sent back must be as it was
    assert "\x1b" not in shown
    assert "\u202e" not in shown


PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["</script>", "<!--", "]]>", "'\"><x onclick=y>", "{{ 7 }}", "javascript:", "&lt;", "\r\n", HOSTILE]
    ),
)


def _any():
    """Return what calls the pages of a desk whose account is changed: an app is made once."""
    if not hasattr(_any, "calling"):
        _any.desk = Fixed(fixture.account())
        _any.calling = client(_any.desk)
    return _any.calling


@settings(max_examples=10, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=4).map("".join))
def test_no_words_break_a_page(words):
    """Whatever words a report holds: every page answers, and brings nothing but ours."""
    calling = _any()
    _any.desk.held = hostile(f"w{words}")
    for page in (*PAGES, "/claims/c1", "/reports/a1?at=0-3", "/names/e1"):
        answer = calling.get(BASE + page)
        assert answer.status_code == 200
        _harmless(answer.text)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_no_question_breaks_a_page(words):
    """Whatever is searched for: the page answers, and the words stay words."""
    calling = _any()
    _any.desk.held = fixture.account()
    answer = calling.get(BASE, params={"q": words})
    assert answer.status_code == 200
    _harmless(answer.text)
    assert calling.get(f"{BASE}/names", params={"q": words}).status_code == 200
