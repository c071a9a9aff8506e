"""Speech quoted by somebody: "state television quoted the general as saying", "was quoted by the paper as saying"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution.clauses import subject
from variorum.extract.attribution.sources import phrase

if TYPE_CHECKING:
    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.page import Page
    from variorum.model import Token

QUOTING = frozenset({"quote", "cite"})


def quoted_by(page: Page, saying: Token) -> tuple[Run, tuple[Run, ...]] | None:
    """Return the speaker and the relay of "quoted X as saying"; `None` where `saying` is not so used."""
    verb = page.tokens[saying.head]
    if verb.lower == "as":
        verb = page.tokens[verb.head]
    elif page.before(saying.i).lower() != "as":
        return None
    if verb.lemma.lower() not in QUOTING:
        return None
    thing = next(page.annotated.dependents(verb.i, "dobj"), None)
    if thing is not None:
        head = subject(page, verb)
        return phrase(page, thing, without=(verb.i, saying.i)), _one(page, head, (verb.i,))
    head = subject(page, verb)
    if head is None:
        return None
    return phrase(page, head, without=(verb.i,)), _one(page, _agent(page, verb, saying), (verb.i, saying.i))


def relays_of(page: Page, verb: Token) -> tuple[Run, ...]:
    """Return who quotes in "the general was quoted as saying by the paper"."""
    if verb.lemma.lower() not in QUOTING or verb.tag != "VBN":
        return ()
    return _one(page, _agent(page, verb, verb), (verb.i,))


def _agent(page: Page, verb: Token, saying: Token) -> Token | None:
    for below in (verb.i, saying.i, *page.annotated.subtree(verb.i)):
        for by in page.annotated.dependents(below, "agent", "prep"):
            if by.lower == "by" and not page.quoted(by.i):
                return next(page.annotated.dependents(by.i, "pobj"), None)
    return None


def _one(page: Page, head: Token | None, without: Run) -> tuple[Run, ...]:
    return (phrase(page, head, without=without),) if head is not None else ()
