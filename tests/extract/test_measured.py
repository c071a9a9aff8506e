"""Clauses of time that a length of time is measured from."""

from __future__ import annotations

import pytest

from build import parsed
from variorum.extract.measured import measured


def _measured(text):
    one = parsed(text)
    return [measured(one, t) for t in one.tokens if t.dep == "advcl"]


@pytest.mark.parametrize(
    "text",
    [
        "The vote came two weeks after the council had missed the deadline.",
        "The tug sank shortly before it reached the quay of Orlo.",
    ],
)
def test_a_length_of_time_belongs_to_its_clause(text):
    """A number of weeks, or "shortly", stands right before the word that opens the clause."""
    assert _measured(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The tug sank on Monday after it had left the quay of Orlo.",
        "The guild took back the mill near Orlo, a day after the army had closed it.",
        "The baker was asleep when the flood reached the market.",
    ],
)
def test_a_day_or_a_length_behind_a_comma_is_none(text):
    """The main clause can stand without them."""
    assert _measured(text) == [False]
