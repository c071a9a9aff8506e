"""Score times against the cases of Recognizers-Text (English date and time), written for assistants, not for news.

A case counts as found where a time overlaps its words, and as equal where the value is the case's own, one of its
readings in the past or future, or covers the same days. What a report would not write is counted apart, by its reason.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

KINDS = ("Date", "DatePeriod", "DateTime", "DateTimePeriod", "Duration", "Holiday", "Set", "Time", "TimePeriod")
ONE_TO_TWELVE = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
MINUTES = "five|ten|fifteen|twenty|thirty|forty|fifty"
BEFORE_BARE = "at|by|before|after|on|from|for|till|to|between|and|the|past|night|morning|afternoon|evening"
UNLIKE_NEWS = (
    ("bare number for a day or an hour", rf"(?:^|\b(?:{BEFORE_BARE}) )(?:\d{{1,2}}|{ONE_TO_TWELVE})$"),
    ("bare number for a day or an hour", r"^(?:(?:from|between|at) )?\d{1,2} ?(?:-|to|til|till|until|and)\b"),
    ("bare number for a day or an hour", r"\b(?:between|from) \d{1,2} (?:and|to|till|until)\b(?! \d{1,2} ?[ap])"),
    ("bare number for a day or an hour", r"^\d{1,2},? (?:at|\d|this|tonight)"),
    ("hour in words, or past and to", r"\bpast\b|\bto (?:\d|[a-z]+ ?[ap]m)"),
    ("hour in words, or past and to", rf"\b(?:{ONE_TO_TWELVE}|{MINUTES}) (?:{MINUTES}|o'? ?clock)"),
    ("year or number in words", r"thousand|hundred|nineteen|zero|twenty[ -](?:\w+)|noughties"),
    ("numbers joined by marks", r"^[\d\s./,-]+$|\d\s*[-/]\s*[a-z]{3}|[a-z]{3}\s*[-/.]\s*\d|\d\d?[/.-]\d\d?(?![/.\d:])"),
    ("numbers joined by marks", r"\d+ ?h ?\d*\b|\d{3,4} ?[ap]\.? ?m|\d{4}\W+[a-z]{3}|year \d{1,3}$"),
    (
        "notes and commands",
        r"\brest\b|\bmy\b|possible|-ish|\bend of\b|\beo[dym]\b|\btime\b|\bthe \w+$(?<!\d[a-z]{2})|tmrw|w/c",
    ),
    (
        "counted from another day",
        r"\b(?:from|after|before|than) (?:now|today|tomorrow|yesterday|the next)|\bafter next",
    ),
    ("counted from another day", r"(?:weeks?|days?|months?|years?|mondays?|sundays?) (?:since|hence|from|later)\b"),
    ("nth week or day", r"\b(?:first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th)) (?:week|\w+day)\b"),
    ("nth week or day", r"week of|\bweek \d+|of the (?:week|month)|week (?:starting|beginning|commencing)"),
    ("letters for am and pm, or both", r"\d\s?(?:a|p)\b(?!\.)|ampm|\b[ap] m\b|\d [AP]M$|(?:\w+day|\d) am$"),
    ("festivals of one country or calendar", r"yuandan|tomb|lover|inauguration|singles|girls|mid-autumn|lunar|chinese"),
    (
        "festivals of one country or calendar",
        r"ramad|ramaz|ramz|eid |islamic|hijri|arab|sacrifice|teacher|int'l|thanks giving",
    ),
)
"""What the cases ask of an assistant that a report does not write: each with the reason, by the words of the time."""
EVEN = {
    "XXXX-XX-XX": "P1D",
    "XXXX-WXX": "P1W",
    "XXXX-XX": "P1M",
    "XXXX": "P1Y",
    "XXXX-QX": "P3M",
    "P1Q": "P3M",
    "PT30M": "PT0.5H",
    "T24:00": "T00:00",
}
"""Two habits of writing one set or duration; the cases have the right-hand one."""


def cases(folder: Path, kind: str) -> list[dict[str, Any]]:
    """Return the cases of a kind that hold a time."""
    found: list[dict[str, Any]] = json.loads((folder / f"{kind}Parser.json").read_text("utf-8-sig"))
    return [case for case in found if case["Results"]]


def scores(folder: Path, read: Callable[[list[tuple[str, str]]], list[list[Any]]], errors: int) -> dict[str, float]:
    """Return the shares found and equal, by kind, of those like news, and of all; `read` finds the times of texts."""
    by_kind = {kind: _answers(kind, cases(folder, kind), read, errors) for kind in KINDS}
    every = [answer for answers in by_kind.values() for answer in answers]
    news = [pair for pair in every if not pair[0]]
    apart = Counter(reason for reason, _ in every if reason)
    figures = {k: v for kind, answers in by_kind.items() for k, v in _shares(kind, answers).items()}
    figures |= {f"recognizers apart, {reason}": float(n) for reason, n in sorted(apart.items())}
    figures["recognizers like news, cases"] = float(len(news))
    return figures | _shares("like news", news) | _shares("all", every)


def _shares(name: str, answers: list[tuple[str, str]]) -> dict[str, float]:
    count = Counter(answer for _, answer in answers)
    total = max(1, len(answers))
    found = (count["value"] + count["span"]) / total
    return {f"recognizers {name} found": found, f"recognizers {name} value": count["value"] / total}


def _answers(
    kind: str,
    asked: list[dict[str, Any]],
    read: Callable[[list[tuple[str, str]]], list[list[Any]]],
    errors: int,
) -> list[tuple[str, str]]:
    answers = []
    for case, got in zip(asked, read([(c["Input"], _day(c)) for c in asked]), strict=True):
        for want in case["Results"]:
            reason, answer = unlike_news(want["Text"]), _answer(want, got)
            answers.append((reason, answer))
            if errors and answer != "value" and not reason:
                shown = [(t.text, t.value) for t in got]
                print(f"  {kind}: {case['Input']!r} {want['Text']!r} {want['Value'].get('Timex')}: {shown}")
    return answers


def unlike_news(text: str) -> str:
    """Return why a case's words are not those of a report, `""` where they may be."""
    lower = text.lower()
    return next((reason for reason, pattern in UNLIKE_NEWS if re.search(pattern, lower)), "")


