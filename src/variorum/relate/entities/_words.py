"""Names as comparable words: folded for romanisation, titles and particles out."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from anyascii import anyascii

from variorum.lexicon import column, mapping, rows
from variorum.text.romanisation import fold, plain

PARTICLES = frozenset(
    {"al", "el", "ul", "ud", "ad", "as", "ar", "an", "at", "bin", "ibn", "ben", "bint", "ould", "the"}
)
SERVANTS = frozenset({"abd", "abdul", "abdel", "abdal", "abdu", "abdur", "abdoul"})
CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NOT_LATIN = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f\u1e00-\u1eff]")
VOWELS = re.compile(r"[aeiouv]")  # v, as w folds to it: Arabic writes u and o so


@cache
def key(word: str) -> str:
    """Return the key under which all usual romanisations of a word are one; a numeral is its own key."""
    if not set(word) - set("ivx"):
        return word
    return fold(word, mapping("romanisation", "written", "folded").items())


@cache
def _titles() -> frozenset[str]:
    return frozenset(plain(title) for title in column("titles", "title")) | {"herr", "prasident", "presidente"}


@lru_cache(maxsize=65_536)
def person_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name in the order given name first, without titles, small words and suffixes."""
    last, comma, first = name.partition(",")
    text = f"{first} {last}" if comma and first.strip() and len(last.split()) <= 3 else name.replace(",", " ")  # noqa: PLR2004
    words = plain(CAPITAL.sub(" ", text) if " " not in text.strip() else text).split()
    return _joined_servants(_bare(words))


def _bare(words: list[str]) -> list[str]:
    endings = column("legal_forms", "form") | {row["word"] for row in rows("name_particles") if row["kind"] == "suffix"}
    while len(words) > 1 and words[0] in _titles():
        words = words[1:]
    while len(words) > 1 and words[-1] in endings:
        words = words[:-1]
    return words


def _joined_servants(words: list[str]) -> tuple[str, ...]:
    """Join 'Abd al-Karim' and 'Abdul Karim' to one word, and drop the Arabic article and 'son of'."""
    kept: list[str] = []
    servant = False
    for n, word in enumerate(words):
        if word in PARTICLES and 0 < n < len(words) - 1:
            continue
        if word in SERVANTS:
            servant = True
        elif servant:
            kept.append("abd" + word)
            servant = False
        else:
            kept.append(word)
    if servant:
        kept.append("abdul")
    return tuple(kept) or tuple(words)


def is_foreign_script(name: str) -> bool:
    """Tell whether a name is written in letters that are not Latin."""
    return NOT_LATIN.search(name) is not None


def skeleton(word: str) -> str:
    """Return the consonants of a word's key: what scripts that write no vowels leave of it."""
    return VOWELS.sub("", key(word).replace("g", "k").replace("p", "b")) or key(word)


@cache
def number_words() -> dict[str, str]:
    """Return the small number words with their digits."""
    ones = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    tens = {
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
    }
    return {w: str(n) for n, w in enumerate(ones)} | {w: str(n) for w, n in tens.items()}


def ascii_letters(name: str) -> str:
    """Return a name in Latin letters, capitals kept."""
    return anyascii(name)
