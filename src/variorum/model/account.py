"""The account: what the reports of one event say together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.article import Article
from variorum.model.claim import Claim, FigureGroup, NotCompared, Reuse, Utterance
from variorum.model.decision import Decision, Note
from variorum.model.entity import Entity
from variorum.model.problem import Problem
from variorum.model.reading import Caveat, Figure, Statement, Timex

FORMAT = "variorum-account/1"
Mark = Literal["carries", "attributes", "denies", "gives-figure", "unverified", "silent"]


@dataclass(frozen=True, slots=True)
class MadeBy:
    """The versions and settings that made the account: the same ones make the same bytes."""

    variorum: str
    model: str
    settings: str


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of the timeline: when (TIMEX3 value), the words that say it, and the claims of that time."""

    value: str
    text: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What one article has that no other has."""

    article: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToVerify:
    """A claim worth checking next, and why; the list is in the order in which to check."""

    claim: str
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the matrix: a claim and the mark of each article, in the order of `Account.articles`."""

    claim: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One sourced account of one event (see the contract of the JSON in docs/account.md).

    `read_first` are the fewest articles that hold every claim of several outlets, the one with most of them first.
    `decisions` are people's, as they were applied, and `notes` what they wrote on claims.
    """

    format: str
    made_by: MadeBy
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    times: tuple[Timex, ...]
    caveats: tuple[Caveat, ...]
    claims: tuple[Claim, ...]
    figure_groups: tuple[FigureGroup, ...]
    not_compared: tuple[NotCompared, ...]
    timeline: tuple[Moment, ...]
    reuse: tuple[Reuse, ...]
    problems: tuple[Problem, ...]
    utterances: tuple[Utterance, ...] = ()
    alone: tuple[Alone, ...] = ()
    verify_next: tuple[ToVerify, ...] = ()
    rows: tuple[Row, ...] = ()
    read_first: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    notes: tuple[Note, ...] = ()

    def matrix(self) -> tuple[Row, ...]:
        """Return the claims × articles matrix: one row a claim, one mark an article."""
        return self.rows
