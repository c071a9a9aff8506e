"""What one article says: statements, figures, times, caveats. The field names are those of PARC/PolNeAR and TimeML."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from variorum.model.span import Excerpt

Mode = Literal["direct", "indirect", "mixed", "narration"]
Act = Literal["speech", "thought"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Change = Literal["up", "down"]
CaveatKind = Literal[
    "denied",
    "rejected",
    "declined-to-comment",
    "did-not-respond",
    "not-acknowledged",
    "neither-confirmed-nor-denied",
    "could-not-verify",
    "no-evidence-given",
    "unconfirmed",
    "conflicting-reports",
]


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name whoever said something, and the entity meant (`None` while it is not known)."""

    text: str
    start: int
    end: int
    entity: str | None = None

    @property
    def excerpt(self) -> Excerpt:
        """The words alone."""
        return Excerpt(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one article says at one place, on somebody's word or, as `narration`, in its own voice.

    `source` is the nearest speaker, `via` those who relay that speaker, nearest first; `content` is without source,
    cue and the leading "that", in pieces where the cue stands inside. `said_on` is a TIMEX3 value, `channel` the
    medium spoken through. `rule` names the rule that found the statement. `propositions` are the clauses of a content
    that asserts more than one thing, one by one; empty where it asserts one. `inner` are clauses within what it
    asserts that tell of a noun or a deed in it ("the ship that sank in May has been raised"), each in its pieces.
    """

    id: str
    article: str
    mode: Mode
    act: Act
    source: Speaker | None
    via: tuple[Speaker, ...]
    cue: Excerpt | None
    content: tuple[Excerpt, ...]
    said_on: str | None = None
    channel: str | None = None
    rule: str = ""
    propositions: tuple[Excerpt, ...] = ()
    inner: tuple[tuple[Excerpt, ...], ...] = ()

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1].end

    @property
    def text(self) -> str:
        """The content as one string, an ellipsis where the cue stood inside."""
        return " … ".join(piece.text for piece in self.content)

    @property
    def units(self) -> tuple[tuple[Excerpt, ...], ...]:
        """The words of all that it asserts, each in its pieces: the propositions, then the clauses within them."""
        return (*(tuple((p,) for p in self.propositions) or (self.content,)), *self.inner)

    @property
    def asserted(self) -> tuple[str, ...]:
        """The words of each unit as one string."""
        return tuple(" … ".join(piece.text for piece in pieces) for pieces in self.units)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with what it counts and the bounds that its words allow.

    `low` and `high` are `None` where the words set no bound on that side. `unit` is for measured things (`day`,
    `percent`, `square kilometre`, `USD`), `counted` the noun counted, `measure` what is measured of it (`killed`,
    `injured`, `killed or injured`, …): equal for figures that measure the same thing. `period` is the TIMEX3 duration
    or date that the count is limited to ("over one week" → `P1W`), `place` the place it is limited to.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None
    change: Change | None = None
    counted: str | None = None
    measure: str | None = None
    as_of: str | None = None
    statement: str | None = None
    period: str | None = None
    place: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Timex:
    """The words of a time and their TIMEX3 value, as imprecise as the words; `inferred` marks a year not written."""

    article: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    inferred: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Caveat:
    """Words by which the article marks doubt, denial or silence; `claims` are those it speaks of."""

    article: str
    start: int
    end: int
    text: str
    kind: CaveatKind
    source: Speaker | None = None
    claims: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says, in reading order. Statement and figure ids are `s1…` and `f1…` within the article."""

    article: str
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Timex, ...] = ()
    caveats: tuple[Caveat, ...] = ()

    def renumbered(self, statements: int, figures: int) -> Reading:
        """Return the same reading with ids that go on after `statements` statements and `figures` figures."""
        new = {s.id: f"s{statements + n}" for n, s in enumerate(self.statements, 1)}
        return replace(
            self,
            statements=tuple(replace(s, id=new[s.id]) for s in self.statements),
            figures=tuple(
                replace(f, id=f"f{figures + n}", statement=new.get(f.statement or ""))
                for n, f in enumerate(self.figures, 1)
            ),
        )
