"""Quotation marks: which opens, which closes, and what they enclose.

Paragraph by paragraph, because a mark that is never closed may spoil its paragraph and nothing else. A quotation that
runs over several paragraphs opens again with each and closes with the last (the usage of English newspapers).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.model import Part

OPENS = {"“": "”", "„": "”", "«": "»", "‹": "›", "``": "''"}
"""Marks that only open, with the usual mark that closes them."""

CLOSES = {"”": "“„", "»": "«", "›": "‹"}
"""Marks that only close, with those that they close."""

MARK = re.compile(r"``|''|[\"“”„«»‹›]")
SINGLE = re.compile(r"(?<![\w'’])['‘](?=[\w“\"\[(])")
SINGLE_END = re.compile(r"(?<=[\w.,!?…”\")\]])['’](?!\w)")
CLIPPED = re.compile(r"['‘’](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|round\b|bout\b|n['’])", re.IGNORECASE)
"""Words that begin with an apostrophe and open nothing."""

TAG_AT_END = re.compile(r",\s+(?:[A-Z]\w+\s+){0,3}\w+\s+(?:said|says|wrote|asked|added|told \w+)\.?\Z")
"""A tag that ends a paragraph: ", Ilse Varr said."."""

SIGNED = re.compile(r"[^\"“”]{3,90}[\"”]\Z")
"""A name below a quotation within its marks, as pages that set quotations apart print it."""

MAX_SINGLE = 1200
"""A quotation in single marks is given up after so many code points: an apostrophe would else open half an article."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: `start` to `end` with the marks, `inner` without; `goes_on` into the next paragraph.

    `part` is the number of the part of the article. Code points, end excluded.
    """

    start: int
    end: int
    inner: tuple[int, int]
    part: int
    goes_on: bool = False
    resumed: bool = False


def quotations(text: str, parts: Iterable[Part]) -> list[Quotation]:
    """Return the outermost quotations in reading order; marks within marks belong to the outer quotation."""
    found: list[Quotation] = []
    opened: Quotation | None = None
    for number, part in enumerate(parts):
        opens_here = MARK.match(text, part.start)
        if opened is not None and opens_here and not _told(text, opened) and _may_open(text, opens_here, part.start):
            found.append(replace(opened, goes_on=True))
            resumed = True
        else:
            resumed = False
            if opened is not None and SIGNED.match(text, part.start, part.end):
                found.append(opened)
        closed, opened = _paired(text, part, number)
        if resumed and closed and closed[0].start == part.start:
            closed[0] = replace(closed[0], resumed=True)
        if resumed and opened is not None and opened.start == part.start:
            opened = replace(opened, resumed=True)
        found.extend(closed)
    if opened is not None and opened.resumed:
        found.append(opened)
    return found


def _told(text: str, opened: Quotation) -> bool:
    """Tell whether an unclosed paragraph ends in a tag: its closing mark was forgotten, so it goes on nowhere."""
    return TAG_AT_END.search(text, opened.start, opened.end) is not None


def _paired(text: str, part: Part, number: int) -> tuple[list[Quotation], Quotation | None]:
    """Return the closed quotations of one paragraph and the one left open at its end."""
    done: list[Quotation] = []
    start: re.Match[str] | None = None
    for mark in MARK.finditer(text, part.start, part.end):
        if start is None:
            start = mark if _may_open(text, mark, part.start) else None
        elif _closes(text, start, mark, part.end):
            done.append(Quotation(start.start(), mark.end(), (start.end(), mark.start()), number))
            start = None
        elif _may_open(text, mark, part.start) and mark.group() == start.group():
            start = mark
    left = None if start is None else Quotation(start.start(), part.end, (start.end(), part.end), number)
    limit = part.end if left is None else left.start
    singles = [q for q in _single(text, part.start, limit, number) if not any(_meet(q, d) for d in done)]
    return sorted((*done, *singles), key=lambda q: q.start), left


def _meet(single: Quotation, double: Quotation) -> bool:
    """Tell whether the two overlap, unless the single marks enclose the double ones wholly."""
    return single.start < double.end and double.start < single.end


def _may_open(text: str, mark: re.Match[str], first: int) -> bool:
    if mark.group() in OPENS:
        return True
    if mark.group() in CLOSES:
        return False
    before = text[mark.start() - 1] if mark.start() > first else " "
    after = text[mark.end() : mark.end() + 1]
    return bool(after.strip()) and (not before.isalnum() and before not in ".,!?%")


def _closes(text: str, start: re.Match[str], mark: re.Match[str], last: int) -> bool:
    opening, closing = start.group(), mark.group()
    if closing in CLOSES:
        return opening in CLOSES[closing] or opening in {'"', "''"}
    before = text[mark.start() - 1]
    after = text[mark.end() : mark.end() + 1] if mark.end() < last else " "
    if (opening, closing) == ("„", "“"):
        return True
    if closing in OPENS:
        return closing == opening and not before.isspace() and not after.isalnum()
    same = closing == opening or OPENS.get(opening) == closing or (opening == "“" and closing == '"')
    return same and not (before.isspace() and after.isalnum())


def _single(text: str, first: int, last: int, number: int) -> Iterator[Quotation]:
    at = first
    while opening := SINGLE.search(text, at, last):
        at = opening.end()
        if CLIPPED.match(text, opening.start()):
            continue
        ends = list(SINGLE_END.finditer(text, opening.end() + 1, min(last, opening.end() + MAX_SINGLE)))
        closing = next((e for e in ends if _closes_single(text, opening, e)), None)
        if closing is not None:
            yield Quotation(opening.start(), closing.end(), (opening.end(), closing.start()), number)
            at = closing.end()


def _closes_single(text: str, opening: re.Match[str], closing: re.Match[str]) -> bool:
    """Tell the closing mark from the apostrophe of a plural's possessive ("the soldiers' camp")."""
    if opening.group() == "‘" and closing.group() == "'":
        return False
    before, after = text[closing.start() - 1], text[closing.end() : closing.end() + 2]
    possessive = before == "s" and after[:1] == " " and after[1:].islower()
    later = SINGLE_END.search(text, closing.end(), closing.end() + MAX_SINGLE)
    return not (possessive and later is not None)
