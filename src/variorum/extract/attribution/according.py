"""Attribution without a verb: "according to the mayor", "reportedly"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution.content import body_start, filled, trimmed, whole_quotes
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.sources import phrase
from variorum.lexicon import mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.page import Page
    from variorum.model import Token


def according(page: Page) -> Iterator[Finding]:
    """Yield the attributions by "according to X"."""
    for token in page.tokens[:-2]:
        if token.lower != "according" or page.tokens[token.i + 1].lower != "to" or page.quoted(token.i):
            continue
        cue = (token.i, token.i + 1)
        source = _named(page, token.i + 2)
        content = _scope(page, token, cue, source) if source else ()
        if content:
            head = _head(page, content)
            yield Finding(token.i, cue, source, (content,), "speech", "according-to", head)


def _head(page: Page, content: Run) -> int:
    """Return the verb heading the content, which may itself be a cue ("Ferro said …, according to the paper")."""
    inside = set(content)
    tops = (i for i in content if page.tokens[i].head == i or page.tokens[i].head not in inside)
    return next((i for i in tops if page.tokens[i].pos in {"VERB", "AUX"}), -1)


def viewed(page: Page) -> Iterator[Finding]:
    """Yield the attributions by a phrase: "in a survey", "in her view", "for many fishermen, …"."""
    table = mapping("cue_phrases", "noun", "kind")
    for token in page.tokens[:-2]:
        if token.lower not in {"in", "for"} or page.quoted(token.i) or token.pos not in {"ADP", "SCONJ"}:
            continue
        thing = next(iter(page.annotated.dependents(token.i, "pobj")), None)
        if thing is None or thing.i < token.i:
            continue
        kind = table.get(thing.lemma.lower(), "")
        if token.lower == "in" and kind == "poll":
            source = phrase(page, thing) if thing.tag == "NN" and len(phrase(page, thing)) > NAMED else ()
        elif token.lower == "in" and kind == "view":
            owner = next(iter(page.annotated.dependents(thing.i, "poss")), None)
            source = phrase(page, owner) if owner is not None else ()
        else:
            source = ()
        if not source:
            continue
        cue = (token.i,) if kind == "poll" else tuple(range(token.i, thing.i + 1))
        content = _scope(page, token, cue, tuple(range(source[0], max(source[-1], thing.i) + 1)))
        if len(content) > SHORT:
            yield Finding(token.i, cue, source, (content,), "thought", f"phrase:{kind}")


SHORT = 3
NAMED = 2
"""More words than "the poll": one that the sentence introduces, not one spoken of before."""


def _named(page: Page, first: int) -> Run:
    """Return the noun phrase that begins at `first`."""
    segment = page.segment(first)
    for token in page.tokens[first : segment.last]:
        if token.pos in {"NOUN", "PROPN", "PRON"}:
            head = token
            while head.head > head.i and head.dep in {"compound", "poss", "nmod", "amod", "nummod"}:
                head = page.tokens[head.head]
            while (
                page.tokens[head.head].i >= first and head.head != head.i and head.dep in {"compound", "poss", "nmod"}
            ):
                head = page.tokens[head.head]
            run = [i for i in phrase(page, head) if i >= first]
            return tuple(run)
        if token.pos in {"VERB", "PUNCT"} and token.dep != "amod":
            return ()
    return ()


def _scope(page: Page, token: Token, cue: Run, source: Run) -> Run:
    """Return what the phrase speaks of: the sentence, or the clause that it stands in."""
    segment = page.segment(token.i)
    first, last = body_start(page, segment.first), segment.last
    own = set(range(token.i, source[-1] + 1))
    before = list(range(first, token.i))
    if not [i for i in before if page.tokens[i].pos not in {"PUNCT", "CCONJ", "ADV", "SCONJ"}]:
        return trimmed(page, whole_quotes(page, range(source[-1] + 1, last), cue))
    clause = token
    while clause.head != clause.i and not (
        clause.pos in {"VERB", "AUX"} and clause.dep in SCOPES and clause.i != token.i
    ):
        clause = page.tokens[clause.head]
    if clause.dep in {"relcl", "advcl"} and clause.i < token.i:
        members = [i for i in page.annotated.subtree(clause.i) if first <= i < last and i not in own]
    else:
        members = before
        tail = list(range(source[-1] + 1, last))
        if tail and page.tokens[tail[0]].text == "," and page.before(token.i) == "," and clause.i > token.i:
            members = [*members, *tail]
    members = [i for i in members if i not in own]
    return trimmed(page, tuple(i for i in whole_quotes(page, filled(members, own), cue))) if members else ()


SCOPES = frozenset({"ROOT", "ccomp", "relcl", "advcl", "conj", "parataxis"})


def adverbial(page: Page) -> Iterator[Finding]:
    """Yield the attributions to nobody by an adverb: "reportedly", "allegedly"."""
    table = mapping("cue_adverbs", "adverb", "act")
    for token in page.tokens:
        if token.lower not in table or page.quoted(token.i):
            continue
        verb = page.tokens[token.head]
        if verb.pos not in {"VERB", "AUX", "ADJ"}:
            continue
        run = [i for i in page.annotated.subtree(verb.i) if i != token.i]
        content = trimmed(page, whole_quotes(page, filled(run, (token.i,)), (token.i,)))
        if content:
            yield Finding(token.i, (token.i,), (), (content,), "thought", "adverb")
