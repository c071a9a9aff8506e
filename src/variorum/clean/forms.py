"""Where the names of agencies, outlets and picture sources stand in a line, and the line with them masked.

Patterns that speak of "an agency here" match the masked line: a name is one mark and its filling, as long as the name,
so that places stay. One pass over the words finds all names; hundreds of names in each pattern took 0.25 s to compile.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from variorum.lexicon import column

if TYPE_CHECKING:
    from collections.abc import Iterator

Table = Literal["agencies", "photo_sources", "outlets"]

_COLUMN = {"agencies": "form", "photo_sources": "form", "outlets": "name"}
_MARK = {"agencies": "\ue000", "photo_sources": "\ue001", "outlets": "\ue003"}
_FILL = "\ue002"
_WORD = re.compile(r"\w+")
_SHORT = 4
"""Acronyms up to this length are taken in their own case only: "map" and "tap" are words."""

AGENCY = f"{_MARK['agencies']}{_FILL}*"
"""The pattern of a masked agency."""
PHOTO = f"[{_MARK['agencies']}{_MARK['photo_sources']}]{_FILL}*"
"""The pattern of a masked picture source."""
OUTLET = f"{_MARK['outlets']}{_FILL}*"
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


def named(text: str, table: Table) -> Iterator[tuple[int, int]]:
    """Yield where names of a table stand in a text, whole words only, the longest at each place."""
    index, done = _index(table), 0
    words = list(_WORD.finditer(text))
    for word, after in zip_longest(words, words[1:]):
        forms = index.get(_key(word.group().casefold(), after.group().casefold() if after else ""))
        if forms is None or word.start() < done:
            continue
        loose = table != "outlets"  # "foreign policy" and "the week" are words, too
        end = next((e for form in forms if (e := _stands(text, word.start(), form, loose=loose))), 0)
        if end:
            done = end
            yield word.start(), end


def _stands(text: str, at: int, form: str, *, loose: bool) -> int:
    """Return where the form ends that begins at `at`, 0 where it does not stand there."""
    end = at + len(form)
    here = text[at:end]
    same = here in {form, form.upper()} or (loose and len(form) > _SHORT and here.casefold() == form.casefold())
    return end if same and not text[end : end + 1].isalnum() else 0


def masked(text: str, *tables: Table) -> str:
    """Return the text with the names of the tables masked; earlier tables win."""
    for table in tables:
        pieces, done = [], 0
        for start, end in named(text, table):
            pieces += [text[done:start], _MARK[table], _FILL * (end - start - 1)]
            done = end
        text = "".join([*pieces, text[done:]]) if pieces else text
    return text
