"""Whose word or view it is, told aside: "in the words of Varr", "in her view", "for many fishermen", "in a survey"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution.according import scope
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.sources import phrase
from variorum.lexicon import column, mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.page import Page
    from variorum.model import Act, Token

SHORT = 3
NAMED = 2
"""More words than "the poll": one that the sentence introduces, not one spoken of before."""
LEADS = frozenset({"in", "for", "per"})


def viewed(page: Page) -> Iterator[Finding]:
    """Yield the attributions by a phrase with a preposition that says whose word or view the rest is."""
    for token in page.tokens[:-2]:
        if token.lower not in LEADS or page.quoted(token.i) or token.pos not in {"ADP", "SCONJ"}:
            continue
        thing = next(page.annotated.dependents(token.i, "pobj"), None)
        found = _whose(page, token, thing) if thing is not None and thing.i > token.i else None
        if found is None or thing is None:
            continue
        kind, cue, source = found
        content = scope(page, token, cue, tuple(range(token.i, max(source[-1], cue[-1], thing.i) + 1)))
        if len(content) > SHORT:
            act: Act = "speech" if kind in {"words", "per"} else "thought"
            yield Finding(token.i, cue, source, (content,), act, f"phrase:{kind}")


def _whose(page: Page, token: Token, thing: Token) -> tuple[str, Run, Run] | None:
    """Return the kind of the phrase, its cue and its source."""
    kind = mapping("cue_phrases", "noun", "kind").get(thing.lemma.lower(), "")
    if token.lower == "in" and kind == "poll":
        source = phrase(page, thing)
        return (kind, (token.i,), source) if thing.tag == "NN" and len(source) > NAMED else None
    if token.lower == "in" and kind:
        return _owned(page, token, thing, kind)
    return _led(page, token, thing) if token.lower != "in" else None


def _owned(page: Page, token: Token, thing: Token, kind: str) -> tuple[str, Run, Run] | None:
    """Read "in her view" and "in the words of one resident"."""
    owner = next(page.annotated.dependents(thing.i, "poss"), None)
    others = page.annotated.dependents(thing.i, "amod", "compound", "conj")
    if kind == "words" and any(t.lower != "own" for t in others):
        return None
    if owner is not None:
        return kind, tuple(range(token.i, thing.i + 1)), phrase(page, owner)
    of = next((t for t in page.annotated.dependents(thing.i, "prep") if t.lower == "of"), None)
    owner = next(page.annotated.dependents(of.i, "pobj"), None) if of is not None else None
    if of is None or owner is None or thing.tag not in {"NNS", "NN"}:
        return None
    quoted = page.annotated.dependents(owner.i, "appos")
    source = phrase(page, owner, without=tuple(i for t in quoted for i in page.annotated.subtree(t.i)))
    return kind, tuple(range(token.i, of.i + 1)), source


def _led(page: Page, token: Token, thing: Token) -> tuple[str, Run, Run] | None:
    """Read "For Varr, …" and "Per the ministry, …" at a sentence's beginning."""
    source = phrase(page, thing)
    after = page.tokens[source[-1] + 1 : source[-1] + 2]
    if token.i != page.segment(token.i).first or not after or after[0].text != ",":
        return None
    person = (
        thing.entity in {"PERSON", "NORP"}
        or (thing.tag == "NNP" and not thing.entity)
        or thing.lemma.lower() in column("people_nouns", "noun")
    )
    if token.lower == "for" and not _judged(page, page.tokens[token.head]):
        return None
    if token.lower == "for":
        return ("for", (token.i,), source) if person or thing.lower in {"him", "her", "them"} else None
    return ("per", (token.i,), source) if person or thing.entity in {"ORG", "GPE"} or source[0] != thing.i else None


def _judged(page: Page, verb: Token) -> bool:
    """Tell "the repair is a waste", which somebody finds, from what merely touches somebody ("For Varr, it rained").

    Of all sentences that begin "For Varr, …" a third were annotated in training articles of PolNeAR.
    """
    return verb.lemma == "be" and any(page.annotated.dependents(verb.i, "attr", "acomp"))
