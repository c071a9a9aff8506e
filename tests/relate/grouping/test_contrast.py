"""What makes two sentences in nearly the same words say different things."""

import re

import pytest

from build import article
from variorum.annotate import annotate
from variorum.extract import extract
from variorum.relate.entities import entities
from variorum.relate.grouping.contrast import contrast
from variorum.relate.propositions.taking import whole, word_keys

APART = [
    ("The council approved the tower.", "The council did not approve the tower.", "denies"),
    ("The clerk paid the fine.", "The clerk failed to pay the fine.", "denies"),
    ("The harbour was closed on Monday.", "The harbour was opened on Monday.", "opposites"),
    ("Rents in Quenby rose in spring.", "Rents in Quenby fell in spring.", "opposites"),
    ("Anna Ferro sued Harrow Steel.", "Harrow Steel sued Anna Ferro.", "other way round"),
    ("Anna Ferro was sued by Harrow Steel.", "Anna Ferro sued Harrow Steel.", "other way round"),
    ("Anna Ferro bought the mill from Omar Selwick.", "Anna Ferro sold the mill to Omar Selwick.", "cannot both"),
    ("The bus ran from Quenby to Halden.", "The bus ran from Halden to Quenby.", "changed places|opposites"),
    ("The vote came before the strike.", "The vote came after the strike.", "opposites"),
    ("The storm felled 40 trees.", "The storm felled 70 trees.", "tree"),
    ("It was her third novel.", "It was her fifth novel.", "[35] novel and [35] novel"),
    ("The pier burned down on Monday.", "The pier burned down on Saturday.", "another time"),
    ("The pier will close at 6 p.m. on Monday.", "The pier will close at 9 p.m. on Monday.", "another time"),
    ("The bank will close 40 branches.", "The bank may close 40 branches.", "ahead .*possible|possible .*ahead"),
    ("The team reached the summit.", "The team wants to reach the summit.", "done .*wanted|wanted .*done"),
    ("The witness named Omar Selwick.", "The witness named Jonas Reet.", "other names"),
    ("The tanker carried oil when it sank.", "The tanker carried no oil when it sank.", "denies|negative"),
]
TOGETHER = [
    ("Anna Ferro sued Harrow Steel.", "Harrow Steel was sued by Anna Ferro."),
    ("Idris Vane beat Petra Lunde.", "Petra Lunde lost to Idris Vane."),
    ("Anna Ferro bought the mill from Omar Selwick.", "Omar Selwick sold the mill to Anna Ferro."),
    ("The storm killed 14 people.", "Fourteen people died in the storm."),
    ("The pier burned down on Tuesday.", "The pier burned down on 13 May."),
    ("The bank will close 40 branches.", "The bank is going to close 40 branches."),
    ("The council of Quenby met.", "The Quenby council met."),
    ("Nobody was hurt.", "No one was injured."),
    ("The council rejected the tower.", "The council did not approve the tower."),
    ("Repairs cost 41.6 million crowns.", "Repairs cost 42 million crowns."),
]


def _details(*texts):
    annotated = annotate([article(text, name=f"a{n}") for n, text in enumerate(texts, 1)])
    readings = [extract(one) for one in annotated]
    _, names = entities(annotated, readings)
    return [whole(a, r, word_keys(a, names)).details for a, r in zip(annotated, readings, strict=True)]


@pytest.mark.parametrize(("a", "b", "why"), APART)
def test_what_cannot_both_be_meant_is_told_apart(a, b, why):
    """Each kind of contradiction is found, and its reason names it; so it is with the two exchanged."""
    first, second = _details(a, b)
    for bar in (contrast(first, second), contrast(second, first)):
        assert bar is not None
        assert re.search(why, bar.why)


@pytest.mark.parametrize(("a", "b"), TOGETHER)
def test_other_words_for_one_thing_are_no_contradiction(a, b):
    """The passive, the other party's view, a day by its name or date, a number in words: nothing speaks against it."""
    first, second = _details(a, b)
    assert contrast(first, second) is None
    assert contrast(second, first) is None


@pytest.mark.parametrize("text", [pair[0] for pair in APART])
def test_nothing_contradicts_itself(text):
    """A sentence and its copy in another report say the same."""
    first, second = _details(text, text)
    assert contrast(first, second) is None
