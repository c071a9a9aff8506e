"""The clauses within a clause: what it asserts besides of a noun or a deed in it.

"Rescuers reached the hut that a slide had buried on Friday" is told as one thing; that a slide had buried the hut on
Friday is asserted by it all the same. So is what a participle tells of a noun ("a club based in Orlo") and the time or
the reason of a deed ("they were eating when the roof fell"). They are the relative, participial and adverbial clauses
of ClausIE (Del Corro and Gemulla, 2013), each with the noun that it speaks of, where `clauses` leaves them in their
place because the sentence would fall apart without them. Predicates that share a subject are told with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.about import named
from variorum.extract.clauses import ARGUMENTS, EDGES, PARTICIPLES, SUBJECTS
from variorum.extract.predicates import predicates
from variorum.lexicon import mapping

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from variorum.model import Annotated, Excerpt, Statement, Token

SHORTEST = 4
"""Words that such a clause must have: "when it fell" and "the men killed" say nothing that two could be compared on."""
THINGS = frozenset({"NOUN", "PROPN", "NUM"})
MARKS = frozenset({"PUNCT", "SPACE"})


def inner(annotated: Annotated, statement: Statement, told: Collection[int] = ()) -> tuple[tuple[Excerpt, ...], ...]:
    """Return the clauses and predicates within what a statement asserts, in reading order, each in its pieces.

    `told` are the tokens that other statements tell: what they head is left to those.
    """
    inside = {t.i for piece in statement.content for t in annotated.tokens_within(piece.start, piece.end)}
    heads = {i for unit in statement.units for i in _heads(annotated, unit)}
    found = (_words(annotated, annotated.tokens[i], inside) for i in sorted(inside - heads - set(told)))
    units = {words for words in found if words}
    units |= {words for words in predicates(annotated, inside) if not set(words) & set(told)}
    return tuple(tuple(_pieces(annotated, words)) for words in sorted(units))


def _heads(annotated: Annotated, unit: Collection[Excerpt]) -> Iterator[int]:
    """Yield what heads the words of a proposition; of a headline without a verb the participle, too."""
    own = {t.i for piece in unit for t in annotated.tokens_within(piece.start, piece.end)}
    for i in own:
        if annotated.tokens[i].head not in own or annotated.tokens[i].head == i:
            yield i
            if annotated.tokens[i].pos in THINGS:
                yield from (t.i for t in annotated.dependents(i, "acl", "relcl"))


def _words(annotated: Annotated, token: Token, inside: Collection[int]) -> tuple[int, ...]:
    """Return the words of the clause that a token heads, with the noun before them; none where it heads none."""
    if not (_tells_of_noun(annotated, token) or _tells_when(annotated, token)):
        return ()
    below = _trimmed(annotated, token, [i for i in annotated.subtree(token.i) if i in inside])
    noun = named(annotated, annotated.tokens[token.head]) if token.dep != "advcl" and below else ()
    if not below or (token.dep == "relcl" and _of_place(annotated, token)):
        return tuple(below)
    return (*(i for i in noun if i in inside and i < below[0]), *below)


def _trimmed(annotated: Annotated, head: Token, below: list[int]) -> list[int]:
    """Leave out what opens an adverbial clause and the marks at both ends; nothing where too little is left."""
    while below and _loose(annotated, below[0], head):
        below = below[1:]
    while below and _loose(annotated, below[-1], head):
        below = below[:-1]
    said = sum(annotated.tokens[i].pos not in MARKS for i in below)
    return below if said >= SHORTEST and any(True for _ in annotated.dependents(head.i, *ARGUMENTS)) else []


def _loose(annotated: Annotated, i: int, head: Token) -> bool:
    token = annotated.tokens[i]
    opens = head.dep == "advcl" and token.head == head.i and (token.dep == "mark" or token.tag == "WRB")
    return opens or token.text in EDGES or token.dep == "cc" or token.pos == "SPACE"


def _of_place(annotated: Annotated, verb: Token) -> bool:
    """Tell whether the noun is where, when or in what the clause is so, and not its subject or its object."""
    below = (annotated.tokens[i] for i in annotated.subtree(verb.i))
    return any(t.tag == "WRB" or (t.tag in {"WDT", "WP"} and t.dep == "pobj") for t in below)


def _tells_of_noun(annotated: Annotated, token: Token) -> bool:
    noun = annotated.tokens[token.head]
    return noun.pos in THINGS and (token.dep == "relcl" or (token.dep == "acl" and token.tag in PARTICIPLES))


def _tells_when(annotated: Annotated, token: Token) -> bool:
    """Tell an adverbial clause with a subject that is asserted: no condition, no purpose."""
    if token.dep != "advcl" or not any(True for _ in annotated.dependents(token.i, *SUBJECTS)):
        return False
    table = mapping("clause_subordinators", "word", "asserted")
    marks = {table.get(t.lower, "") for t in annotated.dependents(token.i, "mark", "advmod") if t.i < token.i}
    return "yes" in marks and "no" not in marks


def _pieces(annotated: Annotated, words: tuple[int, ...]) -> Iterator[Excerpt]:
    runs: list[list[int]] = []
    for i in words:
        if runs and runs[-1][1] == i:
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    return (annotated.excerpt(first, last) for first, last in runs)
