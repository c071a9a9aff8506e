"""Whose copy it is: the wire service that byline, dateline or credit name. "Told Reuters" names no agency."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from variorum.clean.byline import agency_names, service
from variorum.clean.forms import AGENCY, masked
from variorum.lexicon import rows
from variorum.model import Agency

if TYPE_CHECKING:
    from variorum.clean._draft import Draft
    from variorum.clean.dateline import Dateline
    from variorum.clean.head import Head
    from variorum.model import Furniture, Part, Publisher

_NEAR = 2
"""Paragraphs of the report between a credit for the copy and the report's nearer end."""
_DESK = re.compile(
    r"[(\[]?(?:additional )?(?:reporting|writing|editing)(?: and (?:writing|editing|reporting))? by [^()\n]*",
    re.IGNORECASE,
)


_CREDIT = re.compile(
    rf"(?:[(\[–—-] ?|\A|(?:©|\(c\)|copyright|via|source ?:|courtesy of|from) ?(?:\d{{4}},? ?)?(?:by )?(?:the )?)"
    rf"(?P<name>{AGENCY})(?=[)\]/,.&]| ?\Z|[. ]+all rights|['’]s (?:own )?copy| \d{{4}})",
    re.IGNORECASE,
)
"""What credit lines say of whose copy it is; "X contributed to this report" says only that it helped."""


def agency_of(
    draft: Draft, head: Head, line: Dateline | None, cut: tuple[tuple[Part, ...], tuple[Furniture, ...]], home: str
) -> Agency | None:
    """Return the service, the surest sign first: byline, dateline, credit, then the service's own site (`home`)."""
    parts, furniture = cut
    return (
        _by_byline(draft, head)
        or _by_dateline(draft, line)
        or _by_credit(parts, furniture)
        or _by_author(draft)
        or _by_home(furniture, home)
    )


def is_own(agency: Agency, publisher: Publisher | None, home: str) -> bool:
    """Tell an outlet's mark of its own copy ("(CNN) --" on CNN's page) from a service's."""
    return publisher is not None and not home and agency_names().get(publisher.name.casefold()) == agency.name


def _by_byline(draft: Draft, head: Head) -> Agency | None:
    if head.byline_at is None or not head.byline.agencies:
        return None
    block, form = draft.blocks[head.byline_at], head.byline.agencies[0]
    at = draft.text.find(form, block.start, block.end)
    return _placed(draft.text, at, form, "byline") if at >= 0 else None


def _by_dateline(draft: Draft, line: Dateline | None) -> Agency | None:
    if line is None or line.agency is None:
        return None
    return _placed(draft.text, line.agency_start, line.agency, "dateline")


def _by_credit(parts: tuple[Part, ...], furniture: tuple[Furniture, ...]) -> Agency | None:
    """Read the credits at the two ends of the report; one amid it is a picture's."""
    bodies = [part.start for part in parts if part.kind == "body"]
    for piece in furniture:
        above = sum(start < piece.start for start in bodies)
        if piece.kind != "credit" or "contribut" in piece.text.lower() or _NEAR < above < len(bodies) - _NEAR:
            continue
        if found := _named(piece) or _by_trailer(piece):
            return found
    return None


def _named(piece: Furniture) -> Agency | None:
    match = _CREDIT.search(masked(piece.text, "agencies"))
    if match is None:
        return None
    first, last = match.span("name")
    form = piece.text[first:last]
    return Agency(_name(form), "credit", piece.start + first, piece.start + last, form)


def _by_trailer(piece: Furniture) -> Agency | None:
    for pattern, name in _trailers():
        if match := pattern.search(piece.text):
            return Agency(name, "credit", piece.start + match.start(), piece.start + match.end(), match.group())
    return None


@cache
def _trailers() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"], re.IGNORECASE), row["agency"]) for row in rows("agency_trailers"))


def _by_author(draft: Draft) -> Agency | None:
    """Read the author and outlet fields of metadata, where they name a service."""
    words = (*draft.fields.authors, draft.fields.outlet or "")
    name = next((found for word in words if (found := service(word))), None)
    return Agency(name, "byline") if name else None


def _by_home(furniture: tuple[Furniture, ...], home: str) -> Agency | None:
    if not home:
        return None
    for piece in furniture:
        if piece.kind == "credit" and (match := _DESK.search(piece.text)):
            start = piece.start + match.start()
            return Agency(home, "credit", start, start + len(match.group()), match.group())
    return Agency(home, "credit")


def _placed(text: str, start: int, form: str, basis: str) -> Agency:
    end = start + len(form)
    return Agency(_name(form), basis, start, end, text[start:end])  # type: ignore[arg-type]


def _name(form: str) -> str:
    return service(form) or form
