"""From an annotated article to its quantities and figures."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from variorum.extract.figures._ages import decade
from variorum.extract.figures._amounts import amounts
from variorum.extract.figures._bounds import bounds
from variorum.extract.figures._change import change
from variorum.extract.figures._circumstances import circumstances
from variorum.extract.figures._counted import phrase
from variorum.extract.figures._dates import dated
from variorum.extract.figures._dimension import dimension
from variorum.extract.figures._elided import noun_of
from variorum.extract.figures._found import PERIODS, Found, gapped, read, settled
from variorum.extract.figures._holders import holder
from variorum.extract.figures._measure import measure, of_casualties, of_noun, of_people
from variorum.extract.figures._numerals import number_words
from variorum.extract.figures._pieces import line
from variorum.extract.figures._quantity import Quantity
from variorum.extract.figures._ranges import with_ranges
from variorum.lexicon import rows
from variorum.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.extract.figures._amounts import Amount
    from variorum.extract.figures._change import Moved
    from variorum.extract.figures._marks import Mark
    from variorum.extract.figures._pieces import Line
    from variorum.model import Annotated, Sentence, Timex


def figures(annotated: Annotated, times: Sequence[Timex] = ()) -> list[Figure]:
    """Return the quantities that a careful reader would cite, in reading order, numbered f1, f2, ….

    Numbers within a DATE, TIME or SET of `times` are none; a DURATION is both. `statement` is left open. The same in
    another unit, in brackets, is a figure of its own: another report may give that unit alone.
    """
    cited = [f for q in quantities(annotated, times) if q.mark in {None, "conversion"} for f in q.figures]
    return [replace(figure, id=f"f{n}") for n, figure in enumerate(cited, 1)]


def quantities(annotated: Annotated, times: Sequence[Timex] = ()) -> list[Quantity]:
    """Return every number that the grammar reads, in reading order; `mark` tells those that are no figures.

    A dateline's numbers are days and hours, whatever else they look like.
    """
    told = (sentence for sentence in annotated.sentences if sentence.kind != "dateline")
    return [q for sentence in told for q in _of_sentence(annotated, sentence, times)]


@cache
def _trigger() -> re.Pattern[str]:
    decades = {row["word"] for row in rows("age_words") if row["class"] == "decade"}
    words = "|".join(sorted((re.escape(w) for w in number_words() | decades), key=len, reverse=True))
    return re.compile(rf"\d|[½¼¾⅓⅔]|\b(?:{words})\b", re.IGNORECASE)


def _of_sentence(annotated: Annotated, sentence: Sentence, times: Sequence[Timex]) -> Iterator[Quantity]:
    start, end = annotated.tokens[sentence.first].start, annotated.tokens[sentence.last - 1].end
    if _trigger().search(annotated.article.text, start, end) is None:
        return
    here = line(annotated, sentence)
    near = [t for t in times if t.start < end and start < t.end]
    before: str | None = None
    for found in _found(here, near):
        before = _measured(here, found) or (before if gapped(here, found) else None)
        yield _quantity(here, found, near, before)


def _found(here: Line, times: Sequence[Timex]) -> list[Found]:
    def apart(amount: Amount) -> bool:
        return dated(here, amount, times)

    ages = [age for at in range(len(here)) if (age := decade(here, at)) is not None]
    taken = {age.number for age in ages}
    plain = with_ranges(here, [a for a in amounts(here) if a.number not in taken], apart)
    every = sorted([*plain, *ages], key=lambda a: a.first)
    return settled(here, [read(here, a, is_date=a.join != "decade" and apart(a)) for a in every])


def _quantity(here: Line, found: Found, times: Sequence[Timex], measured: str | None) -> Quantity:
    amount, softened = found.amount, found.hedge
    noun = noun_of(here, found, of_people=of_people(measured))
    moved = change(here, softened.first, found.end, amount.unit)
    figure = _described(here, found, times, measured=measured, noun=noun, moved=moved)
    group = found.meant
    return Quantity(
        _figures(here, figure, amount, moved),
        mark=_cited_after_all(found.mark, measured),
        first=amount.low,
        last=amount.high,
        kind=amount.unit.kind if amount.unit else None,
        phrase=phrase(here, group) if group is not None and not group.pronoun else None,
        style=amount.style,
        hyphen=amount.unit is not None and amount.unit.hyphen,
        hedges=softened.words,
        senses=softened.senses,
        base=amount.base,
        moved_by=moved.by if moved else None,
        join=amount.join,
        rate=found.rate,
    )


def _figures(here: Line, figure: Figure, amount: Amount, moved: Moved | None) -> tuple[Figure, ...]:
    """Return one figure, or two where something moved from the one to the other: "rose from 240 to 273"."""
    if amount.join != "from" or moved is None or amount.ends is None:
        return (figure,)
    one, other = amount.ends
    cut = here.pieces[one.last - 1].end
    begin = here.pieces[other.first].start
    return (
        _part(figure, figure.start, cut, one.low),
        replace(_part(figure, begin, figure.end, other.high), change=moved.change),
    )


def _part(figure: Figure, start: int, end: int, value: float) -> Figure:
    text = figure.text[start - figure.start : end - figure.start]
    return replace(figure, start=start, end=end, text=text, low=value, high=value, change=None)


def _cited_after_all(why: Mark | None, measured: str | None) -> Mark | None:
    """Cite "one man was killed" and "no survivors", though not "one man can be heard" and "no comment"."""
    if why == "none":
        return None if of_casualties(measured) else why
    return None if why in {"single", "pronoun", "anaphor", "group"} and measured is not None else why


def _measured(here: Line, found: Found) -> str | None:
    unit = found.amount.unit
    number = here.pieces[found.amount.number].token
    if unit is not None and unit.kind != "share":
        head = here.annotated.tokens[found.group.head] if found.group is not None else None
        return dimension(here, number, unit.kind, head)
    if unit is not None and found.group is None:
        return None
    noun = noun_of(here, found, of_people=True)
    if found.whole:
        return of_noun(noun)
    held = holder(here, found.amount) if found.group is None else None
    return measure(here, here.pieces[found.hedge.first].token, number, found.group, noun, held)


def _described(
    here: Line,
    found: Found,
    times: Sequence[Timex],
    *,
    measured: str | None,
    noun: str | None,
    moved: Moved | None,
) -> Figure:
    start, end = _extent(here, found)
    allowed = bounds(found.amount, found.hedge.senses)
    anchor = found.group.head if found.group is not None else here.pieces[found.amount.number].token
    limits = circumstances(here, anchor, start, end, times)
    return Figure(
        id="",
        article=here.annotated.article.id,
        start=start,
        end=end,
        text=here.annotated.article.text[start:end],
        low=allowed.low,
        high=allowed.high,
        approximate=allowed.approximate,
        unit=_unit_name(found.amount),
        change=moved.change if moved else None,
        counted=noun,
        measure=measured,
        as_of=limits.as_of,
        period=PERIODS[found.rate] if found.rate is not None else limits.period,
        place=limits.place,
        rule="/".join(filter(None, (found.amount.style, found.amount.join, found.age))),
    )


def _extent(here: Line, found: Found) -> tuple[int, int]:
    end = here.pieces[(found.hedge.last if found.converted else found.end) - 1].end
    if found.group is not None:
        end = max(end, here.annotated.tokens[found.group.last - 1].end)
    return here.pieces[found.hedge.first].start, end


def _unit_name(amount: Amount) -> str | None:
    if amount.unit is None:
        return None
    return amount.unit.name.removesuffix(" old") if amount.unit.kind == "age" else amount.unit.name
