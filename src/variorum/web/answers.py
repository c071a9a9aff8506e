"""What the JSON API answers beside the nouns themselves: parts of lists, and what was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model import (
    Article,
    Claim,
    Decision,
    Entity,
    FigureGroup,
    MadeBy,
    NotCompared,
    Passage,
    Problem,
    Reuse,
    Row,
    ToVerify,
    Utterance,
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is wrong with a request, in one line."""

    error: str


@dataclass(frozen=True, slots=True)
class ClaimList:
    """Some of the claims of an account; `total` counts all that fit the request."""

    total: int
    items: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix: a mark for each report, in the order of `articles`."""

    articles: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures that measure the same thing, and those that were not compared."""

    groups: tuple[FigureGroup, ...]
    not_compared: tuple[NotCompared, ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    """What was said in several wordings."""

    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """A time that is told: it `happened`, was `said`, or was `published`."""

    value: str
    lane: str
    words: str
    goal: str
    who: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All times, the earliest first."""

    entries: tuple[Time, ...]


@dataclass(frozen=True, slots=True)
class OneOrigin:
    """Reports that are one origin, and the agency behind them."""

    agency: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """Who copied whom."""

    origins: tuple[OneOrigin, ...]
    reuse: tuple[Reuse, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """People, bodies and places."""

    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Verify:
    """What to verify next, and what to read first."""

    verify_next: tuple[ToVerify, ...]
    read_first: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report, verbatim, and where they stand."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports: what they share word for word, and which claims both and each alone have."""

    articles: tuple[Article, Article]
    passages: tuple[Passage, ...]
    both: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people have decided, and the version of the account that a further decision must name."""

    seen: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """What made the account."""

    made_by: MadeBy
    format: str


@dataclass(frozen=True, slots=True)
class Checked:
    """How many quoted places say what their report says."""

    good: int
    total: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision that was written or taken back, and the account's version after it: `None` while it is being made."""

    decision: Decision | None
    undone: bool
    seen: str | None
