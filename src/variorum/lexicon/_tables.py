"""The loader of the tables."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Return the entries of the table `name` in file order; an empty cell is `""`.

    Raises `FileNotFoundError` for a table that does not exist and `ValueError` for a line with too many cells.
    """
    text = (files("variorum.lexicon") / "data" / f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    head = lines[0].split("\t")
    return tuple(_row(name, head, line) for line in lines[1:])


def _row(name: str, head: list[str], line: str) -> Row:
    cells = line.split("\t")
    if len(cells) > len(head):
        msg = f"lexicon table {name}: {len(cells)} cells for {len(head)} columns in {line!r}"
        raise ValueError(msg)
    cells += [""] * (len(head) - len(cells))
    return dict(zip(head, cells, strict=True))


@cache
def column(name: str, key: str) -> frozenset[str]:
    """Return the set of the non-empty cells in one column of a table."""
    return frozenset(row[key] for row in rows(name) if row[key])


@cache
def mapping(name: str, key: str, value: str) -> Mapping[str, str]:
    """Return one column of a table as a mapping to another; the first entry of a key wins."""
    table: dict[str, str] = {}
    for row in rows(name):
        table.setdefault(row[key], row[value])
    return table
