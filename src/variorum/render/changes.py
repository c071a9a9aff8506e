"""What is told of two accounts in running text: what changed, most telling first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.render.labels import SUPPORT, VERDICTS, bounds, plural, worded
from variorum.render.plain import line
from variorum.render.sections import Block, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.model.changes import ArticleChange, Bounds, Changes, ClaimChange, FigureChange

_HEADS = {
    "changed": "Claims that changed",
    "new": "New claims",
    "split": "New claims, before part of another",
    "merged": "Claims that are now part of another",
    "gone": "Claims that are gone",
}


def change_blocks(changes: Changes) -> Iterator[Block]:
    """Yield all that changed, in reading order; a section without anything in it is left out."""
    yield Block("title", f"What changed: {_summary(changes)}")
    if changes.articles:
        yield Block("heading", "Reports")
        yield Block("", "", 1, tuple(map(_article, changes.articles)))
    denied = [c for c in changes.claims if c.first_denial]
    if denied:
        yield Block("heading", "Denied for the first time")
        yield from (_denied(change) for change in denied)
    if changes.figures:
        yield Block("heading", "Figures that moved")
        yield Block("", "", 1, tuple(map(_figure, changes.figures)))
    for kind, head in _HEADS.items():
        found = [c for c in changes.claims if c.change == kind]
        if found:
            yield Block("heading", head)
            yield from (block for change in found for block in _claim(change))


def _summary(changes: Changes) -> str:
    kinds = [claim.change for claim in changes.claims]
    gained = sum(c.change == "changed" and bool(c.sources_gained) for c in changes.claims)
    told = [
        *_count(sum(a.change == "new" for a in changes.articles), "new report"),
        *_count(kinds.count("new") + kinds.count("split"), "new claim"),
        *_count(gained, "claim with a new source", "claims with a new source"),
        *_count(sum(c.first_denial for c in changes.claims), "first denial"),
        *_count(len(changes.figures), "moved figure"),
    ]
    return ", ".join(told) or ("little" if changes.claims or changes.articles else "nothing")


def _count(count: int, one: str, many: str = "") -> list[str]:
    return [plural(count, one, many)] if count else []


def _article(change: ArticleChange) -> Pair:
    told = {"new": "new", "gone": "gone", "changed": "has other words now"}.get(change.change, change.change)
    return Pair(line(change.outlet), told, f"({change.id} {line(change.path)})")


def _denied(change: ClaimChange) -> Block:
    rows = tuple(Pair(line(d.outlet), f"“{line(d.text)}”", f"({worded(d.kind)})") for d in change.doubts)
    return Block("contested", f"{SUPPORT['contested'].sign} {change.new}\t“{line(change.text)}”", 1, rows)


def _figure(change: FigureChange) -> Pair:
    return Pair(line(change.measure), f"{_bounds(change.was)} → {_bounds(change.now)}")


def _bounds(found: Bounds | None) -> str:
    if found is None:
        return "not compared"
    return f"{bounds(found.low, found.high)} ({VERDICTS[found.verdict]})"


def _claim(change: ClaimChange) -> Iterator[Block]:
    yield Block("label", f"{_names(change)}\t“{line(change.text)}”", 1)
    yield Block("", "", 3, tuple(_told(change)))


def _names(change: ClaimChange) -> str:
    told = {"changed": "{new} (was {old})", "split": "{new} (out of {old})", "merged": "{old} (now in {new})"}
    return told.get(change.change, str(change.new or change.old)).format(new=change.new, old=change.old)


def _told(change: ClaimChange) -> Iterator[Pair]:
    if change.was != change.now or change.change != "changed":
        yield Pair("label", " → ".join(label for label in (change.was, change.now) if label))
    for name, held in _lists(change):
        if held:
            yield Pair(name, "; ".join(map(line, held)))
    if not change.first_denial:
        yield from (
            Pair("doubted now", f"“{line(d.text)}”", f"({worded(d.kind)}, {line(d.outlet)})") for d in change.doubts
        )


def _lists(change: ClaimChange) -> tuple[tuple[str, Sequence[str]], ...]:
    also = "also " if change.change == "changed" else ""
    return (
        (f"{also}in", change.outlets_gained),
        ("no longer in", change.outlets_lost),
        (f"{also}on the word of", change.sources_gained),
        ("no longer rests on", change.sources_lost),
        ("now against", change.conflicts),
    )
