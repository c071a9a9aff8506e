"""What is said to be done: by whom, to whom, whether it was, and whether it was done, lies ahead or is only possible.

Polarity is followed through negative words and the verbs that govern a clause (Karttunen 1971, Implicative Verbs), mood
through auxiliaries and such verbs (Saurí and Pustejovsky 2009, FactBank).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.lexicon import mapping, rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from variorum.model import Annotated, Token

GOVERNED = frozenset({"xcomp", "ccomp", "pcomp", "acl"})
SUBJECTS, PASSIVE = frozenset({"nsubj", "csubj"}), frozenset({"nsubjpass", "csubjpass"})
PREDICATES = frozenset({"acomp", "attr", "oprd"})
CLAUSES = frozenset({"ccomp", "advcl", "conj", "relcl", "parataxis"})
PAST = frozenset({"have", "has", "had", "was", "were", "'ve", "’ve"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})

_DEMONYM = re.compile(r"(?<=\w{4})(?:ians?|ans?|is?|ese|ish|ia|a)$")


class Deed(NamedTuple):
    """One deed or state: its word as it counts, whether it is affirmed, its mood (`""` untold), and who is in it."""

    word: str
    affirmed: bool
    mood: str
    agents: frozenset[str]
    others: frozenset[str]


def deeds(annotated: Annotated, tokens: Sequence[Token], keys: Sequence[str]) -> tuple[Deed, ...]:
    """Return the deeds of the tokens of one proposition, in reading order; `keys` are the words as they count."""
    inside = frozenset(t.i for t in tokens)
    return tuple(_deed(annotated, t, keys, inside) for t in tokens if _tells(annotated, t))


def _tells(annotated: Annotated, token: Token) -> bool:
    """Take verbs, adjectives that stand for a state, and what a copula says of somebody."""
    if token.pos in {"VERB", "ADJ"}:
        return True
    return token.dep in PREDICATES and annotated.tokens[token.head].lemma in {"be", "become", "remain"}


def _deed(annotated: Annotated, token: Token, keys: Sequence[str], inside: frozenset[int]) -> Deed:
    verb = annotated.tokens[token.head] if token.dep in PREDICATES and token.pos != "VERB" else token
    acting = {i for t in _acting(annotated, verb) for i in annotated.subtree(t.i) if i != token.i} & inside
    whole = set(_phrase(annotated, verb)) & inside - {token.i, verb.i}
    if mapping("verb_roles", "lemma", "role").get(verb.lemma.lower()) == "undergoes":
        acting, whole = set(), whole | acting
    agents, others = (_words(annotated, some, keys) for some in (acting, whole - acting))
    word = keys[token.i] or token.lemma.lower()
    return Deed(word, affirmed(annotated, verb), mood(annotated, verb), agents, others)


def _words(annotated: Annotated, some: Collection[int], keys: Sequence[str]) -> frozenset[str]:
    """Return the words as they count; those of names as they stand, too: a name may be known in one report alone."""
    found = [annotated.tokens[i] for i in some if annotated.tokens[i].pos != "PRON" and keys[i]]
    return frozenset(keys[t.i] for t in found) | {_stem(t.lower) for t in found if t.text[0].isupper()}


def _stem(form: str) -> str:
    """Return a name without the ending that makes it those who live there: "Ruvania", "Ruvanian"."""
    return _DEMONYM.sub("", form)


def _phrase(annotated: Annotated, verb: Token) -> Iterator[int]:
    """Yield the words that hang on a verb, without other clauses."""
    todo = [verb.i]
    while todo:
        at = todo.pop()
        yield at
        todo += [c for c in annotated.children[at] if annotated.tokens[c].dep not in CLAUSES]


def _acting(annotated: Annotated, verb: Token) -> list[Token]:
    """Return the heads of who does it: the subject, "by" whom, the subject of the verb that governs or leads on."""
    by = [t for agent in annotated.dependents(verb.i, "agent") for t in annotated.dependents(agent.i, "pobj")]
    if by or any(True for _ in annotated.dependents(verb.i, *PASSIVE)):
        return by
    own = list(annotated.dependents(verb.i, *SUBJECTS))
    if own:
        return [annotated.tokens[verb.head] if t.tag in RELATIVE and verb.dep == "relcl" else t for t in own]
    governing = annotated.tokens[verb.head]
    if governing.i == verb.i or verb.dep not in {"xcomp", "conj"}:
        return []
    told = list(annotated.dependents(governing.i, "dobj", *PASSIVE)) if verb.dep == "xcomp" else []
    return told or _acting(annotated, governing)


def affirmed(annotated: Annotated, verb: Token) -> bool:
    """Tell whether a verb's deed is said to be so: each negative word beside it or above it turns it round."""
    beside = sum(negates(annotated, t) for t in annotated.dependents(verb.i))
    above = sum(_governor_negates(annotated, one, inner) for inner, one in _governors(annotated, verb))
    return (beside + above) % 2 == 0


