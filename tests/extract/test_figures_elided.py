"""What a number counts where its noun is left out or says little, and what is measured of it."""

from __future__ import annotations

from functools import cache

import pytest

from build import article
from variorum.annotate import annotate
from variorum.extract.figures import figures
from variorum.extract.times import times
from variorum.model import Annotated, Figure

Told = tuple[str, str | None, str | None]

NOUNS: dict[str, list[Told]] = {
    # those who did it are not those it was done to
    "Fighters have stepped up raids on the road, killing hundreds.": [("hundreds", "person", "killed")],
    "The clash of marchers and rival activists left four dead.": [("four", "person", "killed")],
    "Gunmen struck again. June: Six killed in a car bomb.": [("Six", "person", "killed")],
    "Crews pulled bodies from the hall, where at least 20 wounded were treated.": [
        ("at least 20", "person", "injured"),
    ],
    # but those who were counted before are
    "Twelve soldiers were killed and 20 wounded.": [
        ("Twelve soldiers", "soldier", "killed"),
        ("20", "soldier", "injured"),
    ],
    "The gunmen held 17 hikers. Ten died.": [("17 hikers", "hiker", "detained"), ("Ten", "hiker", "killed")],
    "The blast killed 15 people, including 11 guests, and injured at least 20.": [
        ("15 people", "person", "killed"),
        ("11 guests", "guest", None),
        ("at least 20", "person", "injured"),
    ],
    # the value of a noun
    "The guild has a million followers in a nation of 85 million.": [
        ("a million followers", "follower", None),
        ("85 million", "person", None),
    ],
    "It killed four people, bringing the number of infections to 152.": [
        ("four people", "person", "killed"),
        ("152", "infection", "infected"),
    ],
    "Eight soldiers were killed, raising an earlier toll of six.": [
        ("Eight soldiers", "soldier", "killed"),
        ("six", "soldier", "killed"),
    ],
    "Seven soldiers died, bringing the number of army dead to 25.": [
        ("Seven soldiers", "soldier", "killed"),
        ("25", "soldier", "killed"),
    ],
    "It killed 26, including 20 children. Another report told of 27 dead.": [
        ("26", "person", "killed"),
        ("20 children", "child", None),
        ("27", "person", "killed"),
    ],
    "Guards shot four of the attackers, putting the overall death toll at 33.": [
        ("four of the attackers", "attacker", "shot"),
        ("33", "person", "killed"),
    ],
    "They cut 25,000 jobs of the work force, which stood at 304,000.": [
        ("25,000 jobs", "job", "jobs cut"),
        ("304,000", "employee", "employed"),
    ],
    # pronouns
    "Officers held five attackers, two of whom were women.": [
        ("five attackers", "attacker", "detained"),
        ("two of whom", "attacker", None),
    ],
    "The rebels said four of their number had been killed.": [("four of their number", "rebel", "killed")],
    # one of their kind
    "Three Israelis and 20 schoolchildren were hurt.": [
        ("Three Israelis", "israeli", "injured"),
        ("20 schoolchildren", "schoolchild", "injured"),
    ],
    # nothing but the noun itself is counted
    "They had three options - union, freedom or neither.": [("three options", "option", None)],
    "He posed before the 100ft-high cross.": [("100ft-high cross", "cross", "height")],
    "Sales rose more than 20% year over year.": [("more than 20%", None, None)],
    "The margin was 15.9%, up from 13.8% a year earlier.": [("15.9%", None, None), ("13.8%", None, None)],
}

