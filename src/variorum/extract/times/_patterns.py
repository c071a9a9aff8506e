"""The grammar, ready to use: each line of `time_grammar` as a regular expression over the symbols of words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from variorum.extract.times._notation import ATOM, macro
from variorum.extract.times._words import vocabulary
from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction: its name, how it is read, the test of its surroundings, and its expression over symbols.

    `slots` are the expression's groups with the class of each, in order.
    """

    name: str
    reads: str
    check: str
    note: str
    pattern: re.Pattern[str]
    slots: tuple[tuple[str, str], ...]


@cache
def grammar() -> tuple[Rule, ...]:
    """Return the rules of the grammar in the table's order."""
    return tuple(_rule(**row) for row in rows("time_grammar"))


def _rule(rule: str, reads: str, check: str, note: str, pattern: str) -> Rule:
    slots: list[tuple[str, str]] = []
    expression = "".join(_expressed(pattern, slots))
    return Rule(rule, reads, check, note, re.compile(expression), tuple(slots))


def _expressed(pattern: str, slots: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the pieces of the expression; `slots` gathers its groups."""
    for atom in ATOM.finditer(pattern):
        if atom["macro"]:
            yield f"(?:{''.join(_expressed(macro(atom['macro']), slots))})"
        elif atom["slot"]:
            yield f"(?P<{_slot(atom['slot'], slots)}>{_one(atom['slot'])})"
        elif atom["open"]:
            name = atom["open"].rstrip("(:")
            yield f"(?P<{_slot(name, slots)}>" if name else "(?:"
        elif atom["any"] or atom["word"]:
            yield _one(atom["any"] or f"={atom['word']}")
        else:
            yield atom.group()


def _slot(name: str, slots: list[tuple[str, str]]) -> str:
    group = f"{name}_{len(slots)}"
    slots.append((group, name))
    return group


def _one(name: str) -> str:
    members = vocabulary().members(name)
    return f"[{re.escape(members)}]" if members else "(?!)"
