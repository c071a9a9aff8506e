"""The top of an article: headline, standfirst, byline, time stamps, and particulars written as "Label: value"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from variorum.clean import stamps
from variorum.clean.blocks import BEGINNING, Block, folded
from variorum.clean.byline import Byline, byline_of, is_outlet
from variorum.clean.dateline import dateline
from variorum.clean.signed import is_role, outlet_beside, signature
from variorum.clean.stamps import Stamp
from variorum.lexicon import column, mapping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.clean._draft import Labels
    from variorum.model import Fields

_ZONE = 12
"""Paragraphs below the headline in which a head can stand; the deepest among 400 saved pages was the ninth."""
_FOOT = 4
_TITLE = 220
_STANDFIRST = 500
_STANDFIRSTS = 3
_TITLE_CASE = 0.6
_IMPRINT = 5
_KICKER = 3
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}\Z")
_LABEL = re.compile(r"([A-Za-z][A-Za-z _-]{2,24}?) ?: ?(.*)", re.DOTALL)
_OFFSET = re.compile(r":\d{2}(?:\.\d+)? ?[+-]\d{2}:?\d{2}\b")
"""A program's time with its distance from UTC, which would read as a second time of day."""
_PLACE = re.compile(r"[A-Z][A-Z'’.-]+(?:,? [A-Z][A-Z'’.-]+){0,3}")
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?")


@dataclass(frozen=True)
class Head:
    """What the top (and the foot) of a text say; `labels` by the number of the paragraph."""

    labels: Labels = field(default_factory=dict)
    headline: int | None = None
    byline: Byline = field(default_factory=Byline)
    byline_at: int | None = None
    outlet: str | None = None
    stamps: tuple[tuple[Stamp, bool], ...] = ()
    particulars: dict[str, str] = field(default_factory=dict)


def read_head(blocks: Sequence[Block], fields: Fields, furniture: Labels, *, titled: bool) -> Head:
    """Read the head of a text whose furniture is known; what the furniture rules said of a line gives way to it."""
    at = 0 if titled else _headline(blocks, fields, furniture)
    labels: Labels = {} if at is None else {at: "headline"}
    particulars = _particulars(blocks, labels)
    first = 0 if at is None else at + 1
    for n in range(first):
        if n not in labels and n not in furniture and not _is_stamp(blocks[n]):
            labels[n] = "navigation" if _is_section(blocks[n]) else "metadata"
    zone = [n for n in range(min(first + _ZONE, len(blocks))) if n not in labels]
    _repeats(blocks, at, zone, fields, labels)
    byline, byline_at = signature(blocks, zone, fields, labels, furniture)
    outlet = outlet_beside(blocks, byline_at) if byline_at is not None else None
    found = _stamps(blocks, [*zone, *range(max(first + _ZONE, len(blocks) - _FOOT), len(blocks))], labels)
    _particles(blocks, zone, labels, furniture)
    if at is not None:
        _standfirst(blocks, at, zone, labels, furniture)
    return Head(labels, at, byline, byline_at, outlet, found, particulars)


def _headline(blocks: Sequence[Block], fields: Fields, furniture: Labels) -> int | None:
    """Return the number of the headline in a text that brings its own; `None` where it begins with its body."""
    for number, block in enumerate(blocks[:_ZONE]):
        if fields.title and block.folded == folded(fields.title):
            return number
        if not block.bare or number in furniture or _is_stamp(block) or byline_of(block.bare) or _labelled(block.bare):
            continue
        if stamps.is_time(block.bare) or _is_section(block) or _is_imprint(block, blocks, furniture):
            continue
        if _is_kicker(block, blocks[number + 1 : number + 2]):
            continue
        return number if _is_title(block) and number + 1 < len(blocks) else None
    return None


def _is_section(block: Block) -> bool:
    """Tell the name of a section, which pages print above the headline."""
    return block.bare.casefold() in column("sections", "section")


def _is_kicker(block: Block, below: Sequence[Block]) -> bool:
    """Tell the one word, or the section after the site's name, that stands right above a headline."""
    words = block.bare.split()
    short = len(words) == 1 or (len(words) <= _KICKER and words[-1].casefold() in column("sections", "section"))
    return short and any(len(b.bare.split()) > _KICKER and _is_title(b) and not byline_of(b.bare) for b in below)


def _is_imprint(block: Block, blocks: Sequence[Block], furniture: Labels) -> bool:
    """Tell the outlet's name above the headline: the copyright line at the foot has it again."""
    ends = (blocks[n].folded for n, label in furniture.items() if label == "credit")
    return len(block.bare.split()) <= _IMPRINT and any(block.folded in words for words in ends)


def _is_title(block: Block) -> bool:
    bare = block.bare
    if len(bare) > _TITLE:
        return False
    if block.heading or not block.ended:
        return not bare.endswith((":", ",", ";"))
    if bare.endswith(("?", "!", "”", '"', "’", "'")):
        return len(bare) < _TITLE / 2
    words: list[str] = re.findall(r"[^\W\d_]{4,}", bare)
    return bool(words) and sum(word[0].isupper() for word in words) / len(words) >= _TITLE_CASE


