"""Direct speech by its marks: "…," Ferro said · Ferro said: "…" · "…," she said, "…" · a quotation that goes on.

The parse is asked only for words outside the marks, because what stands between them is often no sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.clauses import verb_group
from variorum.extract.attribution.content import body_start, trimmed
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.quoting import relays_of
from variorum.extract.attribution.tag_before import FINITE, FRAGMENT, speaking, tag_before

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
        tag = tag_before(page, quote, start)
        if tag is not None:
            verb, source = tag
            more = _coordinated(page, quotes[done:])
            lead = _leading(page, start, source, verb, quote)
            end = _tail_end(page, more, segment) if lead else more.last
            run = (*lead, *range(quote.first, end))
            yield _found(page, verb, source, [run], "direct:before")
            done += 1 + quotes[done:].index(more)
            start = more.last
            continue
        done += 1


def _leading(page: Page, start: int, source: Run, verb: Token, quote: Quote) -> Run:
    """Return the words before a tag set off by commas: "The new pump, Ferro said, 'is a gift' to the town"."""
    first, at = body_start(page, start), min((*source, verb.i)) - 1
    if at <= first or page.tokens[at].text != "," or page.before(quote.first) != "," or verb.i != quote.first - 2:
        return ()
    lead, words = page.tokens[first:at], page.words_inside(quote)
    if not words or not words[0].text[:1].islower():
        return ()
    if any(lexis.takes(t, "quote") and t.tag in FINITE for t in lead if not page.quoted(t.i)):
        return ()
    return tuple(range(first, at)) if any(t.text.isalpha() for t in lead) else ()


def _tail_end(page: Page, quote: Quote, segment: Segment) -> int:
    """Return where the sentence's words behind a quotation within it end: "'is a gift' to the town"."""
    tail = page.tokens[quote.last : segment.last]
    plain = not any(page.quoted(t.i) or t.text in {",", ";", ":"} or t.tag in FINITE for t in tail)
    return trimmed(page, tuple(range(quote.first, segment.last)))[-1] + 1 if plain else quote.last


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
        if (not lexis.takes(token, "quote") and not _told_by_place(page, quote, token, told)) or token.tag == "VBG":
            told = told or (token.tag in FINITE and token.dep not in {"aux", "auxpass"} and not _relative(page, token))
            continue
        if _relative(page, token):
            continue
        source = speaking(page, token, quote.last, until)
        near = not told or (source and source[0] <= quote.last + 1 and page.tokens[token.i].dep == "ROOT")
        return (token, source) if source and near and (_opening(page, quote) or not _says_else(page, token)) else None
    return None


def _told_by_place(page: Page, quote: Quote, verb: Token, told: object) -> bool:
    """Tell whether a verb that is in no table is a tag by its place: first behind an opening `"…,"`, and all of it."""
    if told or verb.tag != "VBD" or verb.dep in {"aux", "auxpass"} or verb.lemma in {"be", "have", "do"}:
        return False
    if not _opening(page, quote) or _final(page, quote) != ",":
        return False
    own = {"dobj", "ccomp", "xcomp", "attr", "acomp", "oprd"}
    return not any(t.i > verb.i and not page.quoted(t.i) for t in page.annotated.dependents(verb.i, *own))


def _opening(page: Page, quote: Quote) -> bool:
    """Tell whether the quotation begins its sentence and ends in the mark of a tag to come."""
    return quote.first == page.segment(quote.first).first and _final(page, quote) in ",?!"


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
    after = page.tokens[quote.last].text if quote.last < len(page.tokens) else ""
    return _final(page, quote) in ",?!…—-–" or after in {",", "—", "–", "-", "--"}


def _final(page: Page, quote: Quote) -> str:
    """Return the last mark or letter inside, that of a quotation within included ("'… the Title,' ")."""
    start, end = quote.of.inner
    return page.text[start:end].rstrip(" \u00a0'’”\"")[-1:] or " "


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
    """Tell whether the verb stands in a clause within the tag; a head inside the marks is the parse's mistake."""
    at = token
    for _ in range(3):
        if page.quoted(page.tokens[at.head].i):
            return False
        if at.dep in {"relcl", "acl", "advcl"}:
            return True
        if at.dep not in {"conj", "ccomp", "xcomp", "aux"}:
            return False
        at = page.tokens[at.head]
    return False
