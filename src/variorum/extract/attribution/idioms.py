"""Light verbs that tell of an attitude only with their noun and preposition: "took aim at", "cast doubt on"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from variorum.extract.attribution.clauses import subject, verb_group
from variorum.extract.attribution.content import trimmed, whole_quotes
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.sources import phrase
from variorum.lexicon import column, rows

if TYPE_CHECKING:
    from variorum.extract.attribution.page import Page
    from variorum.model import Token

REACH = 3
"""Words between the noun and its preposition at most: "took direct aim on Monday at"."""


@cache
def _table() -> dict[str, dict[str, frozenset[str]]]:
    """Return the prepositions of each noun of each verb."""
    table: dict[str, dict[str, frozenset[str]]] = {}
    for row in rows("cue_idioms"):
        table.setdefault(row["verb"], {})[row["noun"]] = frozenset(row["preps"].split())
    return table


def idiom_cue(page: Page, verb: Token) -> Finding | None:
    """Return the attribution that a light verb makes with its noun: "Orn cast doubt on [the figures]"."""
    nouns = _table().get(verb.lemma.lower())
    if nouns is None:
        return None
    for noun in page.annotated.dependents(verb.i, "dobj"):
        preps = nouns.get(noun.lemma.lower())
        prep = _led(page, verb, noun, preps) if preps and noun.i > verb.i else None
        if prep is not None:
            return _finding(page, verb, prep)
    return None


def _speaks(verb: Token, head: Token) -> bool:
    """Tell who has the doubt: who raises it himself has it; an event only gives rise to it."""
    if verb.lemma.lower() not in column("cause_verbs", "verb"):
        return True
    known = head.entity in {"PERSON", "NORP"} or (head.tag == "NNP" and not head.entity)
    return known or head.lower in {"he", "she", "they", "who", "we", "i"}


def _led(page: Page, verb: Token, noun: Token, preps: frozenset[str]) -> Token | None:
    below = (*page.annotated.dependents(noun.i, "prep"), *page.annotated.dependents(verb.i, "prep"))
    return next((p for p in below if p.lower in preps and 0 < p.i - noun.i <= REACH), None)


def _finding(page: Page, verb: Token, prep: Token) -> Finding | None:
    thing = next(page.annotated.dependents(prep.i, "pobj", "pcomp"), None)
    head = subject(page, verb)
    if thing is None or head is None or page.quoted(head.i) or not _speaks(verb, head):
        return None
    group = verb_group(page, verb)
    cue = tuple(range(group[0], prep.i + 1))
    run = trimmed(page, whole_quotes(page, [i for i in page.annotated.subtree(thing.i) if i > prep.i], cue))
    source = phrase(page, head, without=(*cue, *run))
    return Finding(verb.i, cue, source, (run,), "thought", "verb:idiom", thing.i)
