"""Times that hang on no other: decades, centuries, runs of years, days of history, the present and the future."""

from __future__ import annotations

from variorum.extract.times._found import Words
from variorum.extract.times._meaning import Known
from variorum.lexicon import mapping

PRINT = 1450
"""Runs that begin before are hours ("1200-1230") more often than years."""


def years(words: Words) -> Known | None:
    """Read "1950-53"; `None` where the second is not the later one, or both may be hours."""
    first, last = _ends(words)
    return Known("DATE", f"{first}/{last}") if PRINT <= first < last else None


def _ends(words: Words) -> tuple[int, int]:
    if written := words.word("yearslash"):
        return int(written[:4]), int(written[:2] + written[5:])
    found = [int(run[0]) for run in words.slots["year"]]
    if len(found) > 1:
        return found[0], found[1]
    return found[0], found[0] // 100 * 100 + int(words.slots["yr"][0][0])


def era(words: Words) -> Known | None:
    """Read "44 BC"."""
    year = int(words.slots["anyyear"][0][0])
    return Known("DATE", f"BC{year:04}" if words.word("era") == "BC" else f"{year:04}")


def decade(words: Words) -> Known:
    """Read "the 1990s", "the '40s", "the nineties"."""
    if written := words.word("decade") or words.word("decadeyear") or words.word("shortdecade"):
        digits = written.rstrip("s")
        century = "" if len(digits) > len("90") else "20" if digits in {"00", "10"} else "19"
        return Known("DATE", f"{century}{digits[:-1]}X")
    return Known("DATE", f"19{words.word('decadename')}X")


def century(words: Words) -> Known:
    """Read "19th century": TIMEX3 has its first two digits."""
    nth = words.number("ord") or words.ordinal() or 1
    before = words.word("era") == "BC"
    return Known("DATE", f"BC{nth - 1:02}" if before else f"{nth - 1:02}")


def historic(words: Words) -> Known:
    """Read "9/11"."""
    return Known("DATE", mapping("time_historic", "name", "value")[" ".join(words.slots["historic"][0])])


def vague_by(words: Words) -> Known:
    """Read "recent days", "the coming weeks"."""
    return Known("DATE", words.word("recent") or "")


def vague(words: Words) -> Known:
    """Read words whose value the note or the table gives ("now")."""
    return Known("DATE", words.note or words.word("now") or "")
