"""Times as a whole: constructions of news and what they mean, on invented events."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import article, parsed
from variorum.annotate import annotate
from variorum.extract.times import times
from variorum.model import Annotated, Timex

TODAY = "2031-05-14"
"""The day of publication in all of these: a Wednesday."""

VALUES = (
    # days of the week, by the tense of their verb
    ("The mayor of Ostrel resigned on Sunday.", "Sunday", "2031-05-11"),
    ("The mayor of Ostrel will resign on Sunday.", "Sunday", "2031-05-18"),
    ("The mayor of Ostrel resigned on Wednesday.", "Wednesday", "2031-05-14"),
    ("The two sides agreed to meet on Friday.", "Friday", "2031-05-16"),
    ("Rescuers flew out to help the crew on Friday.", "Friday", "2031-05-09"),
    ("The vote is scheduled for Monday.", "Monday", "2031-05-19"),
    ("The match has been postponed until Saturday.", "Saturday", "2031-05-17"),
    ("The road was closed until Saturday.", "Saturday", "2031-05-10"),
    ("Tuesday's ruling may help the miners.", "Tuesday", "2031-05-13"),
    ("His remarks on Tuesday seem to help.", "Tuesday", "2031-05-13"),
    ("A bridge fell last Thursday.", "last Thursday", "2031-05-08"),
    ("The court will sit next Thursday.", "next Thursday", "2031-05-22"),
    ("The camp opens this coming Friday.", "this coming Friday", "2031-05-23"),
    ("The market is shut on Mondays.", "Mondays", "XXXX-WXX-1"),
    # days reckoned from the news
    ("The ferry sank yesterday.", "yesterday", "2031-05-13"),
    ("The ferry sank the day before yesterday.", "the day before yesterday", "2031-05-12"),
    ("The ferry sank three days ago.", "three days ago", "2031-05-11"),
    ("The ferry sank a few days ago.", "a few days ago", "PAST_REF"),
    ("The ferry sank two weeks ago.", "two weeks ago", "2031-W18"),
    ("The ferry sank six months ago.", "six months ago", "2030-11"),
    ("The ferry sank about a year and a half ago.", "about a year and a half ago", "2029-11"),
    ("The ferry sank two decades ago.", "two decades ago", "201X"),
    # dates
    ("The plant burned on Jan. 9.", "Jan. 9", "2031-01-09"),
    ("The plant burned on December 23.", "December 23", "2030-12-23"),
    ("The plant will close on December 23.", "December 23", "2031-12-23"),
    ("The plant burned on 9 January 2029.", "9 January 2029", "2029-01-09"),
    ("The plant burned on the 9th of March.", "the 9th of March", "2031-03-09"),
    ("The plant burned on the twenty-first of March.", "the twenty-first of March", "2031-03-21"),
    ("The plant burned on Friday, May 2.", "Friday, May 2", "2031-05-02"),
    ("The plant burned on 2031-04-03.", "2031-04-03", "2031-04-03"),
    ("The plant burned on 13/04/2031.", "13/04/2031", "2031-04-13"),
    ("The fair ran from April 9-11.", "April 9-11", "2031-04-09/2031-04-11"),
    ("The vote fell on the first Tuesday of November 2029.", "the first Tuesday of November 2029", "2029-11-06"),
    ("The fair opened on the 3rd of last month.", "the 3rd of last month", "2031-04-03"),
    # months, seasons, quarters, years
    ("The law passed in March.", "March", "2031-03"),
    ("The law passed in November.", "November", "2030-11"),
    ("The law will pass in November.", "November", "2031-11"),
    ("The law passed last June.", "last June", "2030-06"),
    ("The law passed in March last year.", "March last year", "2030-03"),
    ("The law passed in late August 2029.", "late August 2029", "2029-08"),
    ("The war began last autumn.", "last autumn", "2030-FA"),
    ("The war began last fall.", "Last fall".lower(), "2030-FA"),
    ("The war began last winter.", "last winter", "2030-WI"),
    ("The bridge could open this summer.", "this summer", "2031-SU"),
    ("The war began in the summer of 2028.", "the summer of 2028", "2028-SU"),
    ("Profit fell in the third quarter.", "the third quarter", "2030-Q3"),
    ("Profit fell in the first quarter of 2030.", "the first quarter of 2030", "2030-Q1"),
    ("Sales rose in the second half of last year.", "the second half of last year", "2030-H2"),
    ("The firm was founded in 1987.", "1987", "1987"),
    ("The firm was sold early this year.", "early this year", "2031"),
    ("The firm was sold last month.", "last month", "2031-04"),
    ("The firm was sold last week.", "last week", "2031-W19"),
    ("The firm was sold over the weekend.", "the weekend", "2031-W19-WE"),
    ("The plant will be shut over the weekend.", "the weekend", "2031-W20-WE"),
    ("Taxes will rise by the end of the year.", "the end of the year", "2031"),
    ("Prices fell in fiscal 2029.", "fiscal 2029", "2029"),
    ("The siege was part of the 1950-53 war.", "1950-53", "1950/1953"),
    ("The mill closed in the late 1990s.", "the late 1990s", "199X"),
    ("The mill closed in the '40s.", "the '40s", "194X"),
    ("The mill closed in the 80s.", "the 80s", "198X"),
    ("The mill closed at the end of the last century.", "last century", "19"),
    ("The mill was built in the 19th century.", "19th century", "18"),
    # hours and parts of the day
    ("The quake struck at 9:15 a.m. on Sunday.", "9:15 a.m. on Sunday", "2031-05-11T09:15"),
    ("The quake struck at about noon Saturday.", "noon Saturday", "2031-05-10T12:00"),
    ("The match will start at 15:00 GMT Saturday.", "15:00 GMT Saturday", "2031-05-17T15:00"),
    ("The quake struck at 1100 (0900 GMT).", "0900 GMT", "2031-05-14T09:00"),
    ("The quake struck at 1100 (0900 GMT).", "1100", "2031-05-14T11:00"),
    ("The quake struck on Sunday night.", "Sunday night", "2031-05-11TNI"),
    ("The quake struck early Sunday.", "early Sunday", "2031-05-11"),
    ("The quake struck last night.", "last night", "2031-05-13TNI"),
    ("The quake struck overnight.", "overnight", "2031-05-13TNI"),
    ("The quake struck this morning.", "this morning", "2031-05-14TMO"),
    ("Teams searched through the afternoon.", "the afternoon", "2031-05-14TAF"),
    ("Power failed between 9 and 10 p.m. on Sunday.", "9 and 10 p.m. on Sunday", "2031-05-11T21:00/2031-05-11T22:00"),
    # days with a name
    ("The mine flooded on Christmas Eve.", "Christmas Eve", "2030-12-24"),
    ("The mine flooded on Good Friday.", "Good Friday", "2031-04-11"),
    ("The mine will reopen on Thanksgiving.", "Thanksgiving", "2031-11-27"),
    ("Rules changed after the 9/11 attacks.", "9/11", "2001-09-11"),
    ("Rules changed after the Sept. 11 attacks.", "Sept. 11", "2001-09-11"),
    # from what is being told
    ("Police on Sunday named the men who died a day earlier.", "a day earlier", "2031-05-10"),
    ("The judge ruled on 3 March 2030. Two days later the miners walked out.", "Two days later", "2030-03-05"),
    ("The judge ruled on 3 March 2030. The miners walked out the following week.", "the following week", "2030-W10"),
    ("The judge ruled in 2028. The miners walked out two days later.", "two days later", "2028-XX-XX"),
    ("The judge ruled on Jan. 9. The miners met the same day.", "the same day", "2031-01-09"),
    ("The dam broke on Sunday. The water came at 4 a.m.", "4 a.m.", "2031-05-11T04:00"),
    ("Sales rose 3 percent in the third quarter of 2030 from a year earlier.", "a year earlier", "2029-Q3"),
    # how long, how often, now
    ("They waited almost seven years.", "almost seven years", "P7Y"),
    ("They waited two and a half hours.", "two and a half hours", "PT2.5H"),
    ("They waited half an hour.", "half an hour", "PT30M"),
    ("They signed a two-week truce.", "two-week", "P2W"),
    ("They will build it over the next decade.", "the next decade", "P10Y"),
    ("They held out for years.", "years", "PXY"),
    ("They held out for four to five days.", "four to five days", "P4D/P5D"),
    ("They held out for two years and three months.", "two years and three months", "P2Y3M"),
    ("He finished the race in 2:08:33.", "2:08:33", "PT2H8M33S"),
    ("They meet every morning.", "every morning", "XXXX-XX-XXTMO"),
    ("They meet every two weeks.", "every two weeks", "P2W"),
    ("They meet twice a year.", "twice a year", "P1Y"),
    ("They publish it annually.", "annually", "XXXX"),
    ("They now lead the council.", "now", "PRESENT_REF"),
    ("The river has risen in recent days.", "recent days", "PAST_REF"),
)

NONE = (
    "He works for the Tonight programme.",
    "She reads the Six O'Clock News.",
    "The court banned the April 6 movement.",
    "Call the desk on 020 3353 2000.",
    "A 45-year-old woman and a man aged 33 were hurt.",
    "The home side won 3-1 after leading 2-0.",
    "It cost $2000 and drew 2000 people.",
    "Theresa May and April Holm spoke.",
    "They may march in protest.",
    "The Sunday Times of Ostrel reported it.",
    "He was the second to fall, and the third man ran.",
    "It sold 1950 barrels from Route 2010.",
    "At the end of the day, what counts is trust.",
    "The girl, 12 years old, was found.",
    "A quarter of the harvest was lost.",
    "It was a last-minute deal.",
    "He was elected by 1,987 votes.",
    "A man in his 30s left the bus.",
    "The wind blew at 40 miles per hour, and gusts at 60 miles an hour.",
    "He trained for the Winter Games of Ostrel.",
)


@cache
def _read() -> dict[str, Annotated]:
    texts = [*dict.fromkeys(text for text, _, _ in VALUES), *NONE]
    return dict(zip(texts, annotate([article(t, published=TODAY) for t in texts]), strict=True))


def _of(text: str) -> list[Timex]:
    return times(_read()[text])


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_a_construction_has_its_value(text, words, value):
    """Each construction of news gives the TIMEX3 value that its words mean on the day of publication."""
    assert (words, value) in [(t.text, t.value) for t in _of(text)]


@pytest.mark.parametrize("text", NONE)
def test_a_number_or_name_that_is_no_time_gives_none(text):
    """Ages, scores, prices, counts, names and idioms are no times."""
    assert [t.text for t in _of(text)] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor of Ostrel resigned on Sunday.", "DATE"),
        ("The quake struck last night.", "TIME"),
        ("They waited almost seven years.", "DURATION"),
        ("They meet every morning.", "SET"),
    ],
)
def test_types_are_those_of_timeml(text, kind):
    """A day is a DATE, an hour or part of a day a TIME, a length a DURATION, what recurs a SET."""
    assert [t.type for t in _of(text)] == [kind]


def test_a_stamp_of_day_and_hour_is_two_times():
    """A day written out with an hour behind it stands for itself, and the hour is of that day."""
    found = times(parsed("Monday 13 January 2031 10:58", published=None))
    assert [t.value for t in found] == ["2031-01-13", "2031-01-13T10:58"]


def test_an_hour_goes_with_the_day_of_the_news_not_with_history():
    """An hour after a day of history belongs to the day of the news."""
    found = times(parsed("The dam was built on 3 March 1988. The water came at 4 a.m."))
    assert found[-1].value == "2031-05-14T04:00"


def test_order_spans_and_rules():
    """Times come in reading order, are verbatim, and name the rule that found them."""
    annotated = parsed("On Friday, they said, the 1988 dam broke at 4 a.m.")
    found = times(annotated)
    assert [t.start for t in found] == sorted(t.start for t in found)
    assert [annotated.article.text[t.start : t.end] for t in found] == [t.text for t in found]
    assert all(t.rule for t in found)


def test_nothing_without_tokens():
    """An article in a language without a parser has no times."""
    assert times(Annotated(article("Nichts."), (), ())) == []


def test_published_may_be_a_month_or_hold_an_hour():
    """A month of publication resolves months, not weekdays; an hour of publication is of no account."""
    text = "It burned in March and again on Sunday."
    assert [t.value for t in times(parsed(text, published="2031-05"))] == ["2031-03", "XXXX-WXX-7"]
    assert [t.value for t in times(parsed(text, published="2031-05-14T23:30:00+09:00"))] == ["2031-03", "2031-05-11"]


_WORDS = st.sampled_from(
    [
        "the",
        "a",
        "last",
        "next",
        "this",
        "Sunday",
        "May",
        "March",
        "31",
        "30",
        "Feb.",
        "1999",
        "9:15",
        "a.m.",
        "ago",
        "later",
        "earlier",
        "of",
        ",",
        "-",
        "'",
        "'s",
        "years",
        "week",
        "two",
        "twenty",
        "half",
        "and",
        "24:00",
        "99/99/99",
        "Easter",
        "quarter",
        "first",
        "fall",
        "every",
        "once",
        "0",
        "00",
        "1/2/0000",
        "2031",
        "before",
        "day",
        "night",
        "at",
        "(",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(_WORDS, max_size=14).map(" ".join),
    st.sampled_from([None, "2031-05-14", "2031", "0001-01-01", "9999-12-31"]),
)
def test_no_input_raises_and_every_span_is_verbatim(text, published):
    """Whatever words of time stand together, and whatever the day, no input raises and spans are the text's own."""
    for timex in times(parsed(text or "x", published=published)):
        assert timex.text == (text or "x")[timex.start : timex.end]
        assert timex.value
