"""The pages of a collection."""

from __future__ import annotations

import json
import time

import pytest
from lxml import html

from render import account_fixture as fixture
from render.hostile_fixture import HOSTILE
from web.desks import BASE, Fixed, client, collection, reports, token

PAGES = ("/stories", "/search", "/search?q=ferry", "/new", "/new?since=2031", "/judged", "/add", "/api")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Return the desk of a collection of both example events."""
    found = collection(tmp_path_factory.mktemp("desk") / "desk.variorum", "ferry", "border")
    yield found
    found.collection.close()


@pytest.fixture(scope="module")
def calling(desk):
    """Return what calls its pages."""
    return client(desk)


def _wait(calling, address):
    """Ask until the page, or the answer of the API, is there: an account may be being made."""
    until = time.monotonic() + 90
    while time.monotonic() < until:
        page = calling.get(address)
        if "refresh" not in page.headers and page.status_code != 503:
            return page
        time.sleep(0.05)
    pytest.fail("it did not end")


def _story(calling, word):
    """Return the id of the story of which a report's title has a word."""
    found = html.fromstring(calling.get("/stories", params={"q": word}).text)
    return found.xpath("//ol[@class='stories']/li/@id")[0]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers(calling, page):
    """Each page is there and has one heading of the first order."""
    answer = calling.get(page)
    assert answer.status_code == 200
    assert len(html.fromstring(answer.text).xpath("//h1")) == 1


def test_an_empty_collection_teaches(tmp_path):
    """A new collection says what to do first."""
    calling = client(collection(tmp_path / "new.variorum"))
    assert calling.get("/").headers["location"] == "/stories"
    assert "Add reports" in calling.get("/stories").text
    for page in PAGES[1:-2]:
        assert html.fromstring(calling.get(page).text).xpath("//p[@class='empty']"), page


def test_stories_are_narrowed(calling):
    """Outlet, place, days and words narrow the list; what fits nothing says so."""
    both = html.fromstring(calling.get("/stories").text).xpath("//ol[@class='stories']/li/@id")
    ferry = html.fromstring(calling.get("/stories?outlet=Kelun Herald").text).xpath("//ol[@class='stories']/li/@id")
    assert set(ferry) < set(both)
    assert calling.get("/stories?since=2099-01-01").text.count("No story has all of this") == 1
    assert "No story has all of this" in calling.get("/stories?place=Nowhere").text
    assert calling.get("/stories?since=tomorrow").status_code == 422


def test_a_story_has_its_account(calling):
    """A story leads to its account, with all its pages; its numbers then stand in the list."""
    story = _story(calling, "waterworks")
    page = _wait(calling, f"/stories/{story}")
    assert page.status_code == 200
    assert "Kharzun" in page.text
    for end in ("/matrix", "/figures", "/reports", "/changes?since=2031-01-01", "/method"):
        assert _wait(calling, f"/stories/{story}{end}").status_code == 200
    listed = html.fromstring(calling.get("/stories?q=waterworks").text)
    assert "claims" in listed.xpath("string(//p[@class='numbers'])")


def test_what_the_last_day_has_corroborated_is_told(calling, desk):
    """One report of the ferry is of the first day, so what is corroborated is so since the second."""
    story = _story(calling, "ferry")
    entry = desk.collection.story(story)
    desk.count((entry,))
    for _ in range(600):
        numbers = desk.numbers(entry)
        if numbers and numbers.newly is not None:
            break
        time.sleep(0.1)
    assert numbers.newly == numbers.corroborated > 0
    assert f"{numbers.newly} newly" in calling.get("/stories?q=ferry").text


def test_what_is_found_is_shown_in_its_report(calling):
    """A search leads to the words in the report."""
    found = html.fromstring(calling.get("/search?q=union").text)
    assert found.xpath("//mark/text()")[0].lower().startswith("union")
    page = html.fromstring(_wait(calling, found.xpath("//ol[@class='stories']//h2/a/@href")[0].split("#")[0]).text)
    lit = "".join(page.xpath("//*[contains(concat(' ', @class, ' '), ' lit ')]/text()"))
    assert lit.lower().startswith("union")


def test_stories_are_merged_and_parted_again(calling, desk):
    """A button merges two stories, and undo parts them."""
    one, other = [entry.id for entry in desk.collection.stories(limit=2)]
    before = [len(desk.collection.story(name).articles) for name in (one, other)]
    form = {"verb": "merge", "arg": [one, other]} | token(calling.get("/stories"))
    answer = calling.post("/judged", data=form)
    assert answer.status_code == 303
    assert len(desk.collection.story(one).articles) == sum(before)
    name = answer.headers["location"].split("=")[1]
    calling.post("/judged", data={"verb": "undo", "arg": name} | token(calling.get("/judged")))
    assert [len(desk.collection.story(name).articles) for name in (one, other)] == before


