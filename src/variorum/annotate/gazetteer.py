"""What the tables know of a name before any article is read: countries, capitals, peoples, places, bodies."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import column, mapping, rows
from variorum.lexicon.spellings import spellings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.model import EntityType


DOTTED = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?")


@cache
def countries() -> Mapping[str, str]:
    """Return country names and their other names, with the code."""
    return spellings("countries", ("name", "aliases"), "code")


@cache
def capitals() -> Mapping[str, str]:
    """Return the seats of government with the code of the country that they speak for."""
    return spellings("countries", ("capital",), "code")


@cache
def peoples() -> Mapping[str, str]:
    """Return adjectives and demonyms with the code of their country, `""` for a people that has none."""
    return {**dict.fromkeys(column("peoples", "people"), ""), **spellings("countries", ("people",), "code")}


@cache
def places() -> Mapping[str, str]:
    """Return other known places with the code of their country, `""` where there is none."""
    return spellings("places", ("place", "aliases"), "country")


@cache
def bodies() -> Mapping[str, str]:
    """Return well-known acronyms and the names they stand for, with the class of body."""
    return spellings("acronyms", ("acronym", "names"), "class")


@cache
def body_countries() -> Mapping[str, str]:
    """Return well-known acronyms and names of bodies with the code of their country, `""` where there is none."""
    return spellings("acronyms", ("acronym", "names"), "country")


@cache
def body_names() -> Mapping[str, tuple[str, ...]]:
    """Return for each acronym the names it may stand for."""
    return {row["acronym"]: tuple(filter(None, row["names"].split("|"))) for row in rows("acronyms")}


@cache
def titles() -> Mapping[str, str]:
    """Return the titles in small letters, without full stop, with the gender they tell."""
    return {title.lower().rstrip("."): gender for title, gender in mapping("titles", "title", "gender").items()}


@cache
def office_words() -> frozenset[str]:
    """Return the words of an office that may stand between a title and its holder's name: 'Secretary of State X'."""
    return column("office_words", "word")


def is_title(word: str) -> bool:
    """Tell whether a word may stand before a person's name as a title."""
    return word.lower().rstrip(".") in titles()


def country_of(words: str) -> str:
    """Return the code of the country that a place or people name means, `""` if it means none."""
    for table in (countries(), peoples(), capitals(), places()):
        if words in table:
            return table[words]
    return ""


@cache
def _shouted_places() -> frozenset[str]:
    return frozenset(place.upper() for table in (countries(), capitals(), places()) for place in table)


def is_place(words: str) -> bool:
    """Tell whether the words are a known country, capital, city, region or sea, in a dateline's capitals too."""
    return any(words in t for t in (countries(), capitals(), places())) or (
        len(words) > 3 and words in _shouted_places()  # noqa: PLR2004 - shorter ones are acronyms: MALI, but not AU
    )


@cache
def body_words() -> Mapping[str, str]:
    """Return the words that make a name the name of a body, with the class of body."""
    return mapping("org_words", "word", "class")


def class_of_body(words: str) -> str:
    """Return the class of the body that a name names, by the table of bodies or by its words; `""` if unknown."""
    if words in bodies():
        return bodies()[words]
    parts = words.split()
    front = parts[: parts.index("of")] if "of" in parts else parts
    return next((body_words()[word] for word in reversed(front) if word in body_words()), "")


def undotted(words: str) -> str:
    """Return an acronym without its full stops, any other name as it is: 'U.N.' is UN."""
    return words.replace(".", "") if DOTTED.fullmatch(words) else words


def known_type(words: str) -> EntityType | None:
    """Return the type of a name that the tables hold or whose own words tell it, else `None`."""
    words = undotted(words)
    if words in bodies():
        return "organization"
    if is_place(words):
        return "place"
    if words in peoples():
        return "group"
    return _type_by_words(words.split())


def _type_by_words(parts: list[str]) -> EntityType | None:
    if len(parts) == 1:
        return "organization" if body_words().get(parts[0]) == "fighter" else None
    where = mapping("place_words", "word", "where")
    if where.get(parts[-1]) in {"last", "both"}:
        return "place"
    if class_of_body(" ".join(parts)):
        return "organization"
    first, second, *rest = parts
    if where.get(first) in {"first", "both"} and not rest and second[0].isupper() and second not in peoples():
        return "place"
    return None


@cache
def given_names() -> Mapping[str, str]:
    """Return given names with the gender they tell, `""` where they tell none."""
    return mapping("given_names", "name", "gender")


@cache
def not_names() -> frozenset[str]:
    """Return words in small letters that are written with a capital and name nothing by themselves."""
    return column("not_names", "word")


@cache
def particles() -> frozenset[str]:
    """Return the small words inside names of persons."""
    return frozenset(row["word"] for row in rows("name_particles") if row["kind"] == "particle")


@cache
def suffixes() -> frozenset[str]:
    """Return the words that may follow a family name, in small letters."""
    return frozenset(row["word"] for row in rows("name_particles") if row["kind"] == "suffix")


def surname(parts: tuple[str, ...]) -> str:
    """Return the family name in a person's name of several words."""
    if len(parts) > 1 and parts[0] in column("surname_first", "surname") and parts[0] not in given_names():
        return parts[0]
    kept = [part for part in parts if part.lower() not in suffixes()]
    return kept[-1] if kept else parts[-1]


@cache
def place_nouns() -> frozenset[str]:
    """Return the nouns in small letters that a place's name stands beside: 'the village of X', 'X province'."""
    return frozenset(word.lower() for word in column("place_words", "word")) - {"base", "camp", "north", "old", "new"}


@cache
def _roles() -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("nominals") if row["kind"] == "person")


def is_role(word: str) -> bool:
    """Tell whether a noun in small letters is a person's role."""
    return word in _roles()


@cache
def country_words() -> frozenset[str]:
    """Return the words in small letters that names of countries and peoples are made of."""
    known = (*countries(), *capitals(), *(people for people, code in peoples().items() if code))
    return frozenset(word.lower() for name in known for word in name.split())
