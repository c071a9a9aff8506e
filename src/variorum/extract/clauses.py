"""The propositions of a sentence: its clauses, each with its own words.

Split are clauses that assert something by themselves: coordinate clauses with a subject of their own, relative and
participial clauses set off by a comma, adverbial clauses of time, reason, concession and contrast, long appositions.
Complements, infinitives, conditions and relative clauses that only tell which one is meant stay with what they
belong to. This is the clause typing of ClausIE (Del Corro and Gemulla, 2013) over dependencies, kept to splits after
which each side can stand alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from variorum.extract.measured import measured
from variorum.lexicon import mapping

if TYPE_CHECKING:
    from variorum.model import Annotated, Token

ClauseKind = Literal["main", "coordinate", "relative", "participial", "adverbial", "apposition"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
ARGUMENTS = SUBJECTS | {"dobj", "attr", "acomp", "oprd", "dative", "prep", "agent", "ccomp", "xcomp", "prt", "advmod"}
COMPLEMENTS = (
    "dobj",
    "attr",
    "acomp",
    "oprd",
    "agent",
    "ccomp",
    "xcomp",
    "auxpass",
    "prt",
    "advmod",
    "npadvmod",
    "prep",
)
DASHES = frozenset({"-", "–", "—", "--"})
EDGES = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "!", "?"})
PARTICIPLES = frozenset({"VBG", "VBN"})
SHORTEST = 3
"""Words that a clause split off must have: "he said" and "if so" stay where they are."""
SHORT_SENTENCE = 14
"""Tokens up to which an adverbial clause stays with its sentence: of two halves so short neither is told alone.

Of 145 mentions of claims in three events 140 are covered with every adverbial clause split off, 141 with this, at a
mean F1 of the smallest covering statement of .784 and .778; 26 covers no more, at .763 (`bench/caveats.py`).
"""
SHORTEST_PASSIVE = 5
"""Below five words a participle after a noun is a mark of it ("aged 16", "based in Vell")."""
SHORTEST_APPOSITION = 5
"""Below five words an apposition is a name or a role ("the mayor", "aged 40"), which asserts nothing of its own."""


class Clause(NamedTuple):
    """The predicate, the tokens in reading order (edges without commas and conjunctions), and what kind it is."""

    head: int
    tokens: tuple[int, ...]
    kind: ClauseKind


def clauses(annotated: Annotated, first: int, last: int) -> list[Clause]:
    """Split the tokens from `first` up to, not including, `last` into their propositions, in reading order.

    The run may hold several sentences. No token is in two clauses; commas, conjunctions and the
    words that open a clause with a subject ("although", "when") are in none.
    """
    ends = sorted(
        {last, *(t.i for t in annotated.tokens[first + 1 : last] if t.sentence != annotated.tokens[t.i - 1].sentence)}
    )
    starts = [first, *ends[:-1]]
    return [clause for start, end in zip(starts, ends, strict=True) for clause in _sentence(annotated, start, end)]


def _sentence(annotated: Annotated, first: int, last: int) -> list[Clause]:
    if first >= last:
        return []
    cut = _cut(annotated, first, last)
    if cut is not None:
        after = _sentence(annotated, cut + 1, last)
        bare = not _has_clause(annotated, cut + 1, last)
        return _sentence(annotated, first, cut) + [_behind_dash(annotated, c, bare=bare) for c in after]
    openers = _openers(annotated, first, last)
    if last - first <= SHORT_SENTENCE:
        openers = {head: kind for head, kind in openers.items() if kind != "adverbial"}
    owned: dict[int, list[int]] = {}
    opened = _brackets(annotated, first, last)
    for i in range(first, last):
        owned.setdefault(_owner(annotated, opened.get(i, i), openers), []).append(i)
    found = [
        Clause(head, _trimmed(annotated, _bare(annotated, head, owned[head], openers[head])), openers[head])
        for head in owned
    ]
    return sorted((c for c in found if c.tokens), key=lambda clause: clause.tokens)


def _behind_dash(annotated: Annotated, clause: Clause, *, bare: bool) -> Clause:
    """Call a clause what it is although it stands apart: "– who also spoke", "– a small town by the sea"."""
    if annotated.tokens[clause.head].dep == "relcl":
        return clause._replace(kind="relative")
    return clause._replace(kind="apposition") if bare else clause


def _cut(annotated: Annotated, first: int, last: int) -> int | None:
    """Return the only semicolon or spaced dash of the run where what follows it can stand alone."""
    marks = [t for t in annotated.tokens[first:last] if t.text == ";" or _spaced_dash(annotated, t)]
    if len(marks) != 1:
        return None
    at, tail = marks[0], annotated.tokens[marks[0].i + 1 : last]
    if at.text == ";":
        return at.i if _has_clause(annotated, first, at.i) and _has_clause(annotated, at.i + 1, last) else None
    long = len(tail) >= SHORTEST_APPOSITION and tail[0].pos in {"NOUN", "PROPN", "DET", "ADJ", "NUM"}
    return at.i if _has_clause(annotated, first, at.i) and (long or _has_clause(annotated, at.i + 1, last)) else None


def _spaced_dash(annotated: Annotated, token: Token) -> bool:
    text = annotated.article.text
    return token.text in DASHES and text[token.start - 1 : token.start] == " " == text[token.end : token.end + 1]


def _has_clause(annotated: Annotated, first: int, last: int) -> bool:
    words = annotated.tokens[first:last]
    return any(t.dep in SUBJECTS and first <= t.head < last and _verbal(annotated.tokens[t.head]) for t in words)


def _verbal(token: Token) -> bool:
    return token.pos in {"VERB", "AUX"}


def _openers(annotated: Annotated, first: int, last: int) -> dict[int, ClauseKind]:
    """Return the predicates of the run's clauses; a parse with several roots is one main clause."""
    tokens = annotated.tokens
    roots = [i for i in range(first, last) if not first <= tokens[i].head < last or tokens[i].head == i]
    main = next((i for i in roots if _verbal(tokens[i])), roots[0])
    openers: dict[int, ClauseKind] = {main: "main"}
    openers |= {i: "coordinate" for i in roots if i > main and _verbal(tokens[i]) and _has(annotated, i, *SUBJECTS)}
    todo = list(reversed(roots))
    while todo:
        at = todo.pop()
        for child in reversed(annotated.children[at]):
            if not first <= child < last:
                continue
            kind = _kind(annotated, tokens[child], openers, first)
            if kind is not None and _stands_alone(annotated, child, kind):
                openers[child] = kind
            todo.append(child)
    return openers


