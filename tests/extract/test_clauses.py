"""Clauses: what is split off as a proposition of its own, and what stays whole."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import article, by_hand
from variorum.annotate import annotate
from variorum.extract.clauses import Clause, clauses
from variorum.model import Annotated

SPLIT = {
    "The storm killed 10 people, but seven survived the night.": [
        ("main", "The storm killed 10 people"),
        ("coordinate", "seven survived the night"),
    ],
    "A slide at a quarry buried a bus on Sunday, killing four of the passengers.": [
        ("main", "A slide at a quarry buried a bus on Sunday"),
        ("participial", "killing four of the passengers"),
    ],
    "A wave struck the old pier, dragging two men into the harbour and injuring a child.": [
        ("main", "A wave struck the old pier"),
        ("participial", "dragging two men into the harbour"),
        ("participial", "injuring a child"),
    ],
    "The mayor, who visited the scene, opened a shelter.": [
        ("main", "The mayor opened a shelter"),
        ("relative", "who visited the scene"),
    ],
    "Searches continue at the resort of Pellmark, where nine people have died.": [
        ("main", "Searches continue at the resort of Pellmark"),
        ("relative", "where nine people have died"),
    ],
    "Seventeen hikers from Vell were crossing the pass on foot when the avalanche swept into them.": [
        ("main", "Seventeen hikers from Vell were crossing the pass on foot"),
        ("adverbial", "the avalanche swept into them"),
    ],
    "Two of the climbers remain in hospital in Vell, after being rescued by soldiers.": [
        ("main", "Two of the climbers remain in hospital in Vell"),
        ("adverbial", "after being rescued by soldiers"),
    ],
    "Speaking to reporters in Vell, the minister promised new houses.": [
        ("participial", "Speaking to reporters in Vell"),
        ("main", "the minister promised new houses"),
    ],
    "Although the bridge was closed on Monday, the buses of both towns crossed it again.": [
        ("adverbial", "the bridge was closed on Monday"),
        ("main", "the buses of both towns crossed it again"),
    ],
    "The boat sank near Orvan - members of a rowing club in the port of Vell.": [
        ("main", "The boat sank near Orvan"),
        ("apposition", "members of a rowing club in the port of Vell"),
    ],
    "The dam broke at noon; nobody was hurt.": [("main", "The dam broke at noon"), ("main", "nobody was hurt")],
    "One of them lies in a ward, the other is sitting on a chair.": [
        ("coordinate", "One of them lies in a ward"),
        ("main", "the other is sitting on a chair"),
    ],
    "The bank bought Corvel Mills, a maker of paper with plants in nine towns.": [
        ("main", "The bank bought Corvel Mills"),
        ("apposition", "a maker of paper with plants in nine towns"),
    ],
}
"""Sentences with their propositions."""
WHOLE = (
    "The minister promised to rebuild the houses that the flood had taken.",
    "The council knew that the dam was weak.",
    "Seventeen were crossing the pass when the slide hit them.",
    "The buses will run if the road is cleared.",
    "An avalanche that swept down a hill killed two men.",
    "The mayor opened the doors and thanked the nurses.",
    "The offer came after talks had failed.",
    "The mayor, Tessa Brandl, opened the shelter.",
    "Unless it rains, the fields will burn.",
    "Teams armed with shovels searched the slope.",
    "The men, aged 16 and 18, lost their lives.",
)
"""One proposition each: complements, conditions, what tells which one is meant, and short halves stay."""


@cache
def _read() -> dict[str, Annotated]:
    lines = [*SPLIT, *WHOLE]
    return dict(zip(lines, annotate([article(line) for line in lines]), strict=True))


def _said(annotated: Annotated, clause: Clause) -> str:
    text, words = annotated.article.text, [annotated.tokens[i] for i in clause.tokens]
    said = words[0].text
    for before, word in pairwise(words):
        said += (" " if text[before.end : word.start] else "") + word.text
    return said


@pytest.mark.parametrize(("line", "wanted"), SPLIT.items())
def test_each_proposition_is_split_off(line: str, wanted: list[tuple[str, str]]):
    """A clause that asserts something by itself is a proposition, in its own words."""
    annotated = _read()[line]
    found = clauses(annotated, 0, len(annotated.tokens))
    assert [(c.kind, _said(annotated, c)) for c in found] == wanted


@pytest.mark.parametrize("line", WHOLE)
def test_what_asserts_nothing_of_its_own_stays(line: str):
    """Complements, infinitives, conditions and defining relatives are not split off."""
    annotated = _read()[line]
    assert [c.kind for c in clauses(annotated, 0, len(annotated.tokens))] == ["main"]


def test_a_run_of_two_sentences_gives_both():
    """A quotation of several sentences is split at each."""
    annotated = annotate([article("The dam broke. The town is dry.")])[0]
    assert [_said(annotated, c) for c in clauses(annotated, 0, len(annotated.tokens))] == [
        "The dam broke",
        "The town is dry",
    ]


def test_part_of_a_sentence_is_split_by_itself():
    """A content that begins within a sentence is split like a sentence: heads outside it do not count."""
    annotated = annotate([article("Officials said the storm killed 10 people, but seven survived the night.")])[0]
    found = clauses(annotated, 2, len(annotated.tokens))
    assert [_said(annotated, c) for c in found] == ["the storm killed 10 people", "seven survived the night"]


def test_a_circle_of_heads_ends():
    """Tokens that hang on each other belong to the main clause and do not hang the program."""
    annotated = by_hand("Rain rain NOUN NN nsubj 1\nfell fall VERB VBD ROOT 1\non on ADP IN dep 3\non on ADP IN dep 2")
    assert [c.tokens for c in clauses(annotated, 0, 4)] == [(0, 1, 2, 3)]


@settings(deadline=None, max_examples=60)
@given(line=st.sampled_from([*SPLIT, *WHOLE]), data=st.data())
def test_no_word_is_in_two_propositions(line: str, data: st.DataObject):
    """Whatever run is split, the propositions do not overlap, stay within it and hold their own predicate's words."""
    annotated = _read()[line]
    last = data.draw(st.integers(1, len(annotated.tokens)))
    first = data.draw(st.integers(0, last - 1))
    tokens = [i for clause in clauses(annotated, first, last) for i in clause.tokens]
    assert len(tokens) == len(set(tokens))
    assert all(first <= i < last for i in tokens)
