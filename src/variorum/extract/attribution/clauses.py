"""Walks over the parse: who is the subject of a verb, what belongs to a verb group."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.extract.attribution.page import Page
    from variorum.model import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
CLIMBS = frozenset({"conj", "xcomp", "advcl", "acl", "pcomp", "prep", "ccomp", "dep", "parataxis"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
GROUP = frozenset({"aux", "auxpass", "neg", "prt"})


def subject(page: Page, verb: Token) -> Token | None:
    """Return the head of the subject of `verb`, its own or the one that its place in the sentence gives it."""
    seen = 0
    at = verb
    while seen < MAX_CLIMB:
        own = next(page.annotated.dependents(at.i, *SUBJECTS), None)
        if own is not None and (seen or own.dep != "expl"):
            return own
        up = page.tokens[at.head]
        if at.dep == "acl" and up.pos in NOUNS:
            return up
        if at.dep not in CLIMBS or up.i == at.i:
            return None
        at, seen = up, seen + 1
    return None


MAX_CLIMB = 6
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def verb_group(page: Page, verb: Token) -> tuple[int, ...]:
    """Return the verb with its auxiliaries, negation, particle and the adverbs among them, as token indexes."""
    members = {verb.i}
    for child in page.annotated.dependents(verb.i, *GROUP):
        if abs(child.i - verb.i) <= REACH and not page.quoted(child.i):
            members.add(child.i)
    first, last = min(members), max(members)
    for child in page.annotated.dependents(verb.i, "advmod"):
        beside = first < child.i < last or child.i == first - 1
        if beside and child.pos == "ADV" and child.lower not in NOT_OF_GROUP and not page.annotated.children[child.i]:
            members.add(child.i)
    return tuple(range(min(members), max(members) + 1))


REACH = 5
NOT_OF_GROUP = frozenset({"when", "where", "why", "how", "as", "so"})
