"""Walks over the parse: who is the subject of a verb, what belongs to a verb group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.lexicon import column

if TYPE_CHECKING:
    from variorum.extract.attribution.page import Page
    from variorum.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
CLIMBS = frozenset({"conj", "xcomp", "advcl", "acl", "pcomp", "prep", "ccomp", "dep", "parataxis"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
GROUP = frozenset({"aux", "auxpass", "neg", "prt"})


def subject(page: Page, verb: Token) -> Token | None:
    """Return the head of the subject of `verb`, its own or the one that its place in the sentence gives it.

    A participle behind a noun has that noun ("a sign saying"), unless somebody issues it ("put out a statement
    saying"); an infinitive behind a noun has the noun's owner or the subject that acts on it ("made an effort to").
    """
    at = verb
    for step in range(MAX_CLIMB):
        own = _nearest(page, at)
        if own is not None:
            return None if step and own.lower in EMPTY and _empty(page, own) else own
        up = page.tokens[at.head]
        if up.i == at.i:
            return None
        if up.pos in NOUNS and at.dep in {"acl", "prep", "relcl"}:
            found, climbs = _by_noun(page, at, up)
            if not climbs:
                return found
        elif at.dep not in CLIMBS and not (at.dep in HELD and at.pos in NOUNS):
            return None
        at = up
    return None


def _nearest(page: Page, verb: Token) -> Token | None:
    """Return the verb's own subject; of two the one next to it ("MACAU (AP) - Ferro said")."""
    found = list(page.annotated.dependents(verb.i, *SUBJECTS))
    before = [t for t in found if t.i < verb.i]
    return before[-1] if len(before) > 1 and before[-1].dep == "nsubj" else found[0] if found else None


def _by_noun(page: Page, at: Token, noun: Token) -> tuple[Token | None, bool]:
    """Return the subject that a noun gives what hangs on it, and whether to look further up instead."""
    if at.dep == "acl" and at.tag in {"VBG", "VBN", "VBD"}:
        return noun, _issued(page, noun) or (_after_comma(page, at) and noun.dep in HELD)
    owner = next(page.annotated.dependents(noun.i, "poss"), None)
    if owner is not None:
        return owner, False
    return (noun if at.dep == "acl" else None), noun.dep in HELD


def _issued(page: Page, noun: Token) -> bool:
    """Tell "put out a statement saying", "sent a letter to members saying", which the issuer says, from "got a letter".

    Also where the participle hangs on whoever it was sent to.
    """
    over = page.tokens[noun.head]
    if noun.dep == "pobj" and over.lower == "to":
        up = page.tokens[over.head]
        noun = next(page.annotated.dependents(up.i, "dobj"), up) if up.pos == "VERB" else up
        over = page.tokens[noun.head]
    spoken = noun.dep in {"dobj", "pobj"} and noun.lemma.lower() in column("channels", "medium")
    return spoken and over.lemma.lower() not in column("carrier_verbs", "gets")


def _empty(page: Page, own: Token) -> bool:
    """Tell "it is hard to say" from "it goes on to say"."""
    return own.dep == "expl" or page.tokens[own.head].lemma in {"be", "seem", "take", "make", "appear"}


def _after_comma(page: Page, verb: Token) -> bool:
    first = page.annotated.subtree(verb.i)[0]
    return page.before(first) == ","


MAX_CLIMB = 7
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
HELD = frozenset({"dobj", "attr", "pobj", "oprd"})
EMPTY = frozenset({"it", "there"})


def implied(page: Page, verb: Token, first: int) -> Token | None:
    """Return the nearest subject of a finite verb before `verb`, from the token `first` on, outside quotations."""
    for token in reversed(page.tokens[first : verb.i]):
        over = page.tokens[token.head]
        if (
            token.dep == "nsubj"
            and not page.quoted(token.i)
            and over.i < verb.i
            and token.lower not in EMPTY | RELATIVES
        ):
            return token
    return None


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
