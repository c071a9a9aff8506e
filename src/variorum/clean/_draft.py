"""What every step of the stage works on: the final text, its paragraphs, and what metadata say of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from variorum.clean.blocks import Block, blocks_of
from variorum.errors import InputError
from variorum.model import Fields, FurnitureKind, PartKind, Problem
from variorum.text.decoding import decode, sanitized

if TYPE_CHECKING:
    from variorum.model import Capture
    from variorum.settings import Settings

Label = FurnitureKind | PartKind
Labels = dict[int, Label]


@dataclass(frozen=True)
class Draft:
    """The text as it will stay; `titled` tells that its first paragraph is the title that metadata gave."""

    text: str
    fields: Fields
    titled: bool = False
    problems: tuple[Problem, ...] = ()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs of the text."""
        return blocks_of(self.text)


def drafted(capture: Capture, settings: Settings) -> Draft:
    """Decode a capture and lay out its text: a plain file's own text, else the title, a blank line, the body."""
    draft = _DRAFTS.get(capture.media, _plain)(capture)
    if not draft.text.strip("\ufffd \t\r\n\ufeff"):
        message = f"{capture.path} has no text that can be read: give the page's source or its text"
        raise InputError(message, code="no-text")
    return _shortened(draft, capture.path, settings.max_article_chars)


def _shortened(draft: Draft, path: str, limit: int) -> Draft:
    if len(draft.text) <= limit:
        return draft
    message = f"{path} has {len(draft.text)} characters and is read up to {limit}: split it if the rest matters"
    return replace(draft, text=draft.text[:limit], problems=(*draft.problems, Problem(path, "too-long", message)))


def _plain(capture: Capture) -> Draft:
    decoded = decode(capture.data, capture.encoding)
    text, problems = sanitized(decoded.text), []
    if decoded.doubt:
        problems.append(Problem(capture.path, "encoding", f"{capture.path}: {decoded.doubt}; check names with accents"))
    if "\0" in decoded.text:
        message = f"{capture.path} holds NUL characters; each stands as U+FFFD: save the file again as plain text"
        problems.append(Problem(capture.path, "encoding", message))
    return Draft(text, capture.fields, problems=tuple(problems))


def _record(capture: Capture) -> Draft:
    return laid_out(capture.fields)


def laid_out(fields: Fields, problems: tuple[Problem, ...] = ()) -> Draft:
    """Return the title, a blank line and the body as one text (no title: the body alone)."""
    title = " ".join(sanitized(fields.title or "").split())
    body = sanitized(fields.text or "").strip("\r\n")
    text = "\n\n".join(piece for piece in (title, body) if piece.strip())
    return Draft(text, replace(fields, title=title or None), bool(title), problems)


def _page(capture: Capture) -> Draft:
    from variorum.clean.page import page  # noqa: PLC0415 - the HTML library costs 350 ms, and text needs none

    fields, problems = page(capture)
    return laid_out(fields, problems)


_DRAFTS = {"text/html": _page, "application/json": _record}
