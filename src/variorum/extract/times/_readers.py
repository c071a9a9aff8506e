"""From the words that a rule found to what they mean: which reader reads which kind of rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.times import _read_clocks as clocks
from variorum.extract.times import _read_known as known
from variorum.extract.times import _read_lengths as lengths
from variorum.extract.times import _read_points as points
from variorum.extract.times import _read_shifts as shifts

if TYPE_CHECKING:
    from collections.abc import Callable

    from variorum.extract.times._found import Words
    from variorum.extract.times._meaning import Meaning


def read(kind: str, words: Words) -> Meaning | None:
    """Return what the words mean by the kind of their rule; `None` where they mean no time after all."""
    return READERS[kind](words)


READERS: dict[str, Callable[[Words], Meaning | None]] = {
    "point": points.point,
    "weak": points.point,
    "days": points.days,
    "slash": points.slash,
    "nth-weekday": points.nth_weekday,
    "years": known.years,
    "era": known.era,
    "decade": known.decade,
    "century": known.century,
    "historic": known.historic,
    "vague": known.vague,
    "vague-by": known.vague_by,
    "fixed-shift": shifts.fixed_shift,
    "overnight": shifts.overnight,
    "part": shifts.part,
    "told-part": shifts.told_part,
    "step": shifts.step,
    "told": shifts.told,
    "weekend": shifts.weekend,
    "shift": shifts.shift,
    "shift-half": shifts.shift_half,
    "duration": lengths.length,
    "duration-half": lengths.duration_and_half,
    "span-duration": lengths.span_duration,
    "fixed-duration": lengths.fixed,
    "known-duration": lengths.known_duration,
    "often": lengths.often,
    "every": lengths.every,
    "rate": lengths.rate,
    "race": lengths.race,
    "clocks": clocks.clocks,
    "half-past": clocks.half_past,
    "none": lambda _: None,
}
