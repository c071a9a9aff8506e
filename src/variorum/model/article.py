"""One report by one publisher: what was read, and what of it is the report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from variorum.model.span import Excerpt, Span

PartKind = Literal["headline", "standfirst", "dateline", "body", "correction"]
FurnitureKind = Literal[
    "caption",
    "credit",
    "related",
    "navigation",
    "comment-form",
    "subscription",
    "about",
    "metadata",
]
PublisherBasis = Literal["metadata", "url", "text"]
AgencyBasis = Literal["byline", "credit", "dateline", "text"]
DateBasis = Literal["metadata", "stated", "url", "inferred"]
Edition = Literal["first", "update"]


@dataclass(frozen=True, slots=True)
class Fields:
    """What the input itself says of an article beside its text (metadata); unknown is `None`."""

    title: str | None = None
    text: str | None = None
    url: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    language: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of one article as they were found.

    `media` is the media type as sniffed (`text/plain`, `text/markdown`, `text/html`, `application/json`: a record
    whose `fields.text` is the article); `sha256` is of `data`.
    """

    path: str
    data: bytes
    sha256: str
    media: str
    url: str | None = None
    encoding: str | None = None
    fields: Fields = field(default_factory=Fields)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that is the report, and its role. A body part is one paragraph."""

    start: int
    end: int
    kind: PartKind

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the text that is not the report: kept, marked, and never read for news."""

    start: int
    end: int
    text: str
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who printed the article, and how that is known."""

    name: str
    basis: PublisherBasis


@dataclass(frozen=True, slots=True)
class Agency:
    """The wire service whose copy the article is, and the words that say so.

    The place is `None` where a metadata field says it and not the text.
    """

    name: str
    basis: AgencyBasis
    start: int | None = None
    end: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When the article was published: an EDTF date, with the time of day where it is known."""

    value: str
    basis: DateBasis


@dataclass(frozen=True, slots=True)
class Article:
    """One report by one publisher. `text` never changes; everything later points into it.

    `version` tells a first version from a later one, where anything does; `place` is the place of writing.
    `parts` are in reading order, do not overlap and do not meet furniture; sentences never cross a part.
    """

    id: str
    path: str
    url: str | None
    sha256: str
    title: str | None
    text: str
    parts: tuple[Part, ...] = ()
    publisher: Publisher | None = None
    agency: Agency | None = None
    byline: tuple[str, ...] = ()
    published: Published | None = None
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()
    version: Edition | None = None
    place: Excerpt | None = None

    def excerpt(self, start: int, end: int) -> Excerpt:
        """Quote the text from `start` to `end`."""
        return Excerpt(start, end, self.text[start:end])
