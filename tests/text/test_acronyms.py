"""Acronyms and what they stand for."""

import pytest

from variorum.text.acronyms import initials, is_acronym_of


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("VSS", "Varn Security Service"),
        ("V.S.S.", "Varn Security Service"),
        ("SSV", "Security Service of Varn"),
        ("MoFA", "Ministry of Foreign Affairs"),
    ],
)
def test_initials_make_an_acronym(short, name):
    """Letters of the words, with or without the small words, with or without full stops; small ones where written."""
    letters = short.replace(".", "")
    assert is_acronym_of(short, name) is letters.isupper()


@pytest.mark.parametrize(
    ("short", "name"),
    [("VS", "Varn Service"), ("VSS", "VARN SECURITY SERVICE"), ("ABC", "Varn Security Service"), ("Var", "Varn")],
)
def test_no_acronym(short, name):
    """Two letters are initials of too much, a shouted name is no name spelt out, and letters must agree."""
    assert not is_acronym_of(short, name)


def test_small_words_count_only_if_asked():
    """Of and the are skipped unless they are wanted."""
    assert (initials("Bank of the Isles"), initials("Bank of the Isles", small=True)) == ("BI", "BOTI")
