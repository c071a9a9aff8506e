"""Where and when each figure holds: a count of one place is never held against a count of another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from variorum.lexicon import column, rows
from variorum.relate.figures.past import past
from variorum.relate.propositions.senses import telling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from variorum.model import Annotated, Figure, Reading, Sentence, Token

WITHIN = frozenset({"pobj", "prep", "poss", "amod", "compound", "appos", "nmod", "conj"})
"""Relations within a noun phrase and between it and its preposition."""

COUNTRY = "country:"

REACH = 60
"""Code points before a figure in which a cue tells of it: the longest ("raising an earlier death toll of") has 35."""

_CLAUSE = re.compile(r"[.,;:()–—]\s")


@dataclass(frozen=True, slots=True)
class Scope:
    """What the words say of where and when a figure holds.

    `places` are all places of its sentence (`country:TR`, `e:e4`); `countries` those that something happened in, of
    the sentence or else of the last one before that names any; `limit` the places that the count itself is limited
    to; `days` TIMEX3 values; `since` the beginning of the time that it counts from, in words ("since the fighting
    began in April"). `first` marks the first figure of its measure in an article, also said again: the toll, not one of
    its parts. `earlier` marks a figure that its own report gives as an earlier one ("raising an earlier toll of six").
    `past` is the TIMEX3 value of a time long ago that its sentence tells of, where it is not the toll; `part` marks a
    number of some of those of its measure ("ten of those killed").
    `speaker` is on whose word it stands, `""` for the article's own; `event` numbers the event that its report is of.
    """

    places: frozenset[str] = field(default_factory=frozenset)
    countries: frozenset[str] = field(default_factory=frozenset)
    limit: frozenset[str] = field(default_factory=frozenset)
    days: frozenset[str] = field(default_factory=frozenset)
    since: str | None = None
    first: bool = False
    earlier: bool = False
    past: str | None = None
    part: bool = False
    speaker: str = ""
    event: int = 0


def scopes(
    annotated: Annotated,
    reading: Reading,
    keys: Sequence[str],
    place_ids: frozenset[str],
    last: date | None = None,
) -> dict[str, Scope]:
    """Return the scope of each figure of one article by the figure's id.

    `keys` are the article's `word_keys`, `place_ids` the keys of the entities that are places, `last` the latest day on
    which a report of the event was published.
    """
    long_ago = past(annotated, reading, last)
    countries = [_countries(annotated, keys, sentence) for sentence in annotated.sentences]
    firsts = {f.measure: f for f in reversed(reading.figures)}
    speakers = {s.id: (s.source.entity or s.source.text) if s.source else "" for s in reading.statements}
    found = {
        figure.id: replace(
            _scope(figure, (annotated, reading, keys, place_ids), countries, firsts[figure.measure]),
            speaker=speakers.get(figure.statement or "", ""),
            past=_told_of(annotated, figure, long_ago),
            part=_some_of_them(annotated, figure, keys),
        )
        for figure in reading.figures
    }
    return {name: replace(scope, past=None) if scope.first or scope.since else scope for name, scope in found.items()}


def _scope(
    figure: Figure,
    given: tuple[Annotated, Reading, Sequence[str], frozenset[str]],
    countries: Sequence[frozenset[str]],
    first: Figure,
) -> Scope:
    annotated, reading, keys, place_ids = given
    tokens = annotated.tokens_within(figure.start, figure.end)
    if not tokens:
        return Scope()
    at = tokens[0].sentence
    sentence = annotated.sentences[at]
    places = _places(keys[sentence.first : sentence.last], place_ids)
    earlier = _earlier(annotated, figure)
    return Scope(
        places=places,
        countries=next((countries[i] for i in range(at, -1, -1) if countries[i]), frozenset()),
        limit=frozenset(p for p in places if figure.place and p in _places(_limit(annotated, figure, keys), place_ids)),
        days=frozenset() if earlier else _days(annotated, reading, sentence),
        since=_since(annotated, figure, tokens[0], sentence),
        first=earlier or _said_again(figure, first),
        earlier=earlier,
    )


def _told_of(annotated: Annotated, figure: Figure, times: Sequence[str | None]) -> str | None:
    tokens = annotated.tokens_within(figure.start, figure.end)
    return times[tokens[0].sentence] if tokens else None


def _some_of_them(annotated: Annotated, figure: Figure, keys: Sequence[str]) -> bool:
    """Tell whether a figure is of some of those of its measure: "ten of those killed"; "killed ten of them" is not."""
    heads = annotated.tokens_within(figure.start, figure.end)
    of = (p for t in heads for p in annotated.dependents(t.i, "prep") if p.lower == "of")
    below = (keys[i] for p in of for i in annotated.subtree(p.i))
    return not telling(figure.measure or "").isdisjoint(below)


def _said_again(figure: Figure, first: Figure) -> bool:
    """Tell whether a figure is the first of its measure, or gives its number again: "15", "at least 15"."""
    values = {figure.low, figure.high} - {None}
    return figure is first or values == {first.low, first.high} - {None} != set()


def _earlier(annotated: Annotated, figure: Figure) -> bool:
    """Tell whether the words before a figure, in its clause, give it as an earlier one."""
    text = annotated.article.text
    before = _CLAUSE.split(text[max(0, figure.start - REACH) : figure.start])[-1].lower()
    inside = text[figure.start : figure.end].lower()
    return any(f" {cue} " in f" {before.strip()} " or inside.startswith(f"{cue} ") for cue in _cues("earlier"))


def _since(annotated: Annotated, figure: Figure, token: Token, sentence: Sentence) -> str | None:
    """Return from when on the clause of a figure counts: the words from "since" on, or "in that time"."""
    verb = _clause(annotated, token)
    for mark in (t for t in annotated.words(sentence) if t.lower in _cues("since")):
        top = annotated.tokens[mark.head] if mark.dep == "mark" else mark
        told = annotated.subtree(top.i)
        if token.i not in told and _clause(annotated, top) == verb:
            return " ".join(annotated.excerpt(mark.i, max(told) + 1).text.split())
    own = _own_clause(annotated, figure, sentence)
    return next((cue for cue in sorted(_cues("so far")) if f" {cue} " in f" {own} "), None)


def _own_clause(annotated: Annotated, figure: Figure, sentence: Sentence) -> str:
    """Return the words between the marks around a figure, in small letters."""
    text, end = annotated.article.text, annotated.tokens[sentence.last - 1].end
    before = _CLAUSE.split(text[annotated.tokens[sentence.first].start : figure.start])[-1]
    after = _CLAUSE.split(text[figure.end : end] + " ")[0]
    return f"{before}{text[figure.start : figure.end]}{after}".lower().strip().rstrip(".")


def _clause(annotated: Annotated, token: Token) -> int:
    """Return the verb of the clause that a word is of."""
    at = token
    while at.head != at.i and (at.i == token.i or at.pos not in {"VERB", "AUX"}):
        at = annotated.tokens[at.head]
    return at.i


def _cues(kind: str) -> frozenset[str]:
    return frozenset(row["words"] for row in rows("count_cues") if row["kind"] == kind)


def _places(keys: Sequence[str], place_ids: frozenset[str]) -> frozenset[str]:
    return frozenset(k for k in keys if k.startswith(COUNTRY) or k in place_ids)


def _limit(annotated: Annotated, figure: Figure, keys: Sequence[str]) -> list[str]:
    """Return the keys of the words that say which place the count is limited to, looked for around the figure."""
    sentence = annotated.sentences[annotated.tokens_within(figure.start, figure.end)[0].sentence]
    start, end = annotated.tokens[sentence.first].start, annotated.tokens[sentence.last - 1].end
    at = annotated.article.text.find(figure.place or "", start, end)
    return [keys[t.i] for t in annotated.tokens_within(at, at + len(figure.place or ""))] if at >= 0 else []


def _days(annotated: Annotated, reading: Reading, sentence: Sentence) -> frozenset[str]:
    start, end = annotated.tokens[sentence.first].start, annotated.tokens[sentence.last - 1].end
    found = (t for t in reading.times if t.type in {"DATE", "TIME"} and start <= t.start and t.end <= end)
    return frozenset(t.value[:10] for t in found)


def _countries(annotated: Annotated, keys: Sequence[str], sentence: Sentence) -> frozenset[str]:
    """Return the countries that a sentence puts something in: "in Turkey", "in the Scottish Highlands"."""
    return frozenset(
        keys[t.i] for t in annotated.words(sentence) if keys[t.i].startswith(COUNTRY) and _located(annotated, t.i)
    )


def _located(annotated: Annotated, at: int) -> bool:
    """Climb from a country's word through its noun phrase to a preposition of place."""
    token = annotated.tokens[at]
    while token.dep in WITHIN and token.head != token.i:
        token = annotated.tokens[token.head]
        if token.dep == "prep" and token.lower in column("place_prepositions", "word"):
            return True
    return False


def nested(
    annotated: Sequence[Annotated], keys: Mapping[str, Sequence[str]], place_ids: frozenset[str]
) -> set[frozenset[str]]:
    """Return the pairs of places of which some article puts one within the other ("X, in Y", "Y's X", "Y resort of X").

    Grammar decides: one place's words hang on the other's noun phrase, not beside it with "and".
    """
    pairs: set[frozenset[str]] = set()
    for one in annotated:
        own = keys[one.article.id]
        spots = [t.i for t in one.tokens if own[t.i].startswith(COUNTRY) or own[t.i] in place_ids]
        above = ((at, _above(one, at, own, place_ids)) for at in spots)
        pairs |= {frozenset({own[a], own[b]}) for a, b in above if b is not None and own[a] != own[b]}
    return pairs


def _above(annotated: Annotated, at: int, keys: Sequence[str], place_ids: frozenset[str]) -> int | None:
    """Climb from a place to the next place it hangs on within the noun phrase."""
    token = annotated.tokens[at]
    while token.head != token.i and token.dep in WITHIN - {"conj"}:
        token = annotated.tokens[token.head]
        if token.pos == "VERB":
            return None
        if keys[token.i].startswith(COUNTRY) or keys[token.i] in place_ids:
            return token.i
    return None
