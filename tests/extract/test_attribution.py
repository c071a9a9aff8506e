"""Attribution over constructions: each block of `attribution_cases.txt` is one, in our own words."""

from __future__ import annotations

import pytest

from build import article
from constructions import CASES
from variorum.annotate import annotate
from variorum.extract.attribution import attributions
from variorum.lexicon import column


def _line(statement) -> str:
    source = statement.source.text if statement.source else "-"
    content = " … ".join(piece.text for piece in statement.content)
    via = ", ".join(v.text for v in statement.via) or "-"
    return f"{source} | {statement.cue.text} | {content} | {statement.mode} | {statement.act} | {via}"


@pytest.fixture(scope="module")
def read():
    """Return the statements of all constructions, parsed in one batch."""
    pages = annotate([article(case.text, name=f"a{n}") for n, case in enumerate(CASES)])
    return {case.name: attributions(page) for case, page in zip(CASES, pages, strict=True)}


@pytest.fixture(scope="module")
def found(read):
    """Return the statements as lines of the table."""
    return {name: [_line(s) for s in statements] for name, statements in read.items()}


@pytest.fixture(scope="module")
def rules(read):
    """Return the names of the rules that found something."""
    return sorted({s.rule for statements in read.values() for s in statements})


def test_every_rule_is_told_in_words(rules):
    """Each rule that finds something in the constructions has words of its own or those of its family."""
    words = column("rule_words", "rule")
    assert [rule for rule in rules if rule not in words and rule.split(":")[0] not in words] == []


def test_there_are_constructions_enough_and_no_two_of_one_name():
    """The table holds at least 250 constructions; each is named once, so that none hides another."""
    assert len({case.name for case in CASES}) == len(CASES) >= ENOUGH


ENOUGH = 250


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_construction(case, found):
    """Source, cue, content, mode, act and relays are those that a careful reader gives."""
    assert found[case.name] == list(case.expected)
