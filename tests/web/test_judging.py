"""Judgements by button."""

from __future__ import annotations

import pytest
from lxml import html

from web.desks import BASE, client, event, token


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with the reports."""
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="module")
def calling(folder):
    """Return what calls the pages of the example event."""
    return client(event(folder))


def _judge(calling, page, verb, *args):
    """Send the form of a page, and return where it leads and what is shown there."""
    form = {"verb": verb, "arg": list(args)} | token(calling.get(page))
    answer = calling.post(f"{BASE}/decisions", data=form)
    if answer.status_code != 303:
        return answer, None
    return answer, html.fromstring(calling.get(answer.headers["location"]).text)


def _entity(calling, name):
    page = html.fromstring(calling.get(f"{BASE}/names", params={"q": name}).text)
    return page.xpath("//dl[@class='names']/div/@id")


def test_two_claims_become_one_and_two_again(calling, folder):
    """`same` joins two claims at once, is written where the command writes it, and undo parts them."""
    before = calling.get(f"/api{BASE}/claims?limit=1000").json()["items"]
    a, b = before[0], before[-1]
    answer, page = _judge(calling, BASE, "same", a["id"], b["id"])
    assert answer.status_code == 303
    assert "same is written down" in page.text_content()
    after = calling.get(f"/api{BASE}/claims?limit=1000").json()["items"]
    joined = next(c for c in after if {*a["articles"], *b["articles"]} <= set(c["articles"]))
    assert f"/claims/{joined['id']}?said=d1" in answer.headers["location"]
    assert " same " in (folder / "decisions.variorum.txt").read_text("utf-8")
    _, page = _judge(calling, f"{BASE}/decisions", "undo", "d1")
    assert "taken back" in page.text_content()
    assert calling.get(f"/api{BASE}/claims?limit=1000").json()["items"] == before


def test_names_are_merged_and_split_again(calling):
    """Merging two names leads to the one that they are now; undo makes them two."""
    known = calling.get(f"/api{BASE}/names").json()["entities"]
    one, other = [entity for entity in known if entity["type"] == "person"][:2]
    answer, _page = _judge(calling, f"{BASE}/names", "merge-entity", one["id"], other["id"])
    merged = calling.get("/api" + answer.headers["location"].split("?")[0]).json()
    assert {f["text"] for f in merged["forms"]} >= {f["text"] for e in (one, other) for f in e["forms"]}
    decision = answer.headers["location"].split("=")[1]
    _judge(calling, BASE, "undo", decision)
    assert calling.get(f"/api{BASE}/names").json()["entities"] == known


def test_a_note_stands_with_its_claim(calling):
    """What is written on a claim is shown there, as words."""
    _, page = _judge(calling, f"{BASE}/claims/c1", "note", "c1", "<b>asked</b> the harbour office")
    assert "<b>asked</b> the harbour office" in page.xpath("string(//*[@id='evidence']//*[@class='note'])")


def test_a_decision_on_an_older_account_is_refused(calling):
    """A page that shows an account as it was decides nothing: its ids may be those of other things now."""
    old = token(calling.get(BASE))
    _judge(calling, BASE, "note", "c2", "meanwhile")
    answer = calling.post(f"{BASE}/decisions", data={"verb": "note", "arg": ["c1", "late"]} | old)
    assert answer.status_code == 409
    assert "look again" in answer.text


@pytest.mark.parametrize(
    ("verb", "args"),
    [
        ("same", ["c1", "c1"]),
        ("merge-entity", ["e1"]),
        ("bless", ["c1"]),
        ("undo", ["d99"]),
        ("note", ["c1"]),
        ("same", []),
    ],
)
def test_what_does_not_fit_is_told_and_changes_nothing(calling, folder, verb, args):
    """A refusal is one clear line, and the file stays as it was."""
    file = folder / "decisions.variorum.txt"
    before = file.read_bytes() if file.exists() else b""
    answer, _ = _judge(calling, BASE, verb, *args)
    assert answer.status_code == 422
    assert "This could not be done" in answer.text
    assert (file.read_bytes() if file.exists() else b"") == before


def test_the_check_runs_live(calling, folder):
    """The check reads every quoted word anew, and finds a report that was changed."""
    good = calling.post(f"{BASE}/check", data=token(calling.get(f"{BASE}/method")))
    assert "quoted places say what their report says" in good.text
    report = next(folder.glob("*.txt"))
    text = report.read_text("utf-8")
    report.write_text(text.replace("e", "o", 3), "utf-8")
    bad = calling.post(f"{BASE}/check", data=token(calling.get(f"{BASE}/method")))
    report.write_text(text, "utf-8")
    assert "has changed since the account was made" in bad.text


def test_what_changed_after_a_day(calling):
    """The page shows the reports after a day, and what they brought."""
    page = html.fromstring(calling.get(f"{BASE}/changes?since=2031-03-04").text)
    text = page.xpath("string(//*[@id='changes'])")
    assert "Kelun Herald" in text
    assert "new" in text
