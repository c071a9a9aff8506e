"""What an article asserts in its own voice: the clauses that no attribution accounts for."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from variorum.extract.about import about, meant
from variorum.extract.clauses import ARGUMENTS, EDGES, SUBJECTS, Clause, clauses
from variorum.extract.stance import NEGATORS
from variorum.lexicon import column
from variorum.model import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from variorum.model import Annotated, Excerpt, Sentence, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SHORTEST = 3
"""Words a narrated clause must have: "it rained" says nothing that two outlets could be compared on."""
SUBORDINATE = frozenset({"relative", "participial", "apposition"})
"""Kinds of clause that speak of a noun outside. Of 20 claims of twelve events that join such a clause to another
outlet's words, 14 were joined without that noun; in the gold of five events nothing changes but one pair.
"""
OPENING, CLOSING = frozenset('"“«'), frozenset('"”»')


def narration(annotated: Annotated, attributed: Sequence[Statement]) -> list[Statement]:
    """Return every clause that the article asserts itself, as statements of mode `narration` with ids `n1`, `n2`.

    `attributed` are the statements that rest on somebody's word: their contents and cues are not the article's own,
    nor is the clause that a cue heads, where the content says something: that somebody "named the three men" is the
    article's word. Clauses set apart within a source ("the mayor, who saw the fire, said") are.
    A clause without a subject of its own has the words before it that name one as its first piece; so has "when it
    fell" where the sentence tells what fell.
    Questions, commands, quotations and fragments without a verb are none; a headline needs no verb.
    """
    said = [s for s in attributed if _says_something(annotated, s)]
    taken = _within(annotated, (piece for s in said for piece in (*s.content, *((s.cue,) if s.cue else ()))))
    taken |= _relaying(annotated, said)
    quoted = _quoted(annotated)
    found = [
        (clause.kind, (*_named(annotated, clause.kind, kept, taken), *kept))
        for clause in chain.from_iterable(_with_rest(annotated, s, taken) for s in annotated.sentences)
        if (kept := _own(annotated, clause, taken))
        and not quoted.issuperset(kept)
        and not _leads(annotated, clause, taken)
    ]
    return [_statement(annotated, n, kind, tokens) for n, (kind, tokens) in enumerate(found, 1)]


def _says_something(annotated: Annotated, statement: Statement) -> bool:
    """Tell whether the content is a proposition that is said: it is quoted, or a verb in it has a subject.

    "Vell has not commented on the reports" says nothing on Vell's word: it is the article that tells it.
    So it tells that somebody refuses, wants or condemns.
    """
    cue = annotated.tokens_within(statement.cue.start, statement.cue.end) if statement.cue else ()
    if _held(statement) or any(t.lower in NEGATORS for t in cue):
        return False
    if statement.mode != "indirect":
        return True
    inside = _within(annotated, statement.content)
    return any(_predicates(annotated, annotated.tokens[i], inside) for i in inside)


def _held(statement: Statement) -> bool:
    """Tell what somebody thinks, wants or feels, and does not say; "is expected to" is nobody's."""
    return statement.act == "thought" and statement.source is not None


def _relaying(annotated: Annotated, statements: Sequence[Statement]) -> set[int]:
    """Return the verbs by which somebody relays another's words: the cue of "she said he claimed" is the inner one."""
    words = _within(annotated, (speaker.excerpt for s in statements for speaker in s.via))
    return {annotated.tokens[i].head for i in words if annotated.tokens[i].dep in SUBJECTS}


def _predicates(annotated: Annotated, token: Token, inside: set[int]) -> bool:
    bare = token.dep in {"xcomp", "ccomp"} and token.pos in {"VERB", "AUX"}
    return bare or (token.dep in SUBJECTS and token.head in inside and annotated.tokens[token.head].dep != "relcl")


def _within(annotated: Annotated, places: Iterable[Excerpt]) -> set[int]:
    return {token.i for place in places for token in annotated.tokens_within(place.start, place.end)}


