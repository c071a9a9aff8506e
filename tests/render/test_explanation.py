"""Why a claim is one claim, in running text and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from render.account_fixture import account
from variorum.compose.explaining import explanation
from variorum.model import Note
from variorum.render import told


def explained(name="c1", **fields):
    """Return the explanation of a claim of the ferry's account, with other fields of the claim."""
    full = account()
    claims = tuple(replace(c, **fields) if c.id == name else c for c in full.claims)
    return explanation(replace(full, claims=claims, notes=(Note(name, "ask\nagain", "d4"),)), name)


def test_every_passage_is_told_with_its_place():
    """Each passage stands there word for word, with file, characters and what joined it."""
    found = explained()
    text = " ".join(told(found, "text", width=400).split())
    for one in found.appearances:
        for piece in one.words:
            assert f"“{' '.join(piece.text.split())}”" in text
            assert f"{one.path}, characters {piece.start} to {piece.end}" in text
    assert text.count("no other passage is joined with it") == len(found.appearances)


def test_reasons_notes_and_what_is_against_are_told():
    """What was joined and why, notes, primary sources, and the claims against it are on the page."""
    contested = next(c for c in account().claims if c.conflicts)
    appearances = tuple(replace(a, because="same utterance as s2") for a in contested.appearances)
    found = explained(contested.id, appearances=appearances, why=("a1 and a2 share 92% of their words", "“a1” said"))
    text = " ".join(told(found, "text", width=400).split())
    outlets = {one.statement.article: one.outlet for one in found.appearances}
    assert "written on it (d4): ask again" in text
    assert "same utterance as s2" in text
    assert "Against" in text
    assert found.against[0].text.split(",")[0][:40] in text
    assert f"{outlets.get('a1', 'a1')} and {outlets.get('a2', 'a2')} share 92%" in text
    assert "“a1” said" in text


def test_json_has_everything():
    """As JSON the claim, its passages and its figures are there."""
    read = json.loads(told(explained(), "json"))
    assert read["format"] == "variorum-explanation/1"
    assert read["claim"]["id"] == "c1"
    assert {"statement", "path", "outlet", "words", "because"} <= set(read["appearances"][0])
