"""The constructions of attribution: each block of `extract/attribution_cases.txt` is one, in our own words."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """One construction: its name, a text and the statements that it makes."""

    name: str
    text: str
    expected: tuple[str, ...]


def _cases() -> list[Case]:
    path = Path(__file__).parent / "extract" / "attribution_cases.txt"
    found = []
    for block in path.read_text("utf-8").split("\n## ")[1:]:
        name, text, *lines = block.strip().split("\n")
        found.append(Case(name, text.replace(" ¶ ", "\n\n"), tuple(line.removeprefix("> ") for line in lines)))
    return found


CASES = _cases()
