"""The notation in which the grammar's tables are written, and the words that they name."""

from __future__ import annotations

import re
from functools import cache

from variorum.lexicon import mapping, rows

ATOM = re.compile(
    r"\{(?P<slot>\w+)\}"
    r"|<(?P<any>\w+)>"
    r"|\[(?P<macro>\w+)\]"
    r"|(?P<open>(?:\w+:)?\()(?=\s)"
    r"|(?P<mark>\)\?|\)|\|)"
    r"|(?P<may>\?)"
    r"|(?P<word>[^\s?]+)"
)
"""One atom of a pattern: {class} with its value, <class> without, [macro], brackets, option, or a word itself."""
_NAMES = {"festival": "time_festivals", "historic": "time_historic"}


@cache
def macro(name: str) -> str:
    """Return the pattern that stands for a macro; the tables of names are macros of their own."""
    if name not in _NAMES:
        return mapping("time_macros", "name", "pattern")[name]
    names = sorted({row["name"] for row in rows(_NAMES[name])}, key=lambda n: (-len(n.split()), n))
    return f"{name}:( {' | '.join(names)} )"


@cache
def literals() -> frozenset[str]:
    """Return the words that the grammar names as themselves."""
    texts = [row["pattern"] for table in ("time_grammar", "time_macros") for row in rows(table)]
    texts += [macro(name) for name in _NAMES]
    return frozenset(atom["word"] for text in texts for atom in ATOM.finditer(text) if atom["word"])
