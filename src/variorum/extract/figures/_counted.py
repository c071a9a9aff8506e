"""The noun that is counted: read off the words after the number, with the parse where it helps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import column, mapping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.extract.figures._amounts import Amount
    from variorum.extract.figures._pieces import Line
    from variorum.model import Token

NOUNS = frozenset({"NOUN", "PROPN"})
_PREMODIFIERS = frozenset(
    {"npadvmod", "amod", "compound", "nmod", "poss", "nummod", "case", "punct", "advmod", "quantmod", "det"}
)
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
PERIODS = frozenset({"day", "week", "month", "quarter", "year"})
_EXTENTS = frozenset({"high", "tall", "long", "wide", "deep", "thick"})
_WHOM = "whom"
_DETERMINERS = frozenset({"DT", "PRP$", "PDT"})
_FARTHEST = 8
"""Tokens between a number and its noun; the longest of 4,000 counted noun groups in news has seven."""
_MASSES = frozenset({"mass", "volume", "share", "length", "area", "money", "energy"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The head noun's token, the tokens from the first modifier to before `last`, and whether "of the" led to it."""

    head: int
    first: int
    last: int
    partitive: bool = False
    pronoun: bool = False


def counted(line: Line, amount: Amount) -> Counted | None:
    """Return the noun group that an amount counts or measures; `None` where the noun is elided."""
    at = line.after(amount.last)
    if line.lower(amount.last) == "-" and line.glued(amount.last + 1):
        return _compounded(line, amount)
    if at >= line.sentence.last:
        return None
    tokens = line.annotated.tokens
    if tokens[at].lower == "of":
        return _of_group(line, amount, at + 1)
    if amount.style == "group":
        return None
    if amount.unit is not None and not _attributive(line, amount, at):
        return None
    at = _past_extent(line, amount, at)
    if amount.style == "fraction" and tokens[at].tag in _DETERMINERS:
        at += 1
    return _group(line, at)


def _compounded(line: Line, amount: Amount) -> Counted | None:
    """Return the person of "17-person group": the words reach to the group's noun."""
    at = _past_extent(line, amount, line.after(amount.last + 1))
    if at >= line.sentence.last or line.annotated.tokens[at].pos not in NOUNS | {"ADJ"}:
        return None
    group = _group(line, at) if amount.unit is None else None
    if group is not None and line.annotated.tokens[at].pos == "ADJ":
        return group  # "a 20-strong crew"
    return Counted(at, at, max(at + 1, group.last if group else 0))


def _past_extent(line: Line, amount: Amount, at: int) -> int:
    """Pass over the "-high" of "a 100ft-high cross"."""
    tokens, last = line.annotated.tokens, line.sentence.last
    extent = at + 1 if at < last and tokens[at].tag == "HYPH" else at
    if amount.unit is None or extent + 1 >= last or tokens[extent].lower not in _EXTENTS:
        return at
    return extent + 1


def _attributive(line: Line, amount: Amount, at: int) -> bool:
    """Tell whether a measure stands before a noun: "50mph winds", "one-week period", "5 percent stake"."""
    unit = amount.unit
    if unit is None:
        return True
    if unit.hyphen or unit.kind == "age":
        return True
    if unit.kind == "rate":
        return False
    tokens = line.annotated.tokens
    word = tokens[at - 1]
    if unit.kind == "share" and tokens[at].lower in PERIODS:
        return False  # "rose 20% year over year"
    return tokens[at].pos in _INSIDE and word.tag != "NNS" and word.head >= at


def _of_group(line: Line, amount: Amount, at: int) -> Counted | None:
    if amount.unit is not None and amount.unit.kind not in _MASSES:
        return None
    tokens = line.annotated.tokens
    while at < line.sentence.last and tokens[at].tag in _DETERMINERS:
        at += 1
    if at < line.sentence.last and (tokens[at].tag == "PRP" or tokens[at].lower == _WHOM or _their_number(line, at)):
        return Counted(at, at, at + 1, partitive=True, pronoun=True)
    found = _group(line, at)
    if found is None:
        return None
    return Counted(found.head, found.first, found.last, partitive=True)


def _their_number(line: Line, at: int) -> bool:
    """Tell "four of their number", who are four of them."""
    return line.annotated.tokens[at].lower == "number" and line.annotated.tokens[at - 1].tag == "PRP$"