MEASURES: dict[str, list[Told]] = {
    # deaths in other words
    "The illness claimed the lives of 17 farmers.": [("17 farmers", "farmer", "killed")],
    "The siege cost the lives of at least 2,500 rebels.": [("at least 2,500 rebels", "rebel", "killed")],
    "Five guards who watched the gate sacrificed their lives.": [("Five guards", "guard", "killed")],
    "The crash killed all 78 people on board.": [("all 78 people", "person", "killed")],
    "Among the injured were two Velish nationals.": [("two Velish nationals", "national", "injured")],
    "The fever left 61 others ill.": [("61 others", "other", "ill")],
    # what the counted do is not done to them
    "In 2004 two Kesh bombers killed five people.": [
        ("two Kesh bombers", "bomber", None),
        ("five people", "person", "killed"),
    ],
    "Her 19 students were not injured.": [("19 students", "student", "unhurt")],
    "Residents attended four services.": [("four services", "service", None)],
    # courts
    "The court sentenced 37 people to death.": [("37 people", "person", "sentenced to death")],
    "Judge Sentences More Than 680 to Death": [("More Than 680", "person", "sentenced to death")],
    "The judge sentenced him to four years in prison.": [("four years", None, "sentence")],
    "The former minister gets a 4-year prison term.": [("4-year prison term", "term", "sentence")],
    "They were fined 3,000 euros.": [("3,000 euros", None, "fine")],
    "They may have to pay a fine of up to 40,000 euros.": [("up to 40,000 euros", None, "fine")],
    # work and trade
    "The chain will shed 9,000 jobs.": [("9,000 jobs", "job", "jobs cut")],
    "The 9,000 job cuts begin now.": [("9,000 job cuts", "job", "jobs cut")],
    "About 2,200 staff are to be made redundant.": [("About 2,200 staff", "staff", "jobs cut")],
    "The deal saved 550 jobs.": [("550 jobs", "job", "jobs saved")],
    "The remaining 133 stores are to close.": [("The remaining 133 stores", "store", "closed")],
    "The town lost jobs with the closure of 26 stores.": [("26 stores", "store", "closed")],
    "The group agreed to sell the whole old channel for £450m.": [("£450m", None, "price")],
    "The firm will add 40 workers.": [("40 workers", "worker", "hired")],
    "The firm has 900 employees.": [("900 employees", "employee", "employed")],
    "The frigate fired two rockets.": [("two rockets", "rocket", "fired")],
    "The yard fired two workers.": [("two workers", "worker", "dismissed")],
    "The fever has stricken 30 others.": [("30 others", "other", "ill")],
    "The mill will take a charge of about $3 million this year.": [("about $3 million", None, "charge")],
    "The mill booked a $3 million charge on the sale.": [("$3 million charge", "charge", "charge")],
    "The port will invest €5 million.": [("€5 million", None, "spending")],
    "The ferry was carrying 295 people.": [("295 people", "person", "aboard")],
    # a length of time has no area, price or weight
    "The island has been a territory for 114 years.": [("114 years", None, None)],
    "After 1 1/2 years of heavy-handed rule they left.": [("1 1/2 years", None, None)],
}

AGES = {
    "Braddock, 63, was a rare talent.": [63.0],
    "Markin, 44, was a key supporter.": [44.0],
    "Runa Orveta dead at 86": [86.0],
    "Orveta was 11 when her mother died.": [11.0],
    "Orveta, 54, a former minister, won.": [54.0],
    "His son, 9, was in class.": [9.0],
}

VALUES: dict[str, tuple[float | None, str | None]] = {
    "It happened about a mile-and-a-half south of Kesh.": (1.5, "mile"),
    "It lies a mile and a half south of Kesh.": (1.5, "mile"),
    "A half million voters left it blank.": (500_000, None),
    "The win was 1 percentage point wider.": (1, "percentage point"),
    "The zone covers 4 sq. miles.": (4, "square mile"),
}


@cache
def _read() -> dict[str, Annotated]:
    texts = [*NOUNS, *MEASURES, *AGES, *VALUES, "21.20 The ferry has left the port."]
    return dict(zip(texts, annotate([article(text) for text in texts]), strict=True))


def _figures(text: str) -> list[Figure]:
    annotated = _read()[text]
    return figures(annotated, times(annotated))


@pytest.mark.parametrize(("text", "expected"), NOUNS.items(), ids=NOUNS)
def test_the_noun_that_a_number_counts(text: str, expected: list[Told]) -> None:
    """A bare number is of those counted before who suffered it, of what its noun tells, else simply of persons."""
    assert [(f.text, f.counted, f.measure) for f in _figures(text) if f.unit != "year"] == expected


@pytest.mark.parametrize(("text", "expected"), MEASURES.items(), ids=MEASURES)
def test_what_is_measured(text: str, expected: list[Told]) -> None:
    """Verb and noun tell together what is measured, and an amount has no dimension that its unit cannot have."""
    assert [(f.text, f.counted, f.measure) for f in _figures(text)] == expected


@pytest.mark.parametrize(("text", "values"), AGES.items(), ids=AGES)
def test_a_number_between_commas_behind_a_name_is_an_age(text: str, values: list[float]) -> None:
    """A bare surname that acts in the sentence is a person's; so is somebody's son."""
    assert [(f.low, f.unit, f.measure) for f in _figures(text)] == [(v, "year", "age") for v in values]


@pytest.mark.parametrize(("text", "expected"), VALUES.items(), ids=VALUES)
def test_halves_and_units_behind_them(text: str, expected: tuple[float | None, str | None]) -> None:
    """A half may stand behind the unit or before the scale; a unit may be abbreviated or of two words."""
    (figure,) = _figures(text)
    assert (figure.low, figure.unit) == expected


def test_the_clock_of_a_running_report_is_no_figure() -> None:
    """Hours and minutes that open a paragraph count nothing."""
    assert _figures("21.20 The ferry has left the port.") == []
