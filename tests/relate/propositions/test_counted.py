"""Which clause tells a figure."""

from __future__ import annotations

from build import parsed
from variorum.extract import extract
from variorum.relate.propositions.taking import propositions, word_keys


def told(text):
    """Return the figures' words by the words of the proposition that tells them."""
    one = parsed(text)
    found = propositions([one], [extract(one)], {"a1": word_keys(one, {})})
    return {p.text: [f.text for f in p.figures] for p in found}


def test_a_figure_in_a_clause_within_another_is_told_there_alone():
    """Eight were killed; the ridge was not taken by eight."""
    found = told("The army took the ridge after a fight in which eight soldiers were killed.")
    (outer,) = (figures for text, figures in found.items() if text.startswith("The army"))
    assert outer == []
    assert found["in which eight soldiers were killed"] == ["eight soldiers"]


def test_a_noun_is_counted_where_its_clause_says_what_is_measured():
    """Of "the three men who died" the clause tells that they died, and the sentence still speaks of three."""
    found = told("A plaque honours the three men who died in the old harbour on Friday.")
    assert found["the three men who died in the old harbour on Friday"] == ["three men"]
    assert found["A plaque honours the three men who died in the old harbour on Friday"] == ["three men"]


def test_a_noun_is_not_counted_where_its_clause_says_something_else():
    """That three lived in the mill is not that three died."""
    found = told("Three men who lived in the old mill died in the fire on Friday.")
    assert found["Three men who lived in the old mill"] == []


def test_a_figure_of_one_of_several_predicates_is_told_by_the_sentence_too():
    """That the slide buried ten is told by the whole sentence as by its half; the other half tells no number."""
    found = told("The slide hit the old hut and buried ten men of Orlo.")
    assert found["The slide hit the old hut and buried ten men of Orlo"] == ["ten men"]
    assert found["The slide … buried ten men of Orlo"] == ["ten men"]
    assert found["The slide hit the old hut"] == []
