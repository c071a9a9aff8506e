"""The tables of cues, as questions that the rules ask."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.lexicon import rows

if TYPE_CHECKING:
    from variorum.model import Act, Token


class Cue(NamedTuple):
    """What a table says of a cue: its class, act, polarity and the frames in which it gives an attribution."""

    kind: str
    act: Act
    polarity: str
    frames: frozenset[str]


@cache
def verbs() -> dict[str, Cue]:
    """Return the reporting verbs by lemma."""
    return {
        row["verb"]: Cue(row["class"], _act(row["act"]), row["polarity"], frozenset(row["frames"].split()))
        for row in rows("reporting_verbs")
    }


@cache
def nouns() -> dict[str, Cue]:
    """Return the nouns of speech and thought by lemma."""
    return {
        row["noun"]: Cue("noun", _act(row["act"]), "assert", frozenset(row["frames"].split()))
        for row in rows("cue_nouns")
    }


@cache
def adjectives() -> dict[str, Cue]:
    """Return the adjectives of thought by lemma."""
    return {
        row["adjective"]: Cue("adjective", "thought", "assert", frozenset(row["frames"].split()))
        for row in rows("cue_adjectives")
    }


def _act(word: str) -> Act:
    return "speech" if word == "speech" else "thought"


MISREAD = {
    "said": "say", "says": "say", "hop": "hope", "hat": "hate", "taut": "tout", "tape": "tap",
}  # fmt: skip


def lemma(token: Token) -> str:
    """Return the lemma of a verb, mended where the engine's rules miss ("hop" for "hoped", "texte" for "texted")."""
    given = token.lemma.lower()
    word = MISREAD.get(given, given)
    return word[:-1] if word.endswith("e") and word not in verbs() and word[:-1] in verbs() else word


def verb(token: Token) -> Cue | None:
    """Return what the table says of a verb."""
    return verbs().get(lemma(token)) if token.pos == "VERB" or token.lower in {"said", "says"} else None


ALIKE = frozenset({"read"})
"""Verbs whose past looks like a noun, which the engine takes them for: "a sign read"."""


def takes(token: Token, frame: str) -> bool:
    """Tell whether `token` is a reporting verb that takes `frame`."""
    cue = verb(token) or (verbs().get(token.lower) if frame == "quote" and token.lower in ALIKE else None)
    return cue is not None and frame in cue.frames
