"""Labels that are places in articles give the scorer the words that stand there."""

from __future__ import annotations

import json

import pytest

from unseen import GOLD, HALVES, Labelled

ROW = {
    "id": "x1",
    "title": "Ferry sinks",
    "text": "A ferry sank. The mayor said a ferry sank off Torvel, and 12 were saved.",
    "url": "https://herald.example/1",
    "pub_date": "2031-05-14",
}


def _place(words, last=False):
    text = f"{ROW['title']}\n\n{ROW['text']}"
    start = text.rindex(words) if last else text.index(words)
    return ["A", start, start + len(words)]


@pytest.fixture
def one(tmp_path):
    """Return labels of one invented report."""
    labels = {
        "half": "mended",
        "articles": {"A": "x1"},
        "statements": [
            {
                "id": "A1",
                "at": _place("a ferry sank off Torvel"),
                "alt": [_place("12 were saved")],
                "sources": [_place("mayor"), "unspecified"],
            }
        ],
        "caveats": [],
        "figures": [{"id": "f1", "at": _place("12"), "low": 12, "high": 12, "approx": False}],
        "figure_groups": [],
        "dates": [],
        "claims": [{"mentions": [_place("Ferry"), _place("ferry sank", last=True)], "support": "single"}],
    }
    file = tmp_path / "u99.json"
    file.write_text(json.dumps(labels), "utf-8")
    return Labelled(file, {"x1": ROW})


def test_places_become_words(one):
    """Each with the how manieth time it stands in its article, title first."""
    gold = one.gold()
    (statement,) = gold["statements"]
    assert (statement["is"], statement["nth"]) == ("a ferry sank off Torvel", 1)
    assert (statement["alt"], statement["sources"]) == (["12 were saved"], ["mayor", "unspecified"])
    assert [(m["is"], m["nth"]) for m in gold["claims"][0]["mentions"]] == [("Ferry", 1), ("ferry sank", 2)]
    assert gold["figures"][0]["low"] == 12


def test_articles_become_files(one, tmp_path):
    """One each, under the name that the labels give it."""
    (file,) = one.written(tmp_path)
    assert one.gold()["articles"] == {"A": {"file": file.name}}
    assert json.loads(file.read_text("utf-8"))["date"] == "2031-05-14"


@pytest.mark.parametrize("file", sorted(GOLD.glob("*.json")), ids=lambda file: file.stem)
def test_labels_are_places_alone(file):
    """No words of the articles are among them; every event is of one half; members of groups are figures."""
    labels = json.loads(file.read_text("utf-8"))
    assert labels["half"] in HALVES
    words = {one for s in labels["statements"] for one in s["sources"] if isinstance(one, str)}
    assert words <= {"", "unspecified"}
    figures = {figure["id"] for figure in labels["figures"]}
    assert all(set(group["members"]) <= figures for group in labels["figure_groups"])
