"""What names, titles and descriptions say of a thing beside its name: country, office or class of body, field."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.lexicon import column, mapping
from variorum.lexicon.spellings import spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*\.?")


class Role(NamedTuple):
    """One description taken apart: country code, class of noun, fields, and words that make it another office."""

    country: str
    kind: str
    fields: frozenset[str]
    strict: frozenset[str]


class Profile(NamedTuple):
    """All that is said of a thing: its roles, and the countries it belongs to."""

    roles: tuple[Role, ...]
    countries: frozenset[str]


def profile(names: Sequence[str], described: Iterable[str], led: Iterable[str]) -> Profile:
    """Return what is said of a thing by its names, by descriptions, and by the words that lead up to its names."""
    leads = [words for words in led if words]
    texts = [*names, *described, *leads, *(f"{lead} {name}" for lead in leads for name in names[:1])]
    roles = {role(text) for text in texts} | {known for name in names if (known := _known(name))}
    kept = tuple(
        sorted((r for r in roles if r.kind), key=lambda r: (r.country, r.kind, sorted(r.fields), sorted(r.strict)))
    )
    return Profile(kept, frozenset(r.country for r in roles if r.country))


def may_lead(word: str) -> bool:
    """Tell whether a word before a name can belong to a title or an office."""
    plain = word.replace("’", "'").removesuffix("'s").lower().rstrip(".")
    return (
        word[:1].isupper()
        or plain in _classes()
        or plain in column("generic_modifiers", "word")
        or (plain in column("strict_modifiers", "word"))
    )


def role(text: str) -> Role:
    """Take a description apart: 'the Varnian interior minister' is of Varn, a minister, of the interior."""
    words = WORD.findall(re.sub(r"['’]s\b", "", text.replace("’", "'")))
    head = re.split(r" (?:of|for|in|at|who|from) ", text)[0] if text[:3] not in {"One", "one"} else text
    heads = [w.lower() for w in WORD.findall(head)]
    fields = mapping("field_words", "word", "field")
    return Role(
        _country(words),
        next((kind for w in reversed(heads) if (kind := _class(w))), ""),
        frozenset(fields[w.lower()] for w in words if w.lower() in fields),
        frozenset(w.lower() for w in words) & column("strict_modifiers", "word"),
    )


@cache
def _classes() -> dict[str, str]:
    by_name = {word.lower(): kind for word, kind in mapping("org_words", "word", "class").items()}
    return {**by_name, **mapping("nominals", "noun", "class")}


def _class(word: str) -> str:
    return _classes().get(word, "")


@cache
def codes() -> dict[str, str]:
    """Return country names, peoples and capitals with the country's code."""
    return dict(spellings("countries", ("name", "aliases", "people", "capital"), "code"))


def _country(words: Sequence[str]) -> str:
    for length in (3, 2, 1):
        for at in range(len(words) - length + 1):
            code = codes().get(" ".join(words[at : at + length]))
            if code:
                return code
    return ""


def _known(name: str) -> Role | None:
    """Return what the table of bodies knows of a name."""
    kind = spellings("acronyms", ("acronym", "names"), "class").get(name)
    if kind is None:
        return None
    names = spellings("acronyms", ("acronym", "names"), "names").get(name, "")
    country = spellings("acronyms", ("acronym", "names"), "country").get(name, "")
    fields = mapping("field_words", "word", "field")
    return Role(
        country, kind, frozenset(fields[w] for w in names.lower().replace("|", " ").split() if w in fields), frozenset()
    )
