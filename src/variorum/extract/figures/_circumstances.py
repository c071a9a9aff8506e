"""When and where a count holds: its period, its place, and the date it is given for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from variorum.lexicon import column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.extract.figures._pieces import Line
    from variorum.model import Annotated, Timex, Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "on", "across", "off", "outside", "inside", "around"})
_LIMITS = frozenset({"in", "over", "during", "within", "since", "throughout", "for", "so", "through"})
_FIRST = frozenset({"first", "second", "third", "only"})
_DEICTIC = frozenset({"last", "this", "past", "next", "the", "so"})
_CENTURY = 3
_OPEN = frozenset({"since"})
_DAY = 10
"""A TIMEX3 date of this length names one day: an event's date, no period."""
_STATIVE_TAGS = frozenset({"VBN", "VBZ", "VBP"})


class Circumstances(NamedTuple):
    """TIMEX3 values of the period and of the date of the count, and the words of the place."""

    period: str | None
    place: str | None
    as_of: str | None


def circumstances(line: Line, anchor: int, start: int, end: int, times: Sequence[Timex]) -> Circumstances:
    """Return what limits the count whose head is token `anchor` and whose words are `start` to `end`."""
    clause = _clause(line, anchor)
    near = [t for t in times if not (t.start < end and start < t.end)]
    return Circumstances(
        _period(line, clause, near, anchor),
        _place(line, clause, anchor),
        _as_of(line, clause, near),
    )


def _clause(line: Line, anchor: int) -> frozenset[int]:
    """Return the tokens of the clause of `anchor`: of its nearest verb, without the clauses that hang on that."""
    annotated = line.annotated
    top = _verb_above(annotated, anchor)
    return frozenset(_within(annotated, top, anchor))


def _verb_above(annotated: Annotated, at: int) -> int:
    tokens = annotated.tokens
    while tokens[at].head != at and tokens[at].pos not in {"VERB", "AUX"}:
        at = tokens[at].head
    return at


_OTHER_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis", "acl"})


def _within(annotated: Annotated, top: int, anchor: int) -> Iterator[int]:
    keep = set(_path(annotated, anchor))
    todo = [top]
    while todo:
        at = todo.pop()
        yield at
        for child in annotated.dependents(at):
            other = _apart(annotated, child) and not (child.dep == "acl" and at == anchor)
            if not other or child.i in keep:
                todo.append(child.i)


def _apart(annotated: Annotated, child: Token) -> bool:
    return child.dep in _OTHER_CLAUSES and child.pos in {"VERB", "AUX"} and not _shares(annotated, child)


def _shares(annotated: Annotated, verb: Token) -> bool:
    """Tell the "wounded" of "had been killed or wounded" from a clause of its own."""
    return verb.dep == "conj" and not any(True for _ in annotated.dependents(verb.i, "nsubj", "nsubjpass"))


def _path(annotated: Annotated, at: int) -> Iterator[int]:
    while True:
        yield at
        if annotated.tokens[at].head == at:
            return
        at = annotated.tokens[at].head


def _period(line: Line, clause: frozenset[int], times: Sequence[Timex], anchor: int) -> str | None:
    for time in times:
        first = _first_token(line, time)
        if first is None or first not in clause or not _limits(line, time, first) or _compares(line, anchor, first):
            continue
        open_ended = _preposition(line, first) in _OPEN and time.type != "DURATION" and "/" not in time.value
        return f"{time.value}/.." if open_ended else time.value
    return None


def _compares(line: Line, anchor: int, first: int) -> bool:
    """Tell "the worst raid since May" from "killed since May": after a superlative the time limits no count."""
    words = line.annotated.tokens[min(anchor, first) : max(anchor, first)]
    return any(t.tag in {"JJS", "RBS"} or t.lower in _FIRST for t in words)


def _first_token(line: Line, time: Timex) -> int | None:
    found = line.annotated.tokens_within(time.start, time.end)
    return found[0].i if found and line.sentence.first <= found[0].i < line.sentence.last else None


def _preposition(line: Line, first: int) -> str:
    """Return the preposition before the words of a time, over "a", "the", "a one-week"."""
    tokens, at = line.annotated.tokens, first
    if tokens[at].lower in _LIMITS:
        return tokens[at].lower
    at -= 1
    while at >= line.sentence.first and tokens[at].tag in {"DT", "JJ", "PRP$"}:
        at -= 1
    return tokens[at].lower if at >= line.sentence.first else ""


def _limits(line: Line, time: Timex, first: int) -> bool:
    word = _preposition(line, first)
    if "X" in time.value[:_CENTURY]:
        return False
    if time.type == "DURATION":
        return word in _LIMITS - {"for", "so"}
    coarse = len(time.value) < _DAY and (word in _LIMITS or _deictic(line, first))
    return time.type == "DATE" and (word in _OPEN or coarse)


def _deictic(line: Line, first: int) -> bool:
    """Tell "last month", "this year" from a date that another preposition leads."""
    return line.annotated.tokens[first].lower in _DEICTIC


def _place(line: Line, clause: frozenset[int], anchor: int) -> str | None:
    """Return the words of the nearest "in X", "at X" of the clause, a name or a described place."""
    tokens = line.annotated.tokens
    found = [t for t in _place_heads(line, clause) if tokens[t.head].lower in _PLACE_PREPOSITIONS]
    if not found:
        return None
    nearest = min(found, key=lambda t: abs(t.i - anchor))
    return _words_of(line, nearest)


def _place_heads(line: Line, clause: frozenset[int]) -> Iterator[Token]:
    for token in line.annotated.tokens[line.sentence.first : line.sentence.last]:
        if token.i in clause and token.dep == "pobj" and _is_place(line, token):
            yield token


def _is_place(line: Line, token: Token) -> bool:
    if token.entity in _PLACES:
        return True
    if token.pos != "PROPN" and token.lower not in column("region_nouns", "noun"):
        return False
    names = line.annotated.dependents(token.i, "compound", "nmod", "poss", "amod")
    return token.entity == "" and any(t.entity in _PLACES for t in names)


def _words_of(line: Line, head: Token) -> str:
    annotated = line.annotated
    own = [t.i for t in annotated.dependents(head.i, "compound", "nmod", "amod", "poss") if t.i < head.i]
    first = min(own, default=head.i)
    tokens = annotated.tokens
    while (
        first - 2 >= line.sentence.first
        and tokens[first - 1].tag == "HYPH"
        and tokens[first - 1].end == tokens[first].start
    ):
        first -= 2
    return annotated.excerpt(first, head.i + 1).text


def _as_of(line: Line, clause: frozenset[int], times: Sequence[Timex]) -> str | None:
    """Return the date of "as of Friday", or of the saying verb above a count that stands in a perfect or passive."""
    for time in times:
        first = _first_token(line, time)
        if first is None or time.type != "DATE" or len(time.value) != _DAY or not time.value[0].isdigit():
            continue
        before = tuple(t.lower for t in line.annotated.tokens[max(line.sentence.first, first - 2) : first])
        if before == ("as", "of") or before[-1:] == ("by",):
            return time.value
        if first not in clause and _stative(line, clause) and _says(line, first):
            return time.value
    return None


def _stative(line: Line, clause: frozenset[int]) -> bool:
    tokens = line.annotated.tokens
    return any(tokens[i].dep in {"aux", "auxpass"} and tokens[i].lemma in {"have", "be"} for i in clause)


def _says(line: Line, first: int) -> bool:
    tokens = line.annotated.tokens
    top = tokens[_verb_above(line.annotated, first)]
    return any(True for _ in line.annotated.dependents(top.i, "ccomp"))
