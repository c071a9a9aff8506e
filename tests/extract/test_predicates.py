"""Predicates that share one subject."""

from __future__ import annotations

import pytest

from build import parsed
from variorum.extract import extract


def shared(text):
    """Return the clauses within the statements of a text, each as one string."""
    reading = extract(parsed(text))
    return [" … ".join(p.text for p in unit) for s in reading.statements for unit in s.inner]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The slide hit the old hut and buried two men of Orlo.",
            ["The slide hit the old hut", "The slide … buried two men of Orlo"],
        ),
        (
            "The guild sold its mill to Brell, closed its shop in Orlo and moved to the hills near Vell.",
            [
                "The guild sold its mill to Brell",
                "The guild … closed its shop in Orlo",
                "The guild … moved to the hills near Vell",
            ],
        ),
    ],
)
def test_each_predicate_is_told_with_the_subject_that_they_share(text, told):
    """The first has what follows left out, the others have the subject before them."""
    assert shared(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police said the baker had been arrested in Vell and charged with theft.", "had been … charged with theft"),
        ("The mayor did not open the new bridge or pay the builders.", "The mayor did not … pay the builders"),
    ],
)
def test_a_shared_auxiliary_stays(text, told):
    """What was not done is not told as done: the auxiliary and its negation go with each predicate."""
    assert any(unit.endswith(told) for unit in shared(text))


@pytest.mark.parametrize(
    "text",
    [
        "The troupe came and went.",
        "Orla Brandt sings and dances in the hall of Vell.",
        "The tug sank and the crew swam to the shore of Orlo.",
    ],
)
def test_what_says_too_little_or_has_its_own_subject_is_none(text):
    """Two bare verbs are one deed; a clause with a subject is a statement of its own."""
    assert shared(text) == []


def test_who_is_no_subject_that_predicates_share():
    """A relative clause is told with its noun, once."""
    text = "Guards caught the two men who robbed the bank in Orlo and fled to the hills of Vell."
    assert [unit for unit in shared(text) if unit.startswith("who")] == []
