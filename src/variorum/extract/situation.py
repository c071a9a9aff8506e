"""What stands around a predicate: its stance, its arguments as words, who acts and who is acted on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.extract.stance import Stance, standing
from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.model import Annotated, Statement, Token

COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "nsubjpass", "dative", "ccomp", "xcomp", "advcl", "npadvmod")
WHETHER = frozenset({"whether", "if", "who", "what", "how", "why", "when", "where", "which"})
PERSONAL = frozenset({"PERSON", "ORG"})


class Situation(NamedTuple):
    """The stance of a predicate and the features (see `caveat_rules.tsv`) that rules ask for.

    `agent`, `patient` and `origin` are the heads of who acts, who is acted on, and who follows "from", "by" or "to".
    """

    stance: Stance
    top: int
    subject: int | None
    features: frozenset[str]
    agent: int | None
    patient: int | None
    origin: int | None
    impersonal: bool
    statement: Statement | None


def situation(annotated: Annotated, i: int, statement: Statement | None) -> Situation:
    """Describe the predicate `i`; `statement` is the attributed statement that it stands in."""
    stance, top, subject = standing(annotated, i)
    token = annotated.tokens[i]
    passive = any(True for _ in annotated.dependents(i, "nsubjpass", "auxpass"))
    if token.dep == "amod":
        subject = token.head
    by = [p for a in annotated.dependents(i, "agent") for p in annotated.dependents(a.i, "pobj")]
    impersonal = subject is not None and annotated.tokens[subject].dep == "expl"
    objects = annotated.dependents(i, "dobj", "nsubjpass")
    return Situation(
        stance,
        top,
        subject,
        frozenset(_features(annotated, token, subject, passive, statement)),
        (by[0].i if by else None) if passive else subject,
        subject if passive else next((t.i for t in objects), subject),
        _origin(annotated, token, top),
        impersonal or passive,
        statement,
    )


def _origin(annotated: Annotated, token: Token, top: int) -> int | None:
    holders = [token.i, top, *(t.i for t in annotated.dependents(top, "nsubj", "attr", "dobj"))]
    for holder in holders:
        for prep in annotated.dependents(holder, "prep", "agent", "dative"):
            if prep.lower in {"from", "by", "to"}:
                return next((p.i for p in annotated.dependents(prep.i, "pobj")), None)
    possessor = next(annotated.dependents(token.i, "poss"), None)
    return possessor.i if possessor else None


def _features(
    annotated: Annotated, token: Token, subject: int | None, passive: bool, statement: Statement | None
) -> Iterator[str]:
    direct = list(_objects(annotated, token))
    nested = [n for o in direct for n in _beneath(annotated, o)]
    yield from _named("", direct)
    yield from _named(">", [*direct, *nested])
    subjects = _subjects(annotated, subject)
    yield from _named("^", subjects)
    yield from _named("%", _governing(annotated, token))
    yield from _named("~", annotated.dependents(token.i, "advmod", "prt", "amod", "compound"))
    yield from _named("/", _coordinated(annotated, token))
    yield from _shape(annotated, token, direct, passive)
    if any(t.entity in PERSONAL or t.tag == "PRP" for t in (*direct, *subjects)):
        yield "+person"
    if statement is not None:
        yield "+attributed"


def _objects(annotated: Annotated, token: Token) -> Iterator[Token]:
    """Yield the complements, with what stands after prepositions and in coordination."""
    for child in annotated.dependents(token.i, *COMPLEMENTS, "prep", "agent", "advmod", "relcl", "acl"):
        if child.dep in {"prep", "agent"} or child.tag == "IN":
            yield from _with_conjuncts(annotated, annotated.dependents(child.i, "pobj", "pcomp", "amod"))
        elif child.dep != "advmod":
            yield from _with_conjuncts(annotated, [child])


def _with_conjuncts(annotated: Annotated, tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _with_conjuncts(annotated, annotated.dependents(token.i, "conj"))


def _beneath(annotated: Annotated, token: Token) -> Iterator[Token]:
    yield from annotated.dependents(token.i, "compound", "xcomp", "acl")
    for prep in annotated.dependents(token.i, "prep"):
        yield from annotated.dependents(prep.i, "pobj")


def _subjects(annotated: Annotated, subject: int | None) -> list[Token]:
    return list(_with_conjuncts(annotated, [annotated.tokens[subject]])) if subject is not None else []


def _governing(annotated: Annotated, token: Token) -> Iterator[Token]:
    """Yield the verb that a noun or adjective depends on."""
    if token.pos in {"VERB", "AUX"} or token.head == token.i:
        return
    verb = annotated.tokens[token.head]
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb.i:
        verb = annotated.tokens[verb.head]
    yield verb


def _coordinated(annotated: Annotated, token: Token) -> Iterator[Token]:
    yield from annotated.dependents(token.i, "conj")
    if token.dep == "conj":
        yield annotated.tokens[token.head]


def _shape(annotated: Annotated, token: Token, direct: list[Token], passive: bool) -> Iterator[str]:
    """Yield how the predicate is built; an adjective's complement and auxiliaries hang on its copula."""
    children = [annotated.tokens[c] for c in annotated.children[token.i]]
    if token.dep in {"acomp", "attr", "oprd"}:
        children += annotated.dependents(token.head, "ccomp", "aux")
    clauses = [t for t in children if t.dep == "ccomp" and t.i > token.i]
    asked = {t.lower for c in clauses for t in annotated.tokens[token.i + 1 : c.i]} & WHETHER
    holds = {
        "+clause": clauses or (token.pos == "NOUN" and any(t.dep in {"acl", "relcl"} for t in children)),
        "+whether": asked,
        "+gerund": any(t.dep in {"xcomp", "pcomp"} and t.tag == "VBG" for t in direct),
        "+infinitive": any(t.dep == "xcomp" and t.tag == "VB" for t in direct),
        "+perfect": any(t.dep == "aux" and t.lemma == "have" for t in children),
        "+passive": passive,
        "+indirect": any(t.dep == "dative" or (passive and t.dep in {"dobj", "oprd"}) for t in children),
        "+bare": not direct,
    }
    yield from (name for name, it_does in holds.items() if it_does)


def _named(mark: str, tokens: Iterable[Token]) -> Iterator[str]:
    """Yield the features of words: each lemma and each list that holds it."""
    for token in tokens:
        for word in {token.lemma.lower(), token.lower}:
            yield mark + word
            for name in _lists().get(word, ()):
                yield f"{mark}@{name}"


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("caveat_lists"):
        for word in row["words"].split():
            found[word] = (*found.get(word, ()), row["list"])
    return found
