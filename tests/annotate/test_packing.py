"""What the engine said of a paragraph, as bytes and back."""

import pytest

from variorum.annotate import packed, unpacked
from variorum.annotate.engine import parse

TEXTS = (
    "The harbour of Ostrel was closed on Wednesday, Mira Talven said.",
    "“We’re late,” she said — 12 boats (of 30) weren't there!  Two  spaces\tand a tab.",
    "x",
    "Ça va? Naïve façade; 東京 2031-05-14.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_parse_comes_out_as_it_went_in(text):
    """Every field of every word."""
    (parsed,) = parse([text]).values()
    assert unpacked(packed(parsed, text), text) == parsed


def test_a_parse_of_nothing():
    """A paragraph without words has none."""
    assert unpacked(packed((), ""), "") == ()


def test_a_parse_is_small():
    """A word takes about ten bytes: the words themselves stand in the text."""
    text = " ".join(TEXTS[0] for _ in range(20))
    (parsed,) = parse([text]).values()
    assert len(packed(parsed, text)) < 10 * len(parsed)


def test_damage_is_told():
    """Bytes that are no parse are no value."""
    with pytest.raises(ValueError, match=r"."):
        unpacked(b"nonsense", "text")
