"""Columns of teasers for other stories, and captions that lost their picture: rules of structure, not of words."""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING

from variorum.clean.blocks import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.clean._draft import Label, Labels
    from variorum.clean.blocks import Block

_MEDIUM = re.compile(
    r"(?:video|audio|photos?|gallery|slideshow|podcast|watch|listen|read more)\b[:|»›]? (?=[A-Z“\"‘'])", re.IGNORECASE
)
_SIGN_OFF = re.compile(
    r"(?:(?:[A-Z][\w.]*[’']s )?(?:[A-Z][\w.’'-]+ ){1,4}"
    r"(?:reports?|has more|explains?|looks at|visited|tells us)\b[^.]{0,90}[.]?"
    r"|\b(?:reports|has more)(?: from [\w ,’'-]{2,60})?\.)\Z"
)
_COLUMN = 3
"""So many teasers make a column: one "Video" line alone may be a report on a video."""
_WORDS = 4
_CLAUSE = 7
_REPORT = 3
"""Whole sentences from which a text is a report, and what stands below them may be the page's."""
_LONGEST = 40
_TITLE_WORDS = 16
_TITLES = 6
"""More lines than this below a report are its own list: dates of a tour, the names of the dead."""
_ENTRY = re.compile(
    r"\A(?:[-–—•*(\[\d]|Sources?:)|\A[A-Z][a-z]{2,8}\.? \d{1,2}\b"
    r"|[@()\[\]]|https?:|\s(?:--|[–—])\s|\d,\s|,\s+\d|\d [ap]\.m\b"
)
_NAME = 120
_TELLING = re.compile(r",? (?:is|was|has|covers|writes|reports|joined|works)\b")
_CAPITALS = 0.6
_LOUD = 5
_FEW = 2


def teasers(blocks: Sequence[Block], known: Labels, title: str) -> Labels:
    """Return the paragraphs of a column of teasers as `related`.

    A teaser opens with a medium's name before a headline; three or more of them, none sharing two words with the
    title, make a column, and what it prints a second time, or with a reporter's sign-off beside it, belongs to it.
    """
    free = [n for n in range(len(blocks)) if n not in known]
    column = [n for n in free if _MEDIUM.match(blocks[n].bare) and _is_other(blocks[n].bare, title)]
    if len(column) < _COLUMN:
        return {}
    inside = "".join(blocks[n].folded for n in column)
    beside = [n for n in free if n not in column and _is_other(blocks[n].bare, title)]
    copies = [
        n
        for n in beside
        if blocks[n].folded in inside or (_SIGN_OFF.search(blocks[n].bare) and len(column) * 2 > len(free))
    ]
    return dict.fromkeys([*column, *copies], "related")


def _is_other(words: str, title: str) -> bool:
    """Tell whether a paragraph shares fewer than two longer words with the title."""
    ours = {folded(w) for w in re.findall(r"[^\W\d_]{4,}", title)}
    return len(ours & {folded(w) for w in re.findall(r"[^\W\d_]{4,}", words)}) < 2  # noqa: PLR2004 - two words


def closings(blocks: Sequence[Block], known: Labels) -> Labels:
    """Return the titles of other stories below the last sentence as `related`.

    They end as no sentence does, and are two to six, or one in title case, or stand beside other furniture. A report
    cut off in its last sentence ends in one longer line; a list of dates or of the dead is longer, or not of titles.
    """
    ended = [n for n, block in enumerate(blocks) if n not in known and block.ended]
    if len(ended) < _REPORT:
        return {}
    below = [n for n in range(ended[-1] + 1, len(blocks)) if n not in known]
    if not 0 < len(below) <= _TITLES or not all(_is_link(blocks[n].bare) for n in below):
        return {}
    beside = below[-1] + 1 in known or below[0] - 1 in known
    return dict.fromkeys(below, "related") if len(below) > 1 or beside or _is_title_case(blocks[below[0]].bare) else {}


def _is_link(bare: str) -> bool:
    """Tell a title from an entry of a list (a date, a name and place), a post, or the head of a list."""
    return _WORDS <= len(bare.split()) <= _TITLE_WORDS and not bare.endswith(":") and _ENTRY.search(bare) is None


def _is_title_case(bare: str) -> bool:
    words = re.findall(r"[^\W\d_]{4,}", bare)
    return bool(words) and sum(word[0].isupper() for word in words) >= len(words) * _CAPITALS


