"""Claims that cannot hold beside each other: figures, denials, roles. Both stand; neither is chosen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from variorum.model import Conflict
from variorum.relate.figures.verdicts import can_all_hold
from variorum.relate.grouping.contrast import disputed
from variorum.relate.propositions.voices import two_speak

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from variorum.model import Claim, ConflictKind, Figure, FigureGroup
    from variorum.relate.propositions.taking import Proposition


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two propositions that speak of one thing and cannot both be so."""

    a: Proposition
    b: Proposition
    kind: ConflictKind
    why: str


def with_conflicts(
    claims: Sequence[Claim],
    groups: Sequence[Sequence[Proposition]],
    figures: Sequence[FigureGroup],
    opposed: Sequence[Opposed],
    earlier: Collection[str] = (),
) -> list[Claim]:
    """Return the claims with their conflicts; `groups` are the propositions of each claim.

    `earlier` are the figures that their own reports give as earlier ones.

    Figures of one measure that cannot all hold make the claims that give them contested, also within one claim; so do
    two speakers of one claim of whom one denies what the other asserts.
    """
    conflicts: dict[str, dict[str, Conflict]] = defaultdict(dict)
    inner: dict[str, list[str]] = defaultdict(list)
    told = (*_of_figures(claims, groups, figures, earlier), *_of_words(claims, groups, opposed))
    for a, b, kind, why in (*told, *_of_voices(claims, groups)):
        if a == b:
            inner[a].append(f"does not agree with itself: {why}")
        else:
            conflicts[a].setdefault(b, Conflict(b, kind, why))
            conflicts[b].setdefault(a, Conflict(a, kind, why))
    return [_contested(claim, conflicts[claim.id], inner[claim.id]) for claim in claims]


Found = tuple[str, str, "ConflictKind", str]


def _of_figures(
    claims: Sequence[Claim],
    groups: Sequence[Sequence[Proposition]],
    figures: Sequence[FigureGroup],
    earlier: Collection[str],
) -> Iterator[Found]:
    """Yield the claims whose figures exclude each other; what a report itself gives as an earlier figure is none."""
    home = {f.id: (claim.id, f) for claim, group in zip(claims, groups, strict=True) for p in group for f in p.figures}
    for group in (g for g in figures if g.verdict == "differ"):
        of_claim: dict[str, list[Figure]] = defaultdict(list)
        for claim, figure in (home[m] for m in group.members if m in home and m not in earlier):
            of_claim[claim].append(figure)
        for a, own in of_claim.items():
            if not can_all_hold(own):
                yield a, a, "figure", f"“{group.measure}”: {group.why}"
        for a, b in combinations(of_claim, 2):
            if not can_all_hold([*of_claim[a], *of_claim[b]]):
                yield a, b, "figure", group.why


def _of_words(
    claims: Sequence[Claim], groups: Sequence[Sequence[Proposition]], opposed: Sequence[Opposed]
) -> Iterator[Found]:
    home: Mapping[int, str] = {p.order: claim.id for claim, group in zip(claims, groups, strict=True) for p in group}
    for pair in opposed:
        yield home[pair.a.order], home[pair.b.order], pair.kind, f"“{pair.a.text}” and “{pair.b.text}”: {pair.why}"


def _of_voices(claims: Sequence[Claim], groups: Sequence[Sequence[Proposition]]) -> Iterator[Found]:
    for claim, group in zip(claims, groups, strict=True):
        for a, b in combinations(group, 2):
            if a.article != b.article and two_speak(a, b) and (bar := disputed(a.details, b.details)):
                yield claim.id, claim.id, "denial", f"“{a.text}” and “{b.text}”: {bar.why}"


def _contested(claim: Claim, conflicts: Mapping[str, Conflict], why: Sequence[str]) -> Claim:
    if not conflicts and not why:
        return claim
    found = tuple(sorted(conflicts.values(), key=lambda c: int(c.claim[1:])))
    return replace(claim, support="contested", conflicts=found, why=(*claim.why, *dict.fromkeys(why)))
