"""Figures that measure the same thing, whether they can all hold, and what was not compared."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from variorum.lexicon import column, rows
from variorum.model import FigureGroup, NotCompared
from variorum.relate.figures.comparable import UNLIKE, Counted, class_of, declined, overlap
from variorum.relate.figures.verdicts import verdict_of
from variorum.text.linkage import clusters

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from variorum.model import Article, Figure
    from variorum.relate.figures.scopes import Scope

SURE = 0.5
MOSTLY = 0.5
"""Share of the pairs of reports in which two values must be given as the figure of one thing."""
TELLING = 10
"""A number from which the same number in one report is the same thing: two and three are counts of anything."""
EITHER = " or "
"""Joins the measures of a figure that counts more than one thing: "killed or injured"."""


class Groups(NamedTuple):
    """The groups, and the pairs of figures of one measure that are no pair, with the reason.

    `earlier` are the figures that their own reports give as earlier ones.
    """

    groups: list[FigureGroup]
    declined: list[NotCompared]
    earlier: frozenset[str] = frozenset()


def figure_groups(
    articles: Sequence[Article],
    figures: Sequence[Figure],
    scopes: Mapping[str, Scope],
    within: Collection[frozenset[str]],
) -> Groups:
    """Group the figures of each measure; a group has figures of at least two articles."""
    corrected = _corrected(articles, figures)
    standing = [f for f in figures if f.id not in corrected]
    counted = _with_classes([Counted(f, scopes[f.id]) for f in _measured(_with_earlier(_bare(standing), scopes))])
    counted += _sums(counted)
    found: list[FigureGroup] = []
    refused: list[NotCompared] = []
    for measure in sorted({c.figure.measure or "" for c in counted}):
        members = [c for c in counted if c.figure.measure == measure]
        groups, no = _of_one_measure(members, within)
        found += [_group(measure, group, articles) for group in groups]
        refused += no
    return Groups(ordered(found), refused, frozenset(f.id for f in figures if scopes[f.id].earlier))


def ordered(groups: Sequence[FigureGroup]) -> list[FigureGroup]:
    """Return the groups numbered anew, those with most members first, then as they stand in the reports."""
    found = sorted(groups, key=lambda g: (-len(g.members), int(g.members[0][1:])))
    return [replace(g, id=f"g{n}") for n, g in enumerate(found, 1)]


def _with_classes(counted: Sequence[Counted]) -> list[Counted]:
    """Let a number that a report gives again count whom it counts the other times: "15 dead", "at least 15 people".

    An earlier figure counts whom the report's own figures of the measure count: "eight soldiers, up from six".
    """
    classes: dict[tuple[str, str, float | None], set[str]] = {}
    for c in counted:
        for key in (*_numbers(c), _whole(c)):
            classes.setdefault(key, set()).add(class_of(c.figure))
    keys = ([_whole(c)] if c.scope.earlier else _numbers(c) for c in counted)
    return [
        replace(c, classes=frozenset(x for key in own for x in classes[key]))
        for c, own in zip(counted, keys, strict=True)
    ]


def _numbers(c: Counted) -> list[tuple[str, str, float | None]]:
    return [(*_whole(c)[:2], x) for x in {c.figure.low, c.figure.high} - {None}]


def _whole(c: Counted) -> tuple[str, str, float | None]:
    return c.figure.article, c.figure.measure or "", None


def _corrected(articles: Sequence[Article], figures: Sequence[Figure]) -> set[str]:
    """Return the figures that a correction notice names: what was wrong is not compared with what is right."""
    notices = {(a.id, p.start, p.end) for a in articles for p in a.parts if p.kind == "correction"}
    return {f.id for f in figures for name, start, end in notices if f.article == name and start <= f.start < end}


def _bare(figures: Sequence[Figure]) -> list[Figure]:
    """Give bare numbers the measure that their report gives the same number elsewhere: "31 infected", "risen to 31"."""
    measures: dict[tuple[str, float | None, float | None], set[str]] = {}
    for f in figures:
        if f.measure and f.unit is None:
            measures.setdefault((f.article, f.low, f.high), set()).add(f.measure)
    found = []
    for f in figures:
        known = measures.get((f.article, f.low, f.high), set())
        telling = (f.low or f.high or 0) >= TELLING and len(known) == 1
        bare = not (f.measure or f.unit) and f.text.strip().isdecimal()
        found.append(replace(f, measure=min(known)) if bare and telling else f)
    return found


def _with_earlier(figures: Sequence[Figure], scopes: Mapping[str, Scope]) -> list[Figure]:
    """Give bare earlier figures the measure of the figure that they are held against: "risen to 31, up from 23"."""
    beside = {f.statement: f for f in reversed(figures) if f.measure and f.statement and not scopes[f.id].earlier}
    return [
        replace(f, measure=beside[f.statement].measure, unit=beside[f.statement].unit)
        if scopes[f.id].earlier and not f.measure and not f.unit and f.statement in beside
        else f
        for f in figures
    ]


def _measured(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures whose measure is known, by their own words or by the same words elsewhere.

    "Two Kharzuni sailors" who are questioned in one report are those who were captured in another: the same number
    of the same people in the same words.
    """
    known: dict[str, str] = {}
    for figure in figures:
        if figure.measure and figure.unit is None and " " in figure.text:
            known.setdefault(figure.text.lower(), figure.measure)
    named = (f if f.measure or f.unit else replace(f, measure=known.get(f.text.lower())) for f in figures)
    return [one for f in named for one in _both(f) if one.measure]


