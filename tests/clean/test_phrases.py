"""What of the table of furniture fits a line: as if each pattern were tried in turn, only sooner."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.clean import forms, phrases
from variorum.clean.blocks import blocks_of

SCOPES = ("line", "list", "rest", "start", "tail", "head", "long")
NEEDY = [rule for scope in SCOPES for rule in phrases.rules(scope) if rule.needs]
CORPUS = (Path(__file__).parent / "corpus").glob("*.case")
BLOCKS = [block for file in CORPUS for block in blocks_of(file.read_text("utf-8"))]
LINES = sorted({re.sub(r"@+[\w-]+ ", "", block.bare) for block in BLOCKS})


@pytest.mark.parametrize("rule", NEEDY, ids=lambda rule: rule.pattern.pattern[:40])
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_needs_stand_in_whatever_fits(rule, data):
    """No line that a pattern fits is passed over for its needs, whatever its case and letters."""
    line = data.draw(st.from_regex(rule.pattern))
    assert rule.may_fit(phrases.in_small(line))


@given(st.text(alphabet="kKsSiI\u0130\u0131\u017f\u212axé "), st.sampled_from(["sk", "is", "ki", "i s", "k"]))
def test_small_letters_are_those_that_patterns_see(line, piece):
    """A piece that a pattern without regard to case finds in a line stands in the line in small letters."""
    if re.search(piece, line, re.IGNORECASE):
        assert piece in phrases.in_small(line)


def _in_turn(scope, line):
    for rule in phrases.rules(scope):
        masked = len(line) <= 100 or any(mark in line for mark in "([/|©")
        if rule.pattern.fullmatch(forms.masked(line, *rule.names) if masked else line):
            return rule.kind
    return None


@pytest.mark.parametrize("scope", ["line", "list", "rest"])
def test_the_first_rule_that_fits_gives_the_kind(scope):
    """All patterns at once give what the table gives row by row, for each line of the corpus of cases."""
    found = {line: phrases.fitting(scope, line) for line in LINES}
    assert found == {line: _in_turn(scope, line) for line in LINES}
    assert len(set(found.values())) > 1


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_first_of_two_kinds_wins(data):
    """A line that rules of several kinds may fit has the kind of the first."""
    rule = data.draw(st.sampled_from(phrases.rules("line")))
    line = data.draw(st.from_regex(rule.pattern, fullmatch=True))
    assert phrases.fitting("line", line) == _in_turn("line", line)


def test_an_opening_of_given_kinds():
    """Where kinds are given, a line of another kind is none."""
    assert phrases.opening("Read more: Ferry runs onto rocks") == "related"
    assert phrases.opening("Read more: Ferry runs onto rocks", {"caption"}) is None


def test_a_closing_begins_where_its_words_begin():
    """What stands at the end of a paragraph is told with its place; amid it, it is the report's."""
    words = "The ferry sank (Reporting by Lena Marsh)"
    assert phrases.closing(words) == (words.index("("), "credit")
    assert phrases.closing(words + " at noon") is None


def test_a_stroke_within_a_name_is_one():
    """A long list of outlets and services is a credit, though its one stroke is hidden with the name that has it."""
    line = "RFE/RL, The Guardian, The Washington Post, The New York Times, Financial Times, The Independent and Reuters"
    assert len(line) > 100
    assert phrases.fitting("line", line) == _in_turn("line", line) == "credit"
