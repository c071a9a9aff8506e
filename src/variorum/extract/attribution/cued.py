"""Indirect and mixed attribution: a verb, noun or adjective of the tables with its complement over the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.idioms import idiom_cue
from variorum.extract.attribution.nominal import adjective_cue, noun_cue
from variorum.extract.attribution.verbs import verb_cue

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from variorum.extract.attribution.finding import Finding
    from variorum.extract.attribution.page import Page
    from variorum.model import Token


def cued(page: Page, used: Container[int]) -> Iterator[Finding]:
    """Yield the attributions of cues outside quotation marks that are not in `used`."""
    done: set[int] = set()
    for token in page.tokens:
        if token.i in used or token.i in done or page.quoted(token.i):
            continue
        found = _found(page, token)
        if found is not None and found.contents[0]:
            done.update(found.cue)
            yield found


def _found(page: Page, token: Token) -> Finding | None:
    if token.pos in {"VERB", "AUX"} or token.lower in {"said", "says"}:
        cue = lexis.verb(token)
        return idiom_cue(page, token) or (verb_cue(page, token, cue) if cue else None)
    if token.pos == "NOUN":
        cue = lexis.nouns().get(token.lemma.lower())
        return noun_cue(page, token, cue) if cue else None
    if token.pos == "ADJ":
        cue = lexis.adjectives().get(token.lemma.lower())
        return adjective_cue(page, token, cue) if cue else None
    return None
