"""Direct speech by its marks: "…," Ferro said · Ferro said: "…" · "…," she said, "…" · a quotation that goes on.

The parse is asked only for words outside the marks, because what stands between them is often no sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.clauses import subject, verb_group
from variorum.extract.attribution.content import body_start
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.quoting import relays_of
from variorum.extract.attribution.sources import beside, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.page import Page, Quote, Segment
    from variorum.model import Token

TAG_REACH = 45
"""A tag ("said Ferro, who …") may begin so many tokens from the mark."""


CLOSE = 4
"""Where no comma leads to it, a tag stands right behind the mark: "Ilse Varr tweeted"."""


def direct(page: Page) -> Iterator[Finding]:
    """Yield the attributions that quotation marks and a tag beside them show."""
    by_segment: dict[int, list[Quote]] = {}
    for quote in page.quotes:
        by_segment.setdefault(page.segment_of[quote.first], []).append(quote)
    for number, quotes in by_segment.items():
        yield from _in_segment(page, page.segments[number], quotes)


def _in_segment(page: Page, segment: Segment, quotes: list[Quote]) -> Iterator[Finding]:
    start, done = segment.first, 0
    while done < len(quotes):
        quote = quotes[done]
        until = quotes[done + 1].first if done + 1 < len(quotes) else segment.last
        tag = _tag_after(page, quote, until)
        if tag is not None:
            verb, source = tag
            contents = [_whole(page, start if done == 0 else quote.first, quote)]
            follow = _interrupted(page, verb, quotes[done + 1 :], segment)
            yield _found(page, verb, source, _pieced(page, contents, follow), "direct:after")
            done += 1 + len(follow)
            start = quotes[done - 1].last
            continue
        tag = _tag_before(page, quote, start)
        if tag is not None:
            verb, source = tag
            more = _coordinated(page, quotes[done:])
            yield _found(page, verb, source, [tuple(range(quote.first, more.last))], "direct:before")
            done += 1 + quotes[done:].index(more)
            start = more.last
            continue
        done += 1


def _pieced(page: Page, contents: list[Run], follow: list[Run]) -> list[Run]:
    """Join the halves of one interrupted sentence; two sentences, or two full clauses, are two statements."""
    if not follow or (_clause(page, contents[0]) and _clause(page, follow[0])):
        return [*contents, *follow]
    return [(*contents[0], *follow[0])]


def _clause(page: Page, run: Run) -> bool:
    return any(page.tokens[i].tag in FINITE for i in run)


def _found(page: Page, verb: Token, source: Run, contents: list[Run], rule: str) -> Finding:
    via = relays_of(page, verb)
    return Finding(verb.i, verb_group(page, verb), source, tuple(contents), "speech", rule, via=via)


def _whole(page: Page, start: int, quote: Quote) -> Run:
    """Return the quotation with the words that lead into it in the same sentence."""
    first = body_start(page, start)
    lead = [t for t in page.tokens[first : quote.first] if not page.quoted(t.i)]
    parted = quote.first > first and page.before(quote.first) in PARTING
    if parted or any(t.pos == "VERB" and t.tag in FINITE and lexis.takes(t, "quote") for t in lead):
        first = quote.first
    return tuple(range(first, quote.last))


PARTING = frozenset({":", "-", "–", "—", "--", "...", "…", ";", ")"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def _interrupted(page: Page, verb: Token, rest: list[Quote], segment: Segment) -> list[Run]:
    """Return the quotation after the tag in the same sentence that has no tag of its own."""
    if not rest:
        return []
    quote = rest[0]
    until = rest[1].first if len(rest) > 1 else segment.last
    gap = [t for t in page.tokens[verb.i + 1 : quote.first] if not page.quoted(t.i)]
    if any(lexis.takes(t, "quote") and t.pos == "VERB" for t in gap) or _tag_after(page, quote, until):
        return []
    if page.before(quote.first) not in {",", ":", ";", "–", "—", "-", "--", "."}:
        return []
    return [tuple(range(quote.first, quote.last))]


def _coordinated(page: Page, quotes: list[Quote]) -> Quote:
    """Return the last of the quotations joined by "and" or a comma alone: "said 'a' and 'b'"."""
    last = quotes[0]
    for quote in quotes[1:]:
        between = page.tokens[last.last : quote.first]
        if len(between) > LINKING or any(t.lower not in {"and", ",", "or", ";", "…", "..."} for t in between):
            break
        last = quote
    return last


LINKING = 2
"""Marks and words that join two quotations: a comma and \"and\"."""


def _tag_after(page: Page, quote: Quote, until: int) -> tuple[Token, Run] | None:
    """Find "Ferro said" or "said Ferro" behind a quotation that a comma, question or exclamation mark ends."""
    invites = _invites(page, quote)
    gap = page.tokens[quote.last : min(until, quote.last + (TAG_REACH if invites else CLOSE))]
    if not gap or not (invites or _unmarked(page, quote)) or _inserted(page, quote):
        return None
    told = False
    for n, token in enumerate(gap):
        if token.text in {".", ":", ";"} or (n and token.lower in {"that", "because"} and token.dep == "mark"):
            return None
        if not lexis.takes(token, "quote") or token.tag == "VBG":
            told = told or (token.tag in FINITE and token.dep not in {"aux", "auxpass"} and not _relative(page, token))
            continue
        if _relative(page, token):
            continue
        source = _speaker(page, token, quote.last, until)
        near = not told or (source and source[0] <= quote.last + 1 and page.tokens[token.i].dep == "ROOT")
        return (token, source) if source and near and (_opening(page, quote) or not _says_else(page, token)) else None
    return None