def negates(annotated: Annotated, token: Token) -> bool:
    """Tell whether a word denies the verb on which it hangs: "not", "never", "no sign"."""
    negative = negators()
    if token.dep == "neg" or (token.lower in negative and token.dep != "mark"):
        return True
    acted = token.dep in {*SUBJECTS, *PASSIVE, "dobj", "attr", "pobj"}
    return acted and any(t.lower in {"no", "neither"} for t in annotated.dependents(token.i, "det", "neg"))


def _governor_negates(annotated: Annotated, governor: Token, inner: Token) -> bool:
    """Tell whether what governs a deed denies it: "refused to", "without", "did not agree to"; not "did not refuse"."""
    lemma = governor.lemma.lower()
    negative = lemma in _places("governor") or lemma == "without"
    denied = any(t.dep == "neg" or t.lower == "yet" for t in annotated.dependents(governor.i))
    return negative != (denied and inner.dep == "xcomp")


def mood(annotated: Annotated, verb: Token) -> str:
    """Return whether a deed is done, lies ahead, is possible, due, wanted, or hangs on a condition; `""` where untold.

    Present tenses, infinitives and gerunds under verbs that tell nothing of it are untold.
    """
    if _conditional(annotated, verb):
        return "conditional"
    beside = [_moods("aux").get(t.lower) for t in annotated.dependents(verb.i, "aux")]
    above = [_moods("governor").get(one.lemma.lower()) for _, one in _governors(annotated, verb)]
    return next((m for m in (*beside, *above) if m), "done" if _past(annotated, verb) else "")


def _past(annotated: Annotated, verb: Token) -> bool:
    beside = {t.lower for t in annotated.dependents(verb.i, "aux", "auxpass")}
    return verb.tag == "VBD" or (verb.tag in {"VBN", "VBG"} and bool(beside & PAST))


def _conditional(annotated: Annotated, verb: Token) -> bool:
    clauses = [verb, *annotated.dependents(verb.i, "advcl")]
    return any(t.lower in _moods("mark") for c in clauses for t in annotated.dependents(c.i, "mark"))


def _governors(annotated: Annotated, verb: Token) -> Iterator[tuple[Token, Token]]:
    """Yield what governs a verb, the nearest first, each with what it governs."""
    at = verb
    while at.dep in GOVERNED and at.head != at.i:
        above = annotated.tokens[at.head]
        yield at, above
        if above.dep == "prep":
            above = _verb_above(annotated, above)
            yield at, above
        at = above


def _verb_above(annotated: Annotated, token: Token) -> Token:
    """Climb from a preposition to the verb: "suspected by the police of", "suspect him of"."""
    at = annotated.tokens[token.head]
    while at.pos not in {"VERB", "AUX"} and at.head != at.i:
        at = annotated.tokens[at.head]
    return at


@cache
def negators() -> frozenset[str]:
    """Return the words that deny by standing beside."""
    return _places("word")


@cache
def _places(place: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("negators") if row["place"] == place)


@cache
def _moods(place: str) -> dict[str, str]:
    return {row["word"]: row["mood"] for row in rows("moods") if row["place"] == place}
