"""Places in a text, and the words that stand there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text: Unicode code points, end excluded (W3C Web Annotation's TextPositionSelector)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a place that cannot be."""
        if not 0 <= self.start <= self.end:
            msg = f"no such place in a text: {self.start} to {self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def overlaps(self, other: Span | Excerpt) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span | Excerpt) -> bool:
        """Tell whether `other` lies within this place."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Excerpt:
    """Verbatim words and where they stand (TextPositionSelector with the exact text beside it)."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Refuse words that cannot stand there."""
        if not 0 <= self.start <= self.end or len(self.text) != self.end - self.start:
            msg = f"no such words: {self.start} to {self.end} for {len(self.text)} code points"
            raise ValueError(msg)

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.start, self.end)


def excerpt(text: str, start: int, end: int) -> Excerpt:
    """Quote `text` from `start` to `end`."""
    return Excerpt(start, end, text[start:end])
