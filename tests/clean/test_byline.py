"""Bylines are parted into people and services; jobs, outlets, places and addresses are neither."""

from __future__ import annotations

import pytest

from variorum.clean.byline import Byline, byline_of, people

LINES = [
    ("By Lena Marsh", ("Lena Marsh",), ()),
    ("By Lena Marsh and Sam Orrin", ("Lena Marsh", "Sam Orrin"), ()),
    ("By Lena Marsh, Sam Orrin and Jon van der Eck", ("Lena Marsh", "Sam Orrin", "Jon van der Eck"), ()),
    ("By AFP", (), ("AFP",)),
    ("By Lena Marsh in Torvel", ("Lena Marsh",), ()),
    ("By Lena Marsh, Political Editor", ("Lena Marsh",), ()),
    ("By", (), ()),
    ("By Lena Marsh | Reuters", ("Lena Marsh",), ("Reuters",)),
    ("By LENA MARSH", ("Lena Marsh",), ()),
    ("By Staff Writer", (), ()),
    ("By Lena Marsh, The Associated Press", ("Lena Marsh",), ("The Associated Press",)),
    ("by J.R. Marsh", ("J.R. Marsh",), ()),
    ("By Lena Marsh, BBC News", ("Lena Marsh",), ()),
    ("By Lena Marsh (@lmarsh)", ("Lena Marsh",), ()),
    ("Author: Lena Marsh", ("Lena Marsh",), ()),
    ("By Lena Marsh lena@selby.example", ("Lena Marsh",), ()),
    ("Written by Lena Marsh", ("Lena Marsh",), ()),
    ("By RFE/RL", (), ("RFE/RL",)),
]


@pytest.mark.parametrize(("line", "authors", "agencies"), LINES)
def test_lines(line, authors, agencies):
    """Who wrote it, and whose copy it is."""
    assert byline_of(line) == Byline(authors, agencies)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the ferry had not come.",
        "By the time it came, it was late.",
        "Lena Marsh",
        "",
        "Byways",
        "By noon, rescuers had found the boat, and they were waiting for help from the coast",
    ],
)
def test_sentences(line):
    """A sentence that begins with "By" is no byline, nor is a name alone."""
    assert byline_of(line) is None


def test_fields():
    """Author fields of metadata are parted in the same way."""
    assert people(("Lena Marsh, Sam Orrin", "Reuters", "https://a.example/lena", "admin")) == Byline(
        ("Lena Marsh", "Sam Orrin"), ("Reuters",)
    )