def _both(figure: Figure) -> list[Figure]:
    """Return the figure by its measure, and again by what its noun says: "seven survivors" who were "rescued"."""
    by_noun = _noun_measures().get(figure.counted or "")
    some_of_them = " of " in figure.text
    if by_noun in {None, figure.measure} or some_of_them:
        return [figure]
    return [figure, replace(figure, measure=by_noun)]


@cache
def _noun_measures() -> dict[str, str]:
    nouns = (row for row in rows("figure_measures") if (row["class"], row["role"]) == ("noun", "counted"))
    return {row["word"]: row["measure"] for row in nouns}


def _sums(counted: Sequence[Counted]) -> list[Counted]:
    """Add parts that one statement gives side by side: "300 died and 2,700 were injured" is 3,000 killed or injured."""
    wholes = {c.figure.measure or "" for c in counted}
    return [
        _sum(measure, parts)
        for measure in sorted(w for w in wholes if EITHER in w)
        for parts in _by_statement(counted, measure.split(EITHER))
        if sorted(c.figure.measure or "" for c in parts) == sorted(measure.split(EITHER))
    ]


def _by_statement(counted: Sequence[Counted], measures: Collection[str]) -> list[list[Counted]]:
    found: dict[str, list[Counted]] = {}
    for c in counted:
        if c.figure.statement and c.figure.measure in measures:
            found.setdefault(c.figure.statement, []).append(c)
    return list(found.values())


def _sum(measure: str, parts: Sequence[Counted]) -> Counted:
    figures = [c.figure for c in parts]
    lows, highs = [f.low for f in figures], [f.high for f in figures]
    total = replace(
        figures[0],
        id="+".join(f.id for f in figures),
        text=" + ".join(f.text for f in figures),
        low=None if None in lows else sum(x for x in lows if x is not None),
        high=None if None in highs else sum(x for x in highs if x is not None),
        approximate=any(f.approximate for f in figures),
        measure=measure,
    )
    return Counted(total, parts[0].scope)


def _of_one_measure(
    members: Sequence[Counted], within: Collection[frozenset[str]]
) -> tuple[list[list[Counted]], list[NotCompared]]:
    scores: dict[tuple[int, int], float] = {}
    apart: dict[tuple[int, int], str] = {}
    for i, j in combinations(range(len(members)), 2):
        why = declined(members[i], members[j], within)
        if why is None:
            scores[i, j] = _score(members[i], members[j])
        else:
            apart[i, j] = why
    sure = {(i, j): s for (i, j), s in scores.items() if overlap(members[i].figure, members[j].figure)}
    alike = clusters(len(members), sure, apart, SURE)
    groups = [[members[i] for i in group] for group in _one_thing(alike, scores, apart, members)]
    kept = [group for group in groups if len({c.figure.article for c in group}) > 1]
    return kept, _refused(members, apart, kept)