def _brackets(annotated: Annotated, first: int, last: int) -> dict[int, int]:
    """Return for each closing bracket of the run the bracket that it closes: both belong to one clause."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for token in annotated.tokens[first:last]:
        if token.text in {"(", "["}:
            waiting.append(token.i)
        elif token.text in {")", "]"} and waiting:
            pairs[token.i] = waiting.pop()
    return pairs


def _owner(annotated: Annotated, i: int, openers: dict[int, ClauseKind]) -> int:
    """Return the nearest clause above the token; what hangs on nothing belongs to the main clause."""
    at, seen = i, 0
    while at not in openers and seen < len(annotated.tokens) and annotated.tokens[at].head != at:
        at, seen = annotated.tokens[at].head, seen + 1
    return at if at in openers else next(iter(openers))


def _kind(annotated: Annotated, token: Token, openers: dict[int, ClauseKind], first: int) -> ClauseKind | None:
    """Say which kind of clause the token opens by its relation, `None` where it opens none."""
    if token.dep == "conj" and _verbal(token):
        return _coordinate(annotated, token, openers)
    if token.dep == "ccomp":
        return "coordinate" if _side_by_side(annotated, token, first) else None
    if token.dep in {"advcl", "prep"}:
        return _adverbial(annotated, token, first) if _in_asserted(annotated, token, openers) else None
    kinds: dict[str, ClauseKind] = {"relcl": "relative", "acl": "participial", "appos": "apposition"}
    fits = {"relcl": True, "acl": token.tag in PARTICIPLES, "appos": token.pos in {"NOUN", "PROPN"}}
    return kinds[token.dep] if fits.get(token.dep) and _set_off(annotated, token.i, first) else None


def _coordinate(annotated: Annotated, token: Token, openers: dict[int, ClauseKind]) -> ClauseKind | None:
    """Tell whether a conjunct has its own subject, or is a further participle with its own object."""
    at = annotated.tokens[token.head]
    while at.i not in openers and at.dep == "conj":
        at = annotated.tokens[at.head]
    if at.i not in openers:
        return None
    if _has(annotated, token.i, *SUBJECTS):
        return "coordinate"
    pair = openers[at.i] == "participial" and token.tag == "VBG" and _has(annotated, token.i, "dobj")
    return "participial" if pair and _has(annotated, at.i, "dobj") else None


def _side_by_side(annotated: Annotated, token: Token, first: int) -> bool:
    """Tell whether two whole clauses are only joined by a comma: the parse makes the first depend on the second."""
    head = annotated.tokens[token.head]
    below = annotated.subtree(token.i)
    between = annotated.tokens[below[-1] + 1 : head.i]
    own = _has(annotated, token.i, *SUBJECTS) and not _has(annotated, token.i, "mark")
    own_subject = any(t.dep in SUBJECTS and t.i > below[-1] for t in annotated.dependents(head.i))
    return first <= token.i < head.i and own and own_subject and bool(between) and between[0].text in {",", ";"}


def _in_asserted(annotated: Annotated, token: Token, openers: dict[int, ClauseKind]) -> bool:
    """Tell whether the clause hangs on an asserted predicate, and not inside a complement."""
    head = annotated.tokens[token.head]
    while head.dep == "xcomp" and head.i not in openers:
        head = annotated.tokens[head.head]
    return head.i in openers or head.dep == "conj"


def _adverbial(annotated: Annotated, token: Token, first: int) -> ClauseKind | None:
    if token.dep == "prep":
        led = mapping("clause_subordinators", "word", "gerund").get(token.lower) == "yes"
        return (
            "adverbial" if led and any(c.tag in PARTICIPLES for c in annotated.dependents(token.i, "pcomp")) else None
        )
    marks = [c.lower for c in annotated.dependents(token.i, "mark", "advmod", "prep") if c.i < token.i]
    table = mapping("clause_subordinators", "word", "asserted")
    judged = {table[m] for m in marks if table.get(m)}
    subject = _has(annotated, token.i, *SUBJECTS)
    if judged:
        return "adverbial" if subject and "no" not in judged and not measured(annotated, token) else None
    bare = token.tag in PARTICIPLES and not subject
    return "participial" if bare and _set_off(annotated, token.i, first) else None


def _has(annotated: Annotated, i: int, *deps: str) -> bool:
    return any(True for _ in annotated.dependents(i, *deps))


def _set_off(annotated: Annotated, i: int, first: int) -> bool:
    """Tell whether a comma or dash stands before the phrase, or after it where it begins the run."""
    below = annotated.subtree(i)
    before, after = below[0] - 1, below[-1] + 1
    if before >= first:
        return annotated.tokens[before].text in EDGES and not _joining(annotated, before)
    return after < len(annotated.tokens) and annotated.tokens[after].text == ","


def _joining(annotated: Annotated, i: int) -> bool:
    """Tell the hyphen within a word, "re-directed", from a dash."""
    text, token = annotated.article.text, annotated.tokens[i]
    return (
        token.text in DASHES and not text[token.start - 1].isspace() and not text[token.end : token.end + 1].isspace()
    )


def _stands_alone(annotated: Annotated, i: int, kind: ClauseKind) -> bool:
    words = [j for j in annotated.subtree(i) if annotated.tokens[j].pos not in {"PUNCT", "SPACE"}]
    if kind == "apposition":
        return len(words) >= SHORTEST_APPOSITION and _has(annotated, i, "prep", "acl", "relcl")
    if kind == "adverbial" and not _complete(annotated, annotated.tokens[i].head):
        return False
    gerunds = [c.i for c in annotated.dependents(i, "pcomp")]
    shortest = SHORTEST_PASSIVE if annotated.tokens[i].dep == "acl" else SHORTEST
    return len(words) >= shortest and any(_has(annotated, p, *ARGUMENTS) for p in gerunds or [i])


def _complete(annotated: Annotated, verb: int) -> bool:
    """Tell whether a clause says enough without its adverbial clause: "the offer came" does not."""
    return _has(annotated, verb, *COMPLEMENTS)


def _bare(annotated: Annotated, head: int, indexes: list[int], kind: ClauseKind) -> list[int]:
    """Leave out the word that opens an adverbial clause with a subject: "although", "when"."""
    led = mapping("clause_subordinators", "word", "asserted").get(annotated.tokens[indexes[0]].lower) == "yes"
    opens = annotated.tokens[indexes[0]].dep in {"mark", "advmod"} and annotated.tokens[indexes[0]].head == head
    return indexes[1:] if led and opens and kind != "relative" else indexes


def _trimmed(annotated: Annotated, indexes: list[int]) -> tuple[int, ...]:
    """Leave out the marks and conjunctions at both ends of each unbroken stretch."""
    runs: list[list[int]] = []
    for i in indexes:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return tuple(i for run in runs for i in _without_edges(annotated, run))


def _without_edges(annotated: Annotated, run: list[int]) -> list[int]:
    def edge(i: int) -> bool:
        token = annotated.tokens[i]
        return token.text in EDGES or token.dep == "cc" or token.pos == "SPACE"

    while run and edge(run[0]):
        run = run[1:]
    while run and edge(run[-1]):
        run = run[:-1]
    return run
