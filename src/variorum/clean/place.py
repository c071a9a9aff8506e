"""Where the report was written: the place that its dateline, else its byline, names."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from variorum.clean.dateline import place_shape
from variorum.clean.forms import AGENCY, masked
from variorum.lexicon import column, rows
from variorum.model import Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.clean._draft import Draft
    from variorum.clean.head import Head
    from variorum.model import Part

_SIGNED = re.compile(rf"[(\[/]?{AGENCY}[)\]/]?[ .,:–—-]*")
_BYLINE = re.compile(r" (?:in|from|at) (?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})(?=[,|]|\s+and agencies|\s*\Z)")


def place_of(draft: Draft, head: Head, parts: Iterable[Part]) -> Excerpt | None:
    """Return the place in its own words, `None` where neither a dateline nor the byline names one."""
    for part in parts:
        if part.kind == "dateline" and (found := _in_dateline(draft.text, part.start, part.end)):
            return found
    if head.byline_at is None:
        return None
    block = draft.blocks[head.byline_at]
    match = _BYLINE.search(draft.text[block.inner : block.outer])
    return _quoted(draft.text, block.inner, *match.span("place")) if match else None


def _in_dateline(text: str, start: int, end: int) -> Excerpt | None:
    """Read the place at either end of a dateline: in any case at its beginning, in capitals after a last dash."""
    hidden = masked(text[start:end], "agencies")
    signed = _SIGNED.match(hidden)
    opening = place_shape().match(hidden, signed.end() if signed else 0)
    if opening is not None and hidden[opening.end() :].lstrip()[:1] not in {"/", "|"}:
        words = "".join(takewhile(_is_place, re.findall(r",? ?[^,]+", opening.group())))
        bare = words.rstrip("-") if words.rpartition(" ")[2].istitle() else words.rstrip("-.")
        if bare:
            return _quoted(text, start, opening.start(), opening.start() + len(bare))
    closing = re.search(r"[–—-] (?P<place>[A-Z][A-Z'’. -]+)\Z", hidden)
    return _quoted(text, start, *closing.span("place")) if closing and _is_place(closing["place"]) else None


def _is_place(words: str) -> bool:
    """Tell a place from the talk of dates (a month, a weekday, "Published", a time zone), a service and a section."""
    known = words.strip(" ,").casefold() in column("sections", "section")
    return (
        not known and AGENCY[0] not in words and all(word.strip(".,").lower() not in _dates() for word in words.split())
    )


@cache
def _dates() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("stamp_words")) - {"the", "of"}


def _quoted(text: str, start: int, first: int, last: int) -> Excerpt:
    return Excerpt(start + first, start + last, text[start + first : start + last])