def _quoted(annotated: Annotated) -> set[int]:
    """Return the tokens within quotation marks; a paragraph that opens with a mark is quoted to the closing one."""
    inside: set[int] = set()
    for part in annotated.article.parts:
        is_open = False
        for token in annotated.tokens_within(part.start, part.end):
            if is_open or token.text in OPENING:
                inside.add(token.i)
            if token.text in OPENING | CLOSING:
                is_open = token.text in OPENING and not (is_open and token.text in CLOSING)
    return inside


def _with_rest(annotated: Annotated, sentence: Sentence, taken: set[int]) -> Iterator[Clause]:
    """Yield the clauses, and after an attributed one those that hang on it but lie outside what was said."""
    for clause in _clauses(annotated, sentence):
        yield clause
        if clause.head in taken:
            for i in clause.tokens:
                yield from _left_over(annotated, i, taken)


def _leads(annotated: Annotated, clause: Clause, taken: set[int]) -> bool:
    """Tell a participle that only leads up to what is said: "Speaking in Orlo", "citing a nurse"."""
    head = annotated.tokens[clause.head]
    said = clause.kind == "participial" and head.head in taken
    return said and head.lemma.lower() in column("narration_leads", "verb")


def _left_over(annotated: Annotated, i: int, taken: set[int]) -> list[Clause]:
    """Return the clause that `i` heads where it has its own subject and no word of it is attributed."""
    token = annotated.tokens[i]
    if token.dep not in {"advcl", "conj"} or token.head not in taken:
        return []
    if not any(True for _ in annotated.dependents(i, *SUBJECTS)):
        return []
    below = annotated.subtree(i)
    found = [] if taken.intersection(below) else clauses(annotated, below[0], below[-1] + 1)
    return [clause._replace(kind="adverbial") if clause.head == i else clause for clause in found]


def _clauses(annotated: Annotated, sentence: Sentence) -> Iterator[Clause]:
    words = annotated.words(sentence)
    if sentence.kind == "dateline" or any(t.text == "?" for t in words[-2:]):
        return
    found = clauses(annotated, sentence.first, sentence.last)
    asserted = [clause for clause in found if _asserts(annotated, clause)]
    for clause in found:
        if sentence.kind == "headline" or clause in asserted or (clause.kind == "apposition" and asserted):
            yield clause


def _asserts(annotated: Annotated, clause: Clause) -> bool:
    """Tell whether the clause has a predicate that can assert: not a command, not a fragment."""
    inside = set(clause.tokens)
    if clause.kind not in {"main", "coordinate"}:
        return clause.kind != "apposition"
    if _reduced(annotated, clause) or _without_subject(annotated, clause):
        return True
    return any(
        annotated.tokens[i].dep in SUBJECTS and _finite(annotated, annotated.tokens[i].head, inside) for i in inside
    )


def _reduced(annotated: Annotated, clause: Clause) -> bool:
    """Tell whether a sentence was read as a noun with a participle: "A wave swept over the pier.", after the parse."""
    closed = annotated.tokens[clause.tokens[-1] + 1 :][:1]
    noun = annotated.tokens[clause.head].pos in {"NOUN", "PROPN", "NUM"}
    return (
        noun
        and bool(closed)
        and closed[0].text in {".", ","}
        and any(True for _ in annotated.dependents(clause.head, "acl"))
    )


def _without_subject(annotated: Annotated, clause: Clause) -> bool:
    """Tell a finite clause whose subject was not read as one: words with an article stand before its verb."""
    head = annotated.tokens[clause.head]
    before = [annotated.tokens[i] for i in clause.tokens if i < clause.head]
    told = any(True for _ in annotated.dependents(clause.head, *SUBJECTS, "csubj"))
    opened = bool(before) and before[0].tag in {"DT", "PRP$"}
    return head.pos == "VERB" and opened and not told and _finite(annotated, clause.head, set(clause.tokens))