def buttons(blocks: Sequence[Block], known: Labels) -> Labels:
    """Return lines of one to three words beside furniture, above the first sentence or below the last: `navigation`.

    Lists of names or places below a report are longer than two such lines.
    """
    ended = [n for n, block in enumerate(blocks) if n not in known and block.ended]
    if len(ended) < _REPORT:
        return {}
    short = [n for n in range(len(blocks)) if n not in known and _is_button(blocks[n])]
    found: Labels = {}
    for zone in (range(ended[0]), range(ended[-1] + 1, len(blocks))):
        here = [n for n in short if n in zone]
        if 0 < len(here) <= _FEW:
            marked = {n for n in here if {n - 1, n + 1} & (known.keys() | found.keys()) - {0}}
            found |= dict.fromkeys(marked, "navigation")
    return found


def _is_button(block: Block) -> bool:
    return not block.ended and len(block.bare.split()) < _WORDS and _ENTRY.search(block.bare) is None


def capitals(blocks: Sequence[Block], known: Labels) -> Labels:
    """Return the titles of other stories that stand between the report's sentences as `related`.

    They are in capitals, or in title case throughout with a sentence above and below. A heading of the report's own is
    shorter; a report that is full of such lines has its own. Of 900 lines that end as no sentence does, amid 1,500
    collected articles, those in capitals of five words and more all were links.
    """
    free = [n for n in range(len(blocks)) if n not in known]
    loud = [n for n in free if not blocks[n].ended and blocks[n].bare.isupper()]
    titles = [n for n in loud if len(blocks[n].bare.split()) >= _LOUD and free.index(n) and n != free[-1]]
    titles = titles if len(loud) * 3 < len(free) else []
    return dict.fromkeys([*titles, *_titled(blocks, free)], "related")


def _titled(blocks: Sequence[Block], free: Sequence[int]) -> list[int]:
    """Return the lines in title case that stand amid the sentences, alone or one below the other."""
    titles = [n for n in free if not blocks[n].ended and _is_title(blocks[n].bare)]
    around = [n for n in free if n not in titles]
    amid = [n for n in titles if _between_sentences(blocks, around, n)]
    return amid if len(amid) * 3 < len(free) else []


def _is_title(bare: str) -> bool:
    words = re.findall(r"[^\W\d_]{4,}", bare)
    told = len(bare.split()) > _LOUD and len(words) >= _WORDS and _is_link(bare)
    return told and all(word[0].isupper() for word in words)


def _between_sentences(blocks: Sequence[Block], around: Sequence[int], number: int) -> bool:
    at = bisect(around, number)
    return 0 < at < len(around) and blocks[around[at - 1]].ended and blocks[around[at]].ended


def author_boxes(blocks: Sequence[Block], known: Labels, authors: Sequence[str]) -> Labels:
    """Return what stands on the authors at the foot as `about`: a name alone, what is below it, what tells of them."""
    names = {folded(name) for name in authors if " " in name}
    alone = [n for n in range(len(blocks)) if n not in known and _is_one_of(blocks[n], names)]
    told = {n for n in range(len(blocks)) for name in authors if _tells_of(blocks[n].bare, name)}
    first = alone[0] if len(alone) == 1 else len(blocks)  # in a transcript the name stands above each answer
    boxes = {*range(first, len(blocks)), *told} if _nothing_after(blocks, first, known) else told
    return {n: "about" for n in boxes if n not in known and _nothing_after(blocks, n, known)}


def _is_one_of(block: Block, names: set[str]) -> bool:
    return bool(names) and len(block.bare) <= _NAME and block.folded in names


def _tells_of(bare: str, name: str) -> bool:
    return " " in name and bare.startswith(name) and _TELLING.match(bare, len(name)) is not None


def _nothing_after(blocks: Sequence[Block], number: int, known: Labels) -> bool:
    """Tell whether the report has ended above a paragraph: at most two of its sentences stand below."""
    return sum(n not in known and blocks[n].ended for n in range(number + 1, len(blocks))) <= 2  # noqa: PLR2004 - two


def openings(blocks: Sequence[Block], labels: Sequence[Label], *, titled: bool) -> Labels:
    """Return what the lines are that stand above the first sentence and end as no sentence does.

    Only where nearly all of the body ends as sentences do. A whole clause is the outlet's own summary, a `standfirst`
    (it may be a caption that lost its picture; it asserts something all the same), a few words are a `caption`; in a
    bare text, which has no pictures, they are a standfirst too.
    """
    body = [n for n, label in enumerate(labels) if label == "body"]
    ended = [n for n in body if blocks[n].ended]
    if len(ended) < _WORDS or len(ended) * 5 < len(body) * 4:
        return {}
    above = [n for n in body if n < ended[0] and not blocks[n].bare.endswith(":")]
    return {n: label for n in above if (label := _opening(blocks[n].bare, titled=titled))}


def _opening(bare: str, *, titled: bool) -> Label | None:
    count = len(bare.split())
    if not _WORDS <= count <= _LONGEST:
        return None
    return "standfirst" if count >= _CLAUSE or not titled else "caption"
