"""The orders in which a desk reads claims, and the words that narrow a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from variorum.model import Claim, Support
    from variorum.render.lookup import Lookup

Order = Literal["weight", "contested", "least", "newest"]
ORDERS: dict[Order, str] = {
    "weight": "Weightiest",
    "contested": "Most contested",
    "least": "Least supported",
    "newest": "Newest",
}


def ordered(look: Lookup, claims: Sequence[Claim], order: Order) -> list[Claim]:
    """Return claims in an order; within it they keep that of the account, the weightiest first."""
    if order == "weight":
        return list(claims)
    return sorted(claims, key=_KEYS[order](look), reverse=order != "least")


def narrowed(claims: Iterable[Claim], support: Support | None, words: str) -> list[Claim]:
    """Return the claims with a label whose text has all of the words."""
    wanted = words.casefold().split()
    return [
        claim
        for claim in claims
        if support in {None, claim.support} and all(word in claim.text.casefold() for word in wanted)
    ]


def alike(claim: Claim, others: Sequence[Claim], most: int = 12) -> list[Claim]:
    """Return the claims whose words are most like those of one, for a person to choose from."""
    own = set(claim.text.casefold().split())
    scored = ((len(own & words) / len(own | words), other) for other, words in _words(others) if other is not claim)
    near = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: pair[0], reverse=True)
    return [other for _, other in near[:most]]


def _words(claims: Sequence[Claim]) -> Iterable[tuple[Claim, set[str]]]:
    return ((claim, set(claim.text.casefold().split())) for claim in claims)


def _contested(look: Lookup) -> Callable[[Claim], tuple[int, int, int]]:
    doubts: dict[str, int] = {}
    for caveat in look.account.caveats:
        for name in caveat.claims:
            doubts[name] = doubts.get(name, 0) + 1
    return lambda claim: (claim.support == "contested", len(claim.conflicts), doubts.get(claim.id, 0))


def _least(look: Lookup) -> Callable[[Claim], tuple[int, int, int]]:  # noqa: ARG001 - one face for all
    return lambda claim: (len(claim.primary_sources), claim.origins, claim.outlets)


def _newest(look: Lookup) -> Callable[[Claim], str]:
    days = {a.id: a.published.value for a in look.account.articles if a.published}
    return lambda claim: max((days.get(name, "") for name in claim.articles), default="")


_KEYS: dict[Order, Callable[[Lookup], Callable[[Claim], Any]]] = {
    "contested": _contested,
    "least": _least,
    "newest": _newest,
}
