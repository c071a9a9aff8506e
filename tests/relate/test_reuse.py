"""Who printed whose copy."""

from dataclasses import replace

import pytest

from build import article
from variorum.model import Agency, Published, Publisher, Reading
from variorum.relate.reuse import origin_of, origins, reuse

WIRE = (
    "The ferry left Port Sallis at dawn with forty lorries on its car deck and turned north into the swell.\n"
    "Fishermen saw it list to one side before the lights went out, and the coastguard was called at six.\n"
)


def printed(name, text, outlet, agency=None):
    """Return an article of an outlet."""
    bare = article(text, name=name)
    copy_of = Agency(agency, "credit") if agency else None
    return replace(bare, publisher=Publisher(outlet, "metadata"), agency=copy_of)


def found(*articles):
    """Return the reuse among articles that say nothing attributed."""
    return reuse(articles, [Reading(a.id) for a in articles])


def test_agency_copy_is_found_in_a_trimmed_print():
    """A print that lost a paragraph is still the agency's copy, and counts as one origin."""
    full, cut = printed("a1", WIRE, "Courier", "VENA"), printed("a2", WIRE.split("\n", maxsplit=1)[0], "Herald", "VENA")
    (pair,) = found(full, cut)
    assert (pair.kind, pair.origin, pair.overlap) == ("agency-copy", "VENA", 1.0)
    assert set(origins([full, cut], [pair]).values()) == {"a1"}


def test_passages_stand_in_both():
    """A passage's places hold the same words in both articles."""
    a, b = printed("a1", WIRE, "Courier"), printed("a2", "Late news.\n" + WIRE, "Herald")
    (pair,) = found(a, b)
    assert [a.text[p.a.start : p.a.end] for p in pair.passages] == [b.text[p.b.start : p.b.end] for p in pair.passages]


def test_own_reports_share_nothing():
    """Two outlets' own words on one event are two origins."""
    other = "A car ferry with dozens aboard overturned before sunrise, rescuers on the island said on Tuesday."
    assert found(printed("a1", WIRE, "Courier"), printed("a2", other, "Herald")) == []


def test_an_outlets_later_version_is_an_update():
    """The same outlet printing its own copy again is an update."""
    (pair,) = found(printed("a1", WIRE, "Courier"), printed("a2", WIRE + "It sank at noon.", "Courier"))
    assert pair.kind == "update"


@pytest.mark.parametrize(
    ("days", "origin"),
    [
        (("2031-05-14", "2031-05-15"), "Courier"),
        (("2031-05-15", "2031-05-14T08:00"), "Herald"),
        (("2031-04", "2031-05-14"), "Courier"),
        (("2031-05", "2031-05-14"), None),
        (("2031-05-14", "2031"), None),
        (("2031-05-14", "2031-05-14T08:00"), None),
    ],
)
def test_who_printed_first(days, origin):
    """Passages are of the outlet that printed them on an earlier day; a month is not before the days in it."""
    outlets = (printed("a1", WIRE, "Courier"), printed("a2", WIRE, "Herald"))
    a, b = (replace(one, published=Published(day, "url")) for one, day in zip(outlets, days, strict=True))
    assert origin_of(a, b, 0.5) == origin_of(b, a, 0.5) == origin
