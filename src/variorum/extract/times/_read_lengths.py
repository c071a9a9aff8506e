"""How long and how often: durations and sets."""

from __future__ import annotations

from variorum.extract.times._calendar import duration
from variorum.extract.times._found import Words
from variorum.extract.times._meaning import Known
from variorum.extract.times._numerals import VAGUE
from variorum.extract.times._words import vocabulary


def length(words: Words) -> Known | None:
    """Read "three hours", "four to five days", "two years and a month"."""
    counts, units = words.counts(), _in_order(words)
    if len(counts) == 1:
        return Known("DURATION", "/".join(duration(amount, units[0]) for amount in counts[0]))
    parts = [duration(count[0], unit) for count, unit in zip(counts, units, strict=False)]
    return Known("DURATION", _joined(parts))


def _in_order(words: Words) -> list[str]:
    """Return the units, those of a compound ("two years and one month") as they follow each other."""
    return [vocabulary().value(name, word) for name, word in words.sequence if name in {"unit", "units"}]


def _joined(parts: list[str]) -> str:
    """Join P2Y and P3M to P2Y3M, P1D and PT2H to P1DT2H."""
    whole = parts[0]
    for part in parts[1:]:
        body = part[1:]
        whole += body[1:] if body.startswith("T") and "T" in whole else body
    return whole


def duration_and_half(words: Words) -> Known:
    """Read "a year and a half"."""
    return Known("DURATION", duration("1.5", words.units()[0]))


def span_duration(words: Words) -> Known:
    """Read "the past week", "all year", "for years"."""
    plural = bool(words.slots.get("units"))
    return Known("DURATION", duration(VAGUE if plural else "1", words.units()[0]))


def known_duration(words: Words) -> Known:
    """Read "weeklong"."""
    return Known("DURATION", words.word("long") or "")


def often(words: Words) -> Known | None:
    """Read "annually", "on Mondays"."""
    if weekday := words.word("weekdays"):
        return Known("SET", f"XXXX-WXX-{weekday}")
    return Known("SET", words.word("often") or "")


def every(words: Words) -> Known:
    """Read "every day", "every other week", "each Monday morning"."""
    return Known("SET", next((v for v in (_every_unit(words), _every_point(words)) if v), "XXXX"))


def _every_unit(words: Words) -> str | None:
    units = words.units()
    if not units:
        return None
    other = "2" if "other" in words.text.split() else "1"
    return duration(words.counts()[0][0] if words.counts() else other, units[0])


def _every_point(words: Words) -> str | None:
    part = words.word("part") or words.word("parts")
    clock = f"T{part}" if part else ""
    if weekday := words.word("weekday"):
        return f"XXXX-WXX-{weekday}{clock}"
    if month := words.number("month"):
        return f"XXXX-{month:02}"
    if season := words.word("season"):
        return f"XXXX-{season}"
    return f"XXXX-XX-XX{clock}" if clock else None


def rate(words: Words) -> Known:
    """Read "twice a year", "per day"."""
    return Known("SET", duration("1", words.units()[-1]))


def race(words: Words) -> Known:
    """Read "in 2:08:33"."""
    hours, minutes, seconds = (int(n) for n in (words.word("clocksec") or "0:0:0").split(":"))
    return Known("DURATION", f"PT{hours}H{minutes}M{seconds}S")


def fixed(words: Words) -> Known:
    """Read words whose duration the note gives ("a quarter-century")."""
    return Known("DURATION", words.note)
