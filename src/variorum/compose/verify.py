"""What to verify next: the claims on which most rests and least stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model import ToVerify

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.model import Caveat, Claim

DENIALS = frozenset({"denied", "rejected"})

MOST = 12
"""As many as a desk can look at before the next report comes; the account has all claims."""


def verify_next(claims: Sequence[Claim], caveats: Sequence[Caveat]) -> tuple[ToVerify, ...]:
    """Return claims worth checking, most urgent first: contested, doubted, on one word, on nobody's word."""
    doubts: dict[str, list[Caveat]] = {}
    for caveat in caveats:
        for claim in caveat.claims:
            doubts.setdefault(claim, []).append(caveat)
    found = [(rank, n, claim.id, why) for n, claim in enumerate(claims) for rank, why in _reasons(claim, doubts)]
    best: dict[str, ToVerify] = {}
    for _rank, _n, claim_id, why in sorted(found):
        best.setdefault(claim_id, ToVerify(claim_id, why))
    return tuple(best.values())[:MOST]


def _reasons(claim: Claim, doubts: dict[str, list[Caveat]]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield rank and reason: the class of the reason first, then how many outlets rest on the claim."""
    weight = -claim.outlets
    if claim.support == "contested":
        yield (0, weight), f"contested: {_contested(claim, doubts)}"
    if claim.id in doubts:
        yield (1, weight), f"doubted in print: “{doubts[claim.id][0].text}”"
    if claim.support == "echoed":
        yield (2, weight), f"{claim.outlets} outlets, one primary source: {claim.primary_sources[0].name}"
    if claim.support == "unattributed":
        yield (3, weight), f"{claim.outlets} outlets say it, none says on whose word"
    if claim.support == "single" and claim.primary_sources:
        yield (4, weight), f"one outlet, on the word of {claim.primary_sources[0].name}"


def _contested(claim: Claim, doubts: dict[str, list[Caveat]]) -> str:
    """Return what contests a claim: another claim, a denial, or figures of its own that exclude each other."""
    denials = [f"{c.kind}: “{c.text}”" for c in doubts.get(claim.id, ()) if c.kind in DENIALS]
    return next(iter([*(c.why for c in claim.conflicts), *denials, *claim.why[-1:]]))
