"""Whether two propositions, alone, say the same: no more and no less, and nothing rules it out."""

from __future__ import annotations

from collections import Counter
from math import fsum
from typing import TYPE_CHECKING, Literal, NamedTuple

from variorum.relate.grouping.contrast import contrast, negative

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.relate.propositions.taking import Proposition

VECTOR, SHARED, EVEN = 0.45, 0.25, 0.3
NUMBER, NEGATION, RUN = 0.04, 0.15, 0.038
"""Round numbers near those of a logistic regression on one half of the MRPC training pairs. Measured on the halves in
turn, threshold from the other: the weights by which statements are grouped .730 accuracy and .814 F1; with EVEN .731
and .816; with NUMBER .739 and .825; with RUN and NEGATION, no verb or figure weighed, .763 and .834 (bench/pairs.py);
with the longer table of senses .759 and .829.
None of the four helps among the statements of one event, where one report's clause says more than another's:
mean claim_f1 .659 falls to .627 with EVEN, .653 with NUMBER, .657 with RUN."""

MOST_NUMBERS, LONGEST_RUN = 3, 8
SAME = 0.39
"""The best threshold on either half of the MRPC training pairs lies between .38 and .41."""

Verdict = Literal["same", "contradicts", "different"]


class Judgement(NamedTuple):
    """Whether two propositions say the same, how alike they are (it ranks, it is no probability), and what decided.

    `contradicts`: alike enough to be the same, and something in them cannot both be so.
    """

    verdict: Verdict
    score: float
    why: str


def judge(a: Proposition, b: Proposition, cosine: float, weights: Mapping[str, float] | None = None) -> Judgement:
    """Judge two propositions; `cosine` is that of their vectors, `weights` how much each word tells (1 without)."""
    score = alike(a, b, cosine, weights)
    if score < SAME:
        return Judgement("different", score, "too little in common")
    bar = contrast(a.details, b.details)
    return (
        Judgement("contradicts", score, bar.why) if bar else Judgement("same", score, "alike, and nothing against it")
    )


def alike(a: Proposition, b: Proposition, cosine: float, weights: Mapping[str, float] | None = None) -> float:
    """Return how alike two propositions are, less what one of the two says and the other does not."""
    said_a, said_b = a.details.plain, b.details.plain
    lacking = max(_lacking(said_a, said_b), _lacking(said_b, said_a))
    more = max(_longest(said_a, {*said_b}), _longest(said_b, {*said_a}))
    return (
        VECTOR * cosine
        + SHARED * _shared(a.words, b.words, weights or {})
        + EVEN * _even(said_a, said_b)
        - NUMBER * min(lacking, MOST_NUMBERS)
        - NEGATION * (negative(a.details) != negative(b.details))
        - RUN * min(more, LONGEST_RUN)
    )


def _shared(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return the share of the words' weight that both have (Jaccard's coefficient, weighted)."""
    both, either = (fsum(weights.get(w, 1.0) for w in some) for some in (a & b, a | b))
    return both / max(0.1, either)


def _even(a: Sequence[str], b: Sequence[str]) -> float:
    """Return Dice's coefficient of all words, the small ones too."""
    both = sum((Counter(a) & Counter(b)).values())
    return 2 * both / max(1, len(a) + len(b))


def _lacking(a: Sequence[str], b: Sequence[str]) -> int:
    return len({w for w in a if w[0].isdigit()} - {*b})


def _longest(said: Sequence[str], other: set[str]) -> int:
    """Return the length of the longest run of words that the other has not: a clause more."""
    best = run = 0
    for word in said:
        run = 0 if word in other else run + 1
        best = max(best, run)
    return best
