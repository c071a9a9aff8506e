"""Whether a time lies behind or ahead, by the verb that governs its words and the word before them.

The rules follow TimeML's practice of resolving a bare weekday by the tense of its event (Pustejovsky et al. 2003), as
HeidelTime and SUTime do, over the parse instead of a window of words.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from variorum.lexicon import rows

if TYPE_CHECKING:
    from variorum.model import Annotated, Token

Tense = Literal["past", "present", "future", "unknown"]
_VERBS = frozenset({"VERB", "AUX"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d"})
_BE_NOW = frozenset({"is", "are", "am", "'s", "'re", "'m", "’s", "’re", "’m"})
_FINITE_PAST = frozenset({"VBD"})


def tense(annotated: Annotated, first: int, last: int) -> Tense:
    """Return how the time in the tokens `first` to `last` (excluded) is told: as past, present or still to come."""
    verb = governing_verb(annotated, _head(annotated, first, last))
    before = annotated.tokens[first - 1].lower if first else ""
    if (cue := _cue("before", before)) is not None and not (verb is not None and _plainly_past(annotated, verb)):
        return cue
    while verb is not None:
        told = _told(annotated, verb)
        if told != "unknown":
            return told
        verb = governing_verb(annotated, verb.head) if verb.head != verb.i else None
    return "unknown"


def governing_verb(annotated: Annotated, i: int) -> Token | None:
    """Return the nearest verb at or above a token in the parse, `None` in a clause without one."""
    seen = 0
    token = annotated.tokens[i]
    while token.pos not in _VERBS and token.head != token.i and seen < len(annotated.tokens):
        token, seen = annotated.tokens[token.head], seen + 1
    return token if token.pos in _VERBS else None


def _head(annotated: Annotated, first: int, last: int) -> int:
    """Return the token of the phrase on which the others hang."""
    for i in range(first, last):
        if not first <= annotated.tokens[i].head < last:
            return i
    return first


def _plainly_past(annotated: Annotated, verb: Token) -> bool:
    return verb.tag in _FINITE_PAST and _cue("verb", verb.lemma) != "future" and not _auxiliaries(annotated, verb)


def _told(annotated: Annotated, verb: Token) -> Tense:
    helpers = _auxiliaries(annotated, verb)
    if any(word in _HAVE for word in helpers):
        return "future" if _awaits(verb, helpers) else "past"
    if any(_cue("aux", word) == "future" for word in helpers):
        return "future"
    if "to" in helpers:
        return _infinitive(annotated, verb)
    if helpers & _BE_NOW:
        return "future" if verb.tag in {"VBG", "VBN"} else "unknown"
    if verb.tag in {"VBD", "VBN"}:
        return "future" if _awaits(verb, helpers) else "past"
    return _present(annotated, verb) if verb.tag in {"VBZ", "VBP"} else "unknown"


def _awaits(verb: Token, helpers: frozenset[str]) -> bool:
    """Tell whether a participle speaks of what is still to come ("is scheduled", "has been postponed")."""
    passive = verb.tag == "VBN" and (not helpers or bool(helpers - _HAVE))
    return passive and _cue("verb", verb.lemma) == "future"


def _infinitive(annotated: Annotated, verb: Token) -> Tense:
    """Put an infinitive ahead of its verb where that plans ("agreed to meet"), else with it ("flew out to meet")."""
    above = governing_verb(annotated, verb.head) if verb.head != verb.i else None
    if above is not None and _cue("verb", above.lemma) == "past":
        return _told(annotated, above)
    if above is not None and _cue("verb", above.lemma) != "future" and _told(annotated, above) == "past":
        return "past"
    return "future"


def _present(annotated: Annotated, verb: Token) -> Tense:
    """Read the present tense as past in headlines and of "says", as planned elsewhere ("the talks start on Friday")."""
    headline = annotated.sentences[verb.sentence].kind in {"headline", "standfirst"}
    return "past" if headline or _cue("verb", verb.lemma) == "past" else "present"


def _auxiliaries(annotated: Annotated, verb: Token) -> frozenset[str]:
    return frozenset(token.lower for token in annotated.dependents(verb.i, "aux", "auxpass"))


def _cue(place: str, word: str) -> Tense | None:
    return _cues().get((place, word))


@cache
def _cues() -> dict[tuple[str, str], Tense]:
    found: dict[tuple[str, str], Tense] = {}
    for row in rows("time_tenses"):
        found.setdefault((row["place"], row["word"]), "future" if row["tense"] == "future" else "past")
    return found
