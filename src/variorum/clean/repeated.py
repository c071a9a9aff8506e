"""Lines that one outlet prints with article after article: its own, whatever they say; told only by seeing several.

A paragraph counts once for the versions of one report, so that an agency's copy printed twice, or an update, marks
nothing. Sentences that an outlet repeats in its reports on one matter are the report's background: whole sentences are
marked only where articles on different matters have them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from variorum.clean.blocks import ended, folded
from variorum.model import Article, Furniture

if TYPE_CHECKING:
    from variorum.model import FurnitureKind, Part

_MATTERS = 3
"""Articles on different matters that must have a line: of 12,000 articles of ten outlets two on different matters share
a whole sentence by a writer's habit ("We do not know yet"), three only the outlet's own lines."""
_VERSION = 0.3
"""Two articles with this share of the shorter one's long paragraphs in common are versions of one report."""
_LONG = 60
_LONGEST = 400
_NAMES = 4
"""Names that two articles on one matter share; two on different matters of one outlet share its country and capital."""
_NAME = re.compile(r"(?<![.!?:“\"‘] )(?<!^)\b[A-Z][^\W\d_]{3,}", re.MULTILINE)
_REPORTED = re.compile(r"[\"“”@#]|https?:|\b(?:said|says|told|asked|wrote|added)\b")
"""Words of others (quotations, posts) are a report's, however often they are printed."""
_ITEM = re.compile(r"[-–—*•·▪●\d.)] ?\Z")


@dataclass(frozen=True, eq=False)
class _Sheet:
    """One article with its paragraphs by their letters."""

    article: Article

    @cached_property
    def lines(self) -> dict[str, Part]:
        """The paragraphs that may be the outlet's own."""
        found = ((folded(self.words(part)), part) for part in self.article.parts if part.kind in {"body", "standfirst"})
        return {key: part for key, part in found if key}

    def words(self, part: Part) -> str:
        return self.article.text[part.start : part.end]

    @cached_property
    def long(self) -> frozenset[str]:
        """The paragraphs by which versions of one report are known."""
        return frozenset(key for key in self.lines if len(key) >= _LONG)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that the report writes with a capital amid a sentence: what it is about."""
        return frozenset(word for part in self.lines.values() for word in _NAME.findall(self.words(part)))


def repeated(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return the articles, the lines that their outlets print again and again marked as furniture; texts do not change.

    Articles are compared with those of the same publisher. The result does not depend on their order, and copies or
    versions of one report count once.
    """
    marked: dict[str, frozenset[str]] = {}
    by_outlet = sorted((a for a in articles if a.publisher), key=_outlet)
    for _, group in groupby(by_outlet, key=_outlet):
        sheets = [_Sheet(article) for article in group]
        own = frozenset(_own(sheets)) if len(sheets) >= _MATTERS else frozenset()
        marked |= {sheet.article.id: own & sheet.lines.keys() for sheet in sheets}
    return tuple(_marked(article, marked.get(article.id, frozenset())) for article in articles)


def _outlet(article: Article) -> str:
    return folded(article.publisher.name) if article.publisher else ""


def _own(sheets: Sequence[_Sheet]) -> Iterator[str]:
    """Yield the lines that articles on so many different matters have."""
    counts = Counter(key for sheet in sheets for key in sheet.lines)
    for key, count in counts.items():
        holders = [sheet for sheet in sheets if key in sheet.lines] if count >= _MATTERS else []
        if holders and _may_be(holders[0], holders[0].lines[key]) and _matters(holders):
            yield key


def _may_be(sheet: _Sheet, part: Part) -> bool:
    """Tell whether a paragraph may be the outlet's own: not long, nobody's words, no entry of a list."""
    words = sheet.words(part)
    before = sheet.article.text[max(0, part.start - 3) : part.start].rpartition("\n")[2]
    return len(words) <= _LONGEST and _REPORTED.search(words) is None and _ITEM.search(before) is None


def _matters(sheets: Sequence[_Sheet]) -> bool:
    """Tell whether three of the articles are on different matters, taking them greedily, the richest in names first."""
    chosen: list[_Sheet] = []
    for sheet in sorted(sheets, key=lambda s: (-len(s.names), s.article.sha256)):
        if not any(_one_matter(sheet, other) for other in chosen):
            chosen.append(sheet)
        if len(chosen) >= _MATTERS:
            return True
    return False


def _one_matter(a: _Sheet, b: _Sheet) -> bool:
    shorter = min(len(a.long), len(b.long))
    return len(a.long & b.long) > _VERSION * shorter or len(a.names & b.names) >= _NAMES


def _marked(article: Article, own: frozenset[str]) -> Article:
    if not own:
        return article
    lines = _Sheet(article).lines
    taken = {lines[key] for key in own}
    furniture = [*article.furniture, *(_furniture(article, part) for part in taken)]
    parts = tuple(part for part in article.parts if part not in taken)
    return replace(article, parts=parts, furniture=tuple(sorted(furniture, key=lambda piece: piece.start)))


def _furniture(article: Article, part: Part) -> Furniture:
    words = article.text[part.start : part.end]
    kind: FurnitureKind = "about" if ended(words) else "navigation"
    return Furniture(part.start, part.end, words, kind)