def _group(line: Line, at: int) -> Counted | None:
    """Return the noun group that begins at token `at`: as the parse joins it, else the run of adjectives and nouns."""
    tokens, end = line.annotated.tokens, line.sentence.last
    if at >= end or not _may_open(tokens[at]):
        return None
    head = _climb(line, at)
    if head is None:
        head = _run(line, at)
    if head is None:
        return None
    return Counted(head, at, head + 1)


def _may_open(token: Token) -> bool:
    return token.pos in _INSIDE or token.tag in {"VBN", "VBG", "JJ", "NN", "NNS"} or token.pos == "ADV"


def _climb(line: Line, at: int) -> int | None:
    tokens = line.annotated.tokens
    here = at
    while tokens[here].dep in _PREMODIFIERS and here < tokens[here].head < min(at + _FARTHEST, line.sentence.last):
        here = tokens[here].head
    ends = tokens[here].pos in NOUNS and not _hyphenated(line, here)
    return here if ends and _unbroken(line, at, here) else None


def _hyphenated(line: Line, at: int) -> bool:
    """Tell whether a compound goes on: "law" of "law-abiding citizens"."""
    tokens = line.annotated.tokens
    return at + 2 < line.sentence.last and tokens[at + 1].tag == "HYPH" and tokens[at + 2].start == tokens[at + 1].end


def _unbroken(line: Line, at: int, head: int) -> bool:
    """Tell whether nothing but a noun group stands between: no verb and no preposition."""
    between = line.annotated.tokens[at:head]
    if any(t.tag in {":", "HYPH"} and line.annotated.article.text[t.start - 1 : t.start] == " " for t in between):
        return False  # "three options - statehood, …"
    return not any(t.pos in {"AUX", "ADP", "SCONJ"} or t.tag in {"VBD", "VBZ", "VBP", "VB", "MD"} for t in between)


def _run(line: Line, at: int) -> int | None:
    tokens = line.annotated.tokens
    last = None
    for token in tokens[at : min(at + _FARTHEST, line.sentence.last)]:
        if token.pos in NOUNS and not _hyphenated(line, token.i):
            last = token.i
            if token.tag == "NNS":
                break
        elif token.pos in NOUNS:
            continue
        elif last is not None or not (_may_open(token) or token.tag == "HYPH"):
            break
    return last


@cache
def _plurals() -> Mapping[str, str]:
    return mapping("plurals", "plural", "singular")


@cache
def people_nouns() -> frozenset[str]:
    """Return the nouns that count people."""
    return column("people_nouns", "noun")


def singular(token: Token) -> str:
    """Return a noun as one of its kind, in small letters: "troop", "person", "north korean"'s "korean"."""
    lower = token.lower
    if lower in _plurals():
        return _plurals()[lower]
    lemma = token.lemma.lower()
    if lemma != lower or token.tag == "NN":
        return lemma
    if token.tag in {"NNS", "NNPS"} and lower.endswith("is"):
        return lower[:-1]  # Israelis, taxis
    return _stripped(lower)


def _stripped(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - ties, lies and pies keep their e
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def phrase(line: Line, found: Counted) -> str:
    """Return the counted noun with its modifiers, small letters, the head singular: "north korean soldier"."""
    tokens = line.annotated.tokens
    front = tokens[found.first : found.head]
    kept = [
        t
        for t in (*_adjective_before(line, found), *front)
        if t.tag not in {"VBN", "VBG", "CC", "POS", "DT", "PRP$"} and t.lower != "more"
    ]
    words = [t.lemma.lower() if t.pos in {"ADJ", "NOUN"} else t.lower for t in kept]
    return " ".join([*words, singular_in_phrase(tokens[found.head])]).replace(" - ", "-")


def _adjective_before(line: Line, found: Counted) -> tuple[Token, ...]:
    """Return the adjective before the number in "the top three seeds", "the previous two sessions"."""
    tokens = line.annotated.tokens
    at = found.first - 2
    if found.partitive or at < line.sentence.first or tokens[at].tag != "JJ" or tokens[at].head != found.head:
        return ()
    return (tokens[at],)


def singular_in_phrase(token: Token) -> str:
    """Return the head of a phrase as one of its kind, "people" kept."""
    return (
        token.lower
        if token.lower in {"people", "men", "women"} and token.lemma.lower() == token.lower
        else singular(token)
    )


def is_people(noun: str | None) -> bool:
    """Tell whether the noun counts people."""
    return noun is not None and (noun in people_nouns() or noun.endswith(("man", "woman", "person", "people")))
