"""An article's text cut where something begins or ends, so that a page can mark it. The text itself stays whole."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.model import Article, Excerpt, Furniture, Span, Speaker, Statement
    from variorum.render.lookup import Lookup

_CONTEXT = 260
"""Code points shown around a statement where its paragraph is longer: two sentences of news on each side."""


class Marked(NamedTuple):
    """A stretch of text and what it is (a class of the style sheet); `name` is its anchor, `of` whose stretch it is."""

    start: int
    end: int
    kind: str
    name: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Text in which nothing begins or ends: its kinds, what begins and what ends here, and whose it is."""

    text: str
    kinds: tuple[str, ...]
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    of: tuple[str, ...] = ()


def paragraphs(text: str, marks: Sequence[Marked]) -> Iterator[list[Segment]]:
    """Yield the segments of each line of the text that is not blank."""
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip()
        if bare:
            yield segments(text, at, at + len(bare), marks)
        at += len(line)


def segments(text: str, start: int, end: int, marks: Sequence[Marked]) -> list[Segment]:
    """Cut `text` from `start` to `end` at the edges of the marks; empty marks are passed over."""
    inside = [m for m in marks if m.start < end and start < m.end and m.start < m.end]
    edges = {start, end, *(e for m in inside for e in (m.start, m.end) if start < e < end)}
    return [_segment(text, a, b, inside) for a, b in pairwise(sorted(edges))]


def _segment(text: str, start: int, end: int, marks: Sequence[Marked]) -> Segment:
    here = [m for m in marks if m.start <= start and end <= m.end]
    return Segment(
        text[start:end],
        tuple(dict.fromkeys(m.kind for m in here)),
        tuple(m.name for m in here if m.name and m.start == start),
        tuple(m.of for m in here if m.of and m.end == end),
        tuple(dict.fromkeys(m.of for m in here if m.of)),
    )


def of_article(article: Article, look: Lookup) -> list[Marked]:
    """Return all that is marked in one article, what stands for more text first."""
    account = look.account
    marks = [Marked(p.start, p.end, p.kind) for p in article.parts if p.kind != "body"]
    marks += [_furniture(f) for f in article.furniture]
    for statement in account.statements:
        if statement.article == article.id:
            marks += of_statement(statement)
    marks += [Marked(f.start, f.end, "figure", f.id) for f in account.figures if f.article == article.id]
    marks += [Marked(t.start, t.end, "time") for t in account.times if t.article == article.id]
    marks += [
        Marked(c.start, c.end, "caveat", f"{c.article}-{c.start}") for c in account.caveats if c.article == article.id
    ]
    return marks


def _furniture(furniture: Furniture) -> Marked:
    return Marked(furniture.start, furniture.end, "furniture")


def of_statement(statement: Statement) -> list[Marked]:
    """Return the marks of one statement: its content, who says it, who relays it, and the cue."""
    kind = "says" if statement.source or statement.cue else "tells"
    first, *rest = statement.content
    last = rest[-1] if rest else first
    marks = [_piece(first, kind, statement.id, statement.id if last is first else "")]
    marks += [_piece(piece, kind, "", statement.id if piece is last else "") for piece in rest]
    who: list[Speaker] = [s for s in (statement.source, *statement.via) if s]
    marks += [_piece(speaker, "who") for speaker in who]
    return marks + ([_piece(statement.cue, "cue")] if statement.cue else [])


def _piece(place: Span | Excerpt | Speaker, kind: str, name: str = "", of: str = "") -> Marked:
    return Marked(place.start, place.end, kind, name, of)


def in_context(article: Article, statement: Statement) -> list[Segment]:
    """Return a statement within its paragraph, or within the words around it where that is long."""
    marks = [m._replace(name="", of="") for m in of_statement(statement)]
    first, last = min(m.start for m in marks), max(m.end for m in marks)
    start = max(article.text.rfind("\n", 0, first) + 1, _word_edge(article.text, first - _CONTEXT))
    newline = article.text.find("\n", last)
    end = min(len(article.text) if newline < 0 else newline, last + _CONTEXT)
    return segments(article.text, start, max(end, last), marks)


def _word_edge(text: str, at: int) -> int:
    """Return the beginning of the first word after a place."""
    return 0 if at <= 0 else text.find(" ", at) + 1
