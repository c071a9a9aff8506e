"""What people wrote, what to read first and what was left out, in every form for people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from render.account_fixture import account
from variorum.model import Note
from variorum.render import render


@pytest.fixture(scope="module")
def judged():
    """Return the ferry's account with a note, reports to read first, and a print that lacks claims of a fuller one."""
    full = account()
    first, *rest = full.reuse
    trimmed = replace(first, shorter=first.articles[0], left_out=("c2", "c3"))
    note = Note("c1", "ask <b>the\nhospital</b> again", "d4")
    return replace(full, read_first=("a3", "a1"), notes=(note,), reuse=(trimmed, *rest))


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_a_note_is_shown_as_what_it_is(judged, form):
    """A note stands with its claim, names its decision, and its text has no markup of its own."""
    shown = " ".join(render(judged, form).split())
    assert "ritten on it" in shown
    assert "d4" in shown
    assert "<b>the hospital" not in shown or form == "text"
    assert "hospital" in shown


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_what_to_read_first_is_told(judged, form):
    """The reports to read first are named, with how many claims they hold."""
    shown = " ".join(render(judged, form).split())
    carried = [c for c in judged.claims if c.outlets > 1 and {"a1", "a3"} & set(c.articles)]
    told = f"2 of the {len(judged.articles)} reports have between them all {len(carried)} claims"
    assert told in shown
    assert "Read first" in shown
    assert "Read first" not in render(account(), form)


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_what_a_print_left_out_is_told(judged, form):
    """Of two prints the shorter one is named, with the claims that it lacks."""
    shown = " ".join(render(judged, form).split())
    assert ("lacks c2, c3, which" in shown) or (form == "html" and "lacks 2 claims that" in shown)
    assert "lacks" not in render(account(), "text")


def test_what_happened_what_was_said_and_what_was_printed_are_told_apart():
    """The timeline has a heading for each kind of time that the account knows."""
    text = render(account(), "md")
    told = text[text.index("## Timeline") :].split("\n## ")[0]
    heads = [told.index(f"**{lane}**") for lane in ("happened", "published")]
    assert heads == sorted(heads)
