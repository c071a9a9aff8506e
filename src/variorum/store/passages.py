"""What the language engine said of each passage, kept once however many articles print it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from variorum.store.makers import maker, maker_known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.store.database import Database


def passages(base: Database, texts: Sequence[str], made_by: str) -> dict[str, bytes]:
    """Return what is kept of the texts and was made by that engine, by text."""
    made = maker_known(base, made_by)
    sql = "SELECT packed FROM passages WHERE sha256 = ? AND maker = ?"
    rows = ((text, base.row(sql, _key(text), made)) for text in dict.fromkeys(texts))
    return {text: row[0] for text, row in rows if row}


def keep(base: Database, parsed: Mapping[str, bytes], made_by: str) -> None:
    """Keep what an engine said of texts, in the place of what another one said."""
    with base.writing():
        made = maker(base, made_by)
        rows = ((_key(text), made, packed) for text, packed in parsed.items())
        base.many("INSERT OR REPLACE INTO passages VALUES (?, ?, ?)", rows)


def _key(text: str) -> bytes:
    """Half a sha256: of 10^12 passages two are alike with a chance of 10^-15."""
    return sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]
