"""Which articles share passages."""

from __future__ import annotations

from desk import REPORTS, lines, record


def test_reprints_are_found_once(opened, tmp_path):
    """A pair is told with its stories and kind; only what is new is compared; an edit forgets it."""
    assert opened.reuse() == ()
    _, *rest = REPORTS[0]
    opened.add([lines(tmp_path / "reprint.jsonl", [record("courier", *rest)])])
    (pair,) = opened.reuse()
    assert (pair.articles, pair.stories, pair.overlap) == (("a1", "a6"), ("st1", "st1"), 1.0)
    assert opened.reuse() == (pair,)
    other = record("courier", *rest[:2], "The Morning Tide was taken to Kelun by tugs, and its owners said nothing.")
    assert opened.add([lines(tmp_path / "edited.jsonl", [other])]).changed == ("a6",)
    assert opened.reuse() == ()