def _day(case: dict[str, Any]) -> str:
    return str(case.get("Context", {}).get("ReferenceDateTime", "2016-11-07"))[:10]


def _answer(want: dict[str, Any], got: Iterable[Any]) -> str:
    start, end = want["Start"], want["Start"] + want["Length"]
    over = [_even(t.value) for t in got if t.start < end and start < t.end]
    values = {*over, *(_even(re.sub(r"\d{4}-\d\d-\d\d(?=T)", "", value)) for value in over)}
    if any(accepted <= values for accepted in _accepted(want["Value"])) or _same_run(want["Value"], over):
        return "value"
    return "span" if over else "none"


def _accepted(value: dict[str, Any]) -> Iterator[frozenset[str]]:
    """Yield what the case takes: its value, or a reading of it in the past or future; a range also as its two ends."""
    timex = value.get("Timex") or ""
    yield frozenset({_even(timex)})
    if timex.startswith("("):
        start, end, *length = timex.strip("()").split(",")
        yield from (frozenset({f"{start}/{end}"}), frozenset(map(_even, (start, end))), frozenset(length[:1]))
        yield frozenset({f"{_even(start)}/{_even(end)}"})
    part = re.search(r"T[A-Z]{2}$", timex)
    for found in _readings(value):
        if part and "startDateTime" in found:
            yield frozenset({found["startDateTime"][:10] + part[0]})
        yield from (frozenset({_even(found[key])}) for key in ("date", "time", "dateTime") if key in found)
        for start, end in _runs(found):
            yield frozenset({_even(start), _even(end)})
            yield frozenset({f"{_even(start)}/{_even(end)}"})


def _readings(value: dict[str, Any]) -> list[dict[str, str]]:
    return [value.get(reading) or {} for reading in ("PastResolution", "FutureResolution")]


def _runs(found: dict[str, str]) -> Iterator[tuple[str, str]]:
    for kind in ("Date", "Time", "DateTime"):
        if f"start{kind}" in found and f"end{kind}" in found:
            yield found[f"start{kind}"], found[f"end{kind}"]


def _same_run(value: dict[str, Any], over: Iterable[str]) -> bool:
    """Tell whether a value of ours covers just the days that the case gives as start and end."""
    runs = {run for found in _readings(value) for run in _runs(found)}
    return any(days_of(mine) in runs for mine in over)


def days_of(value: str) -> tuple[str, str] | None:
    """Return the first day of a value and the day after its last, as the set writes a year, a quarter, a month."""
    for shape, days in DAYS_OF:
        if found := re.fullmatch(shape, value):
            return days(*found.groups())
    return None


def _years(year: int, length: int) -> tuple[str, str]:
    return f"{year:04}-01-01", f"{year + length:04}-01-01"


def _months(year: int, month: int, length: int) -> tuple[str, str]:
    after = year * 12 + month - 1 + length
    return f"{year}-{month:02}-01", f"{after // 12}-{after % 12 + 1:02}-01"


def _even(value: str) -> str:
    """Write a value so that unequal habits compare: a "T" before the hour, no seconds, no empty minutes."""
    even = re.sub(r"[T ](\d\d:\d\d):\d\d$", r"T\1", value.replace(" ", "T"))
    even = re.sub(r"T(\d\d)$", r"T\1:00", even)
    even = f"T{even[:5]}" if re.fullmatch(r"\d\d:\d\d(:\d\d)?", even) else even
    return EVEN.get(even, even)


DAYS_OF: tuple[tuple[str, Callable[..., tuple[str, str]]], ...] = (
    (r"(\d\d)", lambda century: _years(int(century) * 100, 100)),
    (r"(\d{3})X", lambda decade: _years(int(decade) * 10, 10)),
    (r"(\d{4})", lambda year: _years(int(year), 1)),
    (r"(\d{4})-Q(\d)", lambda year, quarter: _months(int(year), 3 * int(quarter) - 2, 3)),
    (r"(\d{4})-H(\d)", lambda year, half: _months(int(year), 6 * int(half) - 5, 6)),
    (r"(\d{4})-(\d\d)", lambda year, month: _months(int(year), int(month), 1)),
)
