"""Where the names of agencies, outlets and picture sources stand in a line, and the line with them masked.

Patterns that speak of "an agency here" match the masked line: a name is one mark and its filling, as long as the name,
so that places stay. One pass over the words finds all names; hundreds of names in each pattern took 0.25 s to compile.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from variorum.lexicon import column

if TYPE_CHECKING:
    from collections.abc import Iterator

Table = Literal["agencies", "photo_sources", "outlets"]

_COLUMN = {"agencies": "form", "photo_sources": "form", "outlets": "name"}
MARKS = {"agencies": "\ue000", "photo_sources": "\ue001", "outlets": "\ue003"}
_FILL = "\ue002"
_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"[^\W_]+")
_SHORT = 4
"""Acronyms up to this length are taken in their own case only: "map" and "tap" are words."""

AGENCY = f"{MARKS['agencies']}{_FILL}*"
"""The pattern of a masked agency."""
PHOTO = f"[{MARKS['agencies']}{MARKS['photo_sources']}]{_FILL}*"
"""The pattern of a masked picture source."""
OUTLET = f"{MARKS['outlets']}{_FILL}*"
"""The pattern of a masked outlet."""


@cache
def _index(table: Table) -> dict[str, tuple[str, ...]]:
    """Return the forms by their key in small letters, the longest first."""
    found: dict[str, list[str]] = {}
    for form in sorted(column(table, _COLUMN[table]), key=lambda f: (-len(f), f)):
        words = [word.casefold() for word in _WORD.findall(form)]
        if words:
            found.setdefault(_key(words[0], words[1] if len(words) > 1 else ""), []).append(form)
    return {key: tuple(forms) for key, forms in found.items()}


def _key(first: str, second: str) -> str:
    """Return what a name is looked up by: its first word, and its second one after "the", with which many begin."""
    return f"{first} {second}" if first == "the" else first


@cache
def _signs(table: Table) -> tuple[frozenset[str], frozenset[str]]:
    """Return one word of each name, its rarest: of names that stand in their own case or in capitals, and of others."""
    names = {form: _PIECE.findall(form) for form in column(table, _COLUMN[table])}
    common = Counter(word.casefold() for words in names.values() for word in words)
    strict: set[str] = set()
    loose: set[str] = set()
    for form, words in names.items():
        word = min(words, key=lambda word: (common[word.casefold()], -len(word)), default="")
        if _is_loose(table, form):
            loose.add(word.casefold())
        else:
            strict |= {word, word.upper()}
    return frozenset(strict), frozenset(loose)


def _may_name(text: str, table: Table) -> bool:
    """Tell whether a name of a table can stand in a text; it costs a tenth of looking at each word of it."""
    strict, loose = _signs(table)
    words, folded = _pieces(text)
    return not (strict.isdisjoint(words) and loose.isdisjoint(folded))


@lru_cache(maxsize=4)
def _pieces(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a text, and the same in small letters; a line is asked for one table after the other."""
    words = tuple(_PIECE.findall(text))
    return words, tuple(map(str.casefold, words))


def named(text: str, table: Table) -> Iterator[tuple[int, int]]:
    """Yield where names of a table stand in a text, whole words only, the longest at each place."""
    if not _may_name(text, table):
        return
    index, done = _index(table), 0
    words = [(word.group().casefold(), word.start()) for word in _WORD.finditer(text)]
    for (word, start), (after, _) in zip_longest(words, words[1:], fillvalue=("", 0)):
        forms = index.get(_key(word, after))
        if forms is None or start < done:
            continue
        end = next((e for form in forms if (e := _stands(text, start, form, loose=_is_loose(table, form)))), 0)
        if end:
            done = end
            yield start, end


def _is_loose(table: Table, form: str) -> bool:
    """Tell whether a name is one in any case: "foreign policy", "the week" and "map" are words, too."""
    return table != "outlets" and len(form) > _SHORT


def _stands(text: str, at: int, form: str, *, loose: bool) -> int:
    """Return where the form ends that begins at `at`, 0 where it does not stand there."""
    end = at + len(form)
    here = text[at:end]
    same = here in {form, form.upper()} or (loose and here.casefold() == form.casefold())
    return end if same and not text[end : end + 1].isalnum() else 0


def masked(text: str, *tables: Table) -> str:
    """Return the text with the names of the tables masked; earlier tables win."""
    for table in tables:
        pieces, done = [], 0
        for start, end in named(text, table):
            pieces += [text[done:start], MARKS[table], _FILL * (end - start - 1)]
            done = end
        text = "".join([*pieces, text[done:]]) if pieces else text
    return text
