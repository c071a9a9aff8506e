"""Stance: whether a predicate is asserted, negated, beyond somebody's power or refused."""

from __future__ import annotations

from functools import cache

import pytest

from build import article, by_hand
from variorum.annotate import annotate
from variorum.extract.stance import standing, subject_of
from variorum.model import Annotated

STANCES = {
    "The army confirmed it.": "asserted",
    "The army did not confirm it.": "not",
    "The army never confirmed it.": "not",
    "Nobody confirmed it.": "not",
    "Neither side confirmed it.": "not",
    "The army has yet to confirm it.": "not",
    "The army failed to confirm it.": "not",
    "The army left without confirming it.": "not",
    "The army confirmed nothing.": "not",
    "The army could not confirm it.": "cannot",
    "The army was unable to confirm it.": "cannot",
    "The army was not able to confirm it.": "cannot",
    "It was impossible to confirm it.": "cannot",
    "No one could confirm it.": "cannot",
    "The army would not confirm it.": "refused",
    "The army declined to confirm it.": "refused",
    "The army was unwilling to confirm it.": "refused",
    "The army was not prepared to confirm it.": "refused",
    "The army chose not to confirm it.": "refused",
    "The army does not confirm it.": "policy",
    "The army could confirm it.": "possible",
    "The army may have confirmed it.": "perhaps",
    "The army did not refuse to confirm it.": "unsettled",
    "The army promised to confirm it.": "unsettled",
    "The army hastened to confirm it.": "asserted",
}
"""One verb in every stance."""
SUBJECTS = {
    "The army confirmed it.": "army",
    "The army spoke and then confirmed it.": "army",
    "The army, which confirmed it, left.": "army",
    "The army left after confirming it.": "army",
    "A man confirming it left.": "man",
}


@cache
def _read() -> dict[str, Annotated]:
    lines = [*STANCES, *SUBJECTS]
    return dict(zip(lines, annotate([article(line) for line in lines]), strict=True))


def _verb(annotated: Annotated) -> int:
    return next(t.i for t in annotated.tokens if t.lower.startswith("confirm"))


@pytest.mark.parametrize(("line", "stance"), STANCES.items())
def test_negation_modals_and_governors_settle_the_stance(line: str, stance: str):
    """Negation, modals, negative subjects and objects, and governing words decide together."""
    assert standing(_read()[line], _verb(_read()[line])).stance == stance


@pytest.mark.parametrize(("line", "subject"), SUBJECTS.items())
def test_the_subject_is_found_where_it_is_shared(line: str, subject: str):
    """A verb's subject may stand at the verb it is joined to, or be the noun its clause belongs to."""
    annotated = _read()[line]
    found = subject_of(annotated, _verb(annotated))
    assert found is not None
    assert annotated.tokens[found].text == subject


def test_a_verb_without_a_subject_has_none():
    """Nothing is guessed where no word is the subject."""
    assert subject_of(by_hand("Run run VERB VB ROOT 0"), 0) is None
