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

Tense = Literal["past", "present", "future", "either", "unknown"]
"""`either`: the time hangs on a noun ("Friday's ruling may help"), whose verb says little of it."""
_VERBS = frozenset({"VERB", "AUX"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d"})
_BE_NOW = frozenset({"is", "are", "am", "'s", "'re", "'m", "’s", "’re", "’m"})
_HIGHEST = 8
_NOMINAL = frozenset({"poss", "compound", "nmod", "npadvmod", "amod", "appos"})


def tense(annotated: Annotated, first: int, last: int) -> Tense:
    """Return how the time in the tokens `first` to `last` (excluded) is told: as past, present or still to come."""
    head = _head(annotated, first, last)
    if _since(annotated, head):
        return "past"
    told = _of_clause(annotated, head)
    before = [token.lower for token in annotated.tokens[max(0, first - 2) : first]]
    if (cue := _cue("before", " ".join(before)) or _cue("before", before[-1] if before else "")) is not None:
        return cue
    if before and told != "past" and (limit := _cue("limit", before[-1])) is not None:
        return limit
    hangs = told in {"future", "present"} and _on_noun(annotated, head)
    return "either" if hangs or (told == "present" and _after_noun(annotated, head)) else told


def _since(annotated: Annotated, head: int) -> bool:
    """Tell whether the time stands in what has gone on since: "the worst since the clashes in February"."""
    token, seen = annotated.tokens[head], 0
    while token.pos not in _VERBS and token.head != token.i and seen < _HIGHEST:
        token, seen = annotated.tokens[token.head], seen + 1
        if token.lower == "since" and token.i < head:
            return True
    return False


def _of_clause(annotated: Annotated, head: int) -> Tense:
    verb = governing_verb(annotated, head)
    while verb is not None:
        told = _told(annotated, verb)
        if told != "unknown":
            return told
        verb = governing_verb(annotated, verb.head) if verb.head != verb.i else None
    return "unknown"


def _on_noun(annotated: Annotated, head: int) -> bool:
    """Tell whether the time stands in a noun phrase without preposition ("Friday's ruling", "the debate Thursday")."""
    token = annotated.tokens[head]
    above = annotated.tokens[token.head]
    return token.dep in _NOMINAL and above.pos in {"NOUN", "PROPN"} and above.i != head


def _after_noun(annotated: Annotated, head: int) -> bool:
    """Tell whether a preposition joins the time to a noun ("his remarks on Wednesday seem to help")."""
    preposition = annotated.tokens[annotated.tokens[head].head]
    above = annotated.tokens[preposition.head]
    return preposition.dep == "prep" and above.pos in {"NOUN", "PROPN"}


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
    return passive and _cue("set", verb.lemma) == "future"


def _infinitive(annotated: Annotated, verb: Token) -> Tense:
    """Put an infinitive ahead of its verb where that plans ("agreed to meet"), else with it ("flew out to meet")."""
    above = governing_verb(annotated, verb.head) if verb.head != verb.i else None
    if above is not None and _cue("done", above.lemma) == "past":
        return _told(annotated, above)
    if above is not None and _cue("plan", above.lemma) != "future" and _told(annotated, above) == "past":
        return "past"
    return "future"


def _present(annotated: Annotated, verb: Token) -> Tense:
    """Read the present tense as past in headlines and of "says", as planned elsewhere ("the talks start on Friday")."""
    headline = annotated.sentences[verb.sentence].kind in {"headline", "standfirst"}
    return "past" if headline or _cue("report", verb.lemma) == "past" else "present"


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
