"""Which noun a number counts, where its own is left out: "five escaped", "killing hundreds", "a town of 3,000"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.figures._counted import is_people, singular
from variorum.extract.figures._holders import holder
from variorum.extract.figures._measure import event_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.extract.figures._found import Found
    from variorum.extract.figures._pieces import Line
    from variorum.model import Token

_REACH = 40
"""Tokens before the sentence in which the noun of "five escaped" is looked for: the sentence or two before."""
_ACTS = frozenset({"nsubj", "agent"})
_WHOM = "whom"
_BY = frozenset({"by", "against"})


def noun_of(line: Line, found: Found, *, of_people: bool) -> str | None:
    """Return the counted noun as one of its kind; for an elided one that is of people, the people spoken of before."""
    group = found.group or (None if _of_event(line, found) else found.borrowed)
    if group is not None and not group.pronoun:
        token = event_of(line, group) or line.annotated.tokens[group.head]
        return None if token.tag == "NNP" and token.entity == "PERSON" else singular(token)
    held = holder(line, found.amount) if group is None and found.amount.unit is None else None
    if held is not None and held.counted is not None:
        return held.counted
    whom = group is not None and line.annotated.tokens[group.head].lower == _WHOM
    return _people_before(line, found) if of_people or whom else None


def _of_event(line: Line, found: Found) -> bool:
    """Tell "a raid by two gunmen that killed 14": the object of a relative clause is none of those before it."""
    token = line.token(found.amount.number)
    return found.group is None and token.dep == "dobj" and line.annotated.tokens[token.head].dep == "relcl"


def _people_before(line: Line, found: Found) -> str:
    """Return the people that "five escaped" and "10 of them" speak of again; `person` where none are sure.

    A pronoun means the nearest. A bare number is of people who were themselves counted, and did not do the deed.
    """
    if _of_event(line, found):
        return "person"
    again = found.group is not None and found.group.pronoun
    fits = (noun for token, noun in _spoken_of(line, found) if again or _counted_and_suffering(line, token))
    return next(fits, "person")


def _spoken_of(line: Line, found: Found) -> Iterator[tuple[Token, str]]:
    """Yield the plural nouns of people before the number, the nearest first."""
    first, number = max(0, line.sentence.first - _REACH), line.pieces[found.amount.number].token
    for token in reversed(line.annotated.tokens[first:number]):
        if token.tag in {"NNS", "NNPS"} and is_people(noun := singular(token)):
            yield token, noun


def _counted_and_suffering(line: Line, token: Token) -> bool:
    annotated = line.annotated
    numbers = list(annotated.dependents(token.i, "nummod"))
    if numbers and annotated.tokens[numbers[0].i - 1].lower == "including":
        return False
    numbered = bool(numbers)
    above = annotated.tokens[token.head]
    grouped = token.dep == "pobj" and above.lower == "of" and annotated.tokens[above.head].pos in {"NOUN", "NUM"}
    return (numbered or grouped) and not _acts(line, token)


def _acts(line: Line, token: Token) -> bool:
    """Tell whether they are those who do something to somebody: subject of a verb with an object, or after "by"."""
    tokens, here = line.annotated.tokens, token
    if here.dep == "pobj" and tokens[here.head].lower == "of":
        here = tokens[tokens[here.head].head]
    above = tokens[here.head]
    if here.dep == "pobj" and above.lower in _BY:
        return True
    return here.dep in _ACTS and any(True for _ in line.annotated.dependents(above.i, "dobj"))
