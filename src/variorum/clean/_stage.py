"""From a capture to an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.clean._draft import Draft, Label, drafted
from variorum.clean.agency import agency_of, is_own
from variorum.clean.blocks import folded
from variorum.clean.byline import people
from variorum.clean.dateline import Dateline, colon_dateline, dateline
from variorum.clean.furniture import head as head_of
from variorum.clean.furniture import labelled, tail
from variorum.clean.head import Head, read_head
from variorum.clean.imprint import own_address
from variorum.clean.language import language_of
from variorum.clean.place import place_of
from variorum.clean.published import published_of
from variorum.clean.publisher import outlet_of, publisher_of, signed_for
from variorum.clean.teasers import author_boxes, buttons, capitals, closings, openings, teasers
from variorum.clean.version import version_of
from variorum.model import Agency, Article, Capture, Furniture, Part, Problem, Publisher
from variorum.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from variorum.clean.blocks import Block

_OPENING = 8
"""Paragraphs of the body in which a dateline is looked for: captions and a summary's points may stand above it."""
_ABOVE = 2
"""Whole sentences that may stand above a dateline: more are a report of which it opens a part."""
_TAILS = 4
"""Pieces of furniture at the end of one paragraph: links, a credit and an agency's mark are three."""
Cut = tuple[tuple[Part, ...], tuple[Furniture, ...]]
_PARTS = frozenset(["headline", "standfirst", "dateline", "body", "correction"])


def clean(capture: Capture, *, name: str, settings: Settings = DEFAULT) -> tuple[Article, list[Problem]]:
    """Return the article `name` that a capture holds, and what a reader must know of how it was read.

    The text is the capture's own; furniture is marked in it, never taken out. Raises `InputError` with the code
    `no-text` where there is no text at all.
    """
    draft = drafted(capture, settings)
    furniture = labelled(draft.blocks)
    head = read_head(draft.blocks, draft.fields, furniture, titled=draft.titled)
    labels = _labels(draft, furniture, head)
    line = _dateline(draft, labels)
    parts, marked = _cut(draft, labels, line)
    article = _article(capture, name, draft, head, (parts, marked), line)
    known = {problem.code for problem in draft.problems}
    return article, [*draft.problems, *(problem for problem in _problems(article) if problem.code not in known)]


def _labels(draft: Draft, furniture: dict[int, Label], head: Head) -> list[Label]:
    known: dict[int, Label] = furniture | head.labels
    known |= teasers(draft.blocks, known, draft.blocks[head.headline].bare if head.headline is not None else "")
    known |= closings(draft.blocks, known)
    known |= capitals(draft.blocks, known)
    known |= author_boxes(draft.blocks, known, (*head.byline.authors, *people(draft.fields.authors).authors))
    known |= buttons(draft.blocks, known)
    labels: list[Label] = [known.get(number, "body") for number in range(len(draft.blocks))]
    for number, label in openings(draft.blocks, labels, titled=draft.titled).items():
        labels[number] = label
    return labels


def _dateline(draft: Draft, labels: list[Label]) -> Dateline | None:
    """Find the dateline; what stands above it is a caption on a page, a standfirst in a bare text."""
    body = [number for number, label in enumerate(labels) if label == "body"]
    for place, number in enumerate(body[:_OPENING]):
        block = draft.blocks[number]
        found = dateline(draft.text, block.inner, block.outer)
        if found is not None and (place == 0 or found.agency):
            if sum(draft.blocks[above].ended for above in body[:place]) > _ABOVE:
                return None
            for above in body[:place]:
                labels[above] = "caption" if draft.titled and draft.blocks[above].ended else "standfirst"
            return found
    places = (colon_dateline(draft.text, draft.blocks[n].inner, draft.blocks[n].outer) for n in body)
    first, *others = [*places] or [None]
    return None if any(others) else first


def _cut(draft: Draft, labels: list[Label], line: Dateline | None) -> Cut:
    parts: list[Part] = []
    marked: list[Furniture] = []
    for block, label in zip(draft.blocks, labels, strict=True):
        if label not in _PARTS:
            marked.append(Furniture(block.start, block.end, draft.text[block.start : block.end], label))  # type: ignore[arg-type]
            continue
        inside, outside = _paragraph(draft.text, block, label, line)
        parts += inside
        marked += outside
    return tuple(parts), tuple(marked)


