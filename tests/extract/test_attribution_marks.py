"""Which quotation mark opens and which closes."""

from __future__ import annotations

import pytest

from build import article
from variorum.extract.attribution.marks import quotations


def _inner(text):
    page = article(text)
    return [page.text[q.inner[0] : q.inner[1]] for q in quotations(page.text, page.parts)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said “yes” and “no”.", ["yes", "no"]),
        ("He said «yes» and «no».", ["yes", "no"]),
        ("He said „yes” today.", ["yes"]),
        ("He said ``yes'' today.", ["yes"]),
        ("He said ''yes'' today.", ["yes"]),
        ("He said 'yes' today.", ["yes"]),
        ("He said ‘yes’ today.", ["yes"]),
        ("“He told me ‘run’ then,” she said.", ["He told me ‘run’ then,"]),
        ("\"He told me 'run' then,\" she said.", ["He told me 'run' then,"]),
        ("The soldiers' camp and the farmers' road.", []),
        ("It's the farmer's own, isn't it?", []),
        ("In the '90s rock 'n' roll was new.", []),
        ('A 6" pipe burst.', []),
        ('He said "yes and left.', []),
        ('He said "yes and left. Then "no" came.', ["no"]),
        ("", []),
    ],
)
def test_marks_within_a_paragraph(text, inner):
    """Only the outermost quotation counts; apostrophes, inches and marks never closed enclose nothing."""
    assert _inner(text) == inner


def test_a_quotation_runs_over_paragraphs():
    """It opens again with each paragraph and closes with the last."""
    page = article('"One.\n\n"Two.\n\n"Three," he said.')
    found = quotations(page.text, page.parts)
    assert [(q.goes_on, q.resumed) for q in found] == [(True, False), (True, True), (False, True)]


def test_an_unclosed_mark_spoils_its_paragraph_alone():
    """The next paragraph, not opening with a mark, is read as if nothing had been open."""
    page = article('"One and two.\n\nHe said "three" there.')
    assert [page.text[q.inner[0] : q.inner[1]] for q in quotations(page.text, page.parts)] == ["three"]
