"""Which claims a caveat speaks of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import column, rows
from variorum.relate.propositions.senses import senses
from variorum.text.passages import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Article, Caveat, Excerpt, Reading, Statement

DENIALS = frozenset({"denied", "rejected"})
SHARED = 2
"""Words that a caveat and a statement must have in common: one may be anything's."""
STEM, SHORT = 5, 3
"""Letters by which words are held together, and of words that say nothing."""


def about(
    caveat: Caveat, article: Article, reading: Reading, claims_of: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Return the claims that a caveat speaks of.

    They are the claims of the words inside the caveat; else of the statement of its report that has most of its words
    ("has not confirmed that the talks were off"), or in which somebody tells of whoever denies ("denies all charges");
    else, where it says nothing itself ("she denied it"), of the nearest statement before it in the same paragraph or
    the one before. Of the words inside a denial those of the one who denies come first: "denied on Sunday that it had
    X, hours after Y" denies X.
    """
    asserting = [s for s in reading.statements if s.id in claims_of]
    inside = [s for s in asserting if _overlaps(s, caveat.start, caveat.end)]
    inside = [s for s in inside if _speaks(s, caveat)] or inside
    own = inside or _in_its_words(caveat, asserting)
    tells_itself = any(_overlaps(s, caveat.start, caveat.end) for s in reading.statements)
    nearest = own if own or tells_itself else _before(caveat, article, asserting)
    return tuple(dict.fromkeys(claim for s in nearest for claim in claims_of.get(s.id, ())))


def _in_its_words(caveat: Caveat, asserting: Sequence[Statement]) -> list[Statement]:
    """Return the statement that shares most words with the caveat, the last before it of equals; none by chance."""
    wanted = _content(caveat.text) - _countries()
    denier = (
        _content(caveat.source.text.split(",")[0].split()[-1])
        if caveat.source and caveat.kind in DENIALS
        else frozenset[str]()
    )
    others = [s for s in asserting if not _speaks(s, caveat) and (s.source or not denier)]
    scored = [(len(wanted & _content(s.text)), s.end <= caveat.start, s.start, s) for s in others]
    most, _, _, best = max(scored, key=lambda row: row[:3], default=(0, False, 0, None))
    enough = most >= SHARED or bool(best and denier & _content(best.text))
    return [best] if best and enough else []


def _before(caveat: Caveat, article: Article, asserting: Sequence[Statement]) -> list[Statement]:
    return _same_paragraph(caveat, article, asserting) or [s for s in asserting if s.end <= caveat.start][-1:]


def _content(text: str) -> frozenset[str]:
    """Return the beginnings of the words that say something: "talks" and "talking" are one."""
    silent = column("topic_stopwords", "word")
    found = (word.text.removesuffix("'s") for word in words(text))
    return frozenset(senses().get(w, w)[:STEM] for w in found if len(w) > SHORT and w not in silent)


@cache
def _countries() -> frozenset[str]:
    """Return the beginnings of the names of countries and their people: two statements of one country share them."""
    names = (n for row in rows("countries") for key in ("name", "capital", "people") for n in row[key].split("|"))
    return frozenset(word for name in names if " " not in name for word in _content(name))


def touches(caveat: Caveat, statement: Statement, pieces: Sequence[Excerpt]) -> bool:
    """Tell whether a caveat on a statement speaks of these pieces of it.

    It speaks of the clauses in which it stands, else of those that share most words with it, else of all. Of "We did
    not cross the line, and whoever says so wants a war" the denial is of the crossing alone.
    """
    clauses = [p for p in statement.propositions if p.start < caveat.end and caveat.start < p.end]
    clauses = clauses or _likest(caveat, statement)
    return not clauses or any(p.start < piece.end and piece.start < p.end for p in clauses for piece in pieces)


def _likest(caveat: Caveat, statement: Statement) -> list[Excerpt]:
    wanted = _content(caveat.text)
    shared = [len(wanted & _content(p.text)) for p in statement.propositions]
    most = max(shared, default=0)
    return [p for p, n in zip(statement.propositions, shared, strict=True) if n == most > 0]


def _speaks(statement: Statement, caveat: Caveat) -> bool:
    own, speaker = statement.source, caveat.source
    return own is not None and speaker is not None and (own.start, own.end) == (speaker.start, speaker.end)


def _overlaps(statement: Statement, start: int, end: int) -> bool:
    return any(piece.start < end and start < piece.end for piece in statement.content)


def _same_paragraph(caveat: Caveat, article: Article, asserting: Sequence[Statement]) -> list[Statement]:
    part = next((p for p in article.parts if p.start <= caveat.start < p.end), None)
    if part is None:
        return []
    before = [s for s in asserting if part.start <= s.start and s.end <= caveat.start]
    return before[-1:]
