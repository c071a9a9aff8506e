"""Whom or what a clause speaks of that does not say so itself: "who fled", "killing two", "a nurse", "it fell"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from variorum.model import Annotated, Token

BEFORE = ("det", "compound", "amod", "nummod", "quantmod", "poss", "nmod", "case", "predet")
"""What belongs to a noun's name on its left; what follows the noun would be another clause."""
SUBJECTS = ("nsubj", "nsubjpass")
EMPTY = frozenset({"be", "seem", "appear", "take", "rain", "snow", "emerge", "become", "turn", "happen", "get"})
"""Verbs whose "it" may mean nothing: "when it became clear", "as it rained"."""
CLAUSES = frozenset({"relcl", "acl", "appos"})
WHEN = frozenset({"DATE", "TIME"})
LONGEST = 6
"""Tokens of what follows "of" up to which it is part of a name or a number: "thousands of the mill's workers"."""
PARTICIPLES = frozenset({"VBG", "VBN"})


def about(annotated: Annotated, tokens: tuple[int, ...], said: Collection[int]) -> tuple[int, ...]:
    """Return the words before a clause that name what it speaks of, `()` where it names that itself or nothing does.

    `tokens` are those of the clause, `said` those that an attribution takes: officials who say that a blast struck do
    not kill in "it struck the hall, officials said, killing two". A relative clause with "who", "which" or "that" as
    subject speaks of the noun that it follows; "where", "when" and "in which" have subjects of their own.
    """
    inside = set(tokens)
    head = next((annotated.tokens[i] for i in tokens if annotated.tokens[i].head not in inside), None)
    noun = _spoken_of(annotated, head, said) if head is not None else None
    if noun is not None and noun.entity in WHEN and head is not None and head.dep in CLAUSES:
        noun = _just_before(annotated, tokens[0])
    if noun is None or noun.i >= tokens[0] or noun.pos == "PRON" or len(noun.text) == 1:
        return ()
    words = named(annotated, noun)
    return words if inside.isdisjoint(words) else ()


def named(annotated: Annotated, noun: Token) -> tuple[int, ...]:
    """Return the words that name a thing: the noun, what belongs to it on its left, and "of the guild" behind it."""
    left = {j for t in annotated.dependents(noun.i, *BEFORE) if t.i < noun.i for j in annotated.subtree(t.i)}
    return tuple(range(min(left | {noun.i}), _end(annotated, noun)))


def meant(annotated: Annotated, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words, earlier in the sentence, of what the pronoun stands for that is the subject of a clause.

    `()` where its subject is no pronoun, or nothing in the sentence is known to be meant by it.
    """
    subject = next((annotated.tokens[i] for i in tokens if annotated.tokens[i].dep in SUBJECTS), None)
    if subject is None or subject.tag != "PRP":
        return ()
    same = {m.entity for m in annotated.mentions if (m.start, m.end) == (subject.start, subject.end)}
    begins = annotated.tokens[annotated.sentences[subject.sentence].first].start
    ends = annotated.tokens[tokens[0]].start
    before = (m for m in annotated.mentions if begins <= m.start and m.end <= ends and m.kind != "pronoun")
    named = [m for m in before if m.entity in same]
    if named:
        return tuple(t.i for t in annotated.tokens_within(named[-1].start, named[-1].end))
    return _thing(annotated, tokens, subject)


def _thing(annotated: Annotated, tokens: tuple[int, ...], subject: Token) -> tuple[int, ...]:
    """Read "it" as the thing that the main clause speaks of: "the bus was on the bridge when it fell"."""
    verb = annotated.tokens[subject.head]
    if subject.lower != "it" or verb.dep != "advcl" or verb.lemma.lower() in EMPTY:
        return ()
    noun = next(annotated.dependents(verb.head, *SUBJECTS), None)
    person = any(m.type == "person" and m.start <= noun.start < m.end for m in annotated.mentions) if noun else True
    if noun is None or person or noun.tag not in {"NN", "NNP"} or noun.i >= tokens[0]:
        return ()
    return named(annotated, noun)


def _just_before(annotated: Annotated, first: int) -> Token | None:
    """Return the noun before the comma that opens a clause: "on June 23, Brandl, a nurse" tells nothing of June."""
    before = annotated.tokens[max(0, first - 2) : first]
    fits = len(before) > 1 and before[1].text == "," and before[0].pos in {"NOUN", "PROPN"}
    return before[0] if fits and before[0].entity not in WHEN else None


def _end(annotated: Annotated, noun: Token) -> int:
    """Return the token after the noun, and after "of the guild" or "& Sons" where that follows at once."""
    last = noun.i + 1
    for t in annotated.dependents(noun.i, "prep", "conj"):
        below = annotated.subtree(t.i)
        named = t.lower == "of" or (t.dep == "conj" and annotated.tokens[t.i - 1].text == "&")
        first = below[0] - (t.dep == "conj")
        whole = below[-1] - below[0] + 1 == len(below) <= LONGEST
        if named and whole and first == last and not any(annotated.tokens[j].dep in CLAUSES for j in below):
            last = below[-1] + 1
    return last


def _spoken_of(annotated: Annotated, head: Token, said: Collection[int]) -> Token | None:
    if head.dep == "relcl":
        relative = any(t.tag in {"WP", "WDT"} for t in annotated.dependents(head.i, *SUBJECTS))
        return annotated.tokens[head.head] if relative else None
    if head.dep in {"acl", "appos"}:
        return annotated.tokens[head.head]
    bare = head.tag in PARTICIPLES and not any(True for _ in annotated.dependents(head.i, *SUBJECTS))
    if head.dep == "advcl" and bare and head.head not in said:
        return next(annotated.dependents(head.head, *SUBJECTS), None)
    return None
