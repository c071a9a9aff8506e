"""The year, and the day of publication, where no date of publication is known."""

from __future__ import annotations

import pytest

from build import parsed
from variorum.extract.times import infer_published, times
from variorum.model import Published

UNDATED = (
    "The miners' leader wrote on social media on January 12 that the siege of Ostrel was over. "
    "Troops entered the town in August 2030. The first convoy arrived in November. "
    "On December 23 the council said the wells were dry. He was born in 1999. The war began last fall."
)


def test_months_cross_the_year_after_the_last_full_date():
    """Months that run from December to January after a stated month cross the year, and say that they are inferred."""
    found = {t.text: (t.value, t.inferred) for t in times(parsed(UNDATED, published=None))}
    assert found == {
        "January 12": ("2031-01-12", True),
        "August 2030": ("2030-08", False),
        "November": ("2030-11", True),
        "December 23": ("2030-12-23", True),
        "1999": ("1999", False),
        "last fall": ("2030-FA", True),
    }


def test_a_stated_day_that_is_later_is_the_day_of_the_news():
    """Dates before the latest full date are of the same winter, not of the next one."""
    text = "On 13 January 2031 the court sat. The judge had fallen ill on January 9, and the clerk on December 20."
    values = [t.value for t in times(parsed(text, published=None))]
    assert values == ["2031-01-13", "2031-01-09", "2030-12-20"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The council met on Sunday. On January 12 it had resigned.", ["XXXX-WXX-7", "XXXX-01-12"]),
        ("It burned down yesterday, not last week or last year.", ["XXXX-XX-XX", "XXXX-WXX", "XXXX"]),
        ("It burned down last spring, on Christmas Day or at Easter.", ["XXXX-SP", "XXXX-12-25", "XXXX-XX-XX"]),
        ("It burned down at 9 a.m. in March.", ["XXXX-XX-XXT09:00", "XXXX-03"]),
    ],
)
def test_nothing_is_guessed_from_today(text, values):
    """With nothing to go on, a value keeps X for what is not known."""
    found = times(parsed(text, published=None))
    assert [t.value for t in found] == values
    assert not any(t.inferred for t in found)


def test_old_dates_do_not_date_the_news():
    """A full date with a later year beside it is history: months stay without year."""
    text = "The treaty was signed on 3 March 1998. The firm grew in 2022. On May 4 it closed."
    assert times(parsed(text, published=None))[-1].value == "XXXX-05-04"


def test_a_date_ahead_does_not_date_the_news():
    """What is still to come says nothing of when the news was written."""
    text = "The plant will open on 3 March 2035. On May 4 the mayor resigned."
    assert times(parsed(text, published=None))[-1].value == "XXXX-05-04"


def test_published_is_the_day_of_the_lead():
    """An article was published on the day that its lead tells as past without a year, or soon after."""
    annotated = parsed(UNDATED, published=None)
    assert infer_published(annotated, times(annotated)) == Published("2031-01-12", "inferred")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("It rained.", None),
        ("The council met on Sunday.", None),
        ("The treaty was signed on 3 March 1998. The firm grew in 2022.", None),
        ("The plant will open on 3 March 2035.", None),
        ("The mine flooded on 3 March 2030.", None),
        ("The mine flooded on March 3. It was opened in May 2029.", None),
        ("The mine flooded on March 3. It was opened in February 2030.", "2030-03-03"),
        ("The mine flooded on March 3. It was opened in February 2030, and drained in April.", None),
        ("Nobody knew. " * 60 + "The mine flooded on March 3. It was opened in February 2030.", None),
    ],
)
def test_published_is_as_exact_as_is_honest(text, published):
    """A day with its year may be history, and one that stands late or before others told as past says little."""
    annotated = parsed(text, published=None)
    found = infer_published(annotated, times(annotated))
    assert (found and found.value) == published


def test_of_a_month_no_day_is_reckoned():
    """Where only the month of publication is known, dates get their year, and words like "yesterday" no day."""
    text = "It sank on Monday. Divers came yesterday. It left on May 9. Last month two sank. Last year none did."
    found = times(parsed(text, published="2031-05"))
    assert [t.value for t in found] == ["XXXX-WXX-1", "XXXX-XX-XX", "2031-05-09", "2031-04", "2030"]


def test_values_on_an_inferred_day_of_publication_say_so():
    """An article whose day of publication was itself inferred has inferred years."""
    annotated = parsed("The mine flooded on March 3.")
    article = annotated.article
    inferred = type(article)(
        **{name: getattr(article, name) for name in article.__slots__}
        | {"published": Published("2031-05-14", "inferred")}
    )
    found = times(type(annotated)(inferred, annotated.tokens, annotated.sentences))
    assert [(t.value, t.inferred) for t in found] == [("2031-03-03", True)]
