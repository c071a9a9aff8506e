"""Deeds: whether they were done, by whom, and how certain it is."""

import pytest

from build import parsed
from variorum.relate.propositions.deeds import deeds
from variorum.relate.propositions.taking import word_keys


def _deed(text, word):
    annotated = parsed(text)
    found = deeds(annotated, annotated.tokens, word_keys(annotated, {}))
    return next(d for d in found if d.word == word)


@pytest.mark.parametrize(
    ("text", "word", "affirmed"),
    [
        ("The clerk paid the fine.", "pay", True),
        ("The clerk did not pay the fine.", "pay", False),
        ("The clerk never paid the fine.", "pay", False),
        ("No clerk paid the fine.", "pay", False),
        ("The clerk paid no fine.", "pay", False),
        ("The clerk refused to pay the fine.", "pay", False),
        ("The clerk did not refuse to pay the fine.", "pay", True),
        ("The clerk left without paying the fine.", "pay", False),
        ("The clerk denied paying the fine.", "pay", False),
    ],
)
def test_each_negative_word_turns_a_deed_round(text, word, affirmed):
    """Negation counts beside the verb, at what it acts on, and in the verb above; two cancel out."""
    assert _deed(text, word).affirmed is affirmed


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The clerk paid the fine.", "done"),
        ("The clerk has paid the fine.", "done"),
        ("The clerk will pay the fine.", "ahead"),
        ("The clerk plans to pay the fine.", "ahead"),
        ("The clerk may pay the fine.", "possible"),
        ("The clerk is likely to pay the fine.", "possible"),
        ("The clerk must pay the fine.", "due"),
        ("The clerk wants to pay the fine.", "wanted"),
        ("The clerk will pay the fine if the court orders it.", "conditional"),
        ("The clerk pays the fine.", ""),
    ],
)
def test_auxiliaries_and_governing_verbs_tell_the_mood(text, mood):
    """Done, ahead, possible, due, wanted, conditional; a plain present tells none."""
    assert _deed(text, "pay").mood == mood


@pytest.mark.parametrize(
    ("text", "word", "agent", "other"),
    [
        ("Ferro sued Harrow.", "sue", "ferro", "harrow"),
        ("Harrow was sued by Ferro.", "sue", "ferro", "harrow"),
        ("The judge ordered Harrow to pay Ferro.", "pay", "harrow", "ferro"),
        ("Harrow agreed to pay Ferro.", "pay", "harrow", "ferro"),
    ],
)
def test_who_does_it_is_followed_through_the_grammar(text, word, agent, other):
    """The passive, an order to somebody and a promise keep agent and object."""
    found = _deed(text, word)
    assert agent in found.agents
    assert other in found.others
    assert other not in found.agents
