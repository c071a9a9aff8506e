"""Which names of bodies of one article name the same body: acronyms and what they stand for, names and their ends."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.annotate import gazetteer
from variorum.text.acronyms import initials, is_acronym_of

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
    held = _held(long)
    for short in sorted(set(texts) - found.keys()):
        fitting = [text for text in gazetteer.body_names().get(short, ()) if text in long] or held.get(short, [])
        if len(fitting) == 1:
            found[short] = fitting[0]
    return found


def _held(long: Sequence[str]) -> dict[str, list[str]]:
    """Return under each short form, initials or the last words, the names of the article that it can mean."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in long:
        words = text.split()
        ends = {" ".join(words[n:]) for n in range(1, len(words) - 1)}
        for short in {initials(text), initials(text, small=True)} | ends:
            if (short in ends and gazetteer.known_type(short) != "place") or _is_new_acronym(short, text):
                found[short].append(text)
    return found


def _is_new_acronym(short: str, name: str) -> bool:
    return short not in gazetteer.body_names() and is_acronym_of(short, name)


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
    return (" " in name or "-" in name) and " " not in short and sum(c.isupper() for c in short) > 1
