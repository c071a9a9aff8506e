"""What the words and numbers of times are called in the grammar: the tables, and the shapes of numbers."""

from __future__ import annotations

import re
from functools import cache

from variorum.extract.times._notation import literals
from variorum.lexicon import rows

OTHER = "\0"
"""The symbol of a piece that no time is made of."""
CAPITAL = "\1"
"""The symbol of a capitalised word that is not in the tables (a place, as in "Moscow time")."""
_FIRST_SYMBOL = 0xE000
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_DASHES = dict.fromkeys("–—‐‑−", "-")
_MARKS = {"’": "'", "‘": "'", "`": "'", "[": "(", "]": ")"} | _DASHES
_CASES = tuple(frozenset(c) for c in ((), ("cap",), ("low",), ("noun",), ("cap", "noun"), ("low", "noun")))
_SHAPES = (
    ("digits", re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,4}")),
    ("decimal", re.compile(r"\d+\.\d+|\d*[½¼¾]")),
    ("day", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")),
    ("until", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")),
    ("mon", re.compile(r"0[1-9]|1[0-2]|[1-9]")),
    ("hour", re.compile(r"[01]?\d|2[0-4]")),
    ("year", re.compile(r"1[0-9]\d\d|20\d\d|21\d\d")),
    ("anyyear", re.compile(r"\d{1,4}")),
    ("yr", re.compile(r"\d\d")),
    ("hhmm", re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")),
    ("ord", re.compile(r"\d{1,2}(?:st|nd|rd|th)")),
    ("clock", re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d")),
    ("clockdot", re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")),
    ("clocksec", re.compile(r"\d{1,2}:[0-5]\d:[0-5]\d")),
    ("dayth", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)")),
    ("decadeyear", re.compile(r"1[6-9]\d0|20[0-2]0")),
    ("shortdecade", re.compile(r"[2-9]0")),
    ("decade", re.compile(r"(?:1[5-9]|20)\d0s|[1-9]0s")),
    ("slash", re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{4}/\d{1,2}/\d{1,2}")),
    ("dotdate", re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)")),
    ("yearslash", re.compile(r"(?:19|20)\d\d/\d\d")),
)
_SAMPLES = (
    *(str(n) for n in range(10000)),
    *(f"{n:0{width}}" for width in (2, 3, 4) for n in range(10 ** (width - 1))),
    *(f"{n}{end}" for n in range(100) for end in ("st", "nd", "rd", "th")),
    *("1,000", "2.5", "½", "9.15", "9:15", "1:02:03", "1990s", "90s", "1/2/2020", "2020/1/2", "1.2.2020", "2012/13"),
    *("9/11", "7/7"),
)


class Vocabulary:
    """Every class of words; words with the same classes share a symbol, so a text becomes a string of symbols."""

    def __init__(self, literals: frozenset[str]) -> None:
        self._entries = _entries(literals)
        self._symbols: dict[frozenset[str], str] = {frozenset(): OTHER, frozenset({"capital"}): CAPITAL}
        self._values: dict[tuple[str, str], str] = {(r["class"], r["word"]): r["value"] for r in rows("time_words")}
        for entry in self._entries.values():
            for only in _CASES:
                self._symbol_of(_classes(entry, only))
        for sample in _SAMPLES:
            self._symbol_of(shapes(sample) | self._literal(sample))
        self._symbols_closed = dict(self._symbols)

    def knows(self, text: str) -> bool:
        """Tell whether the word stands in the tables as it is, marks and all ("a.m.", "o'clock")."""
        return _plain(text) in self._entries

    def symbol(self, text: str, tag: str) -> str:
        """Return the symbol of a word or number; `tag` is its Penn Treebank tag."""
        word = _plain(text)
        entry = self._entries.get(word)
        if text[0].isdigit() or text[0] in "½¼¾":
            return self._symbols_closed.get(shapes(word) | self._literal(word), OTHER)
        if entry is None:
            return CAPITAL if text[0].isupper() else OTHER
        case = "cap" if text[0].isupper() else "low"
        return self._symbols_closed[_classes(entry, frozenset({case} | ({"noun"} if tag in _NOUNS else set())))]

    def members(self, name: str) -> str:
        """Return the symbols of all words of a class, or of one literal word (`=word`)."""
        return "".join(symbol for classes, symbol in self._symbols_closed.items() if name in classes)

    def value(self, name: str, word: str) -> str:
        """Return what a word means as a member of a class; a number means itself."""
        return self._values.get((name, _plain(word)), _plain(word))

    def _literal(self, word: str) -> frozenset[str]:
        return frozenset({f"={word}"}) if f"={word}" in self._entries.get(word, {}) else frozenset()

    def _symbol_of(self, classes: frozenset[str]) -> str:
        return self._symbols.setdefault(classes, chr(_FIRST_SYMBOL + len(self._symbols)))


def shapes(text: str) -> frozenset[str]:
    """Return the classes of a number by how it is written: day, year, clock, decade, …."""
    return frozenset(name for name, shape in _SHAPES if shape.fullmatch(text))


def _plain(text: str) -> str:
    return _MARKS.get(text) or text.lower().replace("’", "'")


def _entries(literals: frozenset[str]) -> dict[str, dict[str, str]]:
    """Return for each word its classes and when it belongs to them."""
    entries: dict[str, dict[str, str]] = {}
    for row in rows("time_words"):
        entries.setdefault(row["word"], {})[row["class"]] = row["only"]
    for row in rows("time_numbers"):
        for name in _number_classes(row["kind"], int(row["value"])):
            entries.setdefault(row["word"], {})[name] = ""
    for word in literals:
        entries.setdefault(word, {})[f"={word}"] = ""
    return entries


def _number_classes(kind: str, value: int) -> list[str]:
    names = {"unit": "unitnum", "teen": "teennum", "ten": "tennum", "scale": "scalenum"}
    names |= {"article": "article", "ordinal": "ordword"}
    hours = ["hourword"] if kind in {"unit", "teen"} and value <= 12 else []  # noqa: PLR2004 - the hours of a clock
    return [names[kind], *hours]


def _classes(entry: dict[str, str], holds: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name, only in entry.items() if not only or only in holds)


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of the grammar's tables."""
    return Vocabulary(literals())
