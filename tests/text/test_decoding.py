"""Bytes are decoded as what they are; what is not certain is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.decoding import decode, sanitized, unscrambled

TEXT = "Die Fähre „Möwe“ kam – wie so oft – zu spät."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode(encoding):
    """UTF-8, UTF-16 and UTF-32 are read without doubt, with a byte order mark or, the first two, without."""
    assert decode(TEXT.encode(encoding))[::2] == (TEXT, None)


def test_label_is_believed_where_utf_8_does_not_fit():
    """A label counts only for bytes that are not UTF-8, and `iso-8859-1` means windows-1252."""
    assert decode(TEXT.encode("cp1252"), "ISO-8859-1") == (TEXT, "cp1252", None)
    assert decode(TEXT.encode(), "iso-8859-1") == (TEXT, "utf-8", None)
    assert decode("Паром опоздал".encode("koi8-r"), "koi8-r").text == "Паром опоздал"


@pytest.mark.parametrize("label", ["nonsense", "", "utf-8", "\0"])
def test_wrong_label_is_passed_over(label):
    """A label that names no encoding, or one that does not fit, does no harm."""
    assert decode(TEXT.encode("cp1252"), label).doubt


def test_few_broken_bytes():
    """A few broken bytes in UTF-8 are replaced, and that is said."""
    found = decode(b"\xff" + (TEXT * 20).encode())
    assert found.text == "\ufffd" + TEXT * 20
    assert found.doubt


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_scrambled_text_is_mended(wrong):
    """UTF-8 that was once read as windows-1252 or Latin-1 is read back where it is certain."""
    scrambled = "Fähre, Möwe, spät, größer".encode().decode(wrong)
    assert unscrambled(scrambled) == "Fähre, Möwe, spät, größer"
    assert decode(scrambled.encode()).doubt


@pytest.mark.parametrize("text", ["", "plain", TEXT, "Ã la carte", "ÂÃ", "naïve café", "Â£5 only once"])
def test_sound_text_is_left_alone(text):
    """Text that only might be scrambled stays."""
    assert unscrambled(text) == text


@given(st.text())
def test_every_text_in_utf_8_comes_back(text):
    """Decoding what was encoded gives the text, but for what looks scrambled and a leading mark."""
    if unscrambled(text) == text and not text.startswith("\ufeff") and "\0" not in text:
        assert decode(text.encode("utf-8", "surrogatepass")).text.replace("\ufffd", "") == sanitized(text).replace(
            "\ufffd", ""
        )


@given(st.binary(), st.none() | st.text(max_size=8))
def test_nothing_raises(data, label):
    """Any bytes give some text."""
    assert isinstance(decode(data, label).text, str)


@given(st.text(st.characters() | st.sampled_from("\0\ud800")))
def test_sanitized_keeps_places(text):
    """What cannot be stored is replaced one for one."""
    clean = sanitized(text)
    assert len(clean) == len(text)
    clean.encode()
    assert "\0" not in clean
