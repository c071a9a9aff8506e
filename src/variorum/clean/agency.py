"""Whose copy it is: the wire service that byline, dateline or credit name. "Told Reuters" names an addressee, no agency."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from variorum.clean.byline import agency_names
from variorum.lexicon import column
from variorum.model import Agency

if TYPE_CHECKING:
    from variorum.clean._draft import Draft
    from variorum.clean.dateline import Dateline
    from variorum.clean.head import Head
    from variorum.model import Furniture

_DESK = re.compile(
    r"[(\[]?(?:additional )?(?:reporting|writing|editing)(?: and (?:writing|editing|reporting))? by [^()\n]*",
    re.IGNORECASE,
)


@cache
def _named() -> re.Pattern[str]:
    forms = "|".join(re.escape(f) for f in sorted(column("agencies", "form"), key=lambda f: (-len(f), f)))
    return re.compile(rf"(?<![\w/])(?:{forms})(?![\w/])")


@cache
def _credits() -> re.Pattern[str]:
    """What credit lines say of whose copy it is; "X contributed to this report" says only that it helped."""
    forms = _named().pattern
    return re.compile(
        rf"(?:[(\[–—-] ?|\A|(?:©|\(c\)|copyright|via|source ?:|courtesy of|from|inputs from) ?(?:\d{{4}},? ?)?(?:by )?(?:the )?)"
        rf"(?P<name>{forms})(?=[)\]/,.&]| ?\Z|[. ]+all rights|['’]s (?:own )?copy| \d{{4}})",
        re.IGNORECASE,
    )


def agency_of(
    draft: Draft, head: Head, line: Dateline | None, furniture: tuple[Furniture, ...], home: str
) -> Agency | None:
    """Return the service, the surest sign first: byline, dateline, credit, then the service's own site (`home`)."""
    return (
        _by_byline(draft, head)
        or _by_dateline(draft, line)
        or _by_credit(furniture)
        or _by_author(draft)
        or _by_home(furniture, home)
    )


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


def _by_credit(furniture: tuple[Furniture, ...]) -> Agency | None:
    for piece in furniture:
        if piece.kind != "credit" or "contribut" in piece.text.lower():
            continue
        match = _credits().search(piece.text)
        if match is not None:
            start = piece.start + match.start("name")
            return Agency(_name(match["name"]), "credit", start, start + len(match["name"]), match["name"])
    return None


def _by_author(draft: Draft) -> Agency | None:
    """The author or outlet field of metadata is a service."""
    words = (*draft.fields.authors, draft.fields.outlet or "")
    name = next((found for word in words if (found := agency_names().get(word.casefold().strip(" .")))), None)
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
    return agency_names().get(form.casefold(), form)