def _repeats(blocks: Sequence[Block], at: int | None, zone: list[int], fields: Fields, labels: Labels) -> None:
    """Label the titles that a saved page prints again: the first is the headline, the others are the page's."""
    titles = {folded(t) for t in (fields.title, _SITE.sub("", fields.title or "")) if t}
    if at is not None:
        titles |= {blocks[at].folded, folded(_SITE.sub("", blocks[at].bare))}
    begin = {title[:BEGINNING] for title in titles}
    for number in zone:
        block, short = blocks[number], _SITE.sub("", blocks[number].bare)
        if (block.beginning in begin and block.folded in titles) or (short != block.bare and folded(short) in titles):
            labels[number] = "metadata"


def _is_stamp(block: Block) -> bool:
    return stamps.in_line(block.bare) is not None


def _stamps(blocks: Sequence[Block], numbers: list[int], labels: Labels) -> tuple[tuple[Stamp, bool], ...]:
    """Label the lines of a date: the first that can be a dateline is it, the others are the page's."""
    found = []
    dated = False
    for number in numbers:
        free = labels.get(number) in (None, "metadata")
        stamp = stamps.in_line(blocks[number].bare) if free else None
        if free and stamp is None and stamps.is_time(blocks[number].bare):
            labels[number] = "metadata"
        if stamp is not None:
            first = not dated and number not in labels and _is_dateline(blocks[number], stamp)
            labels[number] = "dateline" if first else "metadata"
            dated |= first
            found.append((stamp, stamps.is_update(blocks[number].bare)))
    return tuple(found)


def _is_dateline(block: Block, stamp: Stamp) -> bool:
    """Tell whether a line of a date can go on to the times: it is no byline, and reads one way, as people write."""
    return stamp.value is not None and not byline_of(block.bare) and not _OFFSET.search(block.bare)


def _particles(blocks: Sequence[Block], zone: list[int], labels: Labels, furniture: Labels) -> None:
    """Label the desk beside a line of author or date, the outlet alone, the place alone above the first sentence."""
    for number in zone:
        bare = blocks[number].bare
        if number in labels or number in furniture or blocks[number].ended:
            continue
        beside = {labels.get(number - 1), labels.get(number + 1)} & {"metadata", "dateline"}
        if (beside and is_role(bare)) or is_outlet(bare.rstrip(" —–-")):
            labels[number] = "metadata"
        elif _PLACE.fullmatch(bare) and (beside or number - 1 in furniture) and _goes_on(blocks, number + 1):
            labels[number] = "dateline"


def _goes_on(blocks: Sequence[Block], number: int) -> bool:
    """Tell what follows a place of writing: the first sentence, or the line of the date."""
    return number < len(blocks) and (blocks[number].ended or _is_stamp(blocks[number]))


def _standfirst(blocks: Sequence[Block], at: int, zone: list[int], labels: Labels, furniture: Labels) -> None:
    """Label what stands between the headline and the line of author or date: the standfirst.

    A line of a date at the foot of a short report makes none: as much of the report must stand below it as above.
    """
    lines = [n for n in zone if n > at and labels.get(n) in {"metadata", "dateline"}]
    if not lines:
        return
    free = [n for n in range(at + 1, len(blocks)) if n not in labels and n not in furniture]
    first = next((n for n in free if dateline(blocks[n].bare, 0, len(blocks[n].bare))), len(blocks))
    for last in reversed(lines):
        between = [n for n in free if n < min(last, first)]
        fits = len(between) <= _STANDFIRSTS and all(len(blocks[n].bare) <= _STANDFIRST for n in between)
        if fits and len(free) > 2 * len(between):
            labels |= dict.fromkeys(between, "standfirst")
            return


@cache
def _fields() -> dict[str, str]:
    return dict(mapping("header_labels", "label", "field"))


def _labelled(bare: str) -> tuple[str, str] | None:
    match = _LABEL.fullmatch(bare)
    if match is None:
        return None
    name = _fields().get(match[1].lower().replace("_", " ").replace("-", " "))
    return (name, match[2].strip()) if name else None


def _particulars(blocks: Sequence[Block], labels: Labels) -> dict[str, str]:
    """Read "Label: value" lines: an address anywhere, the others only where two or more open the text."""
    found: dict[str, str] = {}
    opening = [n for n in range(min(_ZONE, len(blocks))) if _labelled(blocks[n].bare)]
    for number, block in enumerate(blocks):
        read = _labelled(block.bare)
        if read is None:
            continue
        name, value = read
        if name == "url":
            _address(blocks, number, value, found, labels)
        elif number in opening and len(opening) > 1 and value:
            if "." in found.get(name, "") and name == "outlet":
                found[name] = value  # a name tells more than a host
            found.setdefault(name, value)
            labels.setdefault(number, "metadata")
    return found


def _address(blocks: Sequence[Block], number: int, value: str, found: dict[str, str], labels: Labels) -> None:
    after = blocks[number + 1].bare if number + 1 < len(blocks) else ""
    match = _ADDRESS.match(value) or (_ADDRESS.fullmatch(after) if not value else None)
    if match is not None:
        found.setdefault("url", match[1])
        labels[number] = "metadata"
        if not value:
            labels[number + 1] = "metadata"
