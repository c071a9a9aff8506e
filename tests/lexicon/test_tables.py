"""The tables and their loader."""

from importlib.resources import files

import pytest

from variorum.lexicon import column, mapping, rows

TABLES = sorted(entry.name.removesuffix(".tsv") for entry in (files("variorum.lexicon") / "data").iterdir())


@pytest.mark.parametrize("name", TABLES)
def test_every_table_loads_and_has_entries(name):
    """Each table has a head, at least one entry, and no line with more cells than columns."""
    assert rows(name)


@pytest.mark.parametrize("name", TABLES)
def test_no_table_says_a_thing_twice(name):
    """The same line twice is a slip of the pen."""
    lines = [tuple(row.items()) for row in rows(name)]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_what_it_is(name):
    """Each table begins with a comment that tells what its entries are."""
    assert (files("variorum.lexicon") / "data" / f"{name}.tsv").read_text("utf-8").startswith("#")


def test_a_table_that_is_not_there_is_an_error():
    """A misspelt name is not an empty table."""
    with pytest.raises(FileNotFoundError):
        rows("no_such_table")


def test_columns_and_mappings_come_from_the_rows():
    """A column is the set of its cells, a mapping takes the first entry of a key."""
    assert column("tolls", "measure") == {row["measure"] for row in rows("tolls")}
    assert mapping("countries", "code", "name")["NO"] == "Norway"
