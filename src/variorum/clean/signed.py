"""Who signed it: the line of the authors at the top of an article, with "By" before it or of names alone."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from variorum.clean import stamps
from variorum.clean.blocks import Block, folded
from variorum.clean.byline import Byline, byline_of, is_job, is_outlet, people, service
from variorum.clean.forms import AGENCY, OUTLET, PHOTO, masked
from variorum.lexicon import column, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.clean._draft import Labels
    from variorum.model import Fields

_NAMES = 120
_ROLE = 70
_JOB_LINE = (3, 6)
_NAME_WORDS = 4
_ROLES = 2
"""Lines of job and desk under an author's name."""
_STAMP = 120
_ZONE = 12
_BY = re.compile(r"(?:\w+ )?by|(?:author|writer)s? ?:", re.IGNORECASE)
"""How a line of the author can begin; a longer one is read no further for the date in it."""
_LETTERS = re.compile(r"[A-Z][A-Z/.-]{1,9}")
_BETWEEN = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+|\s*,?\s+(?=(?i:published|posted|updated|last updated|modified)\b)")
_SMALL = re.compile(r"\b(?!and\b|for\b|in\b|the\b|de\b|van\b|von\b|al\b|bin\b|with\b|agencies\b)[a-z]{3,}")
_WHERE = re.compile(r" (?:in|from|at) [A-Z][\w .'’-]{2,40}?(?:,? (?:and|with) agencies)?\Z")
_PICTURE = re.compile(PHOTO)
_NAMED = re.compile(rf"{AGENCY}|{OUTLET}")
_HANDLE = re.compile(r"\s*@\w+")
_CONNECTING = frozenset(["and", "at", "for", "from", "in", "of", "the", "with"])


def signature(
    blocks: Sequence[Block], zone: Sequence[int], fields: Fields, labels: Labels, furniture: Labels
) -> tuple[Byline, int | None]:
    """Return who signed and the number of that line; it, and the lines of job and desk under it, become `metadata`."""
    given = people(fields.authors)
    authors = {folded(name) for name in (*given.authors, *fields.authors)}
    sentences = [n for n in zone if n not in furniture and n not in labels and _is_sentence(blocks[n])]
    begun = sentences[1] if len(sentences) > 1 else len(blocks)  # the first may be a standfirst
    for number in zone:
        top = number < begun
        read = None if number in labels else _read(blocks, number, authors, furniture if top else None)
        if read is not None:
            labels |= dict.fromkeys([number, *_roles_below(blocks, number)], "metadata")
            return read, number
    return Byline(), None


def _with_job(bare: str) -> str | None:
    """Return the name with which a line begins whose other words are a job: "Lena Marsh Maritime Correspondent"."""
    words = bare.split()
    named = " ".join(words[:2]).rstrip(",")
    fits = _JOB_LINE[0] <= len(words) <= _JOB_LINE[1] and is_job(words[-1]) and all(w[0].isupper() for w in words)
    return named if fits and _is_name(named, first=False) else None


def _is_sentence(block: Block) -> bool:
    return block.ended and len(block.bare) >= _NAMES / 2


def _read(blocks: Sequence[Block], number: int, authors: set[str], furniture: Labels | None) -> Byline | None:
    """Read one line: "By" and names, a service's letters, names that metadata give, names beside a date or alone.

    `furniture` is given above the first sentence: there a line beside confirms a name that no table has.
    """
    bare = blocks[number].bare
    stamp = stamps.find(bare) if len(bare) <= _NAMES or _BY.match(bare) else None
    read = byline_of(bare[: stamp.start].rstrip(" ,|•·-–—") if stamp and stamp.start else bare)
    if read is None and _is_desk(blocks, number):
        read = Byline((), (bare,))
    if read is None and stamp is not None:
        read = _beside(bare, stamp)
    if read is None and (blocks[number].folded in authors or _signed(blocks, number, furniture)):
        read = people((bare,))
    if read is None and (signed := _with_job(bare)):
        read = Byline((signed,))
    name, comma, role = bare.partition(",")
    if read is None and furniture is not None and comma and is_role(role) and _is_name(name, first=True):
        read = people((name,))
    return read


def _beside(bare: str, stamp: stamps.Stamp) -> Byline | None:
    """Read the names that stand beside a date on one line: before it, or anywhere where the given name is known."""
    if len(bare) > _NAMES:
        return None
    pieces = [piece for piece in _BETWEEN.split(bare) if piece]
    if len(pieces) == 1:
        return None
    found = [p for n, p in enumerate(pieces) if stamp.start >= len(p) * (n == 0) and _is_name(p, first=n == 0)]
    return Byline(tuple(found)) if found else None


