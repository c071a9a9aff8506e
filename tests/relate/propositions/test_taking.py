"""Statements taken apart."""

from dataclasses import replace

import pytest

from build import parsed
from variorum.model import Excerpt, Reading, Speaker, Statement, Timex
from variorum.relate.grouping.likeness import excluded
from variorum.relate.propositions.taking import asserting, propositions, word_keys


def taken_apart(*sentences, times=()):
    """Return the propositions of sentences, each narrated by an article of its own."""
    found = []
    for n, sentence in enumerate(sentences, 1):
        one = parsed(sentence, name=f"a{n}")
        content = (Excerpt(0, len(sentence) - 1, sentence[:-1]),)
        statement = Statement(f"s{n}", f"a{n}", "narration", "speech", None, (), None, content)
        when = tuple(
            Timex(f"a{n}", sentence.index(w), sentence.index(w) + len(w), w, "DATE", v)
            for w, v in times
            if w in sentence
        )
        reading = Reading(f"a{n}", (statement,), times=when)
        (proposition,) = propositions([one], [reading], {f"a{n}": word_keys(one, {})})
        found.append(replace(proposition, order=n))
    return found


def test_a_country_is_one_word_under_all_its_names():
    """A country, its people and its capital count as one word."""
    a, b = taken_apart("Norwegian divers found the wreck.", "Divers from Norway found the wreck.")
    assert "country:NO" in a.words & b.words


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Norway has recalled its envoy.", "Norway has not recalled its envoy.", "denial"),
        ("Norway sued Denmark.", "Denmark sued Norway.", "actor"),
        ("Norway was sued by Denmark.", "Denmark was sued by Norway.", "actor"),
    ],
)
def test_what_contradicts_is_no_restatement(first, second, kind):
    """A negation and swapped roles keep two propositions apart, whatever words they share."""
    bar = excluded(*taken_apart(first, second))
    assert bar is not None
    assert bar.kind == kind


def test_another_day_is_another_event():
    """The same deed on two days is two deeds."""
    times = (("Monday", "2031-03-03"), ("Friday", "2031-03-07"))
    bar = excluded(*taken_apart("The bridge was shelled on Monday.", "The bridge was shelled on Friday.", times=times))
    assert bar is not None
    assert bar.kind is None


def test_active_and_passive_are_one():
    """Who did it to whom is the same in both voices."""
    assert excluded(*taken_apart("Norway sued Denmark.", "Denmark was sued by Norway.")) is None


def test_said_is_stripped_from_what_was_said():
    """In "it confirmed that X was found" the finding is asserted."""
    (found,) = taken_apart("The service confirmed that the Danish navy had found the wreck.")
    assert found.predicate == "find"


def test_what_is_said_by_two_verbs_is_asserted_once():
    """A minister who warned and repeated that the dam leaks says one thing; another who says it says another."""
    one = parsed("The minister warned and repeated that the dam leaks, and the mayor said the dam leaks.").article
    place = one.text.index("the dam leaks")
    content = (Excerpt(place, place + 13, "the dam leaks"),)
    minister, mayor = Speaker("The minister", 0, 12), Speaker("the mayor", 63, 72)
    said = tuple(
        Statement(f"s{n}", "a1", "indirect", "speech", speaker, (), None, content)
        for n, speaker in enumerate((minister, minister, mayor), 1)
    )
    assert [s.id for s in asserting(one, Reading("a1", said))] == ["s1", "s3"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("No leak was detected at the plant.", "The inspectors have not detected a leak at the plant."),
        ("There was no reason for a trial.", "The case is not fit for a trial."),
    ],
)
def test_two_denials_do_not_contradict_each_other(first, second):
    """Whether "no" or "not" denies it, both deny it."""
    assert excluded(*taken_apart(first, second)) is None


def test_the_east_coast_is_not_the_west_coast():
    """What happens on two sides happens twice."""
    bar = excluded(*taken_apart("The tanker sank off the east coast.", "The tanker sank off the west coast."))
    assert bar is not None
    assert bar.kind is None


def test_the_south_is_the_country_that_is_called_so():
    """Where a report names South Sudan, "the South" is South Sudan; a wind from the south is not."""
    one = parsed("South Sudan has a new port. The South opened it when the wind came from the south.")
    found = [(t.text, key) for t, key in zip(one.tokens, word_keys(one, {}), strict=True) if t.lower == "south"]
    assert found == [("South", "country:SS"), ("South", "country:SS"), ("south", "south")]
