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
        source = _fronted(page, token, _named(page, token.i + 2))
        content = scope(page, token, cue, source) if source else ()
        if content:
            head = _head(page, content)
            yield Finding(token.i, cue, source, (content,), "speech", "according-to", head)


def _fronted(page: Page, token: Token, source: Run) -> Run:
    """End a source at a sentence's beginning where its comma is: "According to a poll out Thursday, the mayor leads".

    Where the parse took the subject behind the comma for a part of the source, no other word can be the subject.
    """
    segment = page.segment(token.i)
    if not source or body_start(page, segment.first) != token.i:
        return source
    commas = [t.i for t in page.tokens[source[0] : segment.last] if t.text == "," and not page.quoted(t.i)]
    behind = page.tokens[source[-1] + 1 : commas[0]] if commas and commas[0] > source[-1] else ()
    if behind and not any(t.tag in FINITE or t.pos == "PUNCT" for t in behind):
        return (*source, *(t.i for t in behind))
    after = page.tokens[source[-1] + 1 : source[-1] + 2]
    if after and after[0].tag in FINITE:
        inside = [i for i in commas if i < source[-1]]
        return source[: inside[-1] - source[0]] if inside else source
    return source


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _head(page: Page, content: Run) -> int:
    """Return the verb heading the content, which may itself be a cue ("Ferro said …, according to the paper")."""
    inside = set(content)
    tops = (i for i in content if page.tokens[i].head == i or page.tokens[i].head not in inside)
    return next((i for i in tops if page.tokens[i].pos in {"VERB", "AUX"}), -1)


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


def scope(page: Page, token: Token, cue: Run, source: Run) -> Run:
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
        members = _round(page, before, list(range(source[-1] + 1, last)), clause)
    members = [i for i in members if i not in own]
    return trimmed(page, tuple(i for i in whole_quotes(page, filled(members, own), cue))) if members else ()


def _round(page: Page, before: list[int], tail: list[int], clause: Token) -> list[int]:
    """Return what stands round an insertion between commas; behind "and" or "but" only what follows it."""
    words = [page.tokens[i] for i in before if not page.tokens[i].text.isspace()]
    if not tail or page.tokens[tail[0]].text != "," or not words or words[-1].text != ",":
        return before
    if len(words) > 1 and words[-2].pos == "CCONJ":
        return tail
    goes_on = page.tokens[tail[1]].pos not in {"CCONJ", "SCONJ"} if len(tail) > 1 else False
    return [*before, *tail] if clause.i > words[-1].i or (goes_on and not _full(words)) else before


def _full(words: list[Token]) -> bool:
    """Tell whether a clause is complete before the insertion: its last word is no verb."""
    return words[-2].pos not in {"VERB", "AUX"} if len(words) > 1 else True


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
