"""The account for a terminal: claims by weight, each with its counts, its badge and one quoted line an outlet.

Everything is told in words and signs; colour only repeats it. It is laid out for 80 columns.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.render.lookup import Lookup
from variorum.render.plain import clipped, line, visible
from variorum.render.sections import Block, Pair, blocks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.model import Account

_LABEL = 20
"""Columns for the name of an outlet: "The Philadelphia Inquirer" folds, most names do not."""
_QUOTE = 240
"""Code points of one quoted line: five lines beside the label."""
_ROWS = 8
"""Rows shown of a list that may be cut; what is cut is counted and named. The page and the JSON have all."""

_STYLES = {
    "title": "bold",
    "heading": "bold underline",
    "contested": "bold red",
    "corroborated": "bold green",
    "echoed": "bold yellow",
    "unattributed": "bold cyan",
    "single": "bold",
    "label": "bold",
    "dim": "dim",
    "warning": "red",
}
_SPACED = {"heading", "contested", "corroborated", "echoed", "unattributed", "single"}
"""What has an empty line above it."""


def to_text(account: Account, *, width: int = 80, colour: bool = False) -> str:
    """Return the account as lines of at most `width` columns, with ANSI colours if wanted."""
    return drawn(blocks(Lookup(account)), width=width, colour=colour)


def drawn(found: Iterable[Block], *, width: int = 80, colour: bool = False) -> str:
    """Return blocks as lines of at most `width` columns, with ANSI colours if wanted."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for block in found:
        console.print(Padding(_drawn(block, width), (int(block.style in _SPACED), 0, 0, block.indent)))
    return "".join(row.rstrip() + "\n" for row in out.getvalue().split("\n")[:-1])


def _drawn(block: Block, width: int) -> RenderableType:
    head = [_head(block)] if block.text else []
    return Group(*head, _grid(block, width)) if block.rows else Group(*head)


def _head(block: Block) -> Text:
    stressed, tab, rest = block.text.partition("\t")
    text = Text(clipped(stressed, _QUOTE), _STYLES.get(block.style, ""), overflow="fold")
    return text.append("  " + visible(rest), "not bold not underline default") if tab else text


def _grid(block: Block, width: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=min(_LABEL, width // 4), overflow="fold")
    grid.add_column(overflow="fold")
    shown = block.rows[:_ROWS] if block.fold else block.rows
    for row in shown:
        grid.add_row(Text(line(row.label), "bold", overflow="fold"), _said(row))
    if left := block.rows[len(shown) :]:
        grid.add_row(f"and {len(left)} more", clipped("; ".join(dict.fromkeys(row.label for row in left)), _QUOTE))
    return grid


def _said(row: Pair) -> Text:
    said = Text(_words(row), overflow="fold")
    return said.append(f" {line(row.remark)}", "dim") if row.remark else said


def _words(row: Pair) -> str:
    words = clipped(row.text, _QUOTE)
    return row.brief or (f"“{words}”" if row.place else words)
