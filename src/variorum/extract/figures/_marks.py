"""Numbers that are no figure of an account: dates, names and labels, ordinals, scores, "one of the men"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from variorum.extract.figures._counted import is_people, singular
from variorum.extract.figures._labels import is_label
from variorum.extract.figures._units import unit_after
from variorum.lexicon import column

if TYPE_CHECKING:
    from variorum.extract.figures._amounts import Amount
    from variorum.extract.figures._counted import Counted
    from variorum.extract.figures._hedges import Hedge
    from variorum.extract.figures._pieces import Line

Mark = Literal[
    "date",
    "ordinal",
    "label",
    "score",
    "partitive",
    "pronoun",
    "anaphor",
    "single",
    "compound",
    "abstract",
    "none",
    "group",
    "repeated",
    "conversion",
]
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_HYPHENS = frozenset("-‑–—")
_BOUNDING = frozenset({"at least", "at most", "no fewer than", "no less than", "up to"})
_SMALL = 4
_FEW = 12


def mark(line: Line, amount: Amount, hedge: Hedge, found: Counted | None) -> Mark | None:
    """Return why an amount is no figure of an account; `None` where nothing speaks against it."""
    why = next((name for name, tells in CHECKS.items() if tells(line, amount, hedge, found)), None)
    return why or _one(amount, hedge, found)


def _nothing(_line: Line, amount: Amount, _hedge: Hedge, _found: Counted | None) -> bool:
    return amount.style == "none"


def _group(_line: Line, amount: Amount, _hedge: Hedge, _found: Counted | None) -> bool:
    """Tell "the pair", "a pair of shoes": cited only where something is measured of them."""
    return amount.style == "group"


def _compound(line: Line, amount: Amount, _hedge: Hedge, found: Counted | None) -> bool:
    """Tell "two-term", "three-way", "ten-party talks" from "17-person" and "27-nation"."""
    if found is None or amount.unit is not None or line.lower(amount.last) not in _HYPHENS:
        return False
    if not line.glued(amount.last + 1) or is_people(singular(line.annotated.tokens[found.head])):
        return False
    return amount.high <= _SMALL or line.lower(amount.last + 1) in column("compound_nouns", "noun")


def _ordinal(line: Line, amount: Amount, _hedge: Hedge, _found: Counted | None) -> bool:
    return line.lower(amount.last) in _ORDINAL and line.glued(amount.last)


def _score(line: Line, amount: Amount, _hedge: Hedge, found: Counted | None) -> bool:
    """Tell "2-1 victory" from "10-12 people": a score does not rise, or stands beside a word of games."""
    if amount.unit is not None or amount.style != "digits":
        return False
    if amount.join == "dash":
        near = {*line.words(amount.first - 5, amount.first), *line.words(amount.last, amount.last + 3)}
        return bool(near & column("games", "word")) and amount.high < 200  # noqa: PLR2004
    beside = _falls(line, amount.last) or _falls_before(line, amount)
    return beside or _even(line, amount) or _of_goals(line, amount, found)


def _even(line: Line, amount: Amount) -> bool:
    """Tell "deadlocked 4 to 4", "voted 52 to 48" from "4 to 5 people": joined by "to", and yet no range."""
    if amount.is_range or not line.text(amount.number).isdigit():
        return False
    after = line.lower(amount.last) == "to" and line.text(amount.last + 1).isdigit()
    if after and unit_after(line, amount.last + 2) is not None:
        return False
    before = line.lower(amount.first - 1) == "to" and line.text(amount.first - 2).isdigit()
    return after or before


def _of_goals(line: Line, amount: Amount, found: Counted | None) -> bool:
    """Tell "by 3 goals to 1" from "3 goals to watch": what is counted by one side and by the other."""
    if found is not None and singular(line.annotated.tokens[found.head]) in column("games", "word"):
        to = line.at_token(found.last)
        return line.lower(to) == "to" and line.text(to + 1).isdigit()
    return line.lower(amount.first - 1) == "to" and line.lower(amount.first - 2).removesuffix("s") in column(
        "games", "word"
    )


def _falls(line: Line, dash: int) -> bool:
    return (
        line.lower(dash) in _HYPHENS and line.glued(dash) and line.glued(dash + 1) and line.kind(dash + 1) == "digits"
    )


def _falls_before(line: Line, amount: Amount) -> bool:
    dash = amount.first - 1
    return (
        line.lower(dash) in _HYPHENS
        and line.glued(dash)
        and line.glued(amount.first)
        and line.kind(dash - 1) == "digits"
    )


def _abstract(line: Line, amount: Amount, hedge: Hedge, found: Counted | None) -> bool:
    """Tell "two reasons", "five things to know" from what is reported."""
    if found is None or hedge.senses or amount.style not in {"words", "vague"} or amount.high > _FEW:
        return False
    return singular(line.annotated.tokens[found.head]) in column("abstract_nouns", "noun")


def _anaphor(line: Line, amount: Amount, hedge: Hedge, found: Counted | None) -> bool:
    """Tell "the two countries", "its two neighbours": they say again who is spoken of, and count no people."""
    if found is None or hedge.senses or amount.style != "words" or amount.unit is not None or amount.high > _SMALL:
        return False
    tag = line.token(amount.first - 1).tag if amount.first else ""
    return tag in {"DT", "PRP$", "POS"} and not is_people(singular(line.annotated.tokens[found.head]))


def _one(amount: Amount, hedge: Hedge, found: Counted | None) -> Mark | None:
    """Mark "one of the men", "one" alone and "one man": cited only where something is measured of it.

    "At least one rocket" is a count with a bound.
    """
    if amount.low != 1 or amount.high != 1 or amount.style != "words" or amount.unit is not None:
        return None
    if found is None:
        return "pronoun"
    if not found.partitive and not _BOUNDING.isdisjoint(hedge.words):
        return None
    return "partitive" if found.partitive else "single"


CHECKS: dict[Mark, Callable[[Line, Amount, Hedge, Counted | None], bool]] = {
    "ordinal": _ordinal,
    "score": _score,
    "label": is_label,
    "none": _nothing,
    "group": _group,
    "compound": _compound,
    "abstract": _abstract,
    "anaphor": _anaphor,
}
"""Asked in this order; the first that holds is the reason."""
