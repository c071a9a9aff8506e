"""What changed between two accounts of one event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.claim import Support, Verdict
from variorum.model.reading import CaveatKind

CHANGES_FORMAT = "variorum-changes/1"
ChangeKind = Literal["new", "gone", "changed", "merged", "split"]


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """A report that is new, gone, or has other words under its old name.

    `id` is that of the new account, of the old one where the report is gone.
    """

    change: ChangeKind
    id: str
    path: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A caveat on a claim that the old account did not have: its kind, its words, and who prints it."""

    kind: CaveatKind
    text: str
    outlet: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What became of a claim. `old` and `new` are its ids; `was` and `now` its labels.

    `merged`: the old claim's words now stand in another one's claim; `split`: the new claim's words stood in another
    one's. `first_denial` tells that somebody denies it now and nobody did.
    """

    change: ChangeKind
    old: str | None
    new: str | None
    text: str
    was: Support | None
    now: Support | None
    outlets_gained: tuple[str, ...] = ()
    outlets_lost: tuple[str, ...] = ()
    sources_gained: tuple[str, ...] = ()
    sources_lost: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    first_denial: bool = False
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the figures of a group leave together, and whether they can all hold."""

    low: float | None
    high: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A group of figures that has moved; `was` is `None` for a new one, `now` for one that is gone."""

    change: ChangeKind
    old: str | None
    new: str | None
    measure: str
    was: Bounds | None
    now: Bounds | None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed: reports, claims and figures that stayed as they were are not listed."""

    format: str
    articles: tuple[ArticleChange, ...]
    claims: tuple[ClaimChange, ...]
    figures: tuple[FigureChange, ...]
