"""The top of an article: headline, standfirst, byline, time stamps, and particulars written as "Label: value"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from variorum.clean import stamps
from variorum.clean.blocks import Block, folded
from variorum.clean.byline import Byline, byline_of, is_outlet, people
from variorum.clean.forms import masked
from variorum.clean.stamps import Stamp
from variorum.lexicon import mapping, rows

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
_STAMP = 120
_NAMES = 120
_TITLE_CASE = 0.6
_WORDS_BESIDE = 4
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}\Z")
_LABEL = re.compile(r"([A-Za-z][A-Za-z _-]{2,24}?) ?: ?(.*)", re.DOTALL)
_LETTERS = re.compile(r"[A-Z][A-Z/.-]{1,9}")
_POST = re.compile(r"\A[–—-]|\(@\w+\)")
"""The signature of a post on social media: it tells whose words stand above, and is the report's."""
_OFFSET = re.compile(r":\d{2}(?:\.\d+)? ?[+-]\d{2}:?\d{2}\b")
"""A program's time with its distance from UTC, which would read as a second time of day."""
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?")


@dataclass(frozen=True)
class Head:
    """What the top (and the foot) of a text say; `labels` by the number of the paragraph."""

    labels: Labels = field(default_factory=dict)
    headline: int | None = None
    byline: Byline = field(default_factory=Byline)
    byline_at: int | None = None
    stamps: tuple[tuple[Stamp, bool], ...] = ()
    particulars: dict[str, str] = field(default_factory=dict)


def read_head(blocks: Sequence[Block], fields: Fields, furniture: Labels, *, titled: bool) -> Head:
    """Read the head of a text whose furniture is known; what the furniture rules said of a line gives way to it."""
    at = 0 if titled else _headline(blocks, fields, furniture)
    labels: Labels = {} if at is None else {at: "headline"}
    particulars = _particulars(blocks, labels)
    first = 0 if at is None else at + 1
    zone = [n for n in range(first, min(first + _ZONE, len(blocks))) if n not in labels]
    _repeats(blocks, at, zone, fields, labels)
    byline, byline_at = _byline(blocks, zone, fields, labels)
    found = _stamps(blocks, [*zone, *range(max(first + _ZONE, len(blocks) - _FOOT), len(blocks))], labels)
    if at is not None:
        _standfirst(blocks, at, zone, labels, furniture)
    return Head(labels, at, byline, byline_at, found, particulars)


def _headline(blocks: Sequence[Block], fields: Fields, furniture: Labels) -> int | None:
    """Return the number of the headline in a text that brings its own; `None` where it begins with its body."""
    for number, block in enumerate(blocks[:_ZONE]):
        if fields.title and block.folded == folded(fields.title):
            return number
        if number in furniture or _is_stamp(block) or byline_of(block.bare) or _labelled(block.bare):
            continue
        return number if _is_title(block) and number + 1 < len(blocks) else None
    return None


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
    for number in zone:
        block = blocks[number]
        if block.folded in titles or folded(_SITE.sub("", block.bare)) in titles:
            labels[number] = "metadata"


def _byline(blocks: Sequence[Block], zone: list[int], fields: Fields, labels: Labels) -> tuple[Byline, int | None]:
    given = people(fields.authors)
    authors = {folded(name) for name in (*given.authors, *fields.authors)}
    for number in zone:
        if number in labels:
            continue
        bare, read = blocks[number].bare, None
        stamp = stamps.find(bare)
        read = byline_of(bare[: stamp.start].rstrip(" ,|•·-–—") if stamp and stamp.start else bare)
        if read is None and _is_desk(blocks, number):
            read = Byline((), (bare,))
        if read is None and (blocks[number].folded in authors or _signed(blocks, number)):
            read = people((bare,))
        if read is not None:
            labels[number] = "metadata"
            _outlet_line(blocks, number + 1, labels)
            return read, number
    return Byline(), None


