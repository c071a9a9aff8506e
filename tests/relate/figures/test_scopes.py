"""Where and when a figure holds, by the words around it."""

import pytest

from build import parsed
from variorum.extract import extract
from variorum.relate.figures.past import today
from variorum.relate.figures.scopes import scopes
from variorum.relate.propositions.taking import word_keys


def _scopes(text):
    """Return the scopes of the figures of a text printed in May 2031, by the figures' words."""
    one = parsed(text)
    reading = extract(one)
    found = scopes(one, reading, word_keys(one, {}), frozenset(), today([one.article]))
    return {figure.text: found[figure.id] for figure in reading.figures}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "More than 30 soldiers have been killed since the fighting began in April.",
            "since the fighting began in April",
        ),
        ("At least 31 soldiers have died in that time, and 40 houses still burn.", "in that time"),
        ("Since Monday, 12 people have died in the floods.", "Since Monday"),
        ("Twelve people died on Monday.", None),
    ],
)
def test_a_count_from_a_time_on(text, words):
    """What a count starts from is told in the clause of the count, before or behind it."""
    assert next(iter(_scopes(text).values())).since == words


def test_a_figure_within_since_is_no_count_from_then_on():
    """In "since a bomb killed seven" the seven are the dead of the bomb."""
    found = _scopes("The raids have grown since a bomb killed seven officers in March.")
    assert [scope.since for scope in found.values()] == [None]


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("The ministry said eight soldiers had died, raising an earlier toll of six.", [False, True]),
        ("The death toll rose to 15, up from 12 on Monday.", [False, True]),
        ("Eight soldiers died and six were wounded earlier in the week.", [False, False]),
    ],
)
def test_figures_that_a_report_gives_as_earlier(text, earlier):
    """Words before a number, in its own clause, make it one from before."""
    assert [scope.earlier for scope in _scopes(text).values()] == earlier


def test_a_number_said_again_is_the_first():
    """15 and at least 15 are one toll; 4 of them are not."""
    found = _scopes(
        "The attack killed 15 people. At least 15 people were killed, and four of the dead were killed in a car."
    )
    assert [scope.first for scope in found.values()] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("The blast killed nine people. In 2025 a blast in Orlo killed 40 people.", [None, "2025"]),
        ("The blast killed nine people. Riots broke out there in 2025. About 200 people died.", [None, "2025"]),
        ("The blast killed nine people on Monday. A second blast on Tuesday killed 12 people.", [None, None]),
        ("The blast killed nine people. More than 60 people have died since the war began in 2025.", [None, None]),
        ("The fire of 2025 killed 40 people, the court heard.", [None]),
        ("The blast killed nine people. Riots broke out there in 2025.\n\nNurses treated 20 people.", [None, None]),
    ],
)
def test_what_is_recalled_of_another_time(text, past):
    """A sentence about another year, and those behind it in its paragraph; no first figure, no count since."""
    assert [scope.past for scope in _scopes(text).values()] == past


def test_without_a_date_nothing_is_recalled():
    """Where no report tells when it was printed, no time is long ago."""
    assert today([parsed("The fire of 2025 killed 40 people.", published=None).article]) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The blast killed 16 people. Ten of those killed were tourists.", [False, True]),
        ("Sixteen people died in the blast, and six of the dead were children.", [False, True]),
        ("The slide killed ten of the climbers.", [False]),
        ("The slide buried the group, killing ten of them.", [False]),
    ],
)
def test_some_of_those_killed_are_no_toll(text, part):
    """Where the words behind "of" tell the measure, the number is of some; where the verb does, it is of all."""
    assert [scope.part for scope in _scopes(text).values()] == part
