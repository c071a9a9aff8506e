"""Lines that an outlet prints with article after article are its own; what it reports again and again is not."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import pairwise, permutations

import pytest

from variorum.clean import clean, repeated
from variorum.model import Capture, Fields

FERRY = """The ferry to Port Selby ran aground off Torvel on Monday, the coast guard said.

All passengers were taken off by noon in boats of the Halden family, it said."""
MILL = """The old mill at Lindmoor is to become a theatre, the Oskaly council decided.

Work begins in spring under Kit Orrin, who has led the project since it was first proposed."""
SCHOOL = """Ice on the roads around Varenna closed forty schools on Tuesday, the Marsh County office said.

Crews from Eckley spread sand through the night on the steepest streets of the town."""
TAX = """The Tesil assembly voted on Friday to halve the tax on boats that are built on the island.

Its leader, Ana Grell, called the vote a gift to the yards of Northhaven and Sund."""
OTHERS = (FERRY, MILL, SCHOOL, TAX)
OWN = "Write to the night desk if you know more."


def _article(number, text, outlet="The Selby Mail"):
    digest = hashlib.sha256(text.encode()).hexdigest()
    fields = Fields(title=None, text=text, outlet=outlet)
    return clean(Capture(f"{number}.json", b"", digest, "application/json", fields=fields), name=f"a{number}")[0]


def _with(line, texts=OTHERS, **fields):
    """Clean articles that have a line between their paragraphs, and mark what they repeat."""
    articles = [_article(n, text.replace("\n\n", f"\n\n{line}\n\n"), **fields) for n, text in enumerate(texts)]
    return articles, repeated(articles)


def _new(before, after):
    return [piece for a, b in zip(before, after, strict=True) for piece in b.furniture if piece not in a.furniture]


@pytest.mark.parametrize(("line", "kind"), [(OWN, "about"), ("From the desk of the day", "navigation")])
def test_a_line_of_the_outlets_own(line, kind):
    """A line that articles on three matters have is marked with its kind, in each of them."""
    before, after = _with(line)
    assert [(piece.text, piece.kind) for piece in _new(before, after)] == [(line, kind)] * 4
    assert all(line not in [a.text[p.start : p.end] for p in a.parts] for a in after)


def test_texts_and_places_hold():
    """The text stays; parts and furniture are in order, do not meet, and lose nothing together."""
    for a, b in zip(*_with(OWN), strict=True):
        assert replace(b, parts=a.parts, furniture=a.furniture) == a
        spans = [*((p.start, p.end) for p in b.parts), *((f.start, f.end) for f in b.furniture)]
        assert sorted(spans) == sorted([*((p.start, p.end) for p in a.parts), *((f.start, f.end) for f in a.furniture)])
        assert all(x[1] <= y[0] for x, y in pairwise(sorted(spans)))
        assert list(b.furniture) == sorted(b.furniture, key=lambda piece: piece.start)


def test_two_matters_are_too_few():
    """What two articles share may be a writer's habit."""
    before, after = _with(OWN, (FERRY, MILL))
    assert after == tuple(before)


def test_copies_and_versions_count_once():
    """An agency's copy that an outlet prints again, whole or with a paragraph more, marks none of its sentences."""
    texts = (FERRY, FERRY, FERRY + "\n\nThe cause is being looked into by the harbour office.", MILL)
    before = [_article(n, text) for n, text in enumerate(texts)]
    assert repeated(before) == tuple(before)
    before, after = _with(OWN, texts)
    assert after == tuple(before)


def test_background_of_one_matter_stays():
    """A sentence that an outlet has in all its reports of one matter is the report's."""
    about = ("Pilots met the Port Selby council", "Shops on Tesil closed early", "The Torvel court fined Halden Lines")
    matter = "in the dispute over ferries from Torvel to Tesil, Port Selby and Northhaven that began in Lindmoor."
    texts = [f"{what} on Monday {matter}\n\nIt was the day {n} of the strike." for n, what in enumerate(about)]
    before, after = _with("The union asks for two pilots on each vessel.", texts)
    assert after == tuple(before)


@pytest.mark.parametrize(
    "line", ["“We are not ready,” the mayor said.", "The mayor said no.", "- Two boats", "Late again — M. (@marsh)"]
)
def test_words_of_others_and_lists_stay(line):
    """Quotations, what somebody said, entries of lists and posts are the report's, however often they stand there."""
    before, after = _with(line)
    assert after == tuple(before)


def test_outlets_are_apart():
    """Articles are compared with those of their own outlet; those whose outlet is not known are left alone."""
    articles = [_article(n, f"{text}\n\n{OWN}", outlet=f"Paper {n}") for n, text in enumerate(OTHERS)]
    assert repeated(articles) == tuple(articles)
    before, after = _with(OWN, outlet=None)
    assert after == tuple(before)


def test_order_does_not_matter():
    """Each article comes out the same in whatever order they are given, and in the order given."""
    articles, marked = _with(OWN)
    for order in permutations(range(len(articles))):
        assert repeated([articles[n] for n in order]) == tuple(marked[n] for n in order)


def test_again_changes_nothing():
    """Marking twice is marking once."""
    _, marked = _with(OWN)
    assert repeated(marked) == marked
