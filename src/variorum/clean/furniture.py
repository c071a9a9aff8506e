"""What of a text is not the report: whole lines, and words at the end of a paragraph.

The phrases are a table (`furniture.tsv`); here is only how they apply, and the rules that need more than one line.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import column, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.clean._draft import Label, Labels
    from variorum.clean.blocks import Block
    from variorum.model import FurnitureKind

_LONGEST = 500
"""No pattern is for a line longer than this; the longest credit among 2,000 pages had 430 characters."""
_STARTS_WITHIN = 300
_LINK_TITLE = 140
_RUN = 12
_SENTENCE = 80
_REPEAT = 40


@cache
def _patterns(scope: str) -> tuple[tuple[FurnitureKind, re.Pattern[str]], ...]:
    forms = _alternatives(column("agencies", "form"))
    photo = _alternatives(column("photo_sources", "form") | column("agencies", "form"))
    return tuple(
        (row["kind"], re.compile(row["pattern"].replace("{agency}", forms).replace("{photo}", photo), re.IGNORECASE))  # type: ignore[misc]
        for row in rows("furniture")
        if row["scope"] == scope
    )


@cache
def _corrections() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows("corrections")), re.IGNORECASE)


def _alternatives(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))


def labelled(blocks: Sequence[Block]) -> Labels:
    """Return the label of each paragraph that is furniture or a correction notice, by its number."""
    labels: Labels = {}
    for number, block in enumerate(blocks):
        label = _of_line(block)
        if label is not None:
            labels[number] = label
    for rule in (_lists, _remainders, _repeats):
        labels |= {n: label for n, label in rule(blocks).items() if n not in labels}
    return labels


def _of_line(block: Block) -> Label | None:
    bare = block.bare
    if len(bare) > _LONGEST:
        return None
    if _corrections().match(bare):
        return "correction"
    if block.linked:
        return "related"
    for kind, pattern in _patterns("line"):
        if pattern.fullmatch(bare):
            return kind
    if len(bare) <= _STARTS_WITHIN:
        return _by_start(block)
    return None


def _by_start(block: Block) -> FurnitureKind | None:
    for kind, pattern in _patterns("start"):
        if (kind in {"caption", "about"} or not block.bare.endswith(".")) and pattern.match(block.bare):
            return kind
    return None


def _matches(scope: str, block: Block) -> FurnitureKind | None:
    if len(block.bare) > _LINK_TITLE:
        return None
    return next((kind for kind, pattern in _patterns(scope) if pattern.fullmatch(block.bare)), None)


def _is_link_title(block: Block) -> bool:
    return len(block.bare) <= _LINK_TITLE and not re.search(r"[.:][\"”’)]?\Z", block.bare)


def _lists(blocks: Sequence[Block]) -> Labels:
    """Headings such as "Read more:", with the titles of other stories right after them."""
    labels: Labels = {}
    for number, block in enumerate(blocks):
        kind = _matches("list", block)
        if kind is None:
            continue
        labels[number] = kind
        for after in range(number + 1, min(number + 1 + _RUN, len(blocks))):
            if not _is_link_title(blocks[after]):
                break
            labels[after] = kind
    return labels


def _remainders(blocks: Sequence[Block]) -> Labels:
    """From "Leave a reply" on all is the page's, unless most of the report would come after it."""
    sentences = [n for n, block in enumerate(blocks) if block.ended and len(block.bare) >= _SENTENCE]
    for number, block in enumerate(blocks):
        kind = _matches("rest", block)
        if kind is None:
            continue
        after = sum(n > number for n in sentences)
        if after * 2 <= len(sentences):
            return dict.fromkeys(range(number, len(blocks)), kind)
        return {number: kind}
    return {}


def _repeats(blocks: Sequence[Block]) -> Labels:
    """A paragraph that stands word for word above is a copy that the page made."""
    seen: set[str] = set()
    labels: Labels = {}
    for number, block in enumerate(blocks):
        if len(block.bare) < _REPEAT:
            continue
        if block.folded in seen:
            labels[number] = "metadata"
        seen.add(block.folded)
    return labels


def tail(text: str, start: int, end: int) -> tuple[int, FurnitureKind] | None:
    """Return where the furniture at the end of a paragraph begins, and its kind; `None` where there is none."""
    window = max(start, end - _LONGEST)
    for kind, pattern in _patterns("tail"):
        for match in re.compile(rf"(?<!\w)(?:{pattern.pattern})[ \t]*\Z", re.IGNORECASE).finditer(text[window:end]):
            return window + match.start(), kind
    return None