def _finite(annotated: Annotated, verb: int, inside: set[int]) -> bool:
    tags = {annotated.tokens[verb].tag} | {t.tag for t in annotated.dependents(verb, "aux", "auxpass")}
    return verb in inside and (bool(tags & FINITE) or _past_after_all(annotated, verb))


def _past_after_all(annotated: Annotated, verb: int) -> bool:
    """Tell a past tense that was read as a participle: a main verb with a subject and without auxiliaries."""
    token = annotated.tokens[verb]
    main = token.tag == "VBN" and token.dep in {"ROOT", "conj", "ccomp"}
    return main and not any(True for _ in annotated.dependents(verb, "aux", "auxpass", "nsubjpass"))


def _own(annotated: Annotated, clause: Clause, taken: set[int]) -> tuple[int, ...]:
    """Return what of the clause is the article's own; nothing where its predicate is not or too little is left."""
    if clause.head in taken:
        return ()
    kept = _tidied(annotated, [i for i in clause.tokens if not _hangs_on(annotated, i, clause.head, taken)])
    words = [i for i in kept if annotated.tokens[i].pos not in {"PUNCT", "SPACE"}]
    left = {annotated.tokens[i].dep for i in kept}
    enough = left & (ARGUMENTS if len(kept) == len(clause.tokens) else ARGUMENTS - SUBJECTS - {"advmod"})
    return kept if len(words) >= SHORTEST and enough else ()


def _tidied(annotated: Annotated, kept: list[int]) -> tuple[int, ...]:
    """Leave out prepositions whose object went to an attribution, and loose marks and conjunctions at both ends."""
    tokens, left = annotated.tokens, set(kept)
    kept = [i for i in kept if tokens[i].dep != "prep" or _still_led(annotated, i, left)]
    quotes = sum(tokens[i].text in OPENING | CLOSING for i in kept)
    loose = EDGES | (OPENING | CLOSING if quotes % 2 else set())
    while kept and (tokens[kept[-1]].text in loose or tokens[kept[-1]].dep in {"cc", "mark"}):
        kept.pop()
    while kept and (tokens[kept[0]].text in loose or tokens[kept[0]].dep == "cc"):
        kept.pop(0)
    return tuple(kept)


def _still_led(annotated: Annotated, i: int, left: set[int]) -> bool:
    """Tell whether a preposition keeps its object, or never had one: "raged on", "the house they live in"."""
    below = annotated.children[i]
    return not below or bool(left.intersection(below))


def _hangs_on(annotated: Annotated, i: int, head: int, taken: set[int]) -> bool:
    """Tell whether the token, or one above it within the clause, is taken by an attribution."""
    while i not in taken and i != head and annotated.tokens[i].head != i:
        i = annotated.tokens[i].head
    return i in taken


def _named(annotated: Annotated, kind: str, tokens: tuple[int, ...], taken: set[int]) -> tuple[int, ...]:
    """Return the words that tell whom a clause speaks of that has no subject, or an adverbial one with a pronoun."""
    if kind == "adverbial":
        return meant(annotated, tokens)
    return about(annotated, tokens, taken) if kind in SUBORDINATE else ()


def _statement(annotated: Annotated, number: int, kind: str, tokens: tuple[int, ...]) -> Statement:
    runs: list[list[int]] = []
    for i in tokens:
        if runs and runs[-1][1] == i:
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    runs = [run for run in runs if any(t.pos not in {"PUNCT", "SPACE"} for t in annotated.tokens[slice(*run)])]
    return Statement(
        id=f"n{number}",
        article=annotated.article.id,
        mode="narration",
        act="speech",
        source=None,
        via=(),
        cue=None,
        content=tuple(annotated.excerpt(first, last) for first, last in runs),
        rule=f"narration/{kind}",
    )
