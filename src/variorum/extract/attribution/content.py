"""The exact words of a content: without cue, source, leading "that" and what the reporter adds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.extract.attribution.page import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.page import Page
    from variorum.model import Token

EDGE = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "...", "…", "?", "!"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
STRAY = frozenset({'"', "“", "”", "``", "''"})
"""Marks that open or close nothing."""
LINKS = frozenset({"and", "but", "or", "yet", "so", "that", "nor"})
ADDED = frozenset({"VBG"})
DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’&/-]+(?:[ ,]+(?:[A-Z][\w.'’-]+|of|de|el|al|\d{1,2}(?=[ ,])))*[ ,]*)?"
    r"(?:\([^()\n]{2,40}\))?\s*(?:—|–|--|-|―)+\s+"
)
PLACE_FIRST = re.compile(r"[A-Z]{4,}(?:[ -][A-Z]{3,})*\s+(?=(?:An?|The|At|In|On|[A-Z][a-z]+)\s)")


def body_start(page: Page, first: int) -> int:
    """Return the first token after a dateline ("LOM, Sarnia (AP) —") that the sentence begins with."""
    start = page.tokens[first].start
    part = page.annotated.article.parts[page.segment(first).part]
    if start != part.start:
        return first
    found = DATELINE.match(page.text, start, min(start + DATELINE_MAX, part.end))
    found = found if found and found.group().strip(" -–—―") else PLACE_FIRST.match(page.text, start, part.end)
    if not found:
        return first
    return next((t.i for t in page.tokens[first : first + 30] if t.start >= found.end()), first)


DATELINE_MAX = 80


def whole_quotes(page: Page, run: Iterable[int], cue: Run) -> Run:
    """Return the run filled up so that each quotation in it is whole, unless the cue stands in that quotation."""
    members = set(run)
    held = {page.quote_of[i] for i in cue}
    for number in {page.quote_of[i] for i in members} - {-1} - held:
        quote = page.quotes[number]
        members.update(range(quote.first, quote.last))
    return tuple(sorted(members - set(cue)))


def trimmed(page: Page, run: Run) -> Run:
    """Return the run without marks and links at its edges."""
    members = list(run)
    while members and _edge(page, page.tokens[members[0]]) and not _opens(page, members[0]):
        members.pop(0)
    while members and _tail(page, members[-1]):
        members.pop()
    return tuple(members)


def _tail(page: Page, i: int) -> bool:
    token = page.tokens[i]
    if page.quoted(i):
        return False
    return token.text in EDGE | STRAY or token.lower in LINKS - {"so", "that"} or token.text.isspace()


def _edge(page: Page, token: Token) -> bool:
    return not page.quoted(token.i) and (
        token.text in EDGE | STRAY
        or token.text.isspace()
        or (token.lower == "that" and (token.dep == "mark" or (token.tag == "IN" and token.dep == "dobj")))
        or (token.lower in LINKS and token.dep == "cc")
    )


def _opens(page: Page, i: int) -> bool:
    return page.tokens[i].text in MARKS and page.quoted(i)


def filled(run: Iterable[int], holes: Iterable[int] = ()) -> Run:
    """Return the run from its first to its last token, less `holes`."""
    members = sorted(run)
    return tuple(sorted(set(range(members[0], members[-1] + 1)) - set(holes))) if members else ()


def quoted_alone(page: Page, run: Run) -> Run:
    """End a content that begins with a whole quoted sentence where its marks end: "wrote 'We are here' on the wall"."""
    quote = page.quotes[page.quote_of[run[0]]] if page.quoted(run[0]) else None
    if quote is None or quote.first != run[0] or quote.last > run[-1]:
        return run
    spoken = [t for t in page.words_inside(quote) if t.tag in FINITE]
    rest = [page.tokens[i] for i in run if i >= quote.last]
    more = any(page.quoted(t.i) or t.tag in FINITE for t in rest)
    whole = bool(spoken) and page.words_inside(quote)[0].text[:1].isupper()
    return run if more or not whole else tuple(range(quote.first, quote.last))


def with_quoted(page: Page, run: Run) -> Run:
    """Return the content with the quotation that a colon joins to it: "said the town was ready: 'We waited.'"."""
    segment = page.segment(run[-1])
    rest = [t for t in page.tokens[run[-1] + 1 : segment.last] if not t.text.isspace()]
    if len(rest) < LED or rest[0].text != ":" or not page.quoted(rest[1].i):
        return run
    quote = page.quotes[page.quote_of[rest[1].i]]
    return tuple(range(run[0], quote.last)) if len(run) == run[-1] - run[0] + 1 else run


LED = 3
