"""Bytes to text: which encoding, how sure, and what was mended.

The order is the WHATWG Encoding Standard's (a byte order mark beats every label, and the label `iso-8859-1` means
windows-1252), with strict UTF-8 tried before a label, because a label is wrong more often than valid UTF-8 is chance.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAME_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_SAMPLE = 4096
_NUL_SHARE = 0.3
"""Western text in UTF-16 has a NUL in nearly every second byte; where NULs are stray they are under a hundredth."""
_BROKEN_SHARE = 0.1
"""At most one in ten of the bytes beyond ASCII may be broken for a text to be still taken for UTF-8."""
_GUESS_FROM = 64_000
_CERTAIN = 0.9
_AT_LEAST = 2
_BEYOND = re.compile(rb"[\x80-\xff]+")
_SCATTERED = 1.5
"""Bytes a run: European texts have 1.0 to 1.2, East Asian ones from 4; short ones with four accents were taken for
Japanese."""


class Decoded(NamedTuple):
    """The text without its byte order mark, the encoding used, and `doubt`: one clause on what is not certain."""

    text: str
    encoding: str
    doubt: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of `data`; `declared` is the encoding that its envelope names. Never raises."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data.removeprefix(codecs.BOM_UTF8), name) or _guessed(data)
    return _wide(data) or _strictly(data, "utf-8") or _labelled(data, declared) or _guessed(data)


def sanitized(text: str) -> str:
    """Put U+FFFD, one for one, in the place of NULs and lone surrogates: neither can be stored or shown.

    That is what the HTML standard does with a NUL; the number of code points stays.
    """
    return _UNUSABLE.sub("\ufffd", text)


_UNUSABLE = re.compile("[\x00\ud800-\udfff]")


def _wide(data: bytes) -> Decoded | None:
    """Read UTF-16 that has no mark: nearly every second byte is NUL."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or b"\0" not in sample:  # noqa: PLR2004 - two letters of two bytes
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < _NUL_SHARE * len(sample) or min(even, odd) > max(even, odd) / 10:
        return None
    return _strictly(data, "utf-16-be" if even > odd else "utf-16-le")


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    mended = unscrambled(text)
    doubt = None if mended == text else "it was UTF-8 read as windows-1252 once before and was read back"
    return Decoded(mended, encoding, doubt)


def _labelled(data: bytes, declared: str | None) -> Decoded | None:
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared.strip("\"' ")).name
    except (LookupError, ValueError):
        return None
    return None if name == "utf-8" else _strictly(data, _SAME_AS.get(name, name))


def _guessed(data: bytes) -> Decoded:
    text = data.decode("utf-8", "replace")
    beyond = sum(byte > 0x7F for byte in data[:_GUESS_FROM])  # noqa: PLR2004 - the end of ASCII
    if text[:_GUESS_FROM].count("\ufffd") <= _BROKEN_SHARE * beyond:
        return Decoded(text, "utf-8", "some bytes are not valid UTF-8 and stand as U+FFFD")
    name = _likeliest(data[:_GUESS_FROM])
    found = _strictly(data, name) or Decoded(data.decode("cp1252", "replace"), "cp1252")
    return found._replace(doubt=f"no encoding is declared that fits: it was taken for {found.encoding}")


def _likeliest(data: bytes) -> str:
    """Return the encoding that fits best; windows-1252 where it fits no worse, being by far the commonest."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - costs 30 ms, and few texts need it
    from charset_normalizer.utils import is_multi_byte_encoding  # noqa: PLC0415 - the same

    matches = from_bytes(data)
    best = matches.best()
    western = next((match for match in matches if match.encoding == "cp1252"), None)
    if best is None or (western is not None and western.chaos <= best.chaos):
        return "cp1252"
    return "cp1252" if is_multi_byte_encoding(best.encoding) and _scattered(data) else best.encoding


def _scattered(data: bytes) -> bool:
    """Tell whether bytes beyond ASCII stand alone between letters, as accents do and Chinese or Japanese never."""
    runs = _BEYOND.findall(data)
    return sum(map(len, runs)) < _SCATTERED * len(runs)


@cache
def _bytes_of() -> dict[str, int]:
    """Return the letters that windows-1252 and, where it has none, Latin-1 give to the bytes beyond ASCII."""
    latin = {chr(byte): byte for byte in range(0x80, 0x100)}
    return latin | {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}


@cache
def _runs() -> re.Pattern[str]:
    """Match what a letter of two or more bytes looks like: the first byte's letter, and letters beyond ASCII."""
    return re.compile(f"[\u00c2-\u00f4][{''.join(sorted(_bytes_of()))}]+")


def unscrambled(text: str) -> str:
    """Mend text that was UTF-8 and was read as windows-1252 or Latin-1, where that is certain.

    Certain is: at least two runs read back as UTF-8, and they are nine in ten of the runs that look so.
    """
    if text.isascii():
        return text
    runs = _runs().findall(text)
    good = [run for run in runs if _read_back(run) != run]
    if len(good) < _AT_LEAST or len(good) < _CERTAIN * len(runs):
        return text
    return _runs().sub(lambda found: _read_back(found.group()), text)


def _read_back(run: str) -> str:
    try:
        return bytes(_bytes_of()[letter] for letter in run).decode("utf-8")
    except UnicodeDecodeError:
        return run
