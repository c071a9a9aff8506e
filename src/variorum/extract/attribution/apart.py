"""Quotations whose speaker stands in a paragraph of its own: "— Oda Brenn" below, "Brenn said:" above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.clauses import FINITE, subject, verb_group
from variorum.extract.attribution.content import trimmed
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.sources import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.page import Page, Quote, Segment
    from variorum.model import Token

SIGNS = frozenset({"-", "–", "—", "--", "―", "~"})
CLOSING = frozenset({'"', "”"})
LONGEST_NAME = 14
"""Words of a line below a quotation that is a name with an office; a longer one is a sentence."""


def apart(page: Page, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the attributions of quotations that fill a paragraph to who is named below it or announced above it."""
    taken = {i for f in findings for run in f.contents for i in run}
    for quote in page.quotes:
        if quote.first in taken or not _fills(page, quote):
            continue
        run = tuple(range(quote.first, quote.last))
        found = _signed(page, quote, run) or _announced(page, quote, run)
        if found is not None:
            yield found


def _fills(page: Page, quote: Quote) -> bool:
    """Tell whether the quotation is all that its sentence and paragraph hold."""
    segment = page.segment(quote.first)
    rest = page.tokens[quote.last : segment.last]
    return quote.first == segment.first and not any(t.text.isalnum() for t in rest)


def _signed(page: Page, quote: Quote, run: Run) -> Finding | None:
    """Read "— Oda Brenn, mayor of Lom" below a quotation, or a name alone that the closing mark stands behind."""
    below = _below(page, quote)
    name = [t for t in below if t.text not in SIGNS and not t.text.isspace()]
    if not name or len(name) > LONGEST_NAME:
        return None
    within = quote.of.inner[1] == quote.of.end and name[-1].text in CLOSING
    name = name[:-1] if within else name
    if not (within or below[0].text in SIGNS):
        return None
    if not name or name[0].pos != "PROPN" or any(t.tag in FINITE or page.quoted(t.i) for t in name):
        return None
    source = trimmed(page, tuple(t.i for t in name))
    return Finding(below[0].i, (below[0].i,), source, (run,), "speech", "direct:signed")


def _below(page: Page, quote: Quote) -> tuple[Token, ...]:
    """Return the words below the quotation: the rest of its paragraph behind a dash, else the next paragraph."""
    segment, after = page.segment(quote.first), page.tokens[quote.last : quote.last + 1]
    if after and page.segment(after[0].i).part == segment.part:
        return tuple(
            t for t in page.tokens[quote.last : quote.last + LONGEST_NAME + 2] if _part(page, t) == segment.part
        )
    return tuple(
        t for t in page.tokens[quote.last : quote.last + LONGEST_NAME + 3] if _part(page, t) == segment.part + 1
    )


def _part(page: Page, token: Token) -> int:
    return page.segment(token.i).part


def _announced(page: Page, quote: Quote, run: Run) -> Finding | None:
    """Read "Brenn said:" as the end of the paragraph above a quotation."""
    above = _neighbour(page, quote.first, -1)
    words = [t for t in page.tokens[above.first : above.last] if not t.text.isspace()] if above is not None else []
    if not words or words[-1].text != ":":
        return None
    verb = next((t for t in reversed(words) if lexis.takes(t, "quote") and not page.quoted(t.i)), None)
    head = subject(page, verb) if verb is not None else None
    if verb is None or head is None or page.quoted(head.i):
        return None
    source = phrase(page, head, without=(verb.i,))
    return Finding(verb.i, verb_group(page, verb), source, (run,), "speech", "direct:announced")


def _neighbour(page: Page, i: int, step: int) -> Segment | None:
    """Return the sentence next to that of the token `i`, if it stands in the paragraph next to its own."""
    number = page.segment_of[i] + step
    if not 0 <= number < len(page.segments):
        return None
    found = page.segments[number]
    return found if found.part - page.segment(i).part == step else None
