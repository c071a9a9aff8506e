"""What of a text is not the report: whole lines, and words at the end of a paragraph.

The phrases are a table (`furniture.tsv`); here is only how they apply, and the rules that need more than one line.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.clean import forms
from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.clean._draft import Label, Labels
    from variorum.clean.blocks import Block
    from variorum.lexicon import Row
    from variorum.model import FurnitureKind

_LONGEST = 500
"""No pattern is for a line longer than this; the longest credit among 2,000 pages had 430 characters."""
_STARTS_WITHIN = 300
_LINK_TITLE = 140
_RUN = 12
_CREDIT = 100
_NEAR = 3
_SENTENCES = frozenset(["caption", "about"])
"""Kinds that are whole sentences; a link's title does not end in a full stop."""
_SENTENCE = 80
_REPEAT = 60


class _Rule(NamedTuple):
    kind: FurnitureKind
    pattern: re.Pattern[str]
    names: tuple[forms.Table, ...]


@cache
def _rules(scope: str) -> tuple[_Rule, ...]:
    return tuple(_rule(row) for row in rows("furniture") if row["scope"] == scope)


def _rule(row: Row) -> _Rule:
    shape = row["pattern"].replace("{agency}", forms.AGENCY).replace("{photo}", forms.PHOTO)
    if row["scope"] == "tail":
        shape = rf"(?<!\w)(?:{shape})[ \t]*\Z"
    names: tuple[forms.Table, ...] = ("agencies",) if "{agency}" in row["pattern"] else ()
    names = ("agencies", "photo_sources") if "{photo}" in row["pattern"] else names
    return _Rule(row["kind"], re.compile(shape, re.IGNORECASE), names)  # type: ignore[arg-type]


def _fitting(scope: str, line: str) -> FurnitureKind | None:
    """Return the kind of the first rule that fits a whole line."""
    seen: dict[tuple[forms.Table, ...], str] = {(): line}
    for rule in _rules(scope):
        if rule.names not in seen:
            seen[rule.names] = forms.masked(line, *rule.names) if _may_credit(line) else line
        if rule.pattern.fullmatch(seen[rule.names]):
            return rule.kind
    return None


@cache
def _corrections() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows("corrections")), re.IGNORECASE)


def labelled(blocks: Sequence[Block]) -> Labels:
    """Return the label of each paragraph that is furniture or a correction notice, by its number."""
    labels: Labels = {}
    for number, block in enumerate(blocks):
        label = _of_line(block)
        if label is not None:
            labels[number] = label
    labels = {n: label for n, label in labels.items() if label != "about" or _at_an_end(n, blocks, labels)}
    for rule in (_lists, _repeats):
        labels |= {n: label for n, label in rule(blocks).items() if n not in labels}
    return labels | {n: label for n, label in _remainders(blocks).items() if labels.get(n) != "correction"}


def _at_an_end(number: int, blocks: Sequence[Block], labels: Labels) -> bool:
    """Tell whether a line stands above or below the report: amid it, "X is a reporter" is news."""
    above = sum(n not in labels for n in range(number))
    below = sum(n not in labels for n in range(number + 1, len(blocks)))
    return above <= _NEAR or below <= _NEAR


def _of_line(block: Block) -> Label | None:
    bare = block.bare
    if len(bare) > _LONGEST:
        return None
    if _corrections().match(bare):
        return "correction"
    if block.linked:
        return "related"
    if kind := _fitting("line", bare):
        return kind
    return _by_start(block) if len(bare) <= _STARTS_WITHIN else None


def _by_start(block: Block) -> FurnitureKind | None:
    for kind, pattern, _ in _rules("start"):
        if (kind in _SENTENCES or _is_one_line(block.bare)) and pattern.match(block.bare):
            return kind
    return None


def _is_one_line(bare: str) -> bool:
    """Tell a link's title from a paragraph that only begins with such a word."""
    return not bare.endswith(".") and (len(bare) <= _LINK_TITLE or not re.search(r"[.!?][\"”’]? [A-Z]", bare))


def _matches(scope: str, block: Block) -> FurnitureKind | None:
    return _fitting(scope, block.bare) if len(block.bare) <= _LINK_TITLE else None


def _may_credit(line: str) -> bool:
    """Tell whether it is worth looking for names: credits are short, or stand in brackets or after a stroke."""
    return len(line) <= _CREDIT or any(mark in line for mark in "([/|©")


def _is_link_title(block: Block) -> bool:
    return len(block.bare) <= _LINK_TITLE and not re.search(r"[.:][\"”’)]?\Z", block.bare)


def _lists(blocks: Sequence[Block]) -> Labels:
    """Label headings such as "Read more:", with the titles of other stories right after them."""
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
    """Label all from "Leave a reply" on, unless most of the report would come after it."""
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
    """Label as `metadata` a long paragraph that stands word for word above, once: a copy that the page made.

    What stands there three times is a form of its own (the questions of a row of interviews, the steps of a recipe).
    """
    places: dict[str, list[int]] = {}
    for number, block in enumerate(blocks):
        if len(block.bare) >= _REPEAT and block.ended and not block.bare.endswith("?"):
            places.setdefault(block.folded, []).append(number)
    return {numbers[1]: "metadata" for numbers in places.values() if len(numbers) == 2}  # noqa: PLR2004 - see above


def tail(text: str, start: int, end: int) -> tuple[int, FurnitureKind] | None:
    """Return where the furniture at the end of a paragraph begins, and its kind; `None` where there is none."""
    window = max(start, end - _LONGEST)
    last = text[window:end]
    if last.endswith((")", "]")):
        last = forms.masked(last, "agencies")
    for kind, pattern, _ in _rules("tail"):
        if match := pattern.search(last):
            return window + match.start(), kind
    return None
