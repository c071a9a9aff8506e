"""What a careful reader would cite, a construction a line: each is found with its words, bounds, unit and direction."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest

from build import article
from variorum.annotate import annotate
from variorum.extract.figures import figures, quantities
from variorum.extract.times import times
from variorum.model import Annotated, Figure


class Said(NamedTuple):
    """What one figure of a sentence should be."""

    words: str
    low: float | None
    high: float | None
    unit: str | None = None
    change: str | None = None
    counted: str | None = None
    measure: str | None = None
    approximate: bool = False


CITED: tuple[tuple[str, tuple[Said, ...]], ...] = (
    # digits, English and European
    ("The town has 12,500 boats.", (Said("12,500 boats", 12500, 12500, counted="boat"),)),
    ("The town has 12 500 inhabitants.", (Said("12 500 inhabitants", 12500, 12500, counted="inhabitant"),)),
    ("The town has 1.250 inhabitants.", (Said("1.250 inhabitants", 1250, 1250, counted="inhabitant"),)),
    ("It weighs 1.250 tonnes.", (Said("1.250 tonnes", 1.25, 1.25, "tonne", measure="weight"),)),
    ("They paid 1.200,50 euros.", (Said("1.200,50 euros", 1200.5, 1200.5, "EUR", measure="payment"),)),
    ("They paid 1,200.50 euros.", (Said("1,200.50 euros", 1200.5, 1200.5, "EUR", measure="payment"),)),
    ("They paid €1.200.000.", (Said("€1.200.000", 1_200_000, 1_200_000, "EUR", measure="payment"),)),
    ("They paid 3,5 million euros.", (Said("3,5 million euros", 3.5e6, 3.5e6, "EUR", measure="payment"),)),
    # scales and words
    ("They sold 1.2 million boats.", (Said("1.2 million boats", 1.2e6, 1.2e6, counted="boat"),)),
    ("They owe £450m.", (Said("£450m", 4.5e8, 4.5e8, "GBP"),)),
    ("They owe $4.5 billion.", (Said("$4.5 billion", 4.5e9, 4.5e9, "USD"),)),
    ("They saw two dozen boats.", (Said("two dozen boats", 24, 24, counted="boat"),)),
    ("They saw a hundred and five boats.", (Said("a hundred and five boats", 105, 105, counted="boat"),)),
    ("They saw half a million boats.", (Said("half a million boats", 5e5, 5e5, counted="boat"),)),
    # ranges
    ("They saw four to five boats.", (Said("four to five boats", 4, 5, counted="boat"),)),
    ("They saw 10-12 boats.", (Said("10-12 boats", 10, 12, counted="boat"),)),
    ("They saw between 300 and 400 boats.", (Said("between 300 and 400 boats", 300, 400, counted="boat"),)),
    ("Support ranges from 5% to 7%.", (Said("from 5% to 7%", 5, 7, "percent"),)),
    # bounds
    ("At least 40 boats sank.", (Said("At least 40 boats", 40, None, counted="boat"),)),
    ("More than 40 boats sank.", (Said("More than 40 boats", 40, None, counted="boat"),)),
    ("Over 40 boats sank.", (Said("Over 40 boats", 40, None, counted="boat"),)),
    ("No fewer than 40 boats sank.", (Said("No fewer than 40 boats", 40, None, counted="boat"),)),
    ("They own 40-plus boats.", (Said("40-plus boats", 40, None, counted="boat"),)),
    ("They own 40 or more boats.", (Said("40 or more boats", 40, None, counted="boat"),)),
    ("As many as 40 boats sank.", (Said("As many as 40 boats", None, 40, counted="boat"),)),
    ("Up to 40 boats sank.", (Said("Up to 40 boats", None, 40, counted="boat"),)),
    ("Nearly 40 boats sank.", (Said("Nearly 40 boats", None, 40, counted="boat"),)),
    ("Fewer than 40 boats sank.", (Said("Fewer than 40 boats", None, 40, counted="boat"),)),
    ("Some 40 boats sank.", (Said("Some 40 boats", 40, 40, counted="boat", approximate=True),)),
    ("About 40 boats sank.", (Said("About 40 boats", 40, 40, counted="boat", approximate=True),)),
    ("A hundred or so boats sank.", (Said("A hundred or so boats", 100, 100, counted="boat", approximate=True),)),
    # vague numbers
    ("Dozens of boats sank.", (Said("Dozens of boats", 24, None, counted="boat", approximate=True),)),
    ("Scores of boats sank.", (Said("Scores of boats", 40, None, counted="boat", approximate=True),)),
    ("Hundreds of boats sank.", (Said("Hundreds of boats", 200, None, counted="boat", approximate=True),)),
    ("Thousands of boats sank.", (Said("Thousands of boats", 2000, None, counted="boat", approximate=True),)),
    ("Several boats sank.", (Said("Several boats", 3, None, counted="boat", approximate=True),)),
    ("They saw a couple of boats.", (Said("a couple of boats", 2, None, counted="boat", approximate=True),)),
    # fractions and shares
    ("A quarter of the boats sank.", (Said("A quarter of the boats", 0.25, 0.25, counted="boat"),)),
    ("Two-thirds of the boats sank.", (Said("Two-thirds of the boats", 2 / 3, 2 / 3, counted="boat"),)),
    ("One in five boats sank.", (Said("One in five boats", 0.2, 0.2, counted="boat"),)),
    (
        "They hold 40 percent of the territory.",
        (Said("40 percent of the territory", 40, 40, "percent", counted="territory"),),
    ),
    # rates, ages, measures
    ("The lorry did 60 mph.", (Said("60 mph", 60, 60, "mile per hour", measure="speed"),)),
    ("The clinic treats 300 patients a day.", (Said("300 patients", 300, 300, counted="patient"),)),
    ("A 45-year-old was held.", (Said("45-year-old", 45, 45, "year", measure="age"),)),
    ("A baker aged 33 was held.", (Said("33", 33, 33, "year", measure="age"),)),
    ("The hut lies at 4,500 feet.", (Said("4,500 feet", 4500, 4500, "foot"),)),
    (
        "They climbed a 7,200-foot (2,195-metre) peak.",
        (
            Said("7,200-foot (2,195-metre) peak", 7200, 7200, "foot", counted="peak"),
            Said("2,195-metre", 2195, 2195, "metre"),
        ),
    ),
    ("It burnt 2,000 hectares.", (Said("2,000 hectares", 2000, 2000, "hectare", measure="area"),)),
    # changes
    (
        "Sales rose 5 percent to 3.2 million boats.",
        (Said("5 percent", 5, 5, "percent", "up"), Said("3.2 million boats", 3.2e6, 3.2e6, counted="boat")),
    ),
    (
        "Output was 40 tonnes, down from 55 tonnes.",
        (Said("40 tonnes", 40, 40, "tonne", "down"), Said("55 tonnes", 55, 55, "tonne")),
    ),
    ("A further 12 boats sank.", (Said("A further 12 boats", 12, 12, counted="boat"),)),
    # elided and joined heads, part and whole
    (
        "Some 300 soldiers died and another 2,700 were injured.",
        (
            Said("Some 300 soldiers", 300, 300, counted="soldier", measure="killed", approximate=True),
            Said("another 2,700", 2700, 2700, counted="soldier", measure="injured"),
        ),
    ),
    ("The crash killed or injured 90 people.", (Said("90 people", 90, 90, None, None, "person", "killed or injured"),)),
    (
        "Ten of the 12 hikers died.",
        (
            Said("Ten of the 12 hikers", 10, 10, counted="hiker", measure="killed"),
            Said("12 hikers", 12, 12, counted="hiker"),
        ),
    ),
    ("A 20-strong crew died.", (Said("20-strong crew", 20, 20, counted="crew", measure="killed"),)),
    # none and two
    ("There were no survivors.", (Said("no survivors", 0, 0, counted="survivor", measure="survived"),)),
    ("Nobody was hurt.", (Said("Nobody", 0, 0, counted="person", measure="injured"),)),
    ("The pair were arrested.", (Said("The pair", 2, 2, counted="person", measure="detained"),)),
    ("A pair of hikers died.", (Said("A pair of hikers", 2, 2, counted="hiker", measure="killed"),)),
    ("An elderly couple were hurt.", (Said("An elderly couple", 2, 2, counted="person", measure="injured"),)),
    ("Two sailors fled after the army freed the pair.", (Said("Two sailors", 2, 2, None, None, "sailor", "fled"),)),
)

LEFT_OUT = (
    "In 1984 the dam broke.",
    "The dam broke on 3 March.",
    "They met on 3 and 7 March.",
    "The dam broke at 5.30pm.",
    "It was the 22nd dam.",
    "Flight 17 left late.",
    "They took Route 66.",
    "Covid-19 cases rose.",
    "The G20 met.",
    "The Boeing 737 landed.",
    "Channel 4 showed it.",
    "They play in the Great 8.",
    "Kesh Rovers beat Brell 3-1.",
    "Kesh Rovers won by 3 goals to 1.",
    "The match ended 21-17.",
    "Call 020 7946 0018 for help.",
    "Call +44 20 7946 0018 for help.",
    "Call (555) 010-4477 for help.",
    "Call 555-1234 for help.",
    "One of the men was armed.",
    "The pair said they were cold.",
)


@cache
def _read() -> dict[str, Annotated]:
    texts = [*(text for text, _ in CITED), *LEFT_OUT]
    return dict(zip(texts, annotate([article(text) for text in texts]), strict=True))


def _cited(text: str) -> list[Figure]:
    annotated = _read()[text]
    return figures(annotated, times(annotated))


@pytest.mark.parametrize(("text", "expected"), CITED, ids=[text for text, _ in CITED])
def test_a_construction_gives_its_figures(text: str, expected: tuple[Said, ...]) -> None:
    """Each construction gives just the figures that its words say."""
    found = [Said(f.text, f.low, f.high, f.unit, f.change, f.counted, f.measure, f.approximate) for f in _cited(text)]
    assert found == list(expected)


@pytest.mark.parametrize("text", LEFT_OUT)
def test_a_number_that_counts_nothing_is_left_out(text: str) -> None:
    """Dates, names, scores, telephone numbers and the like are found or passed over, and never cited."""
    assert [f.text for f in _cited(text)] == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The clinic treats 300 patients a day.", "P1D"),
        ("The clinic treats 300 patients per week.", "P1W"),
        ("The raid killed 300 people a week ago.", None),
        ("The army lost 1,000 soldiers over a one-week period.", "P1W"),
    ],
)
def test_a_rate_or_period_limits_a_count(text: str, period: str | None) -> None:
    """So many a day is limited to a day; what happened a week ago is not."""
    annotated = annotate([article(text)])[0]
    assert figures(annotated, times(annotated))[0].period == period


def test_what_is_left_out_is_marked() -> None:
    """Another set may count what an account leaves out: the reason stands beside it."""
    marks = {text: {q.mark for q in quantities(_read()[text], times(_read()[text]))} for text in LEFT_OUT}
    assert {mark for found in marks.values() for mark in found} >= {"date", "ordinal", "label", "score", "group"}
