"""Names of agencies, outlets and picture sources in a line: each is found, and a line of none is soon left."""

from __future__ import annotations

import pytest

from variorum.clean.forms import MARKS, masked, named
from variorum.lexicon import column

TABLES = [("agencies", "form"), ("photo_sources", "form"), ("outlets", "name")]


@pytest.mark.parametrize(("table", "key"), TABLES)
def test_every_name_of_a_table_is_found(table, key):
    """A name is found in its own case and in capitals, whatever signs stand around it."""
    for form in column(table, key):
        for written in (form, form.upper()):
            text = f"({written}/Lena Marsh) {written}: the ferry"
            assert [text[a:b] for a, b in named(text, table)][:2] == [written, written], form


def test_long_names_of_services_are_found_in_any_case():
    """A long name is one in small letters, too; an acronym or an outlet's name is then a word."""
    assert masked("with the associated press", "agencies").count(MARKS["agencies"]) == 1
    assert masked("what the ap and the guardian of the harbour said", "agencies", "outlets").isascii()


def test_earlier_tables_win_and_places_stay():
    """A name that two tables have is the earlier one's; a mark and its filling are as long as the name."""
    line = "Reuters and The Guardian"
    found = masked(line, "agencies", "outlets")
    assert len(found) == len(line)
    assert found[0] == MARKS["agencies"]
    assert found[12:].startswith(MARKS["outlets"])
