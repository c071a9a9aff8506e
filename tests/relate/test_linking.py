"""Speakers of one article become speakers of the account."""

import pytest

from told import entity, said
from variorum.model import Reading
from variorum.relate.linking import full_names, linked

FERRO = entity("Anna Ferro", "Ferro", entity_id="e1")
OTHER = entity("Luca Ferro", "Ferro", entity_id="e2")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the mayor, Anna Ferro", "e1"),
        ("Mayor Anna Ferro", "e1"),
        ("a lawyer for Anna Ferro", None),
        ("the widow of Anna Ferro", None),
        ("the mayor", None),
    ],
)
def test_a_description_that_ends_with_a_name_is_whoever_it_names(source, expected):
    """With the mayor, Anna Ferro is meant; with her lawyer she is not."""
    reading = Reading("a1", (said("it rained", source=source),), (), (), ())
    found = linked(reading, {}, full_names([FERRO]))
    assert found.statements[0].source.entity == expected


def test_only_full_names_of_one_person_tell():
    """A surname that two people share, and a first name alone, name nobody here."""
    assert full_names([FERRO, OTHER]) == {"Anna Ferro": "e1", "Luca Ferro": "e2"}
    twin = entity("Anna Ferro", entity_id="e3")
    assert full_names([FERRO, twin]) == {}
