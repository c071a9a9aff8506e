"""What a rule found: an attribution as token indexes, before it becomes a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from variorum.model import Act

Run = tuple[int, ...]
"""Token indexes in reading order."""


class Finding(NamedTuple):
    """An attribution: the cue's tokens and its head `verb`, the source's tokens, the contents' tokens.

    `contents` has one run for each statement: a quotation that goes on after the cue is a second one. `head` is the
    token heading the content's clause, or -1; `via` are those who relay the source, `denies` is set where the cue
    denies its content.
    """

    verb: int
    cue: Run
    source: Run
    contents: tuple[Run, ...]
    act: Act
    rule: str
    head: int = -1
    via: tuple[Run, ...] = ()
    denies: bool = False
