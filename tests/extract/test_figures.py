"""Figures of whole sentences, as the real engine parses them: bounds, nouns, measures, circumstances."""

from __future__ import annotations

from functools import cache

import pytest

from build import article, parsed
from variorum.annotate import annotate
from variorum.extract.figures import figures, quantities
from variorum.model import Annotated, Article, Figure, Part, Timex


@cache
def read(text: str) -> Annotated:
    """Parse a text once."""
    return parsed(text)


def only(text: str) -> Figure:
    """Return the one figure of a text."""
    found = figures(read(text))
    assert len(found) == 1, [f.text for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("They saw 22 boats.", 22, 22, False),
        ("They saw at least 22 boats.", 22, None, False),
        ("More than 3,000 boats lay there.", 3000, None, False),
        ("No fewer than 40 boats lay there.", 40, None, False),
        ("They saw up to 30 boats.", None, 30, False),
        ("As many as 30 boats lay there.", None, 30, False),
        ("They saw nearly 300 boats.", None, 300, False),
        ("Fewer than 30 boats lay there.", None, 30, False),
        ("They saw about 40 boats.", 40, 40, True),
        ("Some 11,000 boats lay there.", 11000, 11000, True),
        ("They saw 40 or so boats.", 40, 40, True),
        ("They saw a 40-plus crowd.", 40, None, False),
        ("Another 2,700 boats lay there.", 2700, 2700, False),
        ("Dozens of boats lay there.", 24, None, True),
        ("Hundreds of boats lay there.", 200, None, True),
        ("They saw several boats.", 3, None, True),
        ("They saw four to five boats.", 4, 5, False),
        ("A quarter of the boats lay there.", 0.25, 0.25, False),
        ("Nearly half of the boats lay there.", None, 0.5, False),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None, *, approximate: bool) -> None:
    """`low` and `high` say what the words allow, `approximate` that they say it roughly."""
    figure = only(text)
    assert (figure.low, figure.high, figure.approximate) == (low, high, approximate)