def _is_name(words: str, *, first: bool) -> bool:
    named = people((words,)).authors
    sure = first or _is_given(words)
    return sure and len(named) == 1 and folded(named[0]) == folded(words) and " " in words and not is_place(words)


def is_place(words: str) -> bool:
    """Tell whether the words are a place, a country or a section of a paper, as the tables have them."""
    return folded(words) in _places()


@cache
def _places() -> frozenset[str]:
    places = {name for row in rows("places") for name in (row["place"], *row["aliases"].split("|"))}
    countries = {name for row in rows("countries") for name in (row["name"], *row["capital"].split("|"))}
    return frozenset(folded(name) for name in (*places, *countries, *column("sections", "section")) if name)


def _signed(blocks: Sequence[Block], number: int, furniture: Labels | None) -> bool:
    """Tell a line of nothing but names: two or more, or one that a known given name or the lines beside it confirm.

    The lines beside it count where `furniture` is given.
    """
    bare = blocks[number].bare
    if len(bare) > _NAMES or blocks[number].ended or _SMALL.search(bare):
        return False
    names = [name for name in people((bare,)).authors if " " in name]
    if (
        not names
        or any(is_place(n) or len(n.split()) > _NAME_WORDS for n in names)
        or _PICTURE.search(masked(bare, "photo_sources"))
    ):
        return False
    rest = folded(masked(_WHERE.sub("", bare), "agencies", "outlets"))
    for name in names:
        rest = rest.replace(folded(name), "", 1)
    alone = not rest.removesuffix("the") and folded(names[0].split()[-1]) not in blocks[0].folded
    if len(names) > 1 and len(rest) <= len("and") * 2:
        return True
    sure = alone and furniture is not None and _confirmed(blocks, number, furniture)
    return sure or (alone and _is_given(names[0]))


def _confirmed(blocks: Sequence[Block], number: int, furniture: Labels) -> bool:
    """Tell whether a date, a job, an outlet or a button stands right under a line, or a date right above it."""
    if number + 1 == len(blocks):
        return False
    below = blocks[number + 1]
    above = number > 0 and stamps.is_line(blocks[number - 1].bare)
    return above or number + 1 in furniture or is_role(below.bare) or stamps.is_line(below.bare)


def is_role(bare: str) -> bool:
    """Tell a line of nothing but a job, a desk, an outlet and a place."""
    if is_outlet(bare.rstrip(" —–-")):
        return True
    if len(bare) > _ROLE or re.search(r"[.!?:]\Z", bare):
        return False
    bare = _HANDLE.sub("", bare)
    words = _NAMED.sub(" ", hidden := masked(bare, "agencies", "outlets")).replace(",", " ").split()
    others = [word for word in words if not is_job(word) and word not in _CONNECTING]
    known = hidden != bare or len(others) < len(words)
    return known and bool(words or hidden != bare) and len(others) <= 2 and all(word[0].isupper() for word in others)  # noqa: PLR2004 - a place


def _is_desk(blocks: Sequence[Block], number: int) -> bool:
    """Tell the letters of a service alone on a line: the next line is the date, and a dateline has them in brackets."""
    bare = blocks[number].bare
    if not _LETTERS.fullmatch(bare) or number + 1 >= len(blocks) or not stamps.is_line(blocks[number + 1].bare):
        return False
    return service(bare) is not None or any(f"({bare})" in b.bare[:_STAMP] for b in blocks[number + 2 : number + _ZONE])


def _is_given(name: str) -> bool:
    return name.partition(" ")[0].casefold() in _given()


@cache
def _given() -> frozenset[str]:
    return frozenset(row["name"].casefold() for row in rows("given_names"))


def outlet_beside(blocks: Sequence[Block], number: int) -> str | None:
    """Return the one outlet that the author's line, or the lines under it, name; `None` for none or several."""
    lines = [blocks[n].bare for n in (number, *_roles_below(blocks, number))]
    found = {
        line[m.start() : m.end()] for line in lines for m in re.finditer(OUTLET, masked(line, "agencies", "outlets"))
    }
    return found.pop() if len(found) == 1 else None


def _roles_below(blocks: Sequence[Block], number: int) -> list[int]:
    below = range(number + 1, min(number + 1 + _ROLES, len(blocks)))
    return list(takewhile(lambda n: is_role(blocks[n].bare), below))
