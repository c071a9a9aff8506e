"""The grammar's tables: every line of them can be read and used."""

from __future__ import annotations

import pytest

from variorum.extract.times._patterns import grammar
from variorum.extract.times._readers import READERS
from variorum.extract.times._surroundings import TESTS
from variorum.extract.times._words import CAPITAL, OTHER, shapes, vocabulary
from variorum.lexicon import rows


def test_every_rule_names_a_reader_and_a_test_that_exist():
    """A slip in the table would fail only when its words turn up in the news: here it fails at once."""
    assert {rule.reads for rule in grammar()} <= {*READERS, "none"}
    assert {rule.check for rule in grammar()} - {""} <= set(TESTS)


def test_no_rule_is_impossible_and_no_reader_or_test_unused():
    """Every atom of a pattern has words, every reader and test has a rule."""
    assert [rule.name for rule in grammar() if "(?!)" in rule.pattern.pattern] == []
    assert set(READERS) <= {rule.reads for rule in grammar()}
    assert set(TESTS) == {rule.check for rule in grammar()} - {""}


def test_every_class_of_words_is_used():
    """A class of words that no pattern names is dead."""
    patterns = " ".join(row["pattern"] for table in ("time_grammar", "time_macros") for row in rows(table))
    unused = {row["class"] for row in rows("time_words")} - {"vague"}
    assert [name for name in sorted(unused) if f"{{{name}}}" not in patterns and f"<{name}>" not in patterns] == []


@pytest.mark.parametrize(
    ("text", "tag", "name"),
    [("May", "NNP", "month"), ("fall", "NN", "season"), ("second", "NN", "unit"), ("Sunday", "NNP", "weekday")],
)
def test_a_word_belongs_to_its_class(text, tag, name):
    """A word's symbol is among those of its class where its case and tag allow it."""
    assert vocabulary().symbol(text, tag) in vocabulary().members(name)


@pytest.mark.parametrize(
    ("text", "tag", "name"), [("may", "MD", "month"), ("fall", "VB", "season"), ("second", "JJ", "unit")]
)
def test_a_word_does_not_belong_where_its_form_forbids(text, tag, name):
    """A modal, a verb, an ordinal are no month, season, unit."""
    assert vocabulary().symbol(text, tag) not in vocabulary().members(name)


def test_other_words_have_no_class():
    """A word that no time is made of is nothing, a capitalised one may be a place of a time zone."""
    assert vocabulary().symbol("harbour", "NN") == OTHER
    assert vocabulary().symbol("Ostrel", "NNP") == CAPITAL


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2031", {"digits", "year", "anyyear", "hhmm"}),
        ("1990s", {"decade"}),
        ("9:15", {"clock"}),
        ("2:08:33", {"clocksec"}),
        ("21st", {"day", "until", "ord", "dayth"}),
        ("1,000", {"digits"}),
        ("32", {"digits", "anyyear", "yr"}),
    ],
)
def test_shapes_of_numbers(text, names):
    """What a number may be is told by how it is written."""
    assert shapes(text) == names
