"""Who speaks, as far as coreference must know it: subjects of verbs of speech, and what stands in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.model import Annotated

OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
STRAIGHT = frozenset({'"', "''", "``"})
CLAUSES = frozenset({"ccomp", "parataxis"})
SPEAKING = frozenset({"say", "tell", "add", "write", "claim", "state", "announce", "confirm", "warn", "report", "note"})
"""Verbs that speak even where the parse shows no clause, as after a quotation; the rest is told by their clause."""


def speaking_verb(annotated: Annotated, i: int) -> bool:
    """Tell whether the token is a verb whose subject says or thinks something."""
    token = annotated.tokens[i]
    if token.pos != "VERB":
        return False
    return token.lemma in SPEAKING or any(annotated.tokens[c].dep in CLAUSES for c in annotated.children[i])


def subject_of(annotated: Annotated, i: int) -> int | None:
    """Return the subject of a verb; a verb without one shares that of the verb it hangs on."""
    for _ in range(4):
        own = next(annotated.dependents(i, "nsubj", "nsubjpass"), None)
        if own is not None:
            return own.i
        token = annotated.tokens[i]
        if token.dep not in {"advcl", "xcomp", "conj", "auxpass"} or token.head == i:
            return None
        i = token.head
    return None


def quoted(annotated: Annotated) -> list[bool]:
    """Tell for each token whether it stands in quotation marks; a mark left open ends with its paragraph."""
    inside, part, marks = False, -1, []
    for token in annotated.tokens:
        here = annotated.sentences[token.sentence].part
        if here != part:
            inside, part = False, here
        if token.text in OPENING:
            inside = True
        elif token.text in CLOSING:
            inside = False
        elif token.text in STRAIGHT:
            inside = not inside
        marks.append(inside)
    return marks
