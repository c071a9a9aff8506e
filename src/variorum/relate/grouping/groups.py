"""Which statements make one claim."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from variorum.relate.decisions import NOTHING, Decided
from variorum.relate.grouping.joining import Joining, Link
from variorum.relate.grouping.likeness import Pair, excluded, likeness, other_deed
from variorum.relate.grouping.likest import likest
from variorum.relate.grouping.wordings import ByPlace, Wordings, compared, nested, of_one_statement
from variorum.relate.propositions.voices import two_speak
from variorum.relate.support.conflicts import Opposed
from variorum.text.linkage import clusters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from variorum.model import FigureGroup, NotCompared, Problem, Utterance, Vectors
    from variorum.relate.grouping.contrast import Bar
    from variorum.relate.propositions.taking import Proposition

THRESHOLD = 0.45
"""Mean score from which groups of statements are one claim. On events of WikiNews half of what .39 joins beyond .45 is
wrong."""
LIKEST, LEAST = 0.2, 0.38
"""What is added to pairs that are likest to each other in their reports, and the score from which they count.

Mean claim_f1 of five accounts and of eleven other events (six never read): .667 and .349 without, .679 and .380
with it; recall .70 and .33, .73 and .37. With .10 to .25, from .30 to .38, at thresholds .40 to .50, all is within
.03 of it. In 20 events of WikiNews three quarters of what it joins from .38 on is right, half of what lies below.
"""
IN_COMMON = 2
"""Words that two which are likest have in common at least, and one more where they tell of two deeds."""
TWO_SPEAK = 0.5
"""The same where two speakers say the two: taken for one they would corroborate it.

