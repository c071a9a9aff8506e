"""Why one claim of an account is one claim, and why it has its label."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.account import Mark
from variorum.model.claim import Claim, FigureGroup, Reuse
from variorum.model.decision import Note
from variorum.model.reading import Caveat, Figure, Statement
from variorum.model.span import Excerpt

EXPLANATION_FORMAT = "variorum-explanation/1"


@dataclass(frozen=True, slots=True)
class Explained:
    """One appearance: the words of the statement that assert the claim, whose they are, and what joined them."""

    statement: Statement
    path: str
    outlet: str
    agency: str | None
    words: tuple[Excerpt, ...]
    mark: Mark | None
    because: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of the claim, and the group in which it was compared; `None` where it was not."""

    figure: Figure
    group: FigureGroup | None


@dataclass(frozen=True, slots=True)
class Against:
    """A claim that cannot hold beside this one, in its words, and why."""

    claim: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All on which a claim rests; `copies` are the pairs of its reports that share copy.

    What was counted once, what leans on what and what people have decided stands in `claim.why`.
    """

    format: str
    claim: Claim
    appearances: tuple[Explained, ...]
    copies: tuple[Reuse, ...]
    figures: tuple[Counted, ...]
    caveats: tuple[Caveat, ...]
    against: tuple[Against, ...]
    notes: tuple[Note, ...]
