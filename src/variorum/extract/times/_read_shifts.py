"""Points reckoned from another: "two days ago", "last week", "the next day", "this morning"."""

from __future__ import annotations

from variorum.extract.times._calendar import duration
from variorum.extract.times._found import Words
from variorum.extract.times._meaning import WEEKEND, Known, Meaning, Origin, Point, Shift
from variorum.extract.times._numerals import VAGUE

_ORIGINS: dict[str, Origin] = {"news": "news", "told": "told"}


def fixed_shift(words: Words) -> Point:
    """Read words that are a shift of their own ("the day before yesterday"): the note says which."""
    amount, unit, origin, *clock = words.note.split()
    return Point(shift=Shift(int(amount), unit, _ORIGINS[origin]), clock=clock[0] if clock else None)


def overnight(words: Words) -> Point:
    """Read "overnight Sunday", and "overnight into Sunday" as the night before; the note tells which."""
    weekday = words.number("weekday") or 1
    return Point(weekday=(weekday - 1 + int(words.note)) % 7 + 1, clock="NI")


def part(words: Words) -> Point:
    """Read "this morning", "last night": a part of the day of the news, or of the day before or after."""
    step = words.number("step")
    return Point(shift=None if step is None else Shift(step, "D", "news"), clock=words.word("part"))


def told_part(words: Words) -> Point:
    """Read "the next morning", "that night"."""
    step = words.number("told")
    return Point(shift=Shift(int(words.note) if step is None else step, "D", "told"), clock=words.word("part"))


def step(words: Words) -> Point:
    """Read "last week", "this year", "next month"."""
    return Point(shift=Shift(words.number("step") or 0, words.units()[0], "news"))


def told(words: Words) -> Point:
    """Read "the previous week", "the same day", "the year before"."""
    unit = (words.units() or ["D"])[0]
    step = words.number("told")
    return Point(shift=Shift(int(words.note or 0) if step is None else step, unit, "told"))


def weekend(_: Words) -> Point:
    """Read "the weekend"."""
    return Point(season=WEEKEND)


def shift(words: Words) -> Meaning:
    """Read "two days ago", "two days earlier"; uncounted days earlier are a duration."""
    sign, origin = words.note.split()
    direction = int(sign) or words.number("around") or -1
    counts = (words.counts() or [("1",) if words.slots.get("span") else (VAGUE,)])[0]
    unit = words.units()[0]
    vague = len(counts) > 1 or counts[0] == VAGUE
    if vague and origin == "told":
        return Known("DURATION", duration(VAGUE, unit))
    known = None if vague else float(counts[0]) * direction
    return Point(shift=Shift(known, unit, _ORIGINS[origin], direction, counted=True))


def shift_half(words: Words) -> Point:
    """Read "a year and a half ago"."""
    return Point(shift=Shift(-1.5, words.units()[0], "news", -1, counted=True))
