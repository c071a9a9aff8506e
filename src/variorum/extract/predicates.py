"""The predicates that share one subject: "the slide hit the hut and buried two men" tells of two deeds.

`clauses` leaves them together, as one half has no subject. Here each is given with the subject, and with the auxiliary
that it shares, as the propositions of conjuncts of ClausIE (Del Corro and Gemulla, 2013) are.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from variorum.extract.clauses import ARGUMENTS, EDGES, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from variorum.model import Annotated, Token

SHORTEST = 3
"""Words that each predicate must have besides its subject: "came and went" tells of one deed."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
OBJECTS = ARGUMENTS - SUBJECTS - {"advmod"}
VERBS = frozenset({"VERB", "AUX"})
MARKS = frozenset({"PUNCT", "SPACE"})
RELATIVE = frozenset({"WDT", "WP"})
DISAGREE = frozenset({("NN", "VBP"), ("NNP", "VBP"), ("NNS", "VBZ"), ("NNPS", "VBZ")})
"""Numbers of a subject and a verb that do not go together: the parse gave the verb another subject than its own."""


def predicates(annotated: Annotated, inside: Collection[int]) -> Iterator[tuple[int, ...]]:
    """Yield the words of each predicate that shares its subject with another one, the first of them, too.

    `inside` are the tokens of one statement. A predicate has an object or the like, and `SHORTEST` words.
    """
    for i in sorted(inside):
        subject = _subject(annotated, i)
        joined = _joined(annotated, annotated.tokens[i]) if subject else []
        named = annotated.subtree(subject.i) if subject else []
        if joined and subject and set(inside).issuperset(named):
            fitting = [t for t in joined if (subject.tag, t.tag) not in DISAGREE]
            first = _without(annotated, i, joined)
            for words in (first, *(_shared(annotated, i, t) for t in fitting)):
                yield from _enough(annotated, set(named), words & set(inside))


def _subject(annotated: Annotated, verb: int) -> Token | None:
    """Return the subject of a verb, none where it only points to a noun outside ("who fled and hid")."""
    subject = next(annotated.dependents(verb, *SUBJECTS), None)
    relative = subject is not None and subject.tag in RELATIVE
    return None if relative or annotated.tokens[verb].pos not in VERBS else subject


def _joined(annotated: Annotated, verb: Token) -> list[Token]:
    """Return the verbs joined to a verb that have no subject of their own, but an object or the like."""
    found: list[Token] = []
    todo = [verb]
    while todo:
        below = annotated.dependents(todo.pop().i, "conj")
        bare = [t for t in below if t.pos in VERBS and not any(True for _ in annotated.dependents(t.i, *SUBJECTS))]
        todo += bare
        found += bare
    return [t for t in found if any(True for _ in annotated.dependents(t.i, *OBJECTS))]


def _without(annotated: Annotated, i: int, joined: Iterable[Token]) -> set[int]:
    """Return what hangs on a verb but for those joined to it and the word that opens its clause ("when")."""
    left = set(annotated.subtree(i)).difference(*(annotated.subtree(t.i) for t in joined))
    opens = (t.i for t in annotated.dependents(i, "mark", "advmod") if t.dep == "mark" or t.tag == "WRB")
    return left.difference(opens)


def _shared(annotated: Annotated, first: int, joined: Token) -> set[int]:
    """Return the words of a verb joined to the first, with the auxiliaries of the first where it has none."""
    words = _without(annotated, joined.i, annotated.dependents(joined.i, "conj"))
    if joined.tag in FINITE or any(True for _ in annotated.dependents(joined.i, "aux", "auxpass")):
        return words
    return words | {t.i for t in annotated.dependents(first, "aux", "auxpass", "neg") if t.i < first}


def _enough(annotated: Annotated, named: set[int], words: set[int]) -> Iterator[tuple[int, ...]]:
    """Yield a predicate with its subject, without the marks at the ends of each stretch, where it says enough."""
    runs: list[list[int]] = []
    for i in sorted(words | named):
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    kept = tuple(chain.from_iterable(_bared(annotated, run) for run in runs))
    if sum(i not in named and annotated.tokens[i].pos not in MARKS for i in kept) >= SHORTEST:
        yield kept


def _bared(annotated: Annotated, run: list[int]) -> list[int]:
    while run and _loose(annotated, run[-1]):
        run = run[:-1]
    while run and _loose(annotated, run[0]):
        run = run[1:]
    return run


def _loose(annotated: Annotated, i: int) -> bool:
    token = annotated.tokens[i]
    return token.text in EDGES or token.dep == "cc" or token.pos == "SPACE"
