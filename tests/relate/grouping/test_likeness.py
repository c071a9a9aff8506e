"""How far two propositions say the same."""

import pytest

from asserted import found_in
from variorum.relate.grouping.likeness import TWO_VOICES, likeness

MAYOR = "Mayor Anna Bresk said the flood killed four people in the valley."
NURSE = "Nurse Ole Tarn said the flood killed four people in the lower valley."


OTHERS = "Engineers checked the bridge. Schools stay shut on Monday. Trains run again from Torvel."


def _alike(*reports):
    """Return the score of the two things said, among others of the event."""
    found = found_in(*reports, OTHERS)
    one, other = (p.order for p in found if p.statement.source)
    return likeness(found, {})[one, other]


def test_two_voices_of_one_report_are_seldom_one():
    """What two speakers say alike is less alike where one report has both: its writer sets them side by side."""
    assert _alike(f"{MAYOR} {NURSE}") == pytest.approx(_alike(MAYOR, NURSE) - TWO_VOICES, abs=0.02)


def test_one_voice_twice_is_no_other():
    """A report that gives its speaker's words again loses nothing."""
    again = "Mayor Anna Bresk said the flood killed four people in the lower valley."
    assert _alike(f"{MAYOR} {again}") > _alike(f"{MAYOR} {NURSE}") + TWO_VOICES / 2
