"""Verbs of headlines that were read as plural nouns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build import article
from variorum.annotate import annotate
from variorum.model import Part


def _verbs(title, kind="headline"):
    """Return each verb of a headline with its subject and object."""
    whole = article(title)
    (one,) = annotate([replace(whole, parts=(Part(0, len(title), kind),))])
    return [
        (t.text, *(c.text for dep in ("nsubj", "dobj") for c in one.dependents(t.i, dep)))
        for t in one.tokens
        if t.tag == "VBZ"
    ]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Vell test-fires missiles", ("fires", "Vell", "missiles")),
        ("Vell 'test-fires missiles'", ("fires", "Vell", "missiles")),
        ("Brandl Releases 2031 Tax Returns", ("Releases", "Brandl", "Returns")),
        ("Kharzun prime minister names new cabinet", ("names", "minister", "cabinet")),
        ("Hackers’ Guild Hacks Kharzun President's Emails", ("Hacks", "Guild", "Emails")),
    ],
)
def test_a_headline_has_its_verb(title, told):
    """What stands before it is its subject, the phrase behind it its object."""
    assert told in _verbs(title)


@pytest.mark.parametrize("title", ["Vell Valley sports clubs", "Brell files and Kharzun steel", "Names of the dead"])
def test_a_headline_without_a_verb_is_given_none(title):
    """A plural at an end, before a preposition, or in no table of verbs stays a noun."""
    assert _verbs(title) == []


def test_only_headlines_and_standfirsts_are_read_anew():
    """In prose the parse is left as it is."""
    assert _verbs("Vell test-fires missiles", "standfirst") == [("fires", "Vell", "missiles")]
    assert _verbs("Vell test-fires missiles", "body") == []


def test_every_head_ends_in_a_root():
    """However a headline is read anew, no word hangs on itself through others."""
    title = "Brandl Releases 2031 Tax Returns of Kharzun Mill, Names Three Heirs to Orlo Bank"
    whole = article(title)
    (one,) = annotate([replace(whole, parts=(Part(0, len(title), "headline"),))])
    for token in one.tokens:
        at, steps = token, 0
        while at.head != at.i and steps <= len(one.tokens):
            at, steps = one.tokens[at.head], steps + 1
        assert at.head == at.i
