"""What ties the articles of one event together: the noun between `relate` and `compose`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from variorum.model.account import Mark
from variorum.model.claim import Claim, FigureGroup, NotCompared, Reuse, Utterance
from variorum.model.decision import Note
from variorum.model.entity import Entity
from variorum.model.problem import Problem
from variorum.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Relations:
    """The readings with their speakers known across articles, and all that was found between them.

    `marks` tells for a claim and an article how the article treats the claim; a pair that is not there is silence.
    """

    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    claims: tuple[Claim, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    figure_groups: tuple[FigureGroup, ...] = ()
    not_compared: tuple[NotCompared, ...] = ()
    marks: Mapping[tuple[str, str], Mark] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()