Of 25 such claims of WikiNews events that were read, a quarter is right below .5, half from .5 to .6, nearly all above.
Mean claim_f1 of five accounts is .679 without it and with it, that of two halves of eleven others .353 and .403
without, .361 and .395 with it; corroborated are 27 claims without, 22 with it.
"""
OPPOSED = 0.6
"""Score from which two that cannot both be so are told to contradict each other: below it they speak of two things."""
HALF = 0.5
"""Share of the fewer words that two clauses of one utterance must share to be the same clause."""
UTTERANCE = 1.0
FIGURES = 0.3
"""What figures of one measure add. The same five accounts: .1 .626, .2, .3 and .4 .655."""


class Grouping(NamedTuple):
    """The propositions that say the same, in the order of their first, and the pairs that contradict each other.

    `links` tell by a proposition's place what ties it to its group, `problems` of decisions that cannot be kept.
    """

    groups: list[list[Proposition]]
    opposed: list[Opposed]
    links: Mapping[int, Link]
    problems: list[Problem]


def grouped(
    found: Sequence[Proposition],
    vectors: Mapping[str, Vectors],
    utterances: Sequence[Utterance],
    figures: tuple[Sequence[FigureGroup], Sequence[NotCompared]],
    decisions: Decided = NOTHING,
) -> Grouping:
    """Group the propositions that say the same.

    What one speaker said in one act, and figures found to measure one thing, speak for it; another day, swapped
    roles, a negation and figures declined as incomparable rule it out. People's decisions stand above all of it.
    """
    wordings = Wordings(found, {i for pair in decisions.pairs for i in pair}, compared(*figures))
    firsts = [found[i] for i in wordings.firsts]
    said = frozenset(_utterance_pairs(utterances, found))
    counted = frozenset(_figure_pairs((g.members for g in figures[0]), found))
    scores = _scores(likeness(firsts, vectors, wordings.sizes), wordings, said, counted)
    near = (pair for pair, score in scores.items() if score >= THRESHOLD / 2)
    bars = {(i, j): bar for i, j in near if (bar := excluded(firsts[i], firsts[j]))}
    refused = set(_figure_pairs((n.figures for n in figures[1]), found)) - counted
    apart = bars.keys() | wordings.lifted((*refused, *of_one_statement(found), *decisions.apart))
    apart |= _within_what_denies(bars, firsts)
    within = wordings.share(nested(found))
    kept = {pair: s * (1 - within.get(pair, 0.0)) for pair, s in scores.items() if pair not in apart}
    for (i, j), share in likest(kept, wordings.articles(found), LEAST).items():
        if kept[i, j] >= TWO_SPEAK or not two_speak(firsts[i], firsts[j]):
            kept[i, j] += LIKEST * share * _tells_one_thing(firsts[i], firsts[j])
    clustered = clusters(len(firsts), kept, apart, THRESHOLD, wordings.sizes)
    merged, problems = decisions.merge([wordings.places(group) for group in clustered])
    groups = _whole([[found[i] for i in group] for group in merged])
    standing = {p.order for group in groups for p in group}
    unsaid = within.keys() | wordings.lifted(decisions.same)
    opposed = [
        Opposed(firsts[i], firsts[j], bar.kind, bar.why)
        for (i, j), bar in bars.items()
        if bar.kind and scores[i, j] >= OPPOSED and (i, j) not in unsaid
        if {firsts[i].order, firsts[j].order} <= standing
    ]
    joining = Joining(ByPlace(scores, wordings), said, counted, decisions.same)
    return Grouping(groups, opposed, joining.links(groups), problems)


def _scores(
    alike: Mapping[Pair, float], wordings: Wordings, utterances: Iterable[Pair], figures: Iterable[Pair]
) -> dict[Pair, float]:
    """Return the scores of pairs of wordings, with what utterances and figures add to some of their pairs."""
    scores = dict(alike)
    for pair, share in wordings.share(utterances).items():
        scores[pair] = scores.get(pair, 0.0) * (1 - share) + UTTERANCE * share
    for pair, share in wordings.share(figures).items():
        scores[pair] = scores.get(pair, 0.0) + FIGURES * share
    return scores


def _within_what_denies(bars: Mapping[Pair, Bar], found: Sequence[Proposition]) -> set[Pair]:
    """Return the pairs of a proposition and a clause within a statement that denies it.

    "A scanner used at the gate was not working" does not say, by *used at the gate*, that the scanner was working.
    """
    clauses: dict[str, list[int]] = defaultdict(list)
    for place, p in enumerate(found):
        if p.inner:
            clauses[p.statement.id].append(place)
    denied = [pair for pair, bar in bars.items() if bar.kind == "denial"]
    around = (
        (one, n) for i, j in denied for one, other in ((i, j), (j, i)) for n in clauses[found[other].statement.id]
    )
    return {(min(pair), max(pair)) for pair in around}


def _tells_one_thing(a: Proposition, b: Proposition) -> bool:
    """Tell whether two that are likest may be so for what they assert.

    Not a clause said by the way, not two other numbers, and not what has hardly a word in common.
    """
    if a.inner or b.inner or len(a.words & b.words) < IN_COMMON + other_deed(a, b):
        return False
    if not (a.figures and b.figures):
        return True
    measures = {f.measure for f in a.figures} & {f.measure for f in b.figures} - {None}
    return bool(measures or {(f.low, f.high) for f in a.figures} & {(f.low, f.high) for f in b.figures})


def _whole(groups: Sequence[list[Proposition]]) -> list[list[Proposition]]:
    """Put together again what a statement asserts beside others and nobody else says: one claim, not five.

    A clause within another counts where another report says it, and other statements than say the other clause.
    """
    told = [left for group in groups if (left := _between_reports(group))]
    whole = [_names(group) for group in told if not all(p.inner for p in group)]
    kept: list[list[Proposition]] = []
    alone: dict[str, list[Proposition]] = {}
    for group in told:
        if all(p.inner for p in group) and any(_names(group) <= other for other in whole):
            continue
        name = group[0].statement.id
        if len({p.statement.id for p in group}) > 1:
            kept.append(group)
        elif name in alone:
            alone[name] += group
        else:
            alone[name] = group
            kept.append(group)
    return kept


def _between_reports(group: list[Proposition]) -> list[Proposition]:
    """Leave out the clauses within others where all is of one report."""
    return group if len({p.article for p in group}) > 1 else [p for p in group if not p.inner]


def _names(group: Sequence[Proposition]) -> frozenset[str]:
    return frozenset(p.statement.id for p in group)


def _utterance_pairs(utterances: Sequence[Utterance], found: Sequence[Proposition]) -> Iterator[Pair]:
    """Yield the pairs of wordings of one utterance; of a long quotation the clauses that share half their words."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, p in enumerate(found):
        if not p.inner:
            places[p.statement.id].append(place)
    for utterance in utterances:
        for a, b in combinations(sorted(w.statement for w in utterance.wordings), 2):
            both = len(places[a]) == len(places[b]) == 1
            yield from (
                (min(i, j), max(i, j)) for i in places[a] for j in places[b] if both or _alike(found[i], found[j])
            )


def _alike(a: Proposition, b: Proposition) -> bool:
    return len(a.words & b.words) >= max(1, min(len(a.words), len(b.words)) * HALF)


def _figure_pairs(groups: Iterator[tuple[str, ...]], found: Sequence[Proposition]) -> Iterator[Pair]:
    """Yield the pairs of statements of two articles whose figures stand in one group.

    A figure speaks for its statement only where the statement says what is measured: "two captured soldiers want to
    stay" does not say that two were captured.
    """
    home = {f.id: n for n, p in enumerate(found) for f in p.figures if f.measure and f.measure not in f.text}
    for members in groups:
        by_article: dict[str, set[int]] = defaultdict(set)
        for member in members:
            if member in home:
                by_article[found[home[member]].article].add(home[member])
        for a, b in combinations(sorted(by_article), 2):
            yield from ((min(i, j), max(i, j)) for i in by_article[a] for j in by_article[b])