@pytest.mark.parametrize(
    ("text", "words", "counted", "measure"),
    [
        ("The quake killed at least 15 villagers.", "at least 15 villagers", "villager", "killed"),
        ("About 300 soldiers have died.", "About 300 soldiers", "soldier", "killed"),
        ("Two captured sailors were shown.", "Two captured sailors", "sailor", "captured"),
        ("Police arrested 40 protesters.", "40 protesters", "protester", "detained"),
        ("Ten hikers are in hospital.", "Ten hikers", "hiker", "hospitalised"),
        ("The storm left 12 people dead.", "12 people", "person", "killed"),
        ("Some 4,000 of their gunners had been killed or wounded.", "Some 4,000 of their gunners", "gunner", None),
        ("Six farmers lost their lives.", "Six farmers", "farmer", "killed"),
        ("Rescuers pulled seven survivors from the snow.", "seven survivors", "survivor", "survived"),
        ("Two of the survivors were hospitalised.", "Two of the survivors", "survivor", "hospitalised"),
        ("A slide fatally buried ten hikers.", "ten hikers", "hiker", "killed"),
        ("The death toll is 15.", "15", "person", "killed"),
        ("The toll rose to 15.", "15", "person", "killed"),
        ("The raid resulted in the deaths of four guards.", "four guards", "guard", "killed"),
        ("Three nurses are still missing.", "Three nurses", "nurse", "missing"),
        ("Some 90 people were aboard.", "Some 90 people", "person", "aboard"),
        ("Nobody was hurt.", "Nobody", "person", "injured"),
        ("There were no survivors.", "no survivors", "survivor", "survived"),
    ],
)
def test_measure(text: str, words: str, counted: str, measure: str | None) -> None:
    """`counted` is the noun as one of its kind, `measure` what happened to them; the words are quoted in full."""
    figure = only(text)
    wanted = measure or "killed or injured"
    assert (figure.text, figure.counted, figure.measure) == (words, counted, wanted)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 300 soldiers died and another 2,700 were injured.", [("soldier", "killed"), ("soldier", "injured")]),
        ("The slide hit a group of hikers, killing 10 of them.", [("hiker", "killed")]),
        ("The blasts killed 130 people in Brell and 32 in Oskar.", [("person", "killed"), ("person", "killed")]),
        ("The 17-person group lost 10 of its climbers.", [("person", None), ("climber", "killed")]),
        ("A raid by two gunmen that killed 14 went on.", [("gunman", None), ("person", "killed")]),
    ],
)
def test_elided_nouns(text: str, expected: list[tuple[str, str | None]]) -> None:
    """A noun that is left out is the one spoken of before."""
    assert [(f.counted, f.measure) for f in figures(read(text))] == expected


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Flight 17 left Kesh late.", "label"),
        ("They took Route 66 home.", "label"),
        ("He wore a Covid-19 mask.", "label"),
        ("The new 5G masts were burnt.", "label"),
        ("It won the 22nd prize.", "ordinal"),
        ("It was built in 1984.", "date"),
        ("They left at 5:30 on Monday.", "date"),
        ("Kesh Rovers beat Brell 2-1 at home.", "score"),
        ("One of the men spoke.", "partitive"),
        ("One man spoke.", "single"),
        ("The two countries signed it.", "anaphor"),
        ("She had no comment.", "none"),
        ("They gave two reasons.", "abstract"),
        ("He is a two-term mayor.", "compound"),
    ],
)
def test_what_is_no_figure(text: str, mark: str) -> None:
    """Numbers that an account leaves out are found, marked, and not cited."""
    assert {q.mark for q in quantities(read(text))} == {mark}
    assert figures(read(text)) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("A 45-year-old woman fell.", 45, 45),
        ("Two skiers, aged 16 and 18, fell.", 16, 16),
        ("Ada Brandt, 61, spoke first.", 61, 61),
        ("She will be 35 in May.", 35, 35),
        ("A woman in her seventies fell.", 70, 79),
    ],
)
def test_ages(text: str, low: float, high: float) -> None:
    """An age has the unit year and the measure age, however it is said."""
    found = [f for f in figures(read(text)) if f.measure == "age"]
    assert found
    assert {(f.unit, f.measure) for f in found} == {("year", "age")}
    assert (found[0].low, found[0].high) == (low, high)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Shares rose 5 percent.", ["up"]),
        ("It closed down 19 cents.", ["down"]),
        ("Sales grew by 7 percent.", ["up"]),
        ("It ended 3 percent higher.", ["up"]),
        ("They reported a 7 percent fall.", ["down"]),
        ("They want to add ten boats.", [None]),
        ("The toll rose from 12 to 15.", [None, "up"]),
    ],
)
def test_change(text: str, changes: list[str | None]) -> None:
    """A direction is given only where the words give it; a movement is two figures, where from and where to."""
    assert [f.change for f in figures(read(text))] == changes


def test_a_conversion_in_brackets_is_a_figure_too() -> None:
    """The noun behind the bracket is what is measured; another report may give the other unit alone."""
    figure, other = figures(read("They climbed a 7,200-foot (2,195-metre) peak."))
    assert (figure.low, figure.unit, figure.counted) == (7200, "foot", "peak")
    assert "(2,195-metre)" in figure.text
    assert (other.text, other.low, other.unit) == ("2,195-metre", 2195, "metre")


def test_a_conversion_is_bounded_like_what_it_converts() -> None:
    """About fifty kilometres are about 31 miles."""
    found = figures(read("The hut is about 50km (31 miles) from Kesh."))
    assert [(f.text, f.low, f.approximate) for f in found] == [("about 50km", 50, True), ("31 miles", 31, True)]


def test_the_price_tape_of_a_share_is_no_figure() -> None:
    """A page sets it behind the company's letters; a percentage of a sentence is one."""
    assert figures(read("Torvel Mills TRVL -0.42 % said it would close two mills."))[0].text == "two mills"
    assert figures(read("The TRVL index lost 0.42%."))[0].text == "0.42%"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The corvette fired up to two rockets at the pier.", None, 2),
        ("The corvette fired at least one rocket on Monday.", 1, None),
        ("The corvette fired two rockets on Monday.", 2, 2),
    ],
)
def test_bounds_of_a_verb_that_takes_up(text: str, low: float | None, high: float | None) -> None:
    """The "up" of "fired up to two" is of the bound; a count of one with a bound is a count."""
    assert [(f.low, f.high) for f in figures(read(text))] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    ["They quoted Section 12C of it.", "He lives at No 10.", "(1) The harbour is closed."],
)
def test_a_number_that_names_is_no_figure(text: str) -> None:
    """Sections with a letter, houses, bills and items."""
    assert figures(read(text)) == []


