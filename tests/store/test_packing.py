"""Bytes come out as they went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.errors import CollectionError
from variorum.store.packing import packed, unpacked


@given(st.binary(max_size=4000), st.binary(max_size=4000))
def test_what_was_packed_comes_out(data, like):
    """With other bytes for a dictionary and without, short and long."""
    assert unpacked(packed(data)) == data
    assert unpacked(packed(data, like), like) == data


def test_what_says_the_same_costs_little():
    """Bytes that repeat their dictionary take a tenth of what they take alone."""
    text = " ".join(f"word{n * n % 977}" for n in range(600)).encode()
    assert len(packed(b'{"text":"' + text + b'"}', text)) < len(packed(text)) / 10


@pytest.mark.parametrize("cut", [0, 5, -1])
def test_damage_is_told(cut):
    """Bytes cut short or of another dictionary are no value."""
    data = packed(b"the ferry was late" * 9)
    with pytest.raises(CollectionError, match="damaged"):
        unpacked(data[:cut])
    with pytest.raises(CollectionError, match="damaged"):
        unpacked(packed(b"the ferry was late", b"ferry"), b"another")
