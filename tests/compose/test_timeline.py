"""When it happened."""

from variorum.compose.timeline import timeline
from variorum.model import Appearance, Claim, Excerpt, Reading, Relations, Statement, Timex


def reading(name, text, *times):
    """Return a reading of one narrated statement with times (words, value) in it."""
    statement = Statement(f"s-{name}", name, "narration", "speech", None, (), None, (Excerpt(0, len(text), text),))
    found = tuple(
        Timex(name, text.index(words), text.index(words) + len(words), words, "DATE", value) for words, value in times
    )
    return Reading(name, (statement,), times=found)


def claim(name, text, *statements):
    """Return a claim."""
    return Claim(name, text, tuple(Appearance(s) for s in statements), ("a1",), 1, 1, (), "single")


def test_moments_come_in_order_of_time():
    """Earlier days come first, whatever the order in the reports."""
    relations = Relations(
        readings=(
            reading("a1", "It sank on Monday", ("Monday", "2031-03-03")),
            reading("a2", "It was built in 2019", ("2019", "2019")),
        ),
        claims=(claim("c1", "It sank on Monday", "s-a1"), claim("c2", "It was built in 2019", "s-a2")),
    )
    assert [(m.value, m.claims, m.articles) for m in timeline(relations)] == [
        ("2019", ("c2",), ("a2",)),
        ("2031-03-03", ("c1",), ("a1",)),
    ]


def test_two_reports_of_one_day_share_a_moment():
    """A day that two articles give for one claim is one moment of both."""
    relations = Relations(
        readings=tuple(reading(a, "It sank on Monday", ("Monday", "2031-03-03")) for a in ("a1", "a2")),
        claims=(claim("c1", "It sank on Monday", "s-a1", "s-a2"),),
    )
    (moment,) = timeline(relations)
    assert moment.articles == ("a1", "a2")


def test_a_time_without_a_year_has_no_place():
    """What cannot be put in an order is left out: the figures and times of the account still have it."""
    relations = Relations(
        readings=(reading("a1", "It sank on 3 March", ("3 March", "XXXX-03-03")),), claims=(claim("c1", "x", "s-a1"),)
    )
    assert timeline(relations) == ()
