"""Where and when each sentence speaks of: a count of one place is never held against a count of another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Annotated, Figure, Reading


@dataclass(frozen=True, slots=True)
class Scope:
    """Places (`country:TR`, `e:e4`) and TIMEX3 days that a figure's sentence names.

    `carried` marks places that the sentence does not name itself: they are those of the sentence before.
    """

    places: frozenset[str] = field(default_factory=frozenset)
    days: frozenset[str] = field(default_factory=frozenset)
    carried: bool = False


def scopes(annotated: Annotated, reading: Reading, keys: Sequence[str], place_ids: frozenset[str]) -> dict[str, Scope]:
    """Return the scope of each figure of one article by the figure's id."""
    places = [_places(annotated, keys, place_ids, n) for n in range(len(annotated.sentences))]
    return {figure.id: _scope(figure, annotated, reading, places) for figure in reading.figures}


def _places(annotated: Annotated, keys: Sequence[str], place_ids: frozenset[str], sentence: int) -> frozenset[str]:
    first, last = annotated.sentences[sentence].first, annotated.sentences[sentence].last
    return frozenset(k for k in keys[first:last] if k.startswith("country:") or k in place_ids)


def _scope(figure: Figure, annotated: Annotated, reading: Reading, places: Sequence[frozenset[str]]) -> Scope:
    tokens = annotated.tokens_within(figure.start, figure.end)
    if not tokens:
        return Scope()
    at = tokens[0].sentence
    sentence = annotated.sentences[at]
    start, end = annotated.tokens[sentence.first].start, annotated.tokens[sentence.last - 1].end
    days = frozenset(
        t.value[:10] for t in reading.times if t.type in {"DATE", "TIME"} and start <= t.start and t.end <= end
    )
    own = places[at]
    before = next((places[i] for i in range(at - 1, -1, -1) if places[i]), frozenset[str]())
    return Scope(own or before, days, carried=not own)


def nested(
    annotated: Sequence[Annotated], keys: Mapping[str, Sequence[str]], place_ids: frozenset[str]
) -> set[frozenset[str]]:
    """Return the pairs of places of which some article puts one within the other ("X, in Y", "Y's X", "Y resort of X").

    Grammar decides: one place's words hang on the other's noun phrase, not beside it with "and".
    """
    pairs: set[frozenset[str]] = set()
    for one in annotated:
        own = keys[one.article.id]
        spots = [t for t in one.tokens if own[t.i].startswith("country:") or own[t.i] in place_ids]
        for token in spots:
            above = _above(one, token.i, own, place_ids)
            if above and own[above] != own[token.i]:
                pairs.add(frozenset({own[above], own[token.i]}))
    return pairs


def _above(annotated: Annotated, at: int, keys: Sequence[str], place_ids: frozenset[str]) -> int | None:
    """Climb from a place to the next place it hangs on within the noun phrase."""
    token = annotated.tokens[at]
    while token.head != token.i and token.dep in {"pobj", "prep", "poss", "amod", "compound", "appos", "nmod"}:
        token = annotated.tokens[token.head]
        if token.pos == "VERB":
            return None
        if keys[token.i].startswith("country:") or keys[token.i] in place_ids:
            return token.i
    return None