@pytest.mark.parametrize("text", ["The eight-party talks go on.", "It is a five-star inn.", "She won a 12-game race."])
def test_a_compound_that_only_describes_is_no_figure(text: str) -> None:
    """However high the number."""
    assert figures(read(text)) == []


def test_a_part_has_the_unit_of_the_whole() -> None:
    """The unit stands once, behind the whole."""
    assert [f.unit for f in figures(read("They have built 280 of the 500 kilometres."))] == ["kilometre"] * 2


def test_suspended_hyphens_share_what_follows() -> None:
    """Numbers that wait for one unit all have it."""
    assert [f.unit for f in figures(read("They sell three-, five- and six-day passes."))] == ["day"] * 3


def test_a_headline_in_capitals_is_read() -> None:
    """Capitals mislead the tagger, not the figure: "Kills 15" counts the killed."""
    text = "Kesh Storm Kills at Least 20"
    headline = Article("a1", "a1", None, "", text, text, (Part(0, len(text), "headline"),), language="en")
    found = figures(annotate([headline])[0])
    assert [(f.low, f.high, f.measure, f.counted) for f in found] == [(20, None, "killed", "person")]


def test_period_and_date_come_from_the_times() -> None:
    """A duration that limits the count is its period, and is a figure, too."""
    text = "Some 1,000 troops had been killed over a one-week period."
    start = text.index("one-week")
    week = Timex("a1", start, start + len("one-week"), "one-week", "DURATION", "P1W")
    found = figures(read(text), [week])
    assert [(f.text, f.period) for f in found] == [("Some 1,000 troops", "P1W"), ("one-week period", None)]


def test_a_superlative_since_limits_no_count() -> None:
    """The worst raid since a day says nothing of when the dead of it were counted."""
    text = "Six guards were killed in the worst raid since last Thursday."
    start = text.index("last")
    day = Timex("a1", start, start + len("last Thursday"), "last Thursday", "DATE", "2031-05-08")
    assert [f.period for f in figures(read(text), [day])] == [None]


def test_as_of_is_the_date_of_the_saying() -> None:
    """A count that stands in the perfect holds as of the day on which it was said."""
    text = "The ministry said on May 3 that 40 soldiers had been killed."
    start = text.index("May")
    day = Timex("a1", start, start + len("May 3"), "May 3", "DATE", "2031-05-03")
    assert [f.as_of for f in figures(read(text), [day])] == ["2031-05-03"]


def test_since_is_a_period_without_end() -> None:
    """A count since a day is limited to the time from that day on (EDTF interval)."""
    text = "About 40 fighters have been killed since last Thursday."
    start = text.index("last")
    day = Timex("a1", start, start + len("last Thursday"), "last Thursday", "DATE", "2031-05-08")
    assert [f.period for f in figures(read(text), [day])] == ["2031-05-08/.."]


def test_a_rate_is_limited_to_its_unit_of_time() -> None:
    """So many a day cannot be compared with a total."""
    assert only("The clinic gives 3,000 tests per day.").period == "P1D"


def test_place_is_the_nearest_of_the_clause() -> None:
    """A count holds where its own clause says."""
    assert only("At least 12 people were killed in Paris.").place == "Paris"


def test_an_article_without_sentences_has_no_figures() -> None:
    """Nothing annotated, nothing found."""
    assert figures(Annotated(article("12 boats"), (), ())) == []


def test_a_dateline_holds_no_figures() -> None:
    """The numbers of a line that tells place and day are days and hours, even where no time is found in them."""
    text = "VARENNA, 12 boats"
    line = Article("a1", "a1", None, "", None, text, (Part(0, len(text), "dateline"),), language="en")
    assert figures(annotate([line])[0]) == []
