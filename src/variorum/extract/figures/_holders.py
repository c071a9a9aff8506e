"""The noun whose value a number is: "a town of 3,000", "put the toll at 33", "brought the number of cases to 40"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from variorum.extract.figures._counted import singular
from variorum.lexicon import mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.extract.figures._amounts import Amount
    from variorum.extract.figures._pieces import Line
    from variorum.model import Token

_PARTS_OF_NUMBER = frozenset({"compound", "nummod", "quantmod"})
_WORDS_OF_NUMBER = 4
_OF, _AT = "of", frozenset({"at", "to"})


class Holder(NamedTuple):
    """The noun that has the value, and what the value counts (`None` where nothing tells)."""

    noun: Token
    counted: str | None


def holder(line: Line, amount: Amount) -> Holder | None:
    """Return the noun whose value a bare number is; `None` where the number counts something by itself."""
    if amount.is_range and amount.join == "from":
        return None
    number = _whole_number(line, amount)
    above = line.annotated.tokens[number.head]
    if number.dep != "pobj" or above.lower not in {_OF, *_AT}:
        return None
    noun = next((t for t in _held(line, above) if _has_number(line, t)), None)
    return Holder(noun, _counted(line, noun)) if noun is not None else None


def _whole_number(line: Line, amount: Amount) -> Token:
    token = line.token(amount.number)
    for _ in range(_WORDS_OF_NUMBER):
        above = line.annotated.tokens[token.head]
        if token.dep not in _PARTS_OF_NUMBER or above.pos != "NUM":
            break
        token = above
    return token


def _has_number(line: Line, noun: Token) -> bool:
    """Tell whether a number can be the noun's value, here where it stands with its adjectives."""
    when = mapping("number_nouns", "noun", "when").get(singular(noun))
    adjectives = {t.lower for t in line.annotated.dependents(noun.i, "amod")}
    return when is not None and (not when or bool(adjectives & set(when.split())))


def _held(line: Line, preposition: Token) -> Iterator[Token]:
    """Yield the nouns that a value after the preposition may be of: its head, or subject and object of its verb."""
    tokens = line.annotated.tokens
    head = tokens[preposition.head]
    if head.pos in {"NOUN", "PROPN"}:
        yield head
    if preposition.lower == _OF or head.pos not in {"VERB", "AUX"}:
        return
    yield from line.annotated.dependents(head.i, "dobj")
    yield from line.annotated.dependents(head.i, "nsubj", "nsubjpass")
    if head.dep == "relcl":
        yield tokens[head.head]


def _counted(line: Line, noun: Token) -> str | None:
    """Return what is counted: the words after "of" ("the number of cases"), else what the noun is a number of."""
    for preposition in line.annotated.dependents(noun.i, "prep"):
        things = [t for t in line.annotated.dependents(preposition.i, "pobj") if t.tag in {"NNS", "NNPS"}]
        if preposition.lower == _OF and things:
            return singular(things[0])
    return mapping("number_nouns", "noun", "counted")[singular(noun)] or None
