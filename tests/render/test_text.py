"""The account in a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from render import account_fixture as fixture
from render.hostile_fixture import HOSTILE, hostile
from variorum.errors import UsageError
from variorum.render import render

GOLDEN = Path(__file__).parent / "golden"
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("event", ["ferry", "border"])
def test_text_is_as_it_was(event):
    """The text of an example event changes only on purpose: see `regolden.py`."""
    assert render(fixture.account(event), "text") == (GOLDEN / f"{event}.txt").read_text("utf-8")


@pytest.mark.parametrize("width", [40, 80, 132])
@pytest.mark.parametrize("made", [fixture.account, fixture.empty, fixture.crowd, hostile])
def test_no_line_is_wider_than_the_terminal(made, width):
    """Whatever the reports hold, every line fits."""
    assert all(cell_len(line) <= width for line in render(made(), "text", width=width).splitlines())


def test_colour_only_repeats_what_words_say():
    """Without its colours the coloured text is the plain text."""
    plain, coloured = (render(fixture.account(), "text", colour=c) for c in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert [line.rstrip() for line in ANSI.sub("", coloured).splitlines()] == plain.splitlines()


def test_nothing_in_a_report_moves_the_cursor():
    """Escape sequences and turned text in a report are shown as signs, not obeyed."""
    assert "\x1b" in HOSTILE
    assert "\u202e" in HOSTILE
    text = render(hostile(), "text")
    assert not set(text) & {"\x1b", "\u202e", "\x00", "\x07"}


def test_claims_stand_in_the_order_of_the_account():
    """The account orders claims by weight; the text keeps that order and shows each with its counts and badge."""
    account = fixture.account("border")
    heads = re.findall(r"^ \S ([A-Z]+)  (c\d+)  (\d+) outlets?, (\d+) origins?", render(account, "text"), re.MULTILINE)
    assert heads == [(c.support.upper(), c.id, str(c.outlets), str(c.origins)) for c in account.claims]


def test_every_outlet_of_a_claim_is_named_once():
    """Under a claim stands one line an outlet; where there are too many, those left out are counted."""
    text = render(fixture.crowd(), "text")
    assert "and 192 more" in text
    assert text.count("Outlet Number 1 ") < 2 * len(fixture.crowd().claims) + 4


def test_an_account_without_claims_says_so():
    """Nothing found is told in words."""
    assert "No claim was found" in render(fixture.empty(), "text")


def test_an_unknown_form_is_a_usage_error():
    """The message names the forms that there are."""
    with pytest.raises(UsageError, match="text, json, md, html"):
        render(fixture.empty(), "pdf")
