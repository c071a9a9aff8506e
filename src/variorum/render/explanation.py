"""What is told of one claim in running text: why it is one, and what its label is counted from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.render.labels import MARKS, REUSE, SUPPORT, VERDICTS, counts, figure_value, worded
from variorum.render.plain import line
from variorum.render.sections import Block, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.model.explanation import Counted, Explained, Explanation

_ID = re.compile(r"(“[^”]*”)|\b(a\d+)\b")
"""What is quoted, which is left alone, or the id of an article."""


def explanation_blocks(found: Explanation) -> Iterator[Block]:
    """Yield all on which a claim rests, in reading order; a section without anything in it is left out."""
    claim, label = found.claim, SUPPORT[found.claim.support]
    yield Block("title", f"{claim.id}: “{line(claim.text)}”")
    yield Block("text", f"{label.sign} {label.word}: {label.meaning}. It has {counts(claim)}.")
    yield from (Block("text", f"written on it ({note.decision}): {line(note.text)}") for note in found.notes)
    yield Block("heading", "Why these passages are one claim")
    yield from (block for one in found.appearances for block in _appearance(one))
    for head, rows in _sections(found).items():
        if rows:
            yield Block("heading", head)
            yield Block("", "", 1, rows)
    if claim.why:
        yield Block("heading", "What was weighed")
        yield from (Block("dim", line(_told(why, found)), 1) for why in claim.why)


def _appearance(one: Explained) -> Iterator[Block]:
    said = one.statement
    speakers = [line(s.text) for s in (said.source, *said.via) if s]
    voice = f"on the word of {', relayed by '.join(speakers)}" if speakers else "in its own voice"
    copy = f", copy of {line(one.agency)}" if one.agency else ""
    mark = f", {MARKS[one.mark].meaning}" if one.mark in {"denies", "unverified"} else ""
    yield Block("label", f"{said.id}  {line(one.outlet)}\t{voice}{copy}{mark}", 1)
    for piece in one.words:
        place = f"{line(one.path)}, characters {piece.start} to {piece.end}"
        yield Block("quote", f"“{line(piece.text)}”", 3)
        yield Block("dim", place, 3)
    yield Block("text", line(one.because or "no other passage is joined with it"), 3)


def _sections(found: Explanation) -> dict[str, tuple[Pair, ...]]:
    outlet = {e.statement.article: line(e.outlet) for e in found.appearances}
    return {
        "Primary sources": tuple(Pair(s.entity or "described", line(s.name)) for s in found.claim.primary_sources),
        "Copies, counted as one origin": tuple(
            Pair(" / ".join(outlet.get(a, a) for a in pair.articles), REUSE[pair.kind], f"({pair.overlap:.0%})")
            for pair in found.copies
        ),
        "Figures": tuple(_figure(one, outlet) for one in found.figures),
        "Caveats": tuple(
            Pair(outlet.get(c.article, c.article), f"“{line(c.text)}”", f"({worded(c.kind)})") for c in found.caveats
        ),
        "Against": tuple(Pair(a.claim, f"“{line(a.text)}”", f"({_told(a.why, found)})") for a in found.against),
    }


def _figure(one: Counted, outlet: dict[str, str]) -> Pair:
    figure, group = one.figure, one.group
    told = f"; {group.id} {group.measure}: {VERDICTS[group.verdict]}" if group else "; compared with no other"
    where = outlet.get(figure.article, figure.article)
    return Pair(where, f"“{line(figure.text)}”", f"({figure_value(figure)}{line(told)})")


def _told(why: str, found: Explanation) -> str:
    """Return a line of reasons with outlets for the ids of reports."""
    outlets = {one.statement.article: one.outlet for one in found.appearances}
    return line(_ID.sub(lambda match: match[1] or outlets.get(match[2], match[2]), why))
