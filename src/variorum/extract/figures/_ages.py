"""Ages that no unit names: "aged 16 and 18", "Ada Brandt, 61, said", "who was 10", "in her seventies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.figures._amounts import Amount
from variorum.extract.figures._counted import is_people, singular
from variorum.extract.figures._units import Unit
from variorum.lexicon import rows

if TYPE_CHECKING:
    from variorum.extract.figures._counted import Counted
    from variorum.extract.figures._pieces import Line
    from variorum.model import Token

_OLDEST = 120
_POSSESSIVES = frozenset({"his", "her", "their", "my", "our"})
_SOFTENED = frozenset({"early", "mid", "late", "-"})
_PERSONS = frozenset({"he", "she", "i", "who", "him", "her"})
_CLOSES = frozenset({",", ".", ";", ")", "and", "from", "who", "of", "", "was", "is", "were", "a", "an"})
_MISTAKEN = frozenset({"", "ORG", "NORP", "GPE", "FAC", "PRODUCT", "WORK_OF_ART"})
_ACTING = frozenset({"nsubj", "nsubjpass"})
_BEFORE = 3
_YEAR_OF_LIFE = 10
_TEENS = 13


def age_unit(at: int) -> Unit:
    """Return the unit of an age whose number ends before piece `at`."""
    return Unit("year old", "age", at, at)


def decade(line: Line, at: int) -> Amount | None:
    """Read "in her seventies", "in his mid-50s" at piece `at` as the ten years of that decade."""
    last, first = at + 1, _decade_start(line, at)
    if first is None:
        return None
    last += line.kind(at) == "digits"
    before = at - 1
    while line.lower(before) in _SOFTENED:
        before -= 1
    if line.lower(before) not in _POSSESSIVES:
        return None
    high = 19 if first == _TEENS else first + _YEAR_OF_LIFE - 1
    return Amount(before + 1, last, at, last, first, high, "words", unit=age_unit(last), join="decade")


def _decade_start(line: Line, at: int) -> int | None:
    if line.kind(at) == "digits" and line.lower(at + 1) == "s" and line.text(at).isdigit():
        value = int(line.text(at))
        return value if value % _YEAR_OF_LIFE == 0 and value < _OLDEST else None
    return next(
        (int(r["value"]) for r in rows("age_words") if r["class"] == "decade" and r["word"] == line.lower(at)), None
    )


def age(line: Line, amount: Amount, found: Counted | None) -> str | None:
    """Return by which construction a bare number is somebody's age; `None` where it is none."""
    if amount.unit is not None or amount.scaled or found is not None or not _possible(amount):
        return None
    kinds = {"aged": _marked, "apposed": _apposed, "told": _told}
    return next((name for name, tells in kinds.items() if tells(line, amount)), None)


def _possible(amount: Amount) -> bool:
    return amount.style in {"digits", "words"} and amount.low.is_integer() and amount.low > 0 and amount.high < _OLDEST


def _marked(line: Line, amount: Amount) -> bool:
    """Read "aged 16", "aged between 16 and 18", "the age of 21", "aged 16 and 18"."""
    if _bounded_people(line, amount):
        return True
    words = line.words(amount.first - _BEFORE - 1, amount.first)
    return bool({r["word"] for r in rows("age_words") if r["class"] == "mark"} & set(words)) and not {",", "."} & set(
        words[-1:]
    )


def _bounded_people(line: Line, amount: Amount) -> bool:
    """Read "women over 65", "children under 12"."""
    if line.lower(amount.first - 1) not in {"over", "under"} or amount.first < 2:  # noqa: PLR2004
        return False
    return is_people(singular(line.token(amount.first - 2)))


def _apposed(line: Line, amount: Amount) -> bool:
    """Read "Ada Brandt, 61, said", "Ada Brandt (61)"."""
    if line.lower(amount.first - 1) not in {",", "("} or amount.first < 2 or amount.style != "digits":  # noqa: PLR2004
        return False
    before = line.token(amount.first - 2)
    return (
        (_named(line, before) or _relative(line, before))
        and line.lower(amount.last) in _CLOSES
        and line.kind(amount.last + 1) != "digits"
    )


def _named(line: Line, last: Token) -> bool:
    """Tell a person's name by its last word, also where the engine takes two capitals for a body."""
    if last.entity == "PERSON":
        return True
    before = line.annotated.tokens[max(line.sentence.first, last.i - 1)]
    if last.tag != "NNP" or not last.text.istitle() or last.entity not in _MISTAKEN:
        return False
    return before.pos == "PROPN" or last.dep in _ACTING


def _relative(line: Line, last: Token) -> bool:
    """Tell "his son, 9," and "her daughters, 6 and 8,": somebody's own people."""
    owned = any(True for _ in line.annotated.dependents(last.i, "poss"))
    return owned and is_people(singular(last))


def _told(line: Line, amount: Amount) -> bool:
    """Read "who was 10", "she will be 35", "he turned 40", "died at 89", "Marsh was 11 when"."""
    tokens = line.annotated.tokens
    before = line.pieces[amount.first - 1].token if amount.first else -1
    if before < 0 or line.lower(amount.last) in {"of", "to", "%"}:
        return False
    word = tokens[before]
    if word.lower == "at" and before > line.sentence.first:
        return tokens[before - 1].lemma.lower() in _class("die") and _closed(line, amount)
    verb = word if word.pos in {"AUX", "VERB"} else None
    if verb is None or verb.lemma.lower() not in {"be"} | _class("verb"):
        return False
    subjects = list(line.annotated.dependents(verb.i, "nsubj"))
    then = line.lower(amount.last) == "when"
    return any(t.lower in _PERSONS or t.entity == "PERSON" or (then and t.tag == "NNP") for t in subjects)


def _closed(line: Line, amount: Amount) -> bool:
    return line.kind(amount.last) != "word" or line.lower(amount.last) in {"in", "on", "after", "of", "from"}


def _class(kind: str) -> frozenset[str]:
    return frozenset(r["word"] for r in rows("age_words") if r["class"] == kind)
