"""What rule found each statement, in lines."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from build import article
from variorum.lexicon import column
from variorum.model import Excerpt, Reading, Speaker, Statement
from variorum.render.rules import rules

TEXT = "Brenn said the dam held."
SAID = Statement(
    "s1", "a1", "indirect", "speech", Speaker("Brenn", 0, 5), (), Excerpt(6, 10, "said"),
    (Excerpt(11, 23, "the dam held"),), rule="verb:bare",
)  # fmt: skip


def _line(statement, form="text"):
    (told,) = rules(article(TEXT), Reading("a1", statements=(statement,)), form)
    return told


def test_a_line_has_place_mode_source_cue_and_rule():
    """The five fields are parted by tabs, and the rule is told in words."""
    told = 'a1.txt:11-23\tindirect\tBrenn\tsaid\tverb:bare (a reporting verb with a clause without "that")\n'
    assert _line(SAID) == told


def test_a_relay_is_told_with_the_source():
    """Who relays stands behind the source."""
    assert "\tBrenn via the SBU\t" in _line(replace(SAID, via=(Speaker("the SBU", 0, 3),)))


def test_what_is_not_there_is_a_dash():
    """The report's own voice has neither source nor cue."""
    own = replace(SAID, mode="narration", source=None, cue=None, rule="narration/main")
    assert _line(own).split("\t")[1:] == ["narration", "-", "-", "narration/main (the report's own voice)\n"]


def test_as_json_a_line_holds_the_statement_and_the_words_of_its_rule():
    """The statement has the keys that it has in an account."""
    row = json.loads(_line(SAID, "json"))
    assert (row["path"], row["statement"]["rule"], row["statement"]["cue"]["text"]) == ("a1.txt", "verb:bare", "said")
    assert row["rule_words"] == 'a reporting verb with a clause without "that"'


def test_a_rule_that_the_table_lacks_is_told_by_its_name():
    """Nothing is made up: the name stands alone, and `null` in JSON."""
    odd = replace(SAID, rule="unheard-of")
    assert _line(odd).endswith("\tunheard-of\n")
    assert json.loads(_line(odd, "json"))["rule_words"] is None


@pytest.mark.parametrize("name", ["verb:p-of", "noun:p-of", "adjective:to", "narration/headline"])
def test_a_rule_without_words_has_those_of_its_family(name):
    """Every frame of a family is told, without a line for each in the table."""
    assert name not in column("rule_words", "rule")
    assert f"{name} (" in _line(replace(SAID, rule=name))
