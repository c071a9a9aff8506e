"""Linguistic and journalistic knowledge as tables, and their one loader.

A table is `data/NAME.tsv`: lines beginning with `#` are comments (they say where the entries come from),
the first other line names the columns, each further line is one entry, cells are parted by one tab.
Adding a reporting verb or a unit is a one-line change to such a file.
"""

from __future__ import annotations

from variorum.lexicon._tables import Row, column, mapping, rows

__all__ = ["Row", "column", "mapping", "rows"]
