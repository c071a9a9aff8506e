"""Numbers as written: digits, words, fractions and vague numbers, read as values.

Number words follow the grammar of English cardinals (units and tens are added, scales multiply, "and" may stand
within); the way of counting is that of CQE (Almasian et al. 2023, "CQE: A Comprehensive Quantity Extractor").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from variorum.extract.figures._groups import noun_of_number
from variorum.extract.figures._pieces import pieces
from variorum.extract.figures._written import Numeral, read_digits, spaced
from variorum.lexicon import column, mapping, rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.extract.figures._pieces import Line

_LONGEST_VAGUE = 3
MINUS = frozenset("-−–")
_NONE = frozenset({"no", "none", "nobody"})


@dataclass(frozen=True, slots=True)
class _Word:
    value: float
    kind: str


@cache
def _words() -> Mapping[str, _Word]:
    return {row["word"]: _Word(float(row["value"]), row["kind"]) for row in rows("number_words")}


@cache
def _vague() -> Mapping[tuple[str, ...], tuple[float, float]]:
    return {pieces(row["word"]): (float(row["low"]), float(row["base"])) for row in rows("vague_numbers")}


@cache
def number_words() -> frozenset[str]:
    """Return every word that can begin or be a number."""
    plain = {word for word, entry in _words().items() if entry.kind not in {"short", "letter"}}
    parts = {row["word"] for row in rows("fraction_words")}
    vague = {words[0] for words in _vague()} | {words[-1] for words in _vague()}
    folds = {f"{word}fold" for word in plain}
    return frozenset(plain | parts | vague | folds | column("group_numbers", "noun") | _NONE) - {"a", "of"}


def numeral(line: Line, at: int) -> Numeral | None:
    """Return the number that begins at piece `at`, the longest there is; `None` where none begins."""
    return (
        noun_of_number(line, at)
        or _vague_number(line, at)
        or _of_scale(line, at)
        or _fraction(line, at)
        or _cardinal(line, at)
        or _fold(line, at)
        or _none(line, at)
    )


def _vague_number(line: Line, at: int) -> Numeral | None:
    for width in range(_LONGEST_VAGUE, 0, -1):
        words = line.words(at, at + width)
        if len(words) == width and (found := _vague().get(words)):
            return _multiplied(line, Numeral(at, at + width, found[0], "vague", base=found[1]))
    return None


def _multiplied(line: Line, vague: Numeral) -> Numeral:
    """Read on in "tens of thousands", "hundreds of millions", "several hundred", "a few dozen"."""
    at = vague.last + (line.lower(vague.last) == "of")
    below = _vague().get((line.lower(at),))
    scale = _words().get(line.lower(at))
    if below is not None and below[1] >= 100 and at > vague.last:  # noqa: PLR2004 - tens of scores is nothing
        factor = below[1]
    elif scale is not None and scale.kind in {"scale", "dozen"} and at == vague.last:
        factor = scale.value
    else:
        return vague
    base = None if vague.base is None else vague.base * factor
    return _multiplied(line, replace(vague, last=at + 1, value=vague.value * factor, base=base, scaled=True))


def _of_scale(line: Line, at: int) -> Numeral | None:
    """Read "half a million", "half a dozen", "a quarter of a million", "three quarters of a million"."""
    if halved := _halved(line, at):
        return halved
    share = _fraction(line, at)
    if share is None:
        return None
    following = share.last + (line.lower(share.last) == "of")
    if line.lower(following) not in {"a", "an"}:
        return None
    word = _words().get(line.lower(following + 1))
    if word is None or word.kind not in {"scale", "dozen"}:
        return None
    return Numeral(at, following + 2, share.value * word.value, "words", scaled=True)


def _halved(line: Line, at: int) -> Numeral | None:
    """Read "half-dozen", "a half-million", "a half million"."""
    first = at + (line.lower(at) in {"a", "an"})
    scale = first + 1 + (line.lower(first + 1) in MINUS)
    word = _words().get(line.lower(scale))
    if line.lower(first) != "half" or word is None:
        return None
    return Numeral(at, scale + 1, word.value / 2, "words", scaled=True) if word.kind in {"scale", "dozen"} else None


def _fraction(line: Line, at: int) -> Numeral | None:
    """Read "a quarter", "two-thirds", "half", "nine tenths"; "one in five" and "2 out of 3" as shares."""
    if line.lower(at) == "half":
        return None if _compounded(line, at + 1) or _which_half(line, at) else Numeral(at, at + 1, 0.5, "fraction")
    whole = 1.0 if line.lower(at) in {"a", "an"} else _small(line, at)
    if whole is None or (line.lower(at - 1) == "and" and line.lower(at) in {"a", "an"}):
        return None
    following = at + 1 + (line.lower(at + 1) in MINUS)
    parts = mapping("fraction_words", "word", "parts").get(line.lower(following))
    if parts is not None and (whole == 1) != line.lower(following).endswith("s"):
        return None if whole == 1 and _ordinal(line, following + 1) else _part(at, following, whole / float(parts))
    return _ratio(line, at, whole)


def _which_half(line: Line, at: int) -> bool:
    """Tell "the second half", "my better half", "a year and a half" from the half of something."""
    before = line.lower(at - 1)
    if before == "a":
        return line.lower(at - 2) == "and"
    return at > 0 and line.token(at - 1).tag in {"JJ", "JJR", "JJS", "NN", "NNP"} and line.kind(at - 1) == "word"


def _part(at: int, last: int, value: float) -> Numeral:
    return Numeral(at, last + 1, value, "fraction")


def _compounded(line: Line, at: int) -> bool:
    return line.lower(at) in MINUS and line.glued(at)


def _ordinal(line: Line, at: int) -> bool:
    """Tell "a third man", "a third-party", "a quarter mile" from "a third of", "a third were"."""
    return _compounded(line, at) or (line.kind(at) == "word" and line.token(at).pos in {"NOUN", "ADJ", "PROPN"})


def _ratio(line: Line, at: int, whole: float) -> Numeral | None:
    of = 2 if line.words(at + 1, at + 3) == ("out", "of") else int(line.lower(at + 1) == "in")
    below = _small(line, at + 1 + of) if of else None
    if below is None or line.lower(at) in {"a", "an"} or not 1 < below > whole:
        return None
    following = line.lower(at + 2 + of)
    if of == 1 and following in {"a", "the", "-"}:
        return None
    return Numeral(at, at + 2 + of, whole / below, "fraction")


def _fold(line: Line, at: int) -> Numeral | None:
    """Read "sixfold" as six."""
    word = _words().get(line.lower(at).removesuffix("fold"))
    if word is None or not line.lower(at).endswith("fold") or word.kind not in {"unit", "ten", "scale"}:
        return None
    return Numeral(at, at + 1, word.value, "words")


def _none(line: Line, at: int) -> Numeral | None:
    """Read "no survivors", "nobody", "none of them" as zero."""
    if line.lower(at) not in _NONE or line.glued(at + 1):
        return None
    return Numeral(at, at + 1 + (line.words(at, at + 2) == ("no", "one")), 0.0, "none")


def _small(line: Line, at: int) -> float | None:
    if line.kind(at) == "digits":
        return read_digits(line.text(at)) if line.text(at).isdigit() else None
    word = _words().get(line.lower(at))
    return word.value if word is not None and word.kind in {"unit", "ten"} else None


def _cardinal(line: Line, at: int) -> Numeral | None:
    if line.kind(at) == "digits":
        return _digits(line, at)
    if line.lower(at) in {"a", "an"}:
        return _article(line, at)
    word = _words().get(line.lower(at))
    if word is None or word.kind in {"short", "letter"} or (word.kind == "dozen" and word.value != 12):  # noqa: PLR2004
        return None
    total, last, scaled = _sum(line, at)
    bare = word.kind in {"scale", "dozen"}
    return _with_half(line, Numeral(at, last, total, "words", scaled, about=bare))


def _with_half(line: Line, whole: Numeral) -> Numeral:
    """Read on in "two and a half", "6 and a half million"."""
    if line.words(whole.last, whole.last + 3) != ("and", "a", "half"):
        return whole
    factor, last = _scales(line, whole.last + 3)
    return replace(whole, last=last, value=(whole.value + 0.5) * factor, scaled=factor != 1)


def _article(line: Line, at: int) -> Numeral | None:
    """Read "a hundred and five", "a dozen", "a million"."""
    word = _words().get(line.lower(at + 1))
    if word is None or word.kind not in {"scale", "dozen"} or line.lower(at + 1) == "score":
        return None
    total, last, _ = _sum(line, at + 1)
    return Numeral(at, last, total, "words", scaled=True)


def _digits(line: Line, at: int) -> Numeral | None:
    if (blanks := spaced(line, at)) is not None:
        return blanks
    value, last = read_digits(line.text(at)), at + 1
    if value is None:
        return None
    if line.kind(last) == "digits" and re.search(r"[/⁄½¼¾⅓⅔]", line.text(last)) and line.text(at).isdigit():
        value, last = value + (read_digits(line.text(last)) or 0), last + 1
    factor, last = _scales(line, last)
    return _with_half(line, Numeral(at, last, value * factor, "digits", scaled=factor != 1))


def _scales(line: Line, at: int) -> tuple[float, int]:
    """Return what scale words after digits multiply by, and where they end: "4.2 bn", "4 hundred million"."""
    factor = 1.0
    while True:
        following = at + (factor == 1 and line.lower(at) in MINUS)
        word = _words().get(line.lower(following))
        if word is None or word.kind not in {"scale", "short"} or (following > at and not line.glued(following)):
            break
        factor, at = factor * word.value, following + 1
    dozen = _words().get(line.lower(at))
    if factor == 1 and dozen is not None and dozen.kind == "dozen" and line.lower(at) == "dozen":
        return dozen.value, at + 1
    return factor, at


def _sum(line: Line, at: int) -> tuple[float, int, bool]:
    """Add up a run of number words; a hyphen or "and" within it is passed over where a number goes on after it."""
    total, group, scaled, tens = 0.0, 0.0, False, False
    while (word := _words().get(line.lower(at))) is not None and word.kind in {"unit", "ten", "scale", "dozen"}:
        if word.kind in {"scale", "dozen"}:
            if line.lower(at) == "score":
                break
            if not group and total:
                total, group = 0.0, total
            group = (group or 1.0) * word.value
            if word.value >= 1000:  # noqa: PLR2004 - a thousand closes its group: "two thousand three hundred"
                total, group = total + group, 0.0
            scaled, tens = True, False
        elif not _goes_on(group, tens, word):
            break
        else:
            group, tens = group + word.value, word.kind == "ten"
        at += 1
        at += _joint(line, at, tens, scaled)
    return total + group, at, scaled


def _goes_on(group: float, tens: bool, word: _Word) -> bool:
    if tens:
        return word.kind == "unit" and 0 < word.value < 10  # noqa: PLR2004 - sixty-one, not sixty eleven
    return group == 0 or group % 100 == 0


def _joint(line: Line, at: int, tens: bool, scaled: bool) -> int:
    """Return how many pieces join a number word to the next: a hyphen after a ten, "and" after a scale."""
    word = _words().get(line.lower(at + 1))
    if word is None or word.kind not in {"unit", "ten", "scale"}:
        return 0
    if line.lower(at) in MINUS and line.glued(at):
        return int(word.kind == "scale" or (word.kind == "unit" and tens and word.value < 10))  # noqa: PLR2004
    return int(line.lower(at) == "and" and scaled and word.kind != "scale" and not tens)
