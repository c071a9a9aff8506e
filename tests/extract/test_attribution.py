"""Attribution over constructions: each block of `attribution_cases.txt` is one, in our own words."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from build import article
from variorum.annotate import annotate
from variorum.extract.attribution import attributions


class Case(NamedTuple):
    """One construction: its name, a text and the statements that it makes."""

    name: str
    text: str
    expected: tuple[str, ...]


def _cases() -> list[Case]:
    blocks = Path(__file__).with_name("attribution_cases.txt").read_text("utf-8").split("\n## ")[1:]
    found = []
    for block in blocks:
        name, text, *lines = block.strip().split("\n")
        found.append(Case(name, text.replace(" ¶ ", "\n\n"), tuple(line.removeprefix("> ") for line in lines)))
    return found


CASES = _cases()


def _line(statement) -> str:
    source = statement.source.text if statement.source else "-"
    content = " … ".join(piece.text for piece in statement.content)
    via = ", ".join(v.text for v in statement.via) or "-"
    return f"{source} | {statement.cue.text} | {content} | {statement.mode} | {statement.act} | {via}"


@pytest.fixture(scope="module")
def found():
    """All constructions, parsed in one batch."""
    pages = annotate([article(case.text, name=f"a{n}") for n, case in enumerate(CASES)])
    return {case.name: [_line(s) for s in attributions(page)] for case, page in zip(CASES, pages, strict=True)}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_construction(case, found):
    """Source, cue, content, mode, act and relays are those that a careful reader gives."""
    assert found[case.name] == list(case.expected)
