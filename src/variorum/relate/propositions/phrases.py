"""Verbs that mean another thing beside a small word or with a certain object: "called off", "bring charges"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import rows
from variorum.relate.propositions.senses import sense
from variorum.text.spelling import one_spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.model import Annotated

OBJECTS = ("dobj", "nsubjpass")


def particle_verbs(annotated: Annotated) -> Iterator[tuple[int, int, str]]:
    """Yield the verbs that mean another thing with a word beside them: their place, that word's, and what they mean."""
    for token in annotated.tokens:
        verb = annotated.tokens[token.head]
        word = _with_particle().get((verb.lemma.lower(), token.lower))
        if word and verb.pos == "VERB" and token.dep in {"prt", "advmod", "dobj"}:
            yield verb.i, token.i, sense(word, "VERB")


def object_verbs(annotated: Annotated) -> Iterator[tuple[int, str]]:
    """Yield the verbs that mean another thing with their object, and what they mean: to "fire" a rocket, a teacher."""
    for token in annotated.tokens:
        if token.dep in OBJECTS:
            verb = annotated.tokens[token.head]
            word = _with_object().get((one_spelling(verb.lemma.lower()), one_spelling(token.lemma.lower())))
            if word:
                yield verb.i, sense(word, "VERB")


@cache
def _with_particle() -> dict[tuple[str, str], str]:
    return {(row["verb"], row["particle"]): row["word"] for row in rows("particle_verbs")}


@cache
def _with_object() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for row in rows("object_verbs"):
        for verb in row["verbs"].split("|"):
            for noun in row["objects"].split("|"):
                found.setdefault((one_spelling(verb), one_spelling(noun)), row["word"])
    return found
