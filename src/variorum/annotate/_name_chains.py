"""Which names of one article name the same: full and short forms, acronyms and what they stand for, other spellings."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from variorum.annotate import gazetteer
from variorum.annotate.names import words
from variorum.lexicon import mapping
from variorum.lexicon.spellings import spellings
from variorum.text.acronyms import is_acronym_of
from variorum.text.romanisation import fold, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.annotate.names import Name
    from variorum.model import Annotated, EntityType


@cache
def key(word: str) -> str:
    """Return the key of one word of a name, the same for all usual romanisations of it."""
    return fold(word, mapping("romanisation", "written", "folded").items())


def chains(annotated: Annotated, names: Sequence[Name]) -> list[str]:
    """Return for each name the key of the thing it names; names with one key name one thing."""
    texts = [_bare(words(annotated, name.first, name.last)) for name in names]
    persons = {text: tuple(text.split()) for text, name in zip(texts, names, strict=True) if name.type == "person"}
    known = _persons(persons)
    bodies = _bodies(annotated, names, texts)
    return [
        known[text] if name.type == "person" else _other(text, name.type, bodies)
        for text, name in zip(texts, names, strict=True)
    ]


def _bare(text: str) -> str:
    return text.removesuffix("'s").replace("\n", " ").strip()


def _persons(persons: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Return for each person's name the fullest name in the article that it must be short for."""
    full = sorted((p for p in persons.values() if len(p) > 1), key=lambda p: (-len(p), p))
    leaders: list[tuple[str, ...]] = []
    found: dict[str, str] = {}
    for parts in full:
        same = [other for other in leaders if _is_short_of(parts, other)]
        leader = same[0] if len(same) == 1 else parts
        if leader is parts:
            leaders.append(parts)
        found[" ".join(parts)] = _person_key(leader)
    for parts in persons.values():
        if len(parts) == 1:
            found[parts[0]] = _person_key(_full_name(parts[0], leaders) or parts)
    return found


def _person_key(parts: tuple[str, ...]) -> str:
    return "person " + " ".join(key(part) for part in parts)


def _is_short_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether one full name only leaves out, shortens or spells otherwise parts of another."""
    if key(gazetteer.surname(short)) != key(gazetteer.surname(full)):
        return False
    rest = [key(part) for part in full]
    for part in short:
        same = next((n for n, other in enumerate(rest) if _is_part(key(part), other)), None)
        if same is None:
            return False
        rest = rest[same + 1 :]
    return True


def _is_part(short: str, full: str) -> bool:
    return short == full or (len(short) == 1 and full.startswith(short))


def _full_name(word: str, leaders: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the one full name that a single word is the family name of, else the one it is the given name of."""
    for part in (gazetteer.surname, lambda parts: parts[0]):
        fitting = [parts for parts in leaders if key(part(parts)) == key(word)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _bodies(annotated: Annotated, names: Sequence[Name], texts: Sequence[str]) -> dict[str, str]:
    """Return for each acronym the name it stands for: defined in brackets, known from the table, or by initials."""
    found: dict[str, str] = {}
    for (before, name), (short, other) in zip(
        zip(texts, names, strict=True), list(zip(texts, names, strict=True))[1:], strict=False
    ):
        if _in_brackets(annotated, name, other) and _defines(before, short):
            found[short] = before
    long = sorted({text for text, name in zip(texts, names, strict=True) if " " in text and name.type != "person"})
    for short in sorted(set(texts) - found.keys()):
        known = gazetteer.body_names().get(short, ())
        fitting = [text for text in long if text in known] or [text for text in long if is_acronym_of(short, text)]
        if fitting:
            found[short] = fitting[0]
    return found


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


def _other(text: str, kind: EntityType, bodies: dict[str, str]) -> str:
    name = bodies.get(text, text)
    if kind == "place":
        code = gazetteer.countries().get(name)
        return f"place {code}" if code else f"place {_place(name)}"
    if kind == "group" and gazetteer.peoples().get(name):
        return f"group {gazetteer.peoples()[name]}"
    return f"{kind} {plain(name.removeprefix('the ').removeprefix('The '))}"


def _place(name: str) -> str:
    capital = gazetteer.capitals().get(name)
    usual = mapping("countries", "code", "capital").get(capital, "").split("|")[0] if capital else name
    return plain(spellings("places", ("place", "aliases"), "place").get(usual, usual))
