"""Every page and text of the corpus comes out with its fields, its parts and its furniture."""

from __future__ import annotations

import importlib.util
import sys
from itertools import pairwise
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("clean_cases", Path(__file__).parent / "cases.py")
cases = importlib.util.module_from_spec(_SPEC)
sys.modules["clean_cases"] = cases
_SPEC.loader.exec_module(cases)

TEXTS = [case for case in cases.CASES if case.pieces]
PAGES = [case for case in cases.CASES if not case.pieces]


def _given(case, name):
    """Whether the case says what the field must be."""
    return name in case.expected


def _or_none(value):
    return None if value in {"", "none"} else value


@pytest.mark.parametrize("case", cases.CASES, ids=lambda case: case.name)
def test_fields(case):
    """Title, authors, day, agency, publisher, address, language and place are what the input states, else unknown."""
    article, problems = case.run()
    if article is None:
        assert case.expected.get("problem") in {problem.code for problem in problems}
        return
    agency = f"{article.agency.name} {article.agency.basis}" if article.agency else None
    got = {
        "title": article.title,
        "byline": "; ".join(article.byline) or None,
        "published": article.published.value if article.published else None,
        "agency": agency,
        "publisher": article.publisher.name if article.publisher else None,
        "url": article.url,
        "language": article.language,
        "place": article.place.text if article.place else None,
    }
    want = {name: _or_none(case.expected[name]) for name in got if name in case.expected}
    if want.get("language") == "any":
        del want["language"]
    assert {name: got[name] for name in want} == want


@pytest.mark.parametrize("case", cases.CASES, ids=lambda case: case.name)
def test_problems(case):
    """What a reader must know is said, and nothing else."""
    assert [problem.code for problem in case.run()[1]] == list(filter(None, [case.expected.get("problem")]))


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case.name)
def test_pieces(case):
    """Each line of a text comes out as the part or the furniture that it is, in reading order."""
    article, _ = case.run()
    assert cases.pieces_of(article) == [(kind, cases.bare(text)) for kind, text in case.pieces]


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_kept_and_dropped(case):
    """The words of a page's report are in its parts, those around it are not."""
    article, _ = case.run()
    report = "\n".join(article.text[part.start : part.end] for part in article.parts) if article else ""
    kept = [words for words in case.expected.get("keeps", "").split(" | ") if words]
    dropped = [words for words in case.expected.get("drops", "").split(" | ") if words]
    assert [words for words in kept if words not in report] == []
    assert [words for words in dropped if words in report] == []


@pytest.mark.parametrize("case", cases.CASES, ids=lambda case: case.name)
def test_places(case):
    """Parts and furniture are in order, do not meet, and quote the text word for word; a plain text is unchanged."""
    article, _ = case.run()
    if article is None:
        return
    spans = sorted([*((p.start, p.end) for p in article.parts), *((f.start, f.end) for f in article.furniture)])
    assert all(0 <= start < end <= len(article.text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(article.text[f.start : f.end] == f.text for f in article.furniture)
    if case.expected["media"] != "text/html":
        assert article.text == case.text
