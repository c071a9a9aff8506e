"""Figures that measure the same thing, whether they can all hold, and what was not compared."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from variorum.lexicon import column, rows
from variorum.model import FigureGroup, NotCompared
from variorum.relate.figures.comparable import UNLIKE, Counted, bounds, declined, overlap
from variorum.text.linkage import clusters

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from variorum.model import Article, Figure, Verdict
    from variorum.relate.figures.scopes import Scope

SURE = 0.5
EITHER = " or "
"""Joins the measures of a figure that counts more than one thing: "killed or injured"."""


class Groups(NamedTuple):
    """The groups, and the pairs of figures of one measure that are no pair, with the reason."""

    groups: list[FigureGroup]
    declined: list[NotCompared]


def figure_groups(
    articles: Sequence[Article],
    figures: Sequence[Figure],
    scopes: Mapping[str, Scope],
    within: Collection[frozenset[str]],
) -> Groups:
    """Group the figures of each measure; a group has figures of at least two articles."""
    corrected = _corrected(articles, figures)
    standing = [f for f in figures if f.id not in corrected]
    counted = [Counted(f, scopes[f.id]) for f in _measured(standing)]
    counted += _sums(counted)
    found: list[FigureGroup] = []
    refused: list[NotCompared] = []
    for measure in sorted({c.figure.measure or "" for c in counted}):
        members = [c for c in counted if c.figure.measure == measure]
        groups, no = _of_one_measure(members, within)
        found += [_group(measure, group, articles) for group in groups]
        refused += no
    ordered = sorted(found, key=lambda g: (-len(g.members), int(g.members[0][1:])))
    return Groups([replace(g, id=f"g{n}") for n, g in enumerate(ordered, 1)], refused)


def _corrected(articles: Sequence[Article], figures: Sequence[Figure]) -> set[str]:
    """Return the figures that a correction notice names: what was wrong is not compared with what is right."""
    notices = {(a.id, p.start, p.end) for a in articles for p in a.parts if p.kind == "correction"}
    return {f.id for f in figures for name, start, end in notices if f.article == name and start <= f.start < end}


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
    groups = [[members[i] for i in group] for group in clusters(len(members), scores, apart, SURE)]
    kept = [group for group in groups if len({c.figure.article for c in group}) > 1]
    return kept, _refused(members, apart, kept)


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
    verdict, why = _verdict(figures, articles)
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


def _verdict(figures: Sequence[Figure], articles: Sequence[Article]) -> tuple[Verdict, str]:
    first = figures[0]
    if all((f.low, f.high) == (first.low, first.high) for f in figures):
        return "agree", f"all say {_said(first)}"
    low, high = max(bounds(f)[0] for f in figures), min(bounds(f)[1] for f in figures)
    texts = ", ".join(dict.fromkeys(f"“{_said(f)}”" for f in figures))
    if low <= high:
        return "compatible", f"one value can satisfy {texts}"
    if later := _superseded(figures, articles):
        return "superseded", f"later reports go beyond earlier ones: {later}"
    if revised := _revised(figures, articles):
        return "superseded", revised
    return "differ", f"no value can satisfy {texts}"


def _said(figure: Figure) -> str:
    return figure.text


def _superseded(figures: Sequence[Figure], articles: Sequence[Article]) -> str | None:
    """Tell whether later reports only ever give higher figures: a toll that rose, day by day."""
    if figures[0].measure not in column("tolls", "measure"):
        return None
    when = {a.id: a.published.value[:16] for a in articles if a.published and a.published.basis != "inferred"}
    if any(f.article not in when for f in figures):
        return None
    by_day: dict[str, list[float]] = {}
    for f in figures:
        by_day.setdefault(when[f.article], []).append(f.low if f.low is not None else bounds(f)[1])
    days = sorted(by_day)
    rising = all(max(by_day[a]) <= min(by_day[b]) for a, b in pairwise(days))
    if len(days) < 2 or not rising:  # noqa: PLR2004 - one time of publication has no before and after
        return None
    return ", ".join(f"{day}: {max(by_day[day]):g}" for day in days)


def _revised(figures: Sequence[Figure], articles: Sequence[Article]) -> str | None:
    """Tell whether outlets took back their own figures: each one's latest report leaves one value possible."""
    latest = _latest(articles)
    last = [f for f in figures if f.article in latest]
    low, high = (max(bounds(f)[0] for f in last), min(bounds(f)[1] for f in last)) if last else (1.0, 0.0)
    if len(last) == len(figures) or low > high:
        return None
    said, before = (", ".join(dict.fromkeys(f"“{_said(f)}”" for f in some)) for some in (last, figures))
    return f"an outlet's later report takes back its earlier figure: of {before} now {said}"


def _latest(articles: Sequence[Article]) -> set[str]:
    """Return the articles that no later one of the same publisher follows; unknown times follow nothing."""
    latest: dict[str, str] = {}
    for a in articles:
        if _when(a) > latest.get(_outlet(a), ""):
            latest[_outlet(a)] = _when(a)
    return {a.id for a in articles if _when(a) == latest.get(_outlet(a), "")}


def _outlet(article: Article) -> str:
    return article.publisher.name if article.publisher and article.published else article.id


def _when(article: Article) -> str:
    return article.published.value if article.published else ""
