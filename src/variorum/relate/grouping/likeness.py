"""How far two propositions say the same, and what rules it out."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING

from variorum.lexicon import column
from variorum.relate.grouping.alignment import aligned
from variorum.relate.grouping.contrast import Bar, elsewhere, opposites, polarity, roles, times
from variorum.relate.propositions.details import Details

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from variorum.model import Vectors
    from variorum.relate.propositions.deeds import Deed
    from variorum.relate.propositions.taking import Proposition

Pair = tuple[int, int]

PROPOSED = 0.6
"""What the cosine weighs where pairs worth a look are chosen."""

VECTOR, ALIGNED, CONTAINED, SHARED = 0.3, 1.0, 0.1, 0.3
UNLIKE = 0.4
"""Alignment up to this counts as none. With it mean claim_f1 of five accounts is .655 to .661 at every threshold from
.40 to .55; by the cosine alone (weighing .6) it was .618 at .41, .660 at .45 and .652 at .50. Of 2,461 pairs of clauses
that hold gold mentions the average precision is .800, of the cosine .696, of cosine and words .750. On five events of
WikiNews it took 13 pairs out of the claims, 10 of them wrong, and added 3, 2 of them right."""

SAME_FIGURE = 0.15
OTHER_DEED = 0.1
MOST_LITTLE, LITTLE = 1, 0.1
"""One word in common is little, unless it is a name, plays one part in both, or both have figures of one measure: "told
to stay in port", "allowed to leave port". Mean claim_f1 of five accounts is .659 without it and with it."""
TWO_VOICES = 0.2
"""Two speakers of one report seldom say the same: its writer sets one against the other, or calls one speaker two
things. In 40 events of WikiNews 29 claims that only one report has would be corroborated without it, four of them
rightly; with it 8. Mean claim_f1 of five accounts is the same up to .5."""
WITHIN = 0.08
"""What a clause within another must be more alike: it is short, and said by the way. On six events of WikiNews 5 of its
24 pairs between reports were wrong, 4 of these below .53, and one of the right ones. Five accounts score the same."""
FLOOR = 0.2
"""Pairs below this count as 0 where groups are averaged: five accounts score the same from 0 to .25."""

TINY = 0.1
"""Words that all propositions share weigh nothing; so little weight is no evidence."""

NEAR = 0.3
"""Cosines below this are taken for none: no pair of clauses that say the same was below .33 in five events."""

ROWS = 512


def likeness(
    found: Sequence[Proposition], vectors: Mapping[str, Vectors], sizes: Sequence[int] | None = None
) -> dict[Pair, float]:
    """Return the scores of all pairs worth a look, by their places in `found` (the smaller first).

    A score is a weighted sum of the cosine of the vectors, the alignment of the word pieces and the overlap of the
    words, rare ones of the event counting more; it ranks, it is no probability. `sizes` tell how many propositions each
    one stands for.
    """
    counts = sizes or [1] * len(found)
    scored = {(i, j): score + _extra(found[i], found[j]) for i, j, score in _scored(found, vectors, counts)}
    for i, j, said in aligned([vectors[p.text] for p in found], list(scored), counts) if vectors else ():
        scored[i, j] += ALIGNED * max(0.0, said - UNLIKE)
    return scored


def excluded(a: Proposition, b: Proposition) -> Bar | None:
    """Return why the two cannot say the same, `None` where nothing rules it out.

    Other times keep apart and are no conflict, nor are opposite words where numbers tell of whom: "ten were killed" and
    "two were rescued" both stand, "the talks are off" and "the talks go ahead" do not.
    The other rules of `contrast` are for two sentences that stand alone. Among statements of one event they part
    what belongs together (claim_f1 .659 falls to .653 with negation, .648 with polarity, .636 with names, .614 with
    moods, .529 with numbers; with roles, opposites and times it stays).
    """
    if a.event != b.event:
        return Bar("another event", None)
    if a.negated != b.negated and a.predicate == b.predicate and (a.predicate or polarity(a.details, b.details)):
        return Bar("one denies what the other asserts", "denial")
    if _swapped(a, b):
        return Bar("who did it to whom is the other way round", "actor")
    if _full(a.days) and _full(b.days) and not a.days & b.days:
        return Bar("another day", None)
    return roles(a.details, b.details) or _opposite(a, b) or _another_time(a, b) or elsewhere(a.details, b.details)


def _another_time(a: Proposition, b: Proposition) -> Bar | None:
    bar = times(a.details, b.details)
    return bar and Bar(bar.why, None)


def _opposite(a: Proposition, b: Proposition) -> Bar | None:
    bar = opposites(a.details, b.details)
    return bar if bar is None or _of_one_thing(a, b) else Bar(bar.why, None)


