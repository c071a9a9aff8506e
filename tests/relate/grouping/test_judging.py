"""Whether two sentences that stand alone say the same."""

from functools import cache

import pytest

from build import article
from variorum.annotate import annotate, vectors
from variorum.extract import extract
from variorum.relate.entities import entities
from variorum.relate.grouping.judging import alike, judge
from variorum.relate.propositions.taking import whole, word_keys

PLAIN = "Rescuers pulled seven hikers from Mount Arrel on Saturday."


@cache
def _pair(a, b):
    annotated = annotate([article(a, name="a1"), article(b, name="a2")])
    readings = [extract(one) for one in annotated]
    _, names = entities(annotated, readings)
    first, second = (whole(x, r, word_keys(x, names)) for x, r in zip(annotated, readings, strict=True))
    rows = vectors.vectors([a, b])
    return first, second, float(rows[0].whole @ rows[1].whole)


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        ("On Saturday seven hikers were pulled from Mount Arrel by rescuers.", "same"),
        ("Rescuers pulled nine hikers from Mount Arrel on Saturday.", "contradicts"),
        ("The council of Quenby approved a new library.", "different"),
    ],
)
def test_the_three_verdicts(other, verdict):
    """Alike and nothing against it, alike and something against it, too little in common."""
    found = judge(*_pair(PLAIN, other))
    assert found.verdict == verdict
    assert found.why


def test_order_does_not_matter():
    """The two sentences may be exchanged."""
    other = "Seven hikers were rescued on Mount Arrel, one of them with a broken leg."
    first, second, cosine = _pair(PLAIN, other)
    assert alike(first, second, cosine) == alike(second, first, cosine)


def test_what_one_says_more_counts_against_it():
    """A clause more makes two sentences less alike; in a group of statements it does not part them."""
    longer = PLAIN.removesuffix(".") + " after a night in the snow without tents or food."
    first, second, cosine = _pair(PLAIN, longer)
    again, copy, whole_cosine = _pair(PLAIN, PLAIN)
    assert alike(first, second, cosine) < alike(again, copy, whole_cosine)
