"""Headlines: "Governor Says Bridge Will Hold". Their capitals mislead the parse, so the words' order alone is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.content import trimmed, whole_quotes
from variorum.extract.attribution.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from variorum.extract.attribution.page import Page
    from variorum.model import Token

SHARE = 0.7
"""A sentence is in headline case where so many of its longer words begin with a capital."""
LONG = 4
LONGEST_SOURCE = 7


def headlined(page: Page, used: Container[int]) -> Iterator[Finding]:
    """Yield the attribution of each sentence in headline case that the other rules found none in."""
    for segment in page.segments:
        words = page.tokens[segment.first : segment.last]
        if not _capitals(words) or any(t.i in used for t in words):
            continue
        found = headline(page, segment.first, segment.last)
        if found is not None:
            yield found


def _capitals(words: tuple[Token, ...]) -> bool:
    longer = [t for t in words if len(t.text) >= LONG and t.text.isalpha()]
    return len(longer) >= LONG and sum(t.text[0].isupper() for t in longer) >= SHARE * len(longer)


def headline(page: Page, first: int, last: int) -> Finding | None:
    """Return the attribution of a headline of the tokens `first` to `last`: who says, and all behind the verb."""
    for token in page.tokens[first + 1 : min(last - 1, first + LONGEST_SOURCE)]:
        if page.quoted(token.i) or token.text in {",", ":", "-", "–", "—"}:
            return None
        if not _reports(token):
            continue
        content = trimmed(page, whole_quotes(page, range(token.i + 1, last), (token.i,)))
        source = trimmed(page, tuple(range(first, token.i)))
        return Finding(token.i, (token.i,), source, (content,), "thought", "headline") if content and source else None
    return None


def _reports(token: Token) -> bool:
    """Tell whether the word is a reporting verb in the present ("Says", "Denies")."""
    word = token.lower
    if not word.endswith("s") or word.endswith("ss"):
        return False
    bases = (word[:-1], word[:-2], word[:-3] + "y")
    return any(b in lexis.verbs() and lexis.verbs()[b].frames & {"that", "bare", "np", "np+oprd", "to"} for b in bases)
