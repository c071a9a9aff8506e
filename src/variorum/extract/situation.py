"""What stands around a predicate: its stance, its arguments as words, who acts and who is acted on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.extract.stance import Stance, Standing, standing
from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.model import Annotated, Statement, Token

COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "nsubjpass", "dative", "ccomp", "xcomp", "advcl", "npadvmod")
FIRST = frozenset({"i", "we", "my", "our"})
THIRD = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})
FUTURE = frozenset({"will", "would", "'ll", "can", "could", "may", "might"})
CORE = frozenset({"dobj", "nsubjpass", "attr", "oprd", "acomp", "conj"})
FRONTED = frozenset({"nsubjpass", "dobj"})
CONDITIONS = frozenset({"if", "unless", "whether"})
WHETHER = frozenset({"whether", "if"})
ASKED = WHETHER | {"who", "what", "how", "why", "when", "where", "which"}
PERSONAL = frozenset({"PERSON", "ORG"})
NAMED = PERSONAL | {"GPE", "NORP"}
TIMES = frozenset({"DATE", "TIME"})


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
    token, stands = annotated.tokens[i], standing(annotated, i)
    if token.dep == "amod":
        stands = stands._replace(subject=token.head)
    stance, top, subject = stands
    passive = _passive(annotated, token)
    if any(t.lower in CONDITIONS for t in annotated.dependents(top, "mark")):
        stance = "unsettled"
    by = [p for a in annotated.dependents(i, "agent") for p in annotated.dependents(a.i, "pobj")]
    impersonal = subject is not None and _impersonal(annotated, subject, top)
    objects = annotated.dependents(i, "dobj", "nsubjpass")
    return Situation(
        stance,
        top,
        subject,
        frozenset(_features(annotated, token, stands, passive, statement)),
        (by[0].i if by else None) if passive else None if impersonal else subject,
        subject if passive else next((t.i for t in objects), subject),
        _origin(annotated, token, top),
        impersonal or passive,
        statement,
    )


def _passive(annotated: Annotated, token: Token) -> bool:
    """Tell whether what is acted on is the subject, or the noun that a bare participle follows ("benefits denied")."""
    bare = token.tag == "VBN" and token.dep == "acl" and not any(True for _ in annotated.dependents(token.i, "aux"))
    return bare or any(True for _ in annotated.dependents(token.i, "nsubjpass", "auxpass", "agent"))


def _impersonal(annotated: Annotated, subject: int, top: int) -> bool:
    """Tell whether the subject is the empty one of "there is" and "it is unclear"."""
    token = annotated.tokens[subject]
    return token.dep == "expl" or (token.lower == "it" and annotated.tokens[top].lemma in {"be", "remain"})


def _origin(annotated: Annotated, token: Token, top: int) -> int | None:
    holders = [token.i, top, *(t.i for t in annotated.dependents(top, "nsubj", "attr", "dobj"))]
    for holder in holders:
        for prep in annotated.dependents(holder, "prep", "agent", "dative"):
            if prep.lower in {"from", "by", "to"}:
                return next((p.i for p in annotated.dependents(prep.i, "pobj")), None)
    possessor = next(annotated.dependents(token.i, "poss"), None)
    return possessor.i if possessor else None


def _features(
    annotated: Annotated, token: Token, stands: Standing, passive: bool, statement: Statement | None
) -> Iterator[str]:
    direct = list(_objects(annotated, token))
    nested = [n for o in direct for n in _beneath(annotated, o)]
    yield from _named("", direct)
    yield from _named(">", [*direct, *nested])
    yield from _named("=", (t for t in direct if t.dep in CORE))
    if any(
        t.dep in {"acl", "relcl", "ccomp"} and _introduced(annotated, t) for o in direct for t in _beneath(annotated, o)
    ):
        yield ">+clause"
    subjects = _subjects(annotated, stands.subject)
    yield from _named("^", subjects)
    yield from _named("^>", (n for t in subjects for n in _beneath(annotated, t)))
    yield from _named("%", _governing(annotated, token))
    yield from _named("~", annotated.dependents(token.i, "advmod", "prt", "amod", "compound"))
    yield from _named("/", _coordinated(annotated, token))
    yield from _shape(annotated, token, direct, passive)
    yield from _acted_on(annotated, token)
    if statement is not None:
        yield "+attributed"
        if any(_is_speaker(annotated, t, statement) for t in subjects):
            yield "+self"
        if _is_said(annotated, stands.top, statement):
            yield "+root"


def _objects(annotated: Annotated, token: Token) -> Iterator[Token]:
    """Yield the complements, with what stands after prepositions and in coordination."""
    for child in annotated.dependents(token.i, *COMPLEMENTS, "prep", "agent", "advmod", "relcl", "acl"):
        if child.i < token.i and child.dep not in FRONTED:
            continue
        if child.dep in {"prep", "agent"} or child.tag == "IN":
            yield child
            yield from _with_conjuncts(annotated, annotated.dependents(child.i, "pobj", "pcomp", "amod"))
        elif child.dep != "advmod":
            yield from _with_conjuncts(annotated, [child, *_past_insertion(annotated, child)])
    if token.dep == "dobj":
        yield from (p for a in annotated.dependents(token.head, "prep") for p in annotated.dependents(a.i, "pobj"))


def _past_insertion(annotated: Annotated, child: Token) -> Iterator[Token]:
    """Yield the records of "has not provided as often requested hospital records": they are of the verb before."""
    inserted = child.dep == "advcl" and child.tag == "VBN"
    if inserted and any(t.lower == "as" and t.i < child.i for t in annotated.dependents(child.i)):
        yield from annotated.dependents(child.i, "dobj")


def _with_conjuncts(annotated: Annotated, tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _with_conjuncts(annotated, annotated.dependents(token.i, "conj"))


def _beneath(annotated: Annotated, token: Token) -> Iterator[Token]:
    yield from annotated.dependents(token.i, "compound", "amod", "xcomp", "acl", "relcl", "ccomp")
    for prep in annotated.dependents(token.i, "prep"):
        yield prep
        yield from annotated.dependents(prep.i, "pobj", "amod")


def _introduced(annotated: Annotated, clause: Token) -> bool:
    return any(t.lower == "that" and t.i < clause.i for t in annotated.dependents(clause.i))


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


def _is_speaker(annotated: Annotated, subject: Token, statement: Statement) -> bool:
    """Tell whether a pronoun, or the owner of what is meant ("its troops"), is the speaker."""
    owners = annotated.dependents(subject.i, "poss")
    return any(_means_speaker(annotated, t, statement) for t in (subject, *owners))


def _is_said(annotated: Annotated, top: int, statement: Statement) -> bool:
    """Tell whether a predicate is what is said, and not a condition, a time or a thing within it."""
    token = annotated.tokens[top]
    while token.dep == "conj":
        token = annotated.tokens[token.head]
    head = annotated.tokens[token.head]
    return token.head == token.i or not any(p.start <= head.start < p.end for p in statement.content)


def _means_speaker(annotated: Annotated, pronoun: Token, statement: Statement) -> bool:
    """Tell so of one pronoun: "I" in a quotation, else one that coreference does not give to somebody else."""
    if pronoun.lower in FIRST:
        return statement.mode != "indirect"
    meant = next((m.entity for m in annotated.mentions if m.start <= pronoun.start and m.end == pronoun.end), None)
    source = statement.source
    if meant is None or source is None or source.entity is None:
        return pronoun.lower in THIRD and statement.mode != "direct"
    own = source.start + len(source.text.partition(",")[0])
    named = {m.entity for m in annotated.mentions if source.start <= m.start and m.end <= own}
    return meant in named | {source.entity}


def _acted_on(annotated: Annotated, token: Token) -> Iterator[str]:
    """Tell whether what is acted on is a person or body, or bears a name."""
    things = [t for t in annotated.dependents(token.i, "dobj", "nsubjpass") if t.lower not in {"it", "this", "that"}]
    if any(t.entity in PERSONAL or t.tag == "PRP" for t in things):
        yield "+person"
    if any(t.entity in NAMED or t.tag == "PRP" for t in things):
        yield "+named"


def _shape(annotated: Annotated, token: Token, direct: list[Token], passive: bool) -> Iterator[str]:
    """Yield how the predicate is built; an adjective's complement and auxiliaries hang on its copula."""
    children = [annotated.tokens[c] for c in annotated.children[token.i]]
    if token.dep in {"acomp", "attr", "oprd"}:
        children += annotated.dependents(token.head, "ccomp", "aux", "advcl")
    clauses = [t for t in children if t.i > token.i and (t.dep == "ccomp" or asks(annotated, t))]
    asked = {t.lower for c in clauses for t in annotated.tokens[token.i + 1 : c.i]}
    asked |= {t.lower for o in direct for t in annotated.dependents(o.i, "det", "advmod") if t.i > token.i}
    holds = {
        "+clause": clauses or (token.pos == "NOUN" and any(t.dep in {"acl", "relcl"} for t in children)),
        "+whether": asked & WHETHER,
        "+asked": asked & ASKED,
        "+future": any(t.lower in FUTURE for c in clauses for t in annotated.dependents(c.i, "aux")),
        "+plural": token.dep == "amod" and annotated.tokens[token.head].tag in {"NNS", "NNPS"},
        "+gerund": any(t.dep in {"xcomp", "pcomp"} and t.tag == "VBG" for t in direct),
        "+infinitive": any(t.dep == "xcomp" and t.tag == "VB" for t in direct),
        "+perfect": any(t.dep == "aux" and t.lemma == "have" for t in children),
        "+passive": passive,
        "+active": not passive,
        "+there": any(t.dep == "expl" for t in annotated.dependents(token.head, "expl")),
        "+verb": annotated.tokens[token.head].pos == "VERB",
        "+indirect": any(t.dep == "dative" or (passive and t.dep in {"dobj", "oprd"}) for t in children),
        "+intransitive": not any(t.dep in {"dobj", "ccomp", "xcomp"} for t in direct),
        "+owned": any(t.dep == "poss" for t in children),
        "+bare": all(t.entity in TIMES or t.tag == "IN" for t in direct),
    }
    yield from (name for name, it_does in holds.items() if it_does)


def asks(annotated: Annotated, clause: Token) -> bool:
    """Tell whether an adverbial clause is the question of "it was unclear if anybody lived", as some parses have it."""
    predicates = annotated.dependents(clause.head, "acomp", "attr")
    asked = any(t.lower in WHETHER for t in annotated.dependents(clause.i, "mark"))
    return asked and clause.dep == "advcl" and any(t.i < clause.i for t in predicates)


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
