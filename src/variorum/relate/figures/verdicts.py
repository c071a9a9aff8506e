"""Whether the figures of one thing agree, can all hold, differ, or gave way to later ones."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.lexicon import column
from variorum.relate.figures.comparable import Counted, bounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Article, Figure, Verdict


def verdict_of(group: Sequence[Counted], articles: Sequence[Article]) -> tuple[Verdict, str]:
    """Return whether the figures of one thing can all hold, and why."""
    figures = [c.figure for c in group]
    first = figures[0]
    if all((f.low, f.high) == (first.low, first.high) for f in figures):
        return "agree", f"all say {first.text}"
    texts = ", ".join(dict.fromkeys(f"“{f.text}”" for f in figures))
    if can_all_hold(figures):
        return "compatible", f"one value can satisfy {texts}"
    if later := _superseded(figures, articles):
        return "superseded", f"later reports go beyond earlier ones: {later}"
    if replaced := _revised(figures, articles) or _replaced(group):
        return "superseded", replaced
    return "differ", f"no value can satisfy {texts}"


def can_all_hold(figures: Sequence[Figure]) -> bool:
    """Tell whether one value can satisfy all figures."""
    return max(bounds(f)[0] for f in figures) <= min(bounds(f)[1] for f in figures)


def _superseded(figures: Sequence[Figure], articles: Sequence[Article]) -> str | None:
    """Tell whether later reports only ever give higher figures: a toll that rose, day by day."""
    if figures[0].measure not in column("tolls", "measure"):
        return None
    when = {
        a.id: a.published.value[:16] for a in articles if _when(a) and a.published and a.published.basis != "inferred"
    }
    if any(f.article not in when for f in figures):
        return None
    by_day: dict[str, list[float]] = {}
    for f in figures:
        by_day.setdefault(when[f.article], []).append(f.low if f.low is not None else bounds(f)[1])
    days = sorted(by_day)
    last = [f for f in figures if when[f.article] == days[-1]]
    rising = all(max(by_day[a]) <= min(by_day[b]) for a, b in pairwise(days))
    if len(last) == len(figures) or not rising or not can_all_hold(last):
        return None
    return ", ".join(f"{day}: {max(by_day[day]):g}" for day in days)


def _revised(figures: Sequence[Figure], articles: Sequence[Article]) -> str | None:
    """Tell whether outlets took back their own figures: each one's latest report leaves one value possible.

    A latest report that gives no such figure takes none back.
    """
    latest, outlets = _latest(articles), {a.id: _outlet(a) for a in articles}
    last = [f for f in figures if f.article in latest]
    again = {outlets[f.article] for f in last}
    if not last or len(last) == len(figures) or not can_all_hold(last):
        return None
    if any(outlets[f.article] not in again for f in figures):
        return None
    said, before = (", ".join(dict.fromkeys(f"“{f.text}”" for f in some)) for some in (last, figures))
    return f"an outlet's later report takes back its earlier figure: of {before} now {said}"


def _replaced(group: Sequence[Counted]) -> str | None:
    """Tell whether a report gives the lower or higher numbers as earlier ones: "raising an earlier toll of six"."""
    past = [c for c in group if c.scope.earlier]
    numbers = {x for c in past for x in (c.figure.low, c.figure.high)} - {None}
    standing = [c.figure for c in group if not {c.figure.low, c.figure.high} - {None} <= numbers]
    if not past or not standing or not can_all_hold(standing):
        return None
    now = ", ".join(dict.fromkeys(f"“{f.text}”" for f in standing))
    return f"“{past[0].figure.text}” is given as an earlier figure in {past[0].figure.article}: now {now}"


def _latest(articles: Sequence[Article]) -> set[str]:
    """Return the articles that no later one of the same publisher follows; unknown times follow nothing."""
    latest: dict[str, str] = {}
    for a in articles:
        if _when(a) > latest.get(_outlet(a), ""):
            latest[_outlet(a)] = _when(a)
    return {a.id for a in articles if _when(a) == latest.get(_outlet(a), "")}


def _outlet(article: Article) -> str:
    return article.publisher.name if article.publisher and _when(article) else article.id


def _when(article: Article) -> str:
    """Return when an article was published; empty where not even the day is known: a month has no place among days."""
    value = article.published.value if article.published else ""
    return value if len(value) >= len("2031-05-14") else ""
