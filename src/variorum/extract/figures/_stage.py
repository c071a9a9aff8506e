"""From an annotated article to its quantities and figures."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from variorum.extract.figures._amounts import amounts, with_ranges
from variorum.extract.figures._bounds import bounds
from variorum.extract.figures._change import change
from variorum.extract.figures._circumstances import circumstances
from variorum.extract.figures._counted import counted, is_people, phrase, singular
from variorum.extract.figures._hedges import hedge
from variorum.extract.figures._marks import dated, mark
from variorum.extract.figures._measure import dimension, measure
from variorum.extract.figures._numerals import number_words
from variorum.extract.figures._pieces import line
from variorum.extract.figures._quantity import Quantity
from variorum.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.extract.figures._amounts import Amount
    from variorum.extract.figures._counted import Counted
    from variorum.extract.figures._hedges import Hedge
    from variorum.extract.figures._marks import Mark
    from variorum.extract.figures._pieces import Line
    from variorum.model import Annotated, Sentence, Timex


def figures(annotated: Annotated, times: Sequence[Timex] = ()) -> list[Figure]:
    """Return the quantities that a careful reader would cite, in reading order, numbered f1, f2, ….

    Numbers within a DATE, TIME or SET of `times` are none; a DURATION is both. `statement` is left open.
    """
    cited = [q.figure for q in quantities(annotated, times) if q.mark is None]
    return [replace(figure, id=f"f{n}") for n, figure in enumerate(cited, 1)]


def quantities(annotated: Annotated, times: Sequence[Timex] = ()) -> list[Quantity]:
    """Return every number that the grammar reads, in reading order; `mark` tells those that are no figures."""
    return [q for sentence in annotated.sentences for q in _of_sentence(annotated, sentence, times)]


@cache
def _trigger() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(w) for w in number_words()), key=len, reverse=True))
    return re.compile(rf"\d|[½¼¾⅓⅔]|\b(?:{words})\b", re.IGNORECASE)


def _of_sentence(annotated: Annotated, sentence: Sentence, times: Sequence[Timex]) -> Iterator[Quantity]:
    start, end = annotated.tokens[sentence.first].start, annotated.tokens[sentence.last - 1].end
    if _trigger().search(annotated.article.text, start, end) is None:
        return
    here = line(annotated, sentence)
    near = [t for t in times if t.start < end and start < t.end]
    for amount in with_ranges(here, amounts(here)):
        yield _quantity(here, amount, near)


def _quantity(here: Line, amount: Amount, times: Sequence[Timex]) -> Quantity:
    softened = hedge(here, amount)
    found = counted(here, amount)
    noun = _noun(here, found)
    number = here.pieces[amount.number].token
    measured = _measured(here, amount, number, found, noun)
    why = "date" if dated(here, amount, times) else mark(here, amount, softened, found)
    figure = _figure(here, amount, softened, found)
    anchor = found.head if found is not None else number
    limits = circumstances(here, anchor, figure.start, figure.end, times)
    moved = change(here, softened.first, softened.last)
    return Quantity(
        replace(
            figure,
            counted=noun,
            measure=measured,
            change=moved.change if moved else None,
            period=limits.period,
            place=limits.place,
            as_of=limits.as_of,
        ),
        mark=_cited_after_all(why, measured),
        first=amount.low,
        last=amount.high,
        kind=amount.unit.kind if amount.unit else None,
        phrase=phrase(here, found) if found is not None and not found.pronoun else None,
        style=amount.style,
        hedges=softened.words,
        senses=softened.senses,
        base=amount.base,
        moved_by=moved.by if moved else None,
        join=amount.join,
    )


def _cited_after_all(why: Mark | None, measured: str | None) -> Mark | None:
    """Cite "one man was killed", though not "one man can be heard"."""
    return None if why in {"single", "pronoun"} and measured is not None else why


def _noun(here: Line, found: Counted | None) -> str | None:
    if found is None or found.pronoun:
        return None
    token = here.annotated.tokens[found.head]
    return None if token.pos == "PROPN" and token.tag == "NNP" and token.entity == "PERSON" else singular(token)


def _measured(here: Line, amount: Amount, number: int, found: Counted | None, noun: str | None) -> str | None:
    if amount.unit is None or amount.unit.kind == "share":
        return measure(here, number, found, noun)
    return dimension(here, number, amount.unit.kind)


def _figure(here: Line, amount: Amount, softened: Hedge, found: Counted | None) -> Figure:
    annotated = here.annotated
    start, end = here.pieces[softened.first].start, here.pieces[softened.last - 1].end
    if found is not None:
        end = max(end, annotated.tokens[found.last - 1].end)
    allowed = bounds(amount, softened.senses)
    return Figure(
        id="",
        article=annotated.article.id,
        start=start,
        end=end,
        text=annotated.article.text[start:end],
        low=allowed.low,
        high=allowed.high,
        approximate=allowed.approximate,
        unit=_unit_name(amount),
        rule=f"{amount.style}{'/' + amount.join if amount.join else ''}",
    )


def _unit_name(amount: Amount) -> str | None:
    if amount.unit is None:
        return None
    return amount.unit.name.removesuffix(" old") if amount.unit.kind == "age" else amount.unit.name
