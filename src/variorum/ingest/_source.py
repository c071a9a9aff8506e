"""What a reader is given, and what it gives."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from variorum.model import Capture, Fields, Problem
from variorum.settings import DEFAULT, Settings

Item = Capture | Problem


@dataclass(frozen=True, slots=True)
class Source:
    """Some bytes, where they were found, how many packings they lie in, and what knows the rules of sites."""

    path: str
    data: bytes
    settings: Settings = DEFAULT
    url: str | None = None
    encoding: str | None = None
    media: str | None = None
    depth: int = 0
    robots: Callable[[str, Settings], None] | None = None

    def capture(self, media: str, fields: Fields | None = None) -> Capture:
        """Return the bytes as one article of the given media type."""
        digest = hashlib.sha256(self.data).hexdigest()
        return Capture(self.path, self.data, digest, media, self.url, self.encoding, fields or Fields())


Reader = Callable[[Source], Iterator[Item]]


def refused(path: str, code: str, message: str) -> Problem:
    """Return the problem of an input that could not be read at all."""
    return Problem(path, code, message, fatal=True)


@cache
def quieten(library: str) -> None:
    """Keep a library's log off standard error where nobody has set logging up: what matters becomes a problem."""
    logging.getLogger(library).addHandler(logging.NullHandler())
