"""Which of the things that a statement asserts tell its figures: the clause, or a clause within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.relate.propositions.senses import telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Annotated, Excerpt, Figure, Statement, Token

Pieces = tuple["Excerpt", ...]


def counted(
    annotated: Annotated, statement: Statement, figures: Sequence[Figure], keys: Sequence[str]
) -> list[tuple[Figure, ...]]:
    """Return for each of the `units` of a statement the figures that it may tell.

    A figure in a clause within another is told there alone: in "after a fight in which eight died troops took the hill"
    eight are not what was taken. What a noun counts that such a clause speaks of is told by both where the clause says
    what is measured of it ("the three men who died were named"), else by the outer one alone ("three men who lived
    there died"). One of several predicates of a subject ("hit the hut and killed ten") is told by both. `keys` are the
    words as they count.
    """
    proper = [(unit, _proper(annotated, unit)) for unit in statement.inner]
    deeper = [clause for _unit, clause in proper if not _is_predicate(annotated, clause)]
    inside = {f.id for f in figures for clause in deeper if _in(clause, f)}
    outer = [tuple(f for f in figures if f.id not in inside)] * (len(statement.units) - len(proper))
    return outer + [
        tuple(f for f in figures if _in(clause, f) or _told(unit, clause, f, keys)) for unit, clause in proper
    ]


def _proper(annotated: Annotated, unit: Pieces) -> list[Token]:
    """Return the words of a clause within another without the noun that it speaks of."""
    tokens = [t for piece in unit for t in annotated.tokens_within(piece.start, piece.end)]
    inside = {t.i for t in tokens}
    noun = next((t for t in tokens if t.head not in inside or t.head == t.i), tokens[0])
    clause = next((t for t in annotated.dependents(noun.i, "relcl", "acl") if t.i in inside), None)
    below = set(annotated.subtree(clause.i)) if clause else inside
    return [t for t in tokens if t.i in below]


def _is_predicate(annotated: Annotated, clause: Sequence[Token]) -> bool:
    """Tell one of the predicates that share a subject: the verb of another one, joined to it, lies outside."""
    inside = {t.i for t in clause}
    verbs = [t for t in clause if t.pos in {"VERB", "AUX"}]
    joined = any(t.dep == "conj" and t.head not in inside for t in verbs)
    return joined or any(
        c.pos == "VERB" and c.i not in inside for t in verbs for c in annotated.dependents(t.i, "conj")
    )


def _in(clause: Sequence[Token], figure: Figure) -> bool:
    return clause[0].start <= figure.start < clause[-1].end


def _told(unit: Pieces, clause: Sequence[Token], figure: Figure, keys: Sequence[str]) -> bool:
    """Tell whether the figure stands in the noun, and the clause says what is measured of it."""
    named = any(piece.start <= figure.start < piece.end for piece in unit)
    return named and not telling(figure.measure or "").isdisjoint(keys[t.i] for t in clause)
