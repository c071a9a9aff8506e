"""Figures of which the words do not tell what is measured: those of one claim that count the same thing are compared.

So are those of one number that is no round one, wherever the reports of the event give it. They never contest a claim:
where their measure is not known, values that differ may measure two things.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.model import FigureGroup
from variorum.relate.figures.comparable import Counted, class_of
from variorum.relate.figures.groups import ordered
from variorum.relate.figures.scopes import Scope
from variorum.relate.figures.verdicts import verdict_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.model import Figure
    from variorum.relate.propositions.taking import Proposition

PERCENT = "percent"
SEVERAL = 2
TELLING, OF_A_THING = 2, 3
"""Digits, without zeros at the end, from which a number of people or things, and one with a unit or of a thing that is
not told alike, is one number in two reports: 17 and 86, 304 and 53.5. Nine and 2,000 are counts of anything."""
LEAST = 10
OF_A_KIND = 3
"""Words of a figure from which the same words in another report are of the same things: "two silver medals"."""


def with_unmeasured(groups: Sequence[FigureGroup], claims: Sequence[Sequence[Proposition]]) -> list[FigureGroup]:
    """Return the groups with the figures that claims show to measure the same, and the groups that these make alone.

    "Three soldiers prisoner" is the number of "three men were captured" where both stand in one claim; "120
    passengers" of two reports are one number where one claim has both.
    """
    found = list(groups)
    for claim in claims:
        figures = list({f.id: f for p in claim for f in p.figures}.values())
        found = _joined(found, figures)
        held = {name for group in found for name in group.members}
        found += _alone([f for f in figures if f.id not in held and not f.measure])
    return ordered([*found, *_telling(found, claims)])


def _telling(groups: Sequence[FigureGroup], claims: Sequence[Sequence[Proposition]]) -> Iterator[FigureGroup]:
    """Yield the groups of figures that give one telling number of one thing in several reports."""
    held = {name for group in groups for name in group.members}
    told = {f.id: (p.event, f) for claim in claims for p in claim for f in p.figures if not f.measure or _is_range(f)}
    by_number: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for name, (event, f) in sorted(told.items(), key=lambda item: int(item[0][1:])):
        if name not in held:
            by_number[event, f.low, f.high, f.approximate, f.unit, f.change].append(f)
    for some in by_number.values():
        things = {class_of(f) for f in some}
        needed = TELLING if not some[0].unit and len(things - {""}) == 1 else OF_A_THING
        telling = _is_range(some[0]) or _digits(some[0]) >= needed or _worded_alike(some)
        if len(things - {""}) <= 1 and telling and (group := _group(some)):
            yield group


def _worded_alike(figures: Sequence[Figure]) -> bool:
    """Tell "two silver medals" of two reports: a number with a noun and what kind of it."""
    worded = {" ".join(f.text.casefold().split()) for f in figures}
    return len(worded) == 1 and figures[0].counted is not None and len(min(worded).split()) >= OF_A_KIND


def _is_range(figure: Figure) -> bool:
    """Tell "40 to 60 million euros": two numbers are hardly the same by chance."""
    return figure.low is not None and figure.high is not None and LEAST <= figure.low < figure.high


def _digits(figure: Figure) -> int:
    """Return how many digits an exact number has without zeros at its ends; 0 for others, and for small ones."""
    if figure.low is None or figure.low != figure.high or figure.low < LEAST:
        return 0
    return len(f"{figure.low:.4f}".replace(".", "").strip("0"))


def _joined(groups: Sequence[FigureGroup], figures: Sequence[Figure]) -> list[FigureGroup]:
    """Add to each group the unmeasured figures that give the number of one of its members in another report."""
    held = {name for group in groups for name in group.members}
    new = [f for f in figures if f.id not in held and not f.measure]
    joined = []
    for group in groups:
        members = [f for f in figures if f.id in group.members]
        more = tuple(f.id for f in new if any(_same_number(f, m) for m in members))
        new = [f for f in new if f.id not in more]
        joined.append(replace(group, members=tuple(sorted((*group.members, *more), key=lambda name: int(name[1:])))))
    return joined


def _same_number(a: Figure, b: Figure) -> bool:
    one = a.article != b.article and a.unit == b.unit and a.approximate == b.approximate
    return one and (a.low, a.high) == (b.low, b.high)


def _alone(figures: Sequence[Figure]) -> list[FigureGroup]:
    """Group the figures that count one thing, where several reports give them and all can hold."""
    by_thing: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in map(_as_share, figures):
        by_thing[figure.unit or "", class_of(figure)].append(figure)
    return [group for key, some in by_thing.items() if any(key) and (group := _group(some))]


def _as_share(figure: Figure) -> Figure:
    """Return "40 percent of the water" as the part of the water that it is."""
    if figure.unit != PERCENT or not figure.counted:
        return figure
    low, high = (None if x is None else x / 100 for x in (figure.low, figure.high))
    return replace(figure, low=low, high=high, unit=None)


def _group(figures: Sequence[Figure]) -> FigureGroup | None:
    if len({f.article for f in figures}) < SEVERAL:
        return None
    verdict, why = verdict_of([Counted(f, Scope()) for f in figures], ())
    if verdict not in {"agree", "compatible"}:
        return None
    known = [x for f in figures for x in (f.low, f.high) if x is not None]
    return FigureGroup(
        id="",
        measure=figures[0].counted or figures[0].unit or "",
        members=tuple(f.id for f in figures),
        verdict=verdict,
        low=min(known, default=None),
        high=None if any(f.high is None for f in figures) else max(known, default=None),
        why=why,
    )