def _one_thing(
    groups: Sequence[tuple[int, ...]],
    scores: Mapping[tuple[int, int], float],
    apart: Collection[tuple[int, int]],
    members: Sequence[Counted],
) -> list[tuple[int, ...]]:
    """Put groups of different values together where their reports mostly give them as the figure of one thing."""
    home = {i: n for n, group in enumerate(groups) for i in group}
    best: dict[tuple[int, int], dict[tuple[str, str], float]] = {}
    for (i, j), score in scores.items():
        if home[i] != home[j]:
            pair = (home[i], home[j]) if home[i] < home[j] else (home[j], home[i])
            articles = members[i].figure.article, members[j].figure.article
            reports = best.setdefault(pair, {})
            reports[articles] = max(reports.get(articles, 0.0), score)
    means = {pair: sum(s >= SURE for s in reports.values()) / len(reports) for pair, reports in best.items()}
    barred = {(min(home[i], home[j]), max(home[i], home[j])) for i, j in apart if home[i] != home[j]}
    sizes = [len({members[i].figure.article for i in group}) for group in groups]
    merged = clusters(len(groups), means, barred, MOSTLY, sizes)
    return [tuple(sorted(i for n in group for i in groups[n])) for group in merged]


def _score(a: Counted, b: Counted) -> float:
    """Equal figures before figures that share a number ("15", "at least 15") before figures that can both hold."""
    first, second = (a.figure.low, a.figure.high), (b.figure.low, b.figure.high)
    if first == second:
        return 1.0
    if overlap(a.figure, b.figure):
        return 0.9 if {*first, *second} - {None} in ({x} for x in (*first, *second)) else 0.8
    return _evidence(a, b)


def _evidence(a: Counted, b: Counted) -> float:
    """Return how much speaks for two differing figures measuring one thing; `SURE` is enough.

    Each is the first of its measure in its report, or their sentences name the same place and the same day.
    """
    if a.figure.measure in column("shared_measures", "measure"):
        return 0.0
    first = a.scope.first and b.scope.first
    return SURE * first + 0.3 * bool(a.scope.places & b.scope.places) + 0.3 * bool(a.scope.days & b.scope.days)


def _refused(
    members: Sequence[Counted], apart: Mapping[tuple[int, int], str], groups: Sequence[Sequence[Counted]]
) -> list[NotCompared]:
    """Name one pair for each two groups (or figures alone) that were held apart: not every pair of a long list."""
    first = {c.figure.id: group[0].figure.id for group in groups for c in group}
    found: dict[tuple[str, str], NotCompared] = {}
    for (i, j), why in apart.items():
        a, b = members[i].figure, members[j].figure
        if why not in UNLIKE and (a.article != b.article or a.period or b.period):
            key = first.get(a.id, a.id), first.get(b.id, b.id)
            found.setdefault(key, NotCompared(_ids(a) + _ids(b), why))
    return list(found.values())


def _ids(figure: Figure) -> tuple[str, ...]:
    return tuple(figure.id.split("+"))


def _group(measure: str, group: Sequence[Counted], articles: Sequence[Article]) -> FigureGroup:
    figures = [c.figure for c in group]
    verdict, why = verdict_of(group, articles)
    lows, highs = [f.low for f in figures], [f.high for f in figures]
    known = [x for x in (*lows, *highs) if x is not None]
    return FigureGroup(
        id="",
        measure=measure,
        members=tuple(i for f in figures for i in _ids(f)),
        verdict=verdict,
        low=min(known, default=None),
        high=None if None in highs else max(known, default=None),
        why=why,
    )
