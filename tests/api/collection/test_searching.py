"""What a search finds, and the index behind it."""

from __future__ import annotations

import pytest

from desk import desk
from variorum import Collection


def test_search(opened):
    """All words are wanted, endings aside; places are those of the words in the article's text."""
    assert {hit.article for hit in opened.search("rescued boat")} == {"a1", "a2"}
    (hit,) = opened.search('"harbour master Ilka"')
    text = opened.article(hit.article).text
    assert text[hit.excerpt.start : hit.excerpt.end] == hit.excerpt.text
    assert [text[span.start : span.end] for span in hit.found] == ["harbour master Ilka"]
    assert {hit.story for hit in opened.search("cost*")} == {"st2"}


@pytest.mark.parametrize(
    "words", ["", '"', "AND", "a OR b NOT", "*", "ferry AND", "x:y", "-ferry", "NEAR(a b)", "\0", "('"]
)
def test_any_words_may_be_searched_for(opened, words):
    """What a person types is never a mistake of grammar."""
    assert isinstance(opened.search(words), tuple)


def test_two_programs_index_once(tmp_path):
    """Whoever searches first indexes what waits; nothing is found twice."""
    with desk(tmp_path) as one, Collection.open(tmp_path / "desk.variorum") as other:
        for collection in (one, other):
            assert {hit.article for hit in collection.search("conceded")} == {"a3", "a4"}
        assert other._base.number("SELECT count(*) FROM words") == 5
