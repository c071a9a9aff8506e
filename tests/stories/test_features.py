"""What is read of an article for its story."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arriving import FERRY, report
from variorum.stories import features
from variorum.stories._terms import KINDS


def _kind(text, word, title=None):
    read = features(report("a", text, title=title))
    return next((KINDS[kind] for kind, own in zip(read.kinds, read.words, strict=True) if own == word), None)


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Bronn", "name"), ("Kelun", "name"), ("212", "figure"), ("rocks", "word"), ("Rescue", "word"), ("the", None)],
)
def test_kinds_by_form(word, kind):
    """A capital inside a sentence makes a name, one at its beginning does not; function words are left out."""
    assert _kind(FERRY, word) == kind


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The envoy went to Norway.", "Norway", "place"),
        ("The envoy met Norwegian farmers.", "Norwegian", "place"),
        ("The U.S. envoy went home.", "U.S", "place"),
        ("It tells us little.", "us", None),
        ("It opened on May 14 and closed.", "14 May", "day"),
        ("It opened on the 14th of May, at noon.", "14 May", "day"),
        ("It was built in 1974.", "1974", None),
        ("It cost 2,400 crowns.", "2,400", "figure"),
    ],
)
def test_places_days_and_figures(text, word, kind):
    """Countries and peoples come from the tables, days by their form; a year is no figure."""
    assert _kind(text, word) == kind


def test_country_and_people_are_one_term():
    """A country, its people and its short form stand for the same place."""
    texts = ("They flew to Norway.", "They met Norwegian farmers.", "They met the Norwegians there.")
    terms = [
        {int(t) for t, kind in zip(read.terms, read.kinds, strict=True) if KINDS[kind] == "place"}
        for read in (features(report("a", text)) for text in texts)
    ]
    assert len(set.intersection(*terms)) == 1


def test_the_title_weighs_more():
    """A word of the title weighs more than one of the body."""
    with_title = features(report("a", FERRY, title="Ferry strikes rocks"))
    without = features(report("a", FERRY))
    at = with_title.words.index("rocks")
    assert with_title.weights[at] > without.weights[without.words.index("rocks")]


def test_furniture_does_not_count():
    """What is no part of the report is not read."""
    import dataclasses

    one = report("a", FERRY + "\nSubscribe to the Kelun Herald today")
    assert "Subscribe" in features(one).words
    assert "Subscribe" not in features(dataclasses.replace(one, parts=one.parts[:1])).words


@settings(deadline=None)
@given(st.text(max_size=300), st.none() | st.text(max_size=40))
def test_any_text_can_be_read(text, title):
    """Every term is there once, with a weight, a kind and a word."""
    read = features(report("a", text, title=title))
    assert len(set(read.terms.tolist())) == len(read.terms) == len(read.weights) == len(read.kinds) == len(read.words)
    assert (read.weights > 0).all()
