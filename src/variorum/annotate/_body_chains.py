"""Which names of bodies of one article name the same body: acronyms and what they stand for, names and their ends."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.annotate import gazetteer
from variorum.text.acronyms import is_acronym_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.annotate.names import Name
    from variorum.model import Annotated

BODIES = frozenset({"organization", "group", "other"})


def full_bodies(annotated: Annotated, names: Sequence[Name], texts: Sequence[str]) -> dict[str, str]:
    """Return for each acronym the name it stands for: defined in brackets, known from the table, or by initials."""
    found: dict[str, str] = {}
    for (before, name), (short, other) in pairwise(zip(texts, names, strict=True)):
        if name.type in BODIES and _in_brackets(annotated, name, other) and _defines(before, short):
            found[short] = before
    long = sorted({text for text, name in zip(texts, names, strict=True) if " " in text and name.type != "person"})
    for short in sorted(set(texts) - found.keys()):
        fitting = _holding(short, long)
        if fitting:
            found[short] = fitting[0]
    return found


def _holding(short: str, long: Sequence[str]) -> list[str]:
    """Return the bodies of the article that a shorter name can mean: an acronym, or two of its words or more."""
    known = gazetteer.body_names().get(short, ())
    fitting = [text for text in long if text in known or (not known and is_acronym_of(short, text))]
    if fitting or " " not in short:
        return fitting
    holding = [text for text in long if text.endswith(f" {short}") and gazetteer.known_type(short) != "place"]
    return holding if len(holding) == 1 else []


def _in_brackets(annotated: Annotated, name: Name, other: Name) -> bool:
    tokens = annotated.tokens
    return (
        other.first == name.last + 1
        and tokens[name.last].text in "(["
        and other.last < len(tokens)
        and tokens[other.last].text in ")]"
    )


def _defines(name: str, short: str) -> bool:
    """Tell whether brackets after a name may hold its short form: an acronym, in whatever language it was made."""
    return " " in name and " " not in short and sum(c.isupper() for c in short) > 1
