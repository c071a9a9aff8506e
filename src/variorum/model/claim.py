"""What statements of several articles assert together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.span import Excerpt, Span

Support = Literal["corroborated", "echoed", "single", "unattributed", "contested"]
ConflictKind = Literal["figure", "denial", "date", "actor", "place"]
Verdict = Literal["agree", "compatible", "differ", "superseded"]
ReuseKind = Literal["agency-copy", "update", "shared-passages"]


@dataclass(frozen=True, slots=True)
class Appearance:
    """One statement in which the claim appears (schema.org `appearance`).

    `words` are those of the statement that assert the claim, `because` tells what joined them to the others: `None`
    where there are no others.
    """

    statement: str
    words: tuple[Excerpt, ...] = ()
    because: str | None = None


@dataclass(frozen=True, slots=True)
class PrimarySource:
    """Somebody whom the claim finally rests on; `entity` is `None` for a source that is described, not named."""

    entity: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another claim that cannot hold beside this one, and why."""

    claim: str
    kind: ConflictKind
    why: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition, where it appears, and what its support amounts to. Never a verdict on truth."""

    id: str
    text: str
    appearances: tuple[Appearance, ...]
    articles: tuple[str, ...]
    outlets: int
    origins: int
    primary_sources: tuple[PrimarySource, ...]
    support: Support
    why: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """One version of an utterance: the statement, and where its words differ from the longest version.

    `differs` are places in the article's text; `notes` say what was cut, added or changed.
    """

    statement: str
    differs: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speech in all its wordings, the fullest first."""

    id: str
    source: PrimarySource
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures that measure the same thing, whether they can all hold, and the bounds they leave together."""

    id: str
    measure: str
    members: tuple[str, ...]
    verdict: Verdict
    low: float | None
    high: float | None
    why: str


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Figures that look alike and measure different things, and the reason."""

    figures: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two articles: `a` in the first of them, `b` in the second."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Reuse:
    """Two articles that share copy: `origin` is whose words they are, `overlap` the share of the shorter text.

    `left_out` are the claims that the fuller of two prints of one copy has and the shorter, `shorter`, has not.
    """

    articles: tuple[str, str]
    kind: ReuseKind
    origin: str | None
    overlap: float
    passages: tuple[Passage, ...] = ()
    shorter: str | None = None
    left_out: tuple[str, ...] = ()