def test_claims_are_judged_in_a_collection(calling, desk):
    """A note on a claim is kept in the collection, and can be taken back on the page of decisions."""
    story = _story(calling, "waterworks")
    form = {"verb": "note", "arg": ["c1", "asked"]} | token(_wait(calling, f"/stories/{story}"))
    answer = calling.post(f"/stories/{story}/decisions", data=form)
    assert answer.status_code == 303
    assert "asked" in _wait(calling, answer.headers["location"]).text
    name = answer.headers["location"].split("=")[1]
    assert name in [one.id for one in desk.collection.decisions()]
    form = {"verb": "undo", "arg": name} | token(calling.get(f"/stories/{story}"))
    assert calling.post(f"/stories/{story}/decisions", data=form).status_code == 303
    assert name not in [one.id for one in desk.collection.decisions()]


def test_the_check_reads_what_was_captured(calling):
    """The check of a story reads the bytes that were stored."""
    story = _story(calling, "waterworks")
    page = calling.post(f"/stories/{story}/check", data=token(_wait(calling, f"/stories/{story}/method")))
    good, total = html.fromstring(page.text).xpath("string(//*[@role='status']//b)").split(" of ")
    assert good == total


@pytest.mark.parametrize("form", [{"verb": "same", "arg": ["c1", "c2"]}, {"verb": "merge", "arg": ["st1"]}, {}])
def test_what_does_not_fit_is_told(calling, form):
    """Only stories are judged there, and only such as there are."""
    assert calling.post("/judged", data=form | token(calling.get("/add"))).status_code == 422


@pytest.mark.parametrize("path", ["/stories/st999", "/stories/x", "/stories/st1/claims/c9999", "/progress/0"])
def test_what_is_not_there_is_told(calling, path):
    """An address that leads nowhere says so."""
    assert _wait(calling, path).status_code == 404


@pytest.mark.parametrize("path", PAGES[:-1])
def test_one_account_has_no_collection(path):
    """Where one account is served, there are no pages of a collection."""
    assert client(Fixed(fixture.account())).get(path).status_code == 404
    assert client(Fixed(fixture.account())).get(BASE).status_code == 200


def test_hostile_reports_stay_words(tmp_path):
    """Nothing of a report that is added becomes part of a page's making."""
    desk = collection(tmp_path / "desk.variorum")
    calling = client(desk)
    form = {"title": HOSTILE, "text": f"{HOSTILE} said.\n\nIt is late.", "addresses": ""} | token(calling.get("/add"))
    given = [("file", (HOSTILE, b"One word, and another.", "text/plain"))]
    answer = calling.post("/add", data=form, files=given)
    assert answer.status_code == 303
    _wait(calling, answer.headers["location"])
    for path in (*PAGES, answer.headers["location"], "/search?q=word", "/stories/st1"):
        tree = html.fromstring(_wait(calling, path).text)
        assert len(tree.xpath("//script")) == 2
        assert not tree.xpath("//img | //iframe | //svg[@onload]")
    desk.collection.close()


def test_a_change_from_elsewhere_is_seen(calling, desk):
    """What another program adds to the file is shown: the account that was kept is made anew."""
    story = _story(calling, "waterworks")
    _wait(calling, f"/stories/{story}")
    before = _wait(calling, f"/api/stories/{story}").json()["articles"]
    one = reports("border")[0]
    other = (one[0].replace(".", "-2."), one[1].replace(b"Brackwater Post", b"Brackwater Times") + b"\nIt went on.\n")
    with type(desk.collection).open(desk.collection.path) as elsewhere:
        elsewhere.add_files([other])
    _wait(calling, f"/stories/{story}")
    after = _wait(calling, f"/api/stories/{story}").json()["articles"]
    assert len(after) == len(before) + 1


@pytest.mark.parametrize(("since", "told"), [("2031-05-14", True), ("2031-06-01", False)])
def test_a_report_that_tells_only_its_month_is_new_in_it(tmp_path, since, told):
    """Of a month without a day nobody knows that it came before."""
    desk = collection(tmp_path / "desk.variorum")
    record = {"title": "Weir of Ulden gives way", "text": "The weir broke.", "published": "2031-05"}
    desk.collection.add_files([("weir.json", json.dumps(record).encode())])
    page = client(desk).get(f"/new?since={since}").text
    assert ("a new story" in page, "Weir of Ulden" in page) == (told, told)
    desk.collection.close()
