"""What people have written on claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model import Note
from variorum.relate.decisions._places import MOSTLY, Ruling, stale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Claim, Problem, Statement
    from variorum.relate.decisions._places import Place


def notes(
    ruled: Sequence[Ruling], claims: Sequence[Claim], statements: Mapping[str, Statement]
) -> tuple[list[Note], list[Problem]]:
    """Return each note with the claim that now has its words, and the notes whose words no claim has any more."""
    found: list[Note] = []
    problems: list[Problem] = []
    for ruling in (r for r in ruled if r.decision.verb == "note"):
        fits = [_fits(ruling.places[0], claim, statements) for claim in claims]
        best = max(fits, default=0.0)
        if best >= MOSTLY:
            found.append(Note(claims[fits.index(best)].id, ruling.decision.text or "", ruling.decision.id))
        else:
            problems.append(stale(ruling.decision, "no claim has these words any more"))
    return found, problems


def _fits(place: Place, claim: Claim, statements: Mapping[str, Statement]) -> float:
    spans = (
        (piece.start, piece.end)
        for appearance in claim.appearances
        if statements[appearance.statement].article == place.article
        for piece in appearance.words
    )
    return max((place.fits(start, end) for start, end in spans), default=0.0)
