"""What of a text is not the report: whole lines, and words at the end of a paragraph.

What the lines say is a table (`phrases`); here is only how it applies, and the rules that need more than one line.
"""

from __future__ import annotations

import re
from functools import cache, partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from variorum.clean import forms, phrases
from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.clean._draft import Label, Labels
    from variorum.clean.blocks import Block
    from variorum.model import FurnitureKind

_LONGEST = 500
"""No pattern is for a line longer than this; the longest credit among 2,000 pages had 430 characters."""
_STARTS_WITHIN = 300
_GALLERY = 1_000
"""Of a longer line so much is looked at: the first caption of a gallery ends sooner."""
_LINK_TITLE = 140
_RUN = 12
_CREDIT = 100
_NEAR = 3
_SENTENCES = frozenset(["caption", "about"])
"""Kinds that are whole sentences; a link's title does not end in a full stop."""
_SENTENCE = 80
_REPEAT = 60


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
    labels = {n: label for n, label in labels.items() if label != "caption" or not _is_signed_off(n, blocks, labels)}
    for rule in (_lists, _repeats, _captions, partial(_pleas, known=labels)):
        labels |= {n: label for n, label in rule(blocks).items() if n not in labels}
    return labels | {n: label for n, label in _remainders(blocks).items() if labels.get(n) != "correction"}


def _at_an_end(number: int, blocks: Sequence[Block], labels: Labels) -> bool:
    """Tell whether a line stands above or below the report: amid it, "X is a reporter" is news."""
    above = sum(n not in labels for n in range(number))
    below = sum(n not in labels for n in range(number + 1, len(blocks)))
    return above <= _NEAR or below <= _NEAR


_SIGNED_OFF = re.compile(rf"[.!?”\"] ?[(\[–—-] ?{forms.AGENCY}[)\]]?\.?\Z")


def _is_signed_off(number: int, blocks: Sequence[Block], labels: Labels) -> bool:
    """Tell the last sentence of an agency's copy, which ends in its mark, from a caption with its credit."""
    bare = blocks[number].bare
    if number == 0 or any(n not in labels and blocks[n].ended for n in range(number + 1, len(blocks))):
        return False
    return _SIGNED_OFF.search(forms.masked(bare, "agencies")) is not None


_SOURCE = re.compile(rf"(?:image source,? ?|{forms.PHOTO}[ /,|]*)+", re.IGNORECASE)


def _captions(blocks: Sequence[Block]) -> Labels:
    """Label the line under a picture's source, where it ends as no sentence does."""
    found: Labels = {}
    for number, (block, below) in enumerate(pairwise(blocks)):
        source = len(block.bare) <= _CREDIT and _SOURCE.fullmatch(forms.masked(block.bare, "agencies", "photo_sources"))
        if source and not below.ended and len(below.bare) <= _LINK_TITLE:
            found |= {number: "caption", number + 1: "caption"}
    return found


def _of_line(block: Block) -> Label | None:
    bare = block.bare
    if len(bare) > _LONGEST:
        return phrases.opening(bare[:_GALLERY], scope="long")
    if _corrections().match(bare):
        return "correction"
    if block.linked:
        return "related"
    if kind := phrases.fitting("line", bare):
        return kind
    return _by_start(block) if len(bare) <= _STARTS_WITHIN else phrases.opening(bare, scope="long")


def _by_start(block: Block) -> FurnitureKind | None:
    return phrases.opening(block.bare, None if _is_one_line(block.bare) else _SENTENCES)


def _is_one_line(bare: str) -> bool:
    """Tell a link's title from a paragraph that only begins with such a word."""
    return not bare.endswith(".") and (len(bare) <= _LINK_TITLE or not re.search(r"[.!?][\"”’]? [A-Z]", bare))


def _matches(scope: str, block: Block) -> FurnitureKind | None:
    return phrases.fitting(scope, block.bare) if len(block.bare) <= _LINK_TITLE else None


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
        if kind == "navigation" and not any(above.ended for above in blocks[:number]):
            continue  # the page's topics above a report: what follows is its headline
        for after in range(number + 1, min(number + 1 + _RUN, len(blocks))):
            if not _is_link_title(blocks[after]):
                break
            labels[after] = kind
    return labels


_OURS = re.compile(r"\b(?:we|our|us|you|your)\b", re.IGNORECASE)
_TRADE = re.compile(r"\bjournalism\b", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“”]")


def _pleas(blocks: Sequence[Block], known: Labels) -> Labels:
    """Label what stands within a plea for support: words on us or you between two lines of one, on our trade beside."""
    offers = {n for n, label in known.items() if label == "subscription"}
    if not offers:
        return {}
    free = [n for n in range(len(blocks)) if n not in known and len(blocks[n].bare) <= _LONGEST]
    free = [n for n in free if not _QUOTE.search(blocks[n].bare)]
    ours = [n for n in free if _OURS.search(blocks[n].bare)]
    amid = [n for n in ours if {n - 1, n + 1} <= offers]
    beside = [n for n in ours if {n - 1, n + 1} & offers and _TRADE.search(blocks[n].bare)]
    return dict.fromkeys([*amid, *beside], "subscription")


def _remainders(blocks: Sequence[Block]) -> Labels:
    """Label all from "Leave a reply" on, unless most of the report would come after it."""
    sentences = _sentences(blocks)
    alone: Labels = {}
    for number, block in enumerate(blocks):
        kind = _matches("rest", block)
        if kind is None:
            continue
        after = sum(n > number for n in sentences)
        if after * 2 <= len(sentences) and (sentences[:1] or [number])[0] < number:
            return alone | dict.fromkeys(range(number, len(blocks)), kind)
        alone[number] = kind
    return alone


def _sentences(blocks: Sequence[Block]) -> list[int]:
    """Return the paragraphs that are long sentences; where there are none, all that end as sentences do."""
    ended = [n for n, block in enumerate(blocks) if block.ended]
    return [n for n in ended if len(blocks[n].bare) >= _SENTENCE] or ended


def _repeats(blocks: Sequence[Block]) -> Labels:
    """Label as `metadata` a long paragraph that stands word for word above, once: a copy that the page made.

    What stands there three times is a form of its own (the questions of a row of interviews, the steps of a recipe).
    """
    alike: dict[str, list[int]] = {}
    for number, block in enumerate(blocks):
        if len(block.bare) >= _REPEAT and block.ended and not block.bare.endswith("?"):
            alike.setdefault(block.beginning, []).append(number)
    places: dict[str, list[int]] = {}
    for number in chain.from_iterable(numbers for numbers in alike.values() if len(numbers) > 1):
        places.setdefault(blocks[number].folded, []).append(number)
    return {numbers[1]: "metadata" for numbers in places.values() if len(numbers) == 2}  # noqa: PLR2004 - see above


def head(text: str, start: int, end: int) -> tuple[int, FurnitureKind] | None:
    """Return where the furniture at the beginning of a paragraph ends, and its kind; `None` where there is none."""
    found = phrases.leading(text[start : min(end, start + _LINK_TITLE)])
    return (start + found[0], found[1]) if found and start + found[0] < end else None


def tail(text: str, start: int, end: int) -> tuple[int, FurnitureKind] | None:
    """Return where the furniture at the end of a paragraph begins, and its kind; `None` where there is none."""
    window = max(start, end - _LONGEST)
    found = phrases.closing(text[window:end])
    return (window + found[0], found[1]) if found else None
