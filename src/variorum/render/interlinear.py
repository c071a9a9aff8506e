"""Two wordings of one utterance set one above the other, word under word, as an interlinear gloss.

The account keeps where a wording differs (`Wording.differs`), not what stands opposite: the words are laid side by
side here by the same longest matching blocks (Ratcliff and Metzener 1988) that found the differences.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from variorum.text.passages import Word, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Statement


class Column(NamedTuple):
    """Words of the fullest wording and those of the other that stand in their place; either may be empty."""

    full: str
    other: str
    same: bool


def columns(full: Statement, other: Statement, texts: tuple[str, str]) -> list[Column]:
    """Return the columns from left to right; `texts` are those of the two articles."""
    above, below = _words(full), _words(other)
    matcher = SequenceMatcher(None, [w.text for w in above], [w.text for w in below], autojunk=False)
    return [
        Column(_between(texts[0], above[a:b]), _between(texts[1], below[c:d]), tag == "equal")
        for tag, a, b, c, d in matcher.get_opcodes()
    ]


def _words(statement: Statement) -> list[Word]:
    return [
        Word(w.text, w.start + piece.start, w.end + piece.start)
        for piece in statement.content
        for w in words(piece.text)
    ]


def _between(text: str, run: Sequence[Word]) -> str:
    return text[run[0].start : run[-1].end] if run else ""
