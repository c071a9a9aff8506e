"""Attribution over constructions: each block of `attribution_cases.txt` is one, in our own words."""

from __future__ import annotations

import pytest

from build import article
from constructions import CASES
from variorum.annotate import annotate
from variorum.extract.attribution import attributions


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


def test_there_are_constructions_enough_and_no_two_of_one_name():
    """The table holds at least 250 constructions; each is named once, so that none hides another."""
    assert len({case.name for case in CASES}) == len(CASES) >= ENOUGH


ENOUGH = 250


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_construction(case, found):
    """Source, cue, content, mode, act and relays are those that a careful reader gives."""
    assert found[case.name] == list(case.expected)
