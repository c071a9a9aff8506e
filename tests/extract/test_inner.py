"""Clauses within a clause."""

from __future__ import annotations

import pytest

from build import parsed
from variorum.extract import extract


def inner(text):
    """Return the clauses within the statements of a text, each as one string."""
    reading = extract(parsed(text))
    return [" … ".join(p.text for p in unit) for s in reading.statements for unit in s.inner]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("A plaque honours two sailors who drowned off Orlo on Friday.", "two sailors who drowned off Orlo on Friday"),
        ("Divers have raised the tug that sank in the Velm last winter.", "the tug that sank in the Velm last winter"),
        ("The council has bought the mill that burned down in March.", "the mill that burned down in March"),
        ("The choir belongs to a school based in the hill town of Vell.", "a school based in the hill town of Vell"),
        ("The town has mourned since nine miners died in the Orlo pit.", "nine miners died in the Orlo pit"),
        ("The baker was asleep when the flood reached the old market.", "the flood reached the old market"),
        ("She said the town would rebuild the bridge that fell in April.", "the bridge that fell in April"),
        ("The army took it after a fight in which eight soldiers were killed.", "in which eight soldiers were killed"),
    ],
)  # fmt: skip
def test_a_clause_within_another_is_told_with_its_noun(text, clause):
    """Relative clauses, participles and asserted adverbial clauses, without the word that opens them."""
    assert clause in inner(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor will resign if the council rejects the budget plan.",
        "The crew cut the cable so that the ship could leave the harbour.",
        "The guards closed the gate when it rained.",
        "The people who live there left.",
        "The council rejected the plan to close the school in Vell.",
    ],
)
def test_what_is_not_asserted_or_says_too_little_is_none(text):
    """Conditions, purposes, plans and clauses of three words are no assertions of their own."""
    assert inner(text) == []


def test_what_is_a_statement_of_its_own_is_not_told_twice():
    """A relative clause behind a comma is a statement already."""
    text = "The old mill, which burned down in the night to Sunday, belonged to the guild of Orlo."
    reading = extract(parsed(text))
    assert any("burned down" in s.text for s in reading.statements)
    assert inner(text) == []


def test_what_somebody_says_is_no_clause_within_the_reporters_words():
    """Who died is on the word of the police: the sentence that tells of them has no clause of its own with it."""
    reading = extract(parsed("The police released the names of three men who died in the old harbour on Friday."))
    assert [s.mode for s in reading.statements if s.inner] == ["indirect"]


def test_a_headline_without_a_verb_is_no_clause_within_itself():
    """“Nine miners killed in Orlo pit” is parsed as a noun with a participle: the whole is what it says."""
    text = "Nine miners killed in Orlo pit collapse.\n\nThe pit was closed on Friday, the mayor of Orlo said."
    assert not any("killed" in clause for clause in inner(text))
