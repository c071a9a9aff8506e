"""How values are worded for people: support, marks, bounds, dates. One table each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.model import Claim, Figure, FigureGroup, Mark, Support


class Label(NamedTuple):
    """A sign that is told apart by shape, a word for it, and what it means."""

    sign: str
    word: str
    meaning: str


SUPPORT: dict[Support, Label] = {
    "contested": Label("✕", "contested", "a named party denies it, or its figures cannot all hold"),
    "corroborated": Label("◆", "corroborated", "two or more independent primary sources"),
    "echoed": Label("◇", "echoed", "two or more outlets, one primary source"),
    "unattributed": Label("○", "unattributed", "two or more outlets, all in their own voice"),
    "single": Label("·", "single", "one outlet"),
}
MARKS: dict[Mark, Label] = {
    "carries": Label("●", "carries", "says it in its own voice"),
    "attributes": Label("❝", "attributes", "says it on somebody's word"),
    "gives-figure": Label("#", "gives a figure", "says it with a figure"),
    "denies": Label("✕", "denies", "prints a denial of it"),
    "unverified": Label("?", "says unverified", "says that it is not verified"),
    "silent": Label("·", "silent", "does not mention it"),
}
VERDICTS = {
    "agree": "the figures agree",
    "compatible": "the figures can all hold",
    "differ": "the figures cannot all hold",
    "superseded": "later figures replace earlier ones",
}
REUSE = {"agency-copy": "agency copy", "update": "an update of the same text", "shared-passages": "shared passages"}
BASES = {
    "metadata": "from the page's metadata",
    "stated": "as printed",
    "url": "from the address",
    "text": "from the text",
    "inferred": "inferred from what it says",
    "byline": "named in the byline",
    "credit": "named in a credit",
    "dateline": "named in the dateline",
}
_MANY = 1_000


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: `1 outlet`, `3 outlets`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def number(value: float) -> str:
    """Return a number as a reader expects it: thousands marked, no needless decimals."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.4g}" if abs(value) < _MANY else f"{value:,}"


def bounds(low: float | None, high: float | None, *, approximate: bool = False) -> str:
    """Return what a pair of bounds allows: `12 or more`, `at most 30`, `4 to 5`, `about 40`."""
    about = "about " if approximate else ""
    if low is None and high is None:
        return "no bound"
    if low is not None and high is not None and low > high:
        return "no number fits all"
    if high is None:
        return f"{about}{number(low or 0)} or more"
    if low is None:
        return f"at most {about}{number(high)}"
    return about + (number(low) if low == high else f"{number(low)} to {number(high)}")


def figure_value(figure: Figure) -> str:
    """Return what the figure's words allow, with its unit."""
    value = bounds(figure.low, figure.high, approximate=figure.approximate)
    if figure.unit is None:
        return value
    singular = 1 in {figure.low, figure.high} and (figure.low or 1) == (figure.high or 1)
    return f"{value} {figure.unit if singular else _many(figure.unit)}"


def _many(unit: str) -> str:
    """Return a unit's plural: `kilometres per hour`, `square kilometres`; codes and `percent` have none."""
    head, per, rest = unit.partition(" per ")
    invariant = head.isupper() or head.endswith(("percent", "s"))
    return (head if invariant else "feet" if head == "foot" else head + "s") + per + rest


def group_value(group: FigureGroup) -> str:
    """Return the bounds that a group's figures leave together, to be followed by the verdict; else nothing.

    Figures that cannot all hold leave no bounds: what each says stands below.
    """
    unbounded = group.low is None and group.high is None
    return "" if group.verdict == "differ" or unbounded else f"{bounds(group.low, group.high)}: "


def counts(claim: Claim) -> str:
    """Return the three counts that a claim's support is made of."""
    sources = plural(len(claim.primary_sources), "primary source")
    return f"{plural(claim.outlets, 'outlet')}, {plural(claim.origins, 'origin')}, {sources}"


def date_span(values: Iterable[str]) -> str:
    """Return the first and the last of some dates, by day, or the one day that they are; empty without any."""
    days = sorted({value[:10] for value in values})
    return "" if not days else days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"


def worded(word: str) -> str:
    """Return a kind as a reader would write it: `could-not-verify` as `could not verify`."""
    return word.replace("-", " ")
