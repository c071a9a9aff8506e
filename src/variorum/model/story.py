"""Which articles report one event, and what each has in common with the story it joined."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.claim import Passage

_SHOWN = 3
_IN_DAYS = 48
"""Hours from which a time apart is told in days."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What an article shares with a story at the moment it comes, the weightiest first.

    `words` counts the other shared words; `apart` is the time in days between the article and the nearest end of the
    story's reports, 0 within them, `None` where one of the two has no date.
    """

    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    words: int = 0
    apart: float | None = None

    def __str__(self) -> str:
        """Tell the ties in one line, as `joined_because` has them."""
        kinds = (("name", self.names), ("place", self.places), ("figure", self.figures), ("day", self.days))
        told = [f"{_counted(len(shared), kind)} ({_some(shared)})" for kind, shared in kinds if shared]
        told += [_counted(self.words, "word")] if self.words else []
        return ", ".join([*told, _apart(self.apart)])


@dataclass(frozen=True, slots=True)
class Assignment:
    """The story that an article joined or, where `opened`, started; it stays there.

    Stories are numbered from 1 in the order in which they opened. `score` ranks: with the threshold it says how near
    the decision was; in an opened story it is that of the best story refused. `rivals` are the other stories that
    would have taken the article, the best first: a person may want to merge them.
    """

    article: str
    story: int
    opened: bool
    score: float
    ties: Ties
    rivals: tuple[int, ...] = ()

    @property
    def why(self) -> str:
        """The reason in one line."""
        return "first report of its story" if self.opened else str(self.ties)


@dataclass(frozen=True, slots=True)
class Member:
    """One article of a story, as the list of stories shows it."""

    id: str
    url: str | None
    path: str
    outlet: str | None
    published: str | None
    joined_because: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Two articles with long passages in common: `overlap` is the share of the shorter one's words, 0 to 1."""

    articles: tuple[str, str]
    overlap: float
    passages: tuple[Passage, ...]


def _counted(number: int, kind: str) -> str:
    return f"{number} shared {kind}{'' if number == 1 else 's'}"


def _some(shared: tuple[str, ...]) -> str:
    return ", ".join(shared[:_SHOWN]) + (", …" if len(shared) > _SHOWN else "")


def _apart(days: float | None) -> str:
    if days is None:
        return "time apart unknown"
    hours = round(days * 24)
    if hours < 1:
        return "within the story's time"
    return f"{hours} hour{'' if hours == 1 else 's'} apart" if hours < _IN_DAYS else f"{round(days)} days apart"