def _signed(blocks: Sequence[Block], number: int) -> bool:
    """Tell a line of nothing but names: two or more, or one that the outlet's name or a known given name confirms."""
    bare = blocks[number].bare
    if len(bare) > _NAMES or blocks[number].ended:
        return False
    names = [name for name in people((bare,)).authors if " " in name]
    if not names or re.search(r"\b(?!and\b|for\b|in\b|the\b|de\b|van\b|von\b|al\b|bin\b)[a-z]{3,}", bare):
        return False
    rest = folded(masked(bare, "agencies", "outlets"))
    for name in names:
        rest = rest.replace(folded(name), "", 1)
    rest = rest.removesuffix("the")
    followed = number + 1 < len(blocks) and is_outlet(blocks[number + 1].bare)
    alone = not rest and folded(names[0].split()[-1]) not in blocks[0].folded
    return (alone and followed) or (alone and _is_given(names[0])) or (len(names) > 1 and len(rest) <= len("and") * 2)


def _is_desk(blocks: Sequence[Block], number: int) -> bool:
    """Tell the letters of a service alone on a line: the next line is the date, and a dateline has them in brackets."""
    bare = blocks[number].bare
    if not _LETTERS.fullmatch(bare) or number + 1 >= len(blocks) or not _is_stamp(blocks[number + 1]):
        return False
    return any(f"({bare})" in block.bare[:_STAMP] for block in blocks[number + 2 : number + _ZONE])


def _is_given(name: str) -> bool:
    return name.partition(" ")[0].casefold() in _given()


@cache
def _given() -> frozenset[str]:
    return frozenset(form.casefold() for row in rows("given_names") for form in (row["name"],))


def _outlet_line(blocks: Sequence[Block], number: int, labels: Labels) -> None:
    if number < len(blocks) and is_outlet(blocks[number].bare):
        labels[number] = "metadata"


def _is_stamp(block: Block) -> bool:
    return _stamp(block) is not None


def _stamp(block: Block) -> Stamp | None:
    """Return the date of a line that is no more than a date, with its time, its place or site."""
    bare = block.bare
    if len(bare) > _STAMP or (bare.endswith(".") and not bare.endswith(("m.", "T."))) or _POST.search(bare):
        return None
    found = stamps.find(bare)
    if found is None:
        return None
    beside = stamps.rest(bare, found)
    few = len(beside) <= _WORDS_BESIDE and all(word[0].isupper() for word in beside)
    return found if few or byline_of(bare) else None


def _stamps(blocks: Sequence[Block], numbers: list[int], labels: Labels) -> tuple[tuple[Stamp, bool], ...]:
    """Label the lines of a date: the first that can be a dateline is it, the others are the page's."""
    found = []
    dated = False
    for number in numbers:
        stamp = _stamp(blocks[number]) if labels.get(number) in (None, "metadata") else None
        if stamp is not None:
            first = not dated and number not in labels and _is_dateline(blocks[number], stamp)
            labels[number] = "dateline" if first else "metadata"
            dated |= first
            found.append((stamp, stamps.is_update(blocks[number].bare)))
    return tuple(found)


def _is_dateline(block: Block, stamp: Stamp) -> bool:
    """Tell whether a line of a date can go on to the times: it is no byline, and reads one way, as people write."""
    return stamp.value is not None and not byline_of(block.bare) and not _OFFSET.search(block.bare)


def _standfirst(blocks: Sequence[Block], at: int, zone: list[int], labels: Labels, furniture: Labels) -> None:
    """Label what stands between the headline and the line of author or date: the standfirst."""
    lines = [n for n in zone if labels.get(n) in {"metadata", "dateline"}]
    if not lines:
        return
    between = [n for n in range(at + 1, lines[-1]) if n not in labels and n not in furniture]
    between = [n for n in between if n < next((line for line in lines if line > n), 0)]
    if len(between) <= _STANDFIRSTS and all(len(blocks[n].bare) <= _STANDFIRST for n in between):
        labels |= dict.fromkeys(between, "standfirst")


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
