"""One article a line, as JSON Lines: what `variorum read` and `variorum extract` write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Article, Mention, Reading


def line(article: Article, reading: Reading | None = None, mentions: Sequence[Mention] = ()) -> str:
    """Return one line: the article, and with a reading its statements, figures, times, caveats and mentions.

    The keys are those of the account's JSON; a figure's bound that is whole is written as a whole number.
    """
    row: dict[str, object] = {"article": article}
    if reading is not None:
        row |= {"statements": reading.statements, "figures": [_whole(msgspec.to_builtins(f)) for f in reading.figures]}
        row |= {"times": reading.times, "caveats": reading.caveats, "mentions": mentions}
    return msgspec.json.encode(row).decode() + "\n"


def _whole(figure: dict[str, object]) -> dict[str, object]:
    return {k: int(v) if isinstance(v, float) and v.is_integer() else v for k, v in figure.items()}