def _opening(page: Page, quote: Quote) -> bool:
    """Tell whether the quotation begins its sentence and ends in the mark of a tag to come."""
    return quote.first == page.segment(quote.first).first and page.text[: quote.of.inner[1]].rstrip()[-1:] in ",?!"


def _says_else(page: Page, verb: Token) -> bool:
    """Tell whether the verb has a content of its own behind it, so that the quotation is not what it says."""
    for child in page.annotated.dependents(verb.i, "ccomp", "dobj", "xcomp"):
        if child.i < verb.i or page.quoted(child.i):
            continue
        if child.dep == "dobj" and ("np" not in lexis.verbs()[lexis.lemma(verb)].frames or child.entity == "DATE"):
            continue
        if child.dep == "ccomp" and child.tag not in FINITE:
            continue
        return True
    return False


def _invites(page: Page, quote: Quote) -> bool:
    """Tell whether a tag may follow: the quotation ends in a mark that leaves the sentence open."""
    start, end = quote.of.inner
    final = page.text[start:end].rstrip()[-1:]
    after = page.tokens[quote.last].text if quote.last < len(page.tokens) else ""
    return final in ",?!…—-–" or after in {",", "—", "–", "-", "--"}


def _unmarked(page: Page, quote: Quote) -> bool:
    """Tell whether a quotation that is a sentence begins the line and its tag follows without a comma, as in posts."""
    words = page.words_inside(quote)
    return (
        quote.first == page.segment(quote.first).first
        and len(words) > FRAGMENT
        and words[0].text[:1].isupper()
        and any(t.tag in FINITE for t in words)
    )


def _inserted(page: Page, quote: Quote) -> bool:
    """Tell whether the quotation is a title or a term within the reporter's sentence ("the author of 'Tides,'")."""
    first = page.segment(quote.first).first
    words = page.words_inside(quote)
    return quote.first > first and len(words) <= TERM and not any(t.tag in FINITE for t in words)


TERM = 6
"""A quotation of so many words without a finite verb, inside a sentence, is a term or a title."""


def _relative(page: Page, token: Token) -> bool:
    at = token
    for _ in range(3):
        if at.dep in {"relcl", "acl", "advcl"}:
            return True
        if at.dep not in {"conj", "ccomp", "xcomp", "aux"}:
            return False
        at = page.tokens[at.head]
    return False


def _speaker(page: Page, verb: Token, first: int, last: int) -> Run:
    """Return the source of a tag among the tokens `first` to `last`."""
    head = subject(page, verb)
    if head is not None and first <= head.i < last and not page.quoted(head.i):
        return phrase(page, head, without=(verb.i,))
    return beside(page, verb, first, last)


def _tag_before(page: Page, quote: Quote, first: int) -> tuple[Token, Run] | None:
    """Find "Ferro said:", "Ferro said on Monday," or "Ferro said" right before a quotation."""
    at = quote.first - 1
    if at < first:
        return None
    mark = page.tokens[at].text
    if mark in {",", ":"}:
        at -= 1
    lead = [t for t in page.tokens[first : at + 1] if not page.quoted(t.i)]
    verb = _tag_verb(page, lead, mark, quote)
    if verb is None:
        return _led(page, quote, lead) if mark == ":" else None
    source = _speaker(page, verb, first, quote.first)
    if not source:
        head = subject(page, verb)
        source = phrase(page, head, without=(verb.i,)) if head is not None and not page.quoted(head.i) else ()
    return verb, source


def _tag_verb(page: Page, lead: list[Token], mark: str, quote: Quote) -> Token | None:
    for token in reversed(lead):
        if lexis.takes(token, "quote"):
            if mark not in {",", ":"}:
                return token if token is lead[-1] and _sentence_like(page, quote) else None
            return token
        if mark == ":" and token.pos in {"NOUN", "PROPN", "PRON", "ADP", "DET", "ADJ", "ADV", "NUM", "PUNCT"}:
            continue
        if token.tag in FINITE or (token.lower == "that" and token.dep == "mark"):
            return None
    return None


def _led(page: Page, quote: Quote, lead: list[Token]) -> tuple[Token, Run] | None:
    """Find who speaks before a colon without a verb of speech: "Ferro fired back:", "from the report:"."""
    if len(lead) < LED or not _sentence_like(page, quote):
        return None
    for verb in reversed(lead):
        if (
            verb.tag not in FINITE - {"MD"}
            or verb.dep in {"aux", "auxpass", "relcl"}
            or verb.lemma in {"be", "have", "include"}
        ):
            continue
        head = next(page.annotated.dependents(verb.i, "nsubj"), None)
        if head is not None and lead[0].i <= head.i < verb.i and _may_speak(head):
            return verb, phrase(page, head, without=(verb.i,))
        return None
    named = lead[-1].pos in {"NOUN", "PROPN"} and page.before(lead[-1].i) in {"the", "-", "–", "—", "--"}
    if not named or any(t.tag in FINITE for t in lead):
        return None
    return page.tokens[quote.first - 1], phrase(page, lead[-1])


LED = 2


def _may_speak(head: Token) -> bool:
    return head.entity in {"PERSON", "ORG", "NORP", "GPE"} or head.lower in {"he", "she", "they", "who"}


def _sentence_like(page: Page, quote: Quote) -> bool:
    words = page.words_inside(quote)
    return (
        bool(words)
        and (words[0].text[:1].isupper() or len(words) > FRAGMENT)
        and page.text[quote.of.inner[1] - 1] in ".,?!…"
    )


FRAGMENT = 6
