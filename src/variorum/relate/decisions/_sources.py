"""Decisions on whose word a statement is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.model import Speaker
from variorum.relate.decisions._mentions import mention
from variorum.relate.decisions._places import MOSTLY, Ruling, stale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Annotated, Problem, Reading, Statement
    from variorum.relate.decisions._places import Place


def sourced(
    annotated: Sequence[Annotated], readings: Sequence[Reading], ruled: Sequence[Ruling]
) -> tuple[list[Reading], dict[str, list[str]], list[Problem]]:
    """Return the readings with the sources that were decided, a line for each statement so touched, and problems."""
    by_id = {reading.article: reading for reading in readings}
    one = {a.article.id: a for a in annotated}
    touched: dict[str, list[str]] = {}
    problems: list[Problem] = []
    for ruling in (r for r in ruled if r.decision.verb == "source"):
        at, words = ruling.places
        statement = at_place(by_id[at.article].statements, at)
        if statement is None or words.article != at.article:
            problems.append(stale(ruling.decision, "no statement is found there any more"))
        else:
            said = _said_by(statement, _speaker(one[at.article], words))
            statements = (said if s.id == said.id else s for s in by_id[at.article].statements)
            by_id[at.article] = replace(by_id[at.article], statements=tuple(statements))
            touched.setdefault(said.id, []).append(ruling.why)
    return [by_id[reading.article] for reading in readings], touched, problems


def at_place(statements: Sequence[Statement], place: Place) -> Statement | None:
    """Return the statement that fits a place best, `None` where none has at least half in common with it."""
    best = max(statements, key=lambda s: place.fits(s.start, s.end), default=None)
    return best if best and place.fits(best.start, best.end) >= MOSTLY else None


def _speaker(annotated: Annotated, place: Place) -> Speaker:
    known = mention(annotated, place)
    words = annotated.article.text[place.start : place.end]
    return Speaker(words, place.start, place.end, known.entity if known else None)


def _said_by(statement: Statement, speaker: Speaker) -> Statement:
    """Return the statement on somebody's word: what the article told in its own voice is then indirect speech."""
    via = tuple(v for v in statement.via if (v.start, v.end) != (speaker.start, speaker.end))
    mode = "indirect" if statement.mode == "narration" else statement.mode
    return replace(statement, source=speaker, via=via, mode=mode)
