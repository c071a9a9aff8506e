"""A sentence as pieces: digits, words and marks, whatever the language engine glued together ("50mph", "£450m")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from variorum.model import Annotated, Sentence, Token

PieceKind = Literal["digits", "word", "mark"]

_PIECE = re.compile(
    r"""
    (?P<digits>
        \d{1,3}(?:[,\u00a0\u2009\u202f'’]\d{3})+(?:\.\d+)?(?!\d)   # 1,234,567.8 and the same with thin blanks
      | \d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)                      # 1.234.567,8
      | \d{1,3}\.\d{3},\d{1,2}(?!\d)                              # 1.234,50
      | \d+,\d{1,2}(?=\s?(?:%|percent|per\scent|million|billion|bn\b|€|euros?\b))   # 1,5 million
      | \d+\.\d+
      | (?<![\d\w])\.\d+                                           # .5
      | \d+[/⁄]\d+(?![/⁄]?\d)                                      # 1/16
      | \d*[½¼¾⅓⅔⅕⅛⅜⅝⅞]
      | \d+
    )
  | (?P<word>(?:[^\W\d_]\.){2,} | [^\W\d_]+(?:['’][^\W\d_]+)*)     # m.p.h., people's
  | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE,
)


class Piece(NamedTuple):
    """One piece and where it stands; `token` is the index of the token in which it begins."""

    kind: PieceKind
    text: str
    lower: str
    start: int
    end: int
    token: int


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence in pieces, with the annotated article behind it."""

    annotated: Annotated
    sentence: Sentence
    pieces: tuple[Piece, ...]

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self.pieces)

    def lower(self, at: int) -> str:
        """Return the piece in small letters; `""` outside the sentence."""
        return self.pieces[at].lower if 0 <= at < len(self.pieces) else ""

    def text(self, at: int) -> str:
        """Return the piece as written; `""` outside the sentence."""
        return self.pieces[at].text if 0 <= at < len(self.pieces) else ""

    def kind(self, at: int) -> str:
        """Return the kind of piece; `""` outside the sentence."""
        return self.pieces[at].kind if 0 <= at < len(self.pieces) else ""

    def glued(self, at: int) -> bool:
        """Tell whether nothing stands between this piece and the one before it."""
        return 0 < at < len(self.pieces) and self.pieces[at].start == self.pieces[at - 1].end

    def gap(self, at: int) -> str:
        """Return what stands between this piece and the one before it; `""` outside the sentence."""
        if not 0 < at < len(self.pieces):
            return ""
        return self.annotated.article.text[self.pieces[at - 1].end : self.pieces[at].start]

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """Return the pieces from `first` to before `last` in small letters."""
        return tuple(piece.lower for piece in self.pieces[max(0, first) : last])

    def token(self, at: int) -> Token:
        """Return the token in which the piece begins."""
        return self.annotated.tokens[self.pieces[at].token]

    def at_token(self, token: int) -> int:
        """Return the first piece that begins in or after a token."""
        return next((n for n, piece in enumerate(self.pieces) if piece.token >= token), len(self.pieces))

    def after(self, last: int) -> int:
        """Return the index of the first token that begins at or after the end of piece `last` - 1."""
        piece = self.pieces[last - 1]
        at = piece.token
        while at < self.sentence.last and self.annotated.tokens[at].start < piece.end:
            at += 1
        return at


def pieces(text: str) -> tuple[str, ...]:
    """Cut a table's entry as sentences are cut."""
    return tuple(found.group() for found in _PIECE.finditer(text))


def line(annotated: Annotated, sentence: Sentence) -> Line:
    """Cut one sentence into pieces."""
    tokens, at = annotated.tokens, sentence.first
    start, end = tokens[sentence.first].start, tokens[sentence.last - 1].end
    found: list[Piece] = []
    for match in _PIECE.finditer(annotated.article.text, start, end):
        while tokens[at].end <= match.start() and at + 1 < sentence.last:
            at += 1
        kind: PieceKind = match.lastgroup  # type: ignore[assignment]
        found.append(Piece(kind, match.group(), match.group().lower(), match.start(), match.end(), at))
    return Line(annotated, sentence, tuple(found))
