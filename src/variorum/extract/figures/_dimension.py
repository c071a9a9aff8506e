"""Which dimension an amount with a unit has: a height, a price, a sentence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.extract.figures._pieces import Line
    from variorum.model import Token

_HIGHEST = 6
"""Words above an amount over which its verb is looked for."""


def dimension(line: Line, number: int, kind: str, head: Token | None = None) -> str | None:
    """Return which dimension an amount with a unit has: height, price, speed, age, area, …; `None` if unsaid.

    `head` is the noun that it stands before ("a $1 million fine"), which tells more than the words around.
    """
    if kind in {"age", "area", "speed"}:
        return kind
    table = _dimensions(kind)
    own = (t for t in (head, _valued(line, number)) if t is not None)
    if named := next((table[t.lemma.lower()] for t in own if t.lemma.lower() in table), None):
        return named
    window = line.annotated.tokens[max(line.sentence.first, number - 4) : min(number + 6, line.sentence.last)]
    told = [(abs(t.i - number), table[w]) for t in window for w in (t.lemma.lower(), t.lower) if w in table]
    return min(told)[1] if told else table.get(_governing(line, number))


def _valued(line: Line, number: int) -> Token | None:
    """Return the noun of "a fine of about $1 million"."""
    tokens = line.annotated.tokens
    before = range(number - 1, max(line.sentence.first, number - _HIGHEST), -1)
    of = next((i for i in before if tokens[i].lower == "of"), None)
    return tokens[of - 1] if of and of > line.sentence.first and not _parted(line, of, number) else None


def _parted(line: Line, of: int, number: int) -> bool:
    """Tell whether a noun or a verb stands between "of" and the number."""
    return any(t.pos in {"NOUN", "PROPN", "VERB", "PUNCT"} for t in line.annotated.tokens[of + 1 : number])


def _governing(line: Line, number: int) -> str:
    """Return the lemma of the verb above an amount: "agreed to sell the whole of the old mill for £4m"."""
    token = line.annotated.tokens[number]
    for _ in range(_HIGHEST):
        if token.pos == "VERB" or token.head == token.i:
            break
        token = line.annotated.tokens[token.head]
    return token.lemma.lower() if token.pos == "VERB" else ""


@cache
def _dimensions(kind: str) -> Mapping[str, str]:
    """Return the words that tell a dimension of units of one kind: no length of time has an area or a price."""
    return {r["word"]: r["dimension"] for r in rows("dimensions") if kind in r["kinds"].split()}