def _paragraph(text: str, block: Block, label: Label, line: Dateline | None) -> tuple[list[Part], list[Furniture]]:
    """Part one paragraph into its dateline, its words, and the furniture at its ends."""
    start, end = block.inner, block.outer
    parts: list[Part] = []
    marked: list[Furniture] = []
    if line is not None and line.start == start:
        parts.append(Part(start, _trimmed(text, start, line.end), "dateline"))
        start = line.end
    led = head_of(text, start, end) if label in {"body", "standfirst"} else None
    if led is not None:
        last = _trimmed(text, start, led[0])
        marked.append(Furniture(start, last, text[start:last], led[1]))
        start = led[0]
    for _ in range(_TAILS if label in {"body", "correction"} else 0):
        found = tail(text, start, end)
        if found is None:
            break
        at, kind = found
        marked.insert(int(led is not None), Furniture(at, end, text[at:end], kind))
        end = _trimmed(text, start, at)
        if end == start:
            break
    if start < end:
        parts.append(Part(start, end, label))  # type: ignore[arg-type]
    return parts, marked


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _article(capture: Capture, name: str, draft: Draft, head: Head, cut: Cut, line: Dateline | None) -> Article:
    parts, furniture = cut
    title = _title(draft, head)
    url = capture.url or draft.fields.url or head.particulars.get("url") or own_address(furniture, title)
    stated = draft.fields.outlet or head.particulars.get("outlet")
    publisher = publisher_of(stated, url, draft.text, furniture) or signed_for(head.outlet)
    return Article(
        id=name,
        path=capture.path,
        url=url,
        sha256=capture.sha256,
        title=title,
        text=draft.text,
        parts=parts,
        publisher=publisher,
        agency=_agency(draft, head, cut, line, publisher),
        byline=_authors(draft, head, publisher),
        published=published_of(
            draft.fields, head, url, outlet_of(publisher), draft.text[line.start : line.end] if line else ""
        ),
        language=_language(draft, parts),
        furniture=furniture,
        version=version_of(draft, head, title),
        place=place_of(draft, head, parts),
    )


def _agency(draft: Draft, head: Head, cut: Cut, line: Dateline | None, publisher: Publisher | None) -> Agency | None:
    outlet = outlet_of(publisher)
    home = outlet.agency if outlet else ""
    agency = agency_of(draft, head, line, cut, home)
    return None if agency and is_own(agency, publisher, home) else agency


def _title(draft: Draft, head: Head) -> str | None:
    if head.headline is None:
        return draft.fields.title or head.particulars.get("title")
    return draft.blocks[head.headline].bare


def _authors(draft: Draft, head: Head, publisher: Publisher | None) -> tuple[str, ...]:
    given = people(draft.fields.authors or tuple(filter(None, [head.particulars.get("authors")])))
    named = given.authors or head.byline.authors
    return tuple(name for name in named if publisher is None or folded(name) != folded(publisher.name))


def _language(draft: Draft, parts: tuple[Part, ...]) -> str | None:
    words = " ".join(draft.text[part.start : part.end] for part in parts) or draft.text
    found = language_of(words) or language_of(draft.text)
    stated = re.match(r"[a-z]{2}(?![a-z])", (draft.fields.language or "").lower())
    return found or (stated.group() if stated else None)


def _problems(article: Article) -> list[Problem]:
    found: list[Problem] = []
    if article.language not in {None, "en"}:
        message = f"{article.path} is in {article.language}, not English: only its copies and names are compared"
        found.append(Problem(article.path, "not-english", message))
    if not any(part.kind in {"body", "standfirst"} for part in article.parts):
        rest = "all but its title" if article.title else "all of it"
        message = f"{article.path}: {rest} is the page's own text (links, forms, teasers): give the report's text"
        code = "all-furniture" if article.furniture else "no-article"
        found.append(Problem(article.path, code, message))
    return found
