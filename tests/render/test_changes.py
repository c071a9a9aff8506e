"""What changed, in running text and as JSON."""

from __future__ import annotations

import json

import pytest

from variorum.model.changes import ArticleChange, Bounds, Changes, ClaimChange, Doubt, FigureChange
from variorum.render import told

DENIAL = Doubt("denied", "we\nnever said so", "The Post")
CLAIMS = (
    ClaimChange("changed", "c2", "c1", "Nine boats sank", "single", "corroborated", ("The Post",), (), ("Ida Roe",)),
    ClaimChange("new", None, "c4", "The mayor left", None, "contested", doubts=(DENIAL,), first_denial=True),
    ClaimChange("merged", "c9", "c1", "Boats were lost", "single", "corroborated"),
    ClaimChange("split", "c2", "c5", "Two crews are safe", "single", "single", conflicts=("denial: “Nobody is”",)),
    ClaimChange("gone", "c8", None, "It rained", "single", None, outlets_lost=("The Post",)),
)
FOUND = Changes(
    "variorum-changes/1",
    (ArticleChange("new", "a2", "post.txt", "The Post"), ArticleChange("changed", "a1", "b.txt", "b.txt")),
    CLAIMS,
    (FigureChange("changed", "g1", "g1", "sunk", Bounds(7, None, "agree"), Bounds(9, 9, "differ")),),
)


def test_all_that_changed_is_told():
    """Each change is on the page, in words, under its head."""
    text = told(FOUND, "text", width=120)
    for wanted in (
        "What changed: 1 new report, 2 new claims, 1 claim with a new source, 1 first denial, 1 moved figure",
        "has other words now",
        "Denied for the first time",
        "“we never said so” (denied)",
        "7 or more (the figures agree) → 9 (the figures cannot all hold)",
        "c1 (was c2)  “Nine boats sank”",
        "single → corroborated",
        "also in               The Post",
        "also on the word of   Ida Roe",
        "c9 (now in c1)  “Boats were lost”",
        "c5 (out of c2)  “Two crews are safe”",
        "denial: “Nobody is”",
        "no longer in          The Post",
    ):
        assert wanted in text


def test_no_change_is_one_line():
    """Two accounts that say the same are told so."""
    assert told(Changes("variorum-changes/1", (), (), ()), "text") == "What changed: nothing\n"


@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_fit(width):
    """No line is wider than asked for."""
    assert max(map(len, told(FOUND, "text", width=width).splitlines())) <= width


def test_json_has_everything():
    """As JSON all fields are there under their names."""
    read = json.loads(told(FOUND, "json"))
    assert read["format"] == "variorum-changes/1"
    assert read["claims"][1]["doubts"] == [{"kind": "denied", "text": "we\nnever said so", "outlet": "The Post"}]
    assert read["figures"][0]["was"] == {"low": 7, "high": None, "verdict": "agree"}