def _of_one_thing(a: Proposition, b: Proposition) -> bool:
    """Tell whether two opposite deeds are what the two assert, of one thing and not of a number of several."""
    if a.figures or b.figures:
        return False
    roots = [next((d for d in p.details.deeds if d.word == p.details.root), None) for p in (a, b)]
    d, e = roots
    if d is None or e is None or not opposites(_only(d), _only(e)):
        return False
    return bool((d.agents | d.others) & (e.agents | e.others))


def _only(deed: Deed) -> Details:
    return Details(deeds=(deed,))


def _swapped(a: Proposition, b: Proposition) -> bool:
    if a.predicate != b.predicate:
        return False
    agents, patients = a.agents & a.names, a.patients & a.names
    forth, back = agents & b.patients, patients & b.agents
    return bool(forth and back and not agents & b.agents)


def _full(days: frozenset[str]) -> bool:
    return any(len(day) == len("2025-01-09") and day[0].isdigit() for day in days)


def _scored(
    found: Sequence[Proposition], vectors: Mapping[str, Vectors], sizes: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    """Yield the places and the scores of the pairs worth a look, row by row; a block of rows at a time is held."""
    import numpy as np  # noqa: PLC0415 - start-up

    holders = _holders(found, sizes)
    own = np.zeros(len(found))
    for places, weight in holders:
        own[places] += weight
    matrix = np.array([vectors[p.text].whole for p in found], dtype=np.float32) if vectors else None
    for first in range(0, len(found), ROWS):
        rows = slice(first, min(first + ROWS, len(found)))
        shared = _shared(holders, rows, len(found))
        least, either = np.minimum(own[rows, None], own), own[rows, None] + own - shared
        score = CONTAINED * shared / np.maximum(least, TINY) + SHARED * shared / np.maximum(either, TINY)
        worth = score >= FLOOR
        if matrix is not None:
            near = (matrix[rows] @ matrix.T).round(4)
            near[near < NEAR] = 0
            worth = score + PROPOSED * near >= FLOOR
            score += VECTOR * near
        pairs = np.argwhere(np.triu(worth, first + 1))
        kept = score[pairs[:, 0], pairs[:, 1]].round(6)
        yield from zip((pairs[:, 0] + first).tolist(), pairs[:, 1].tolist(), kept.tolist(), strict=True)


def _holders(found: Sequence[Proposition], sizes: Sequence[int]) -> list[tuple[list[int], float]]:
    """Return for each word the places of the propositions that have it, and its weight.

    A word weighs the more the fewer propositions have it (Spärck Jones 1972), within this event.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for place, proposition in enumerate(found):
        for word in proposition.words:
            holders[word].append(place)
            counts[word] += sizes[place]
    return [(holders[word], log((1 + sum(sizes)) / (1 + counts[word]))) for word in sorted(holders)]


def _shared(holders: Sequence[tuple[list[int], float]], rows: slice, count: int) -> NDArray[np.float64]:
    """Return the weight of the words that each of the rows shares with each proposition."""
    import numpy as np  # noqa: PLC0415 - start-up

    shared = np.zeros((rows.stop - rows.start, count))
    for places, weight in holders:
        own = [place - rows.start for place in places[bisect_left(places, rows.start) : bisect_left(places, rows.stop)]]
        if own:
            shared[np.ix_(own, places)] += weight
    return shared


def _extra(a: Proposition, b: Proposition) -> float:
    """Weigh one figure of one measure, verbs of which neither has the other's, hardly a word in common, two voices."""
    values_a = {(f.low, f.high, f.measure) for f in a.figures if f.measure}
    values_b = {(f.low, f.high, f.measure) for f in b.figures if f.measure}
    other = other_deed(a, b)
    shared = a.words & b.words
    one_part = a.agents & b.agents or a.patients & b.patients
    one_measure = {f.measure for f in a.figures} & {f.measure for f in b.figures} - {None}
    told = one_part or one_measure or any(":" in word for word in shared)
    little = len(shared) <= MOST_LITTLE and not told
    less = OTHER_DEED * other + LITTLE * little + TWO_VOICES * _two_voices(a, b) + WITHIN * (a.inner or b.inner)
    return SAME_FIGURE * bool(values_a & values_b) - less


def other_deed(a: Proposition, b: Proposition) -> bool:
    """Tell whether each asserts a deed of which the other has no word."""
    return bool(a.predicate and b.predicate) and a.predicate not in b.words and b.predicate not in a.words


def _two_voices(a: Proposition, b: Proposition) -> bool:
    """Tell whether two speakers of one report say the two; a pronoun that nobody is known for may be either."""
    one, other = a.statement.source, b.statement.source
    if a.article != b.article or one is None or other is None:
        return False
    if one.entity and other.entity:
        return one.entity != other.entity
    names = {one.text.casefold(), other.text.casefold()}
    return len(names) > 1 and not names & column("pronouns", "pronoun")
