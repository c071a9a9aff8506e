"""What a proposition says beyond its words: who does what, which way, how many, when, and the names in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.lexicon import column, rows
from variorum.relate.propositions.deeds import Deed, deeds

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from variorum.model import Annotated, Figure, Timex, Token

SILENT = frozenset({"PUNCT", "SPACE", "SYM"})
AGENT, PATIENT, PART = "agent", "patient", "of"
ROLES = {"nsubj": AGENT, "csubj": AGENT, "nsubjpass": PATIENT, "dobj": PATIENT, "dative": PATIENT, "attr": PATIENT}

Side = tuple[str, str]
Slot = tuple[str, str]


class Number(NamedTuple):
    """The bounds of a number, and what it counts or measures."""

    low: float | None
    high: float | None
    what: str


class Name(NamedTuple):
    """A word of a name, as it counts and as it stands, what kind of thing it names (`""` unknown), and its place.

    `slot` is its role, and the word that it hangs on.
    """

    key: str
    form: str
    kind: str
    slot: Slot


class Moment(NamedTuple):
    """A TIMEX3 value and the word that it is the time of."""

    value: str
    of: str


@dataclass(frozen=True, slots=True)
class Details:
    """The parts of a proposition that one word can turn into something else, each in reading order.

    `sequence` are all its words, content words as they count and others by lemma, `plain` all by lemma, `content` its
    content words but times, `forms` all words as they stand; `root` is the deed asserted; `sides` are prepositions
    with what they lead to; `numbers` are figures and ordinals.
    """

    sequence: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    content: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    root: str = ""
    deeds: tuple[Deed, ...] = ()
    sides: tuple[Side, ...] = ()
    numbers: tuple[Number, ...] = ()
    times: tuple[Moment, ...] = ()
    names: tuple[Name, ...] = ()


NONE = Details()


def details(
    annotated: Annotated,
    tokens: Sequence[Token],
    keys: Sequence[str],
    within: tuple[Sequence[Timex], Sequence[Figure]],
    root: str = "",
) -> Details:
    """Return the details of the tokens of one proposition; `within` are the times and the figures that stand in it."""
    when, figures = within
    timed = {t.i for w in when for t in annotated.tokens_within(w.start, w.end)}
    kinds = _kinds(annotated, tokens)
    return Details(
        sequence=tuple(keys[t.i] or t.lemma.lower() for t in tokens if t.pos not in SILENT),
        plain=tuple(t.lemma.lower() for t in tokens if t.pos not in SILENT),
        content=frozenset(keys[t.i] for t in tokens if keys[t.i] and t.i not in timed),
        forms=frozenset(t.lower for t in tokens),
        root=root,
        deeds=deeds(annotated, tokens, keys),
        sides=_sides(annotated, tokens, keys),
        numbers=(*_figures(annotated, keys, figures), *_loose(annotated, tokens, keys, (timed, figures))),
        times=tuple(Moment(w.value, _timed(annotated, w, keys)) for w in when),
        names=tuple(
            Name(keys[t.i], t.lower, kinds.get(t.i, ""), _slot(annotated, t, keys))
            for t in tokens
            if t.pos == "PROPN" and keys[t.i] and t.i not in timed and not _titles(t.text)
        ),
    )


def _kinds(annotated: Annotated, tokens: Sequence[Token]) -> dict[int, str]:
    """Return the kind of thing that each word of a name names."""
    first, last = (tokens[0].start, tokens[-1].end) if tokens else (0, 0)
    named = (m for m in annotated.mentions if m.kind == "name" and first <= m.start and m.end <= last)
    return {t.i: m.type for m in named for t in annotated.tokens_within(m.start, m.end)}


def _titles(word: str) -> bool:
    return word.rstrip(".") in column("titles", "title")


def _slot(annotated: Annotated, token: Token, keys: Sequence[str]) -> Slot:
    """Return what a name hangs on: "the council of Tornby", "Tornby's council" and "the Tornby council" are one."""
    at = _top(annotated, token)
    head = annotated.tokens[at.head]
    if at.dep == "pobj" and head.dep == "agent":
        return AGENT, keys[head.head]
    if at.dep == "pobj":
        governor = annotated.tokens[head.head]
        return (PART if governor.pos in {"NOUN", "PROPN"} else head.lower), keys[governor.i]
    return ROLES.get(at.dep, PART), keys[head.i]


def _top(annotated: Annotated, token: Token) -> Token:
    """Return the head of a name: from its first words, a second name, an apposition, to what they belong to."""
    at = token
    while at.dep == "appos" or (at.dep in {"compound", "conj"} and annotated.tokens[at.head].pos == "PROPN"):
        at = annotated.tokens[at.head]
    return at


def _timed(annotated: Annotated, when: Timex, keys: Sequence[str]) -> str:
    """Return the word that a time is the time of: the first with a meaning above it, outside its own words."""
    inside = {t.i for t in annotated.tokens_within(when.start, when.end)}
    at = next((t for t in map(annotated.tokens.__getitem__, sorted(inside)) if t.head not in inside), None)
    while at is not None and at.head != at.i:
        at = annotated.tokens[at.head]
        if at.i not in inside and at.pos in {"VERB", "NOUN", "PROPN"}:
            return keys[at.i]
    return ""


def _sides(annotated: Annotated, tokens: Sequence[Token], keys: Sequence[str]) -> tuple[Side, ...]:
    leading = (t for t in tokens if t.pos in {"ADP", "SCONJ"})
    return tuple(
        (t.lower, keys[i]) for t in leading for led in _led(annotated, t) for i in annotated.subtree(led.i) if keys[i]
    )


def _led(annotated: Annotated, token: Token) -> list[Token]:
    """Return what a preposition, or a word that opens a clause, leads to."""
    if token.dep == "mark":
        return [annotated.tokens[token.head]]
    return list(annotated.dependents(token.i, "pobj", "pcomp"))


def _figures(annotated: Annotated, keys: Sequence[str], figures: Sequence[Figure]) -> tuple[Number, ...]:
    return tuple(Number(f.low, f.high, f.unit or _counted(annotated, keys, f)) for f in figures)


def _counted(annotated: Annotated, keys: Sequence[str], figure: Figure) -> str:
    """Return the counted noun as it counts: "troops" and "soldiers" are one."""
    tokens = annotated.tokens_within(figure.start, figure.end)
    named = (keys[t.i] for t in tokens if figure.counted and figure.counted in {t.lemma.lower(), t.lower} and keys[t.i])
    return next(named, figure.counted or "")


def _loose(
    annotated: Annotated,
    tokens: Sequence[Token],
    keys: Sequence[str],
    taken: tuple[Collection[int], Sequence[Figure]],
) -> tuple[Number, ...]:
    """Return the numbers that are no figure and no time: ordinals, and digits of a result."""
    timed, figures = taken
    counted = {t.i for f in figures for t in annotated.tokens_within(f.start, f.end)}
    left = (t for t in tokens if t.i not in timed and t.i not in counted)
    return tuple(Number(n, n, _after(annotated, t, keys)) for t in left if (n := _number(t.lower)) is not None)


def _after(annotated: Annotated, token: Token, keys: Sequence[str]) -> str:
    head = annotated.tokens[token.head]
    return keys[head.i] if head.pos == "NOUN" else ""


def _number(word: str) -> float | None:
    ordinals = _ordinals()
    if word in ordinals:
        return ordinals[word]
    return float(word.replace(",", "")) if word.replace(",", "").isdecimal() else None


@cache
def _ordinals() -> dict[str, float]:
    return {row["word"]: float(row["value"]) for row in rows("time_numbers") if row["kind"] == "ordinal"}
