"""The account as Markdown (CommonMark with footnotes and tables): each line points to the verbatim words below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.render.labels import MARKS, SUPPORT
from variorum.render.lookup import Lookup
from variorum.render.plain import line, visible
from variorum.render.sections import Block, Pair, blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.model import Account

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_HEADS = {"title": "# ", "heading": "## ", "quote": "> ", "text": ""}
_WIDEST = 12
"""Articles in a table that still fits a page; a wider matrix is in the page and the JSON."""


def to_markdown(account: Account) -> str:
    """Return the account as Markdown; what articles say is escaped and has no markup of its own."""
    look = Lookup(account)
    notes: dict[str, str] = {}
    lines = [text for block in blocks(look) for text in _drawn(block, notes)]
    lines += ["", *_matrix(look), *(f"[^{name}]: {words}" for name, words in notes.items())]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", visible(text))


def _drawn(block: Block, notes: dict[str, str]) -> Iterator[str]:
    """Draw a block: what is neither a heading nor a paragraph is an item of a list."""
    if block.text:
        head = _head(block)
        yield from (head,) if head.startswith("- ") else ("", head, "")
    for row in block.rows:
        yield _row(row, notes)


def _head(block: Block) -> str:
    stressed, tab, rest = (_escaped(part) for part in block.text.partition("\t"))
    if block.style in SUPPORT:
        return f"### {stressed} {rest}"
    if block.style in _HEADS:
        return _HEADS[block.style] + stressed
    return f"**{stressed}** {rest}".rstrip() if tab or block.style == "label" else f"- {stressed}"


def _row(row: Pair, notes: dict[str, str]) -> str:
    """Draw one row; verbatim words go into a footnote that says where they stand."""
    head, remark = f"- **{_escaped(row.label)}**", _escaped(row.remark)
    if not row.place:
        return f"{head}: {_escaped(row.text)} {remark}".rstrip()
    notes.setdefault(row.name, f"“{_escaped(row.text)}” {_escaped(row.place)}.")
    return f"{head} {remark}".rstrip() + f"[^{row.name}]"


def _matrix(look: Lookup) -> Iterator[str]:
    """Draw the matrix where it is narrow enough to be read."""
    articles, rows = look.account.articles, look.account.matrix()
    if not rows or len(articles) > _WIDEST:
        return
    yield from ("## Claims and outlets", "")
    yield " | ".join(["| claim", *(_escaped(line(look.outlet(a.id))) for a in articles)]) + " |"
    yield "|---" * (len(articles) + 1) + "|"
    for row in rows:
        yield " | ".join([f"| {row.claim}", *(f"{MARKS[mark].sign} {MARKS[mark].word}" for mark in row.marks)]) + " |"
    yield ""
