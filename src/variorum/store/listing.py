"""The stories as they are listed: found by outlet, place, time and words, each with its articles."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.store.database import Database


class Quiet(NamedTuple):
    """The day and the article before which a story that did not grow since is quiet."""

    since: float
    grown: int


class Wanted(NamedTuple):
    """What stories are to have; `None` asks for nothing. Times are in days as the articles' `first` and `last`."""

    outlet: str | None = None
    place: str | None = None
    since: float | None = None
    until: float | None = None
    among: Sequence[int] | None = None
    quiet: bool | None = None
    limits: Quiet = Quiet(0.0, 0)


class Listed(NamedTuple):
    """One article of a story, as a row."""

    id: int
    story: int
    url: str | None
    path: str
    outlet: str | None
    title: str | None
    published: str | None
    because: str
    places: str
    rivals: str


class Head(NamedTuple):
    """A story by itself: the last article that it grew by, and the time of its articles."""

    id: int
    grown: int
    first: float | None
    last: float | None

    def is_quiet(self, limits: Quiet) -> bool:
        """Tell whether it did not grow for long; a story without a date by the articles that came since."""
        return self.grown <= limits.grown if self.last is None else self.last < limits.since


def heads(base: Database, wanted: Wanted, limit: int | None, offset: int) -> list[Head]:
    """Return the stories that have what is wanted, the one that grew last first."""
    where, values = _where(wanted)
    rows = base.rows(
        f"SELECT id, grown, first, last FROM stories s WHERE many > 0{where} ORDER BY grown DESC LIMIT ? OFFSET ?",  # noqa: S608 - own words
        *values,
        -1 if limit is None else limit,
        offset,
    )
    return [Head(*row) for row in rows]


def newest(base: Database, many: int) -> tuple[int, list[float]]:
    """Return the number of the last article, and the last days of so many stories that grew last, in order."""
    sql = "SELECT grown, last FROM stories WHERE many > 0 ORDER BY grown DESC LIMIT ?"
    rows = base.rows(sql, many)
    return max((row[0] for row in rows), default=0), sorted(row[1] for row in rows if row[1] is not None)


def head(base: Database, story: int) -> Head | None:
    """Return one story; `None` where there is none, or where it was merged into another."""
    row = base.row("SELECT id, grown, first, last FROM stories WHERE id = ? AND many > 0", story)
    return Head(*row) if row else None


def members(base: Database, stories: Sequence[int]) -> dict[int, list[Listed]]:
    """Return the articles of each story in the order in which they came."""
    found: dict[int, list[Listed]] = defaultdict(list)
    rows = base.rows(
        "SELECT id, story, url, path, outlet, title, published, because, places, rivals FROM articles"
        " WHERE story IN (SELECT value FROM json_each(?)) ORDER BY id",
        json.dumps(list(stories)),
    )
    for row in rows:
        found[row[1]].append(Listed(*row))
    return found


def articles_of(base: Database, story: int) -> list[int]:
    """Return the numbers of a story's articles in the order in which they came."""
    return [row[0] for row in base.rows("SELECT id FROM articles WHERE story = ? ORDER BY id", story)]


def make(base: Database, story: int) -> None:
    """Make a story that has no article yet, unless it is there."""
    base.run("INSERT OR IGNORE INTO stories (id, grown, many) VALUES (?, 0, 0)", story)


def grow(base: Database, story: int, article: int, first: float | None, last: float | None) -> None:
    """Count one more article of a story."""
    base.run(
        "UPDATE stories SET grown = ?2, many = many + 1,"
        " first = min(coalesce(first, ?3), coalesce(?3, first)), last = max(coalesce(last, ?4), coalesce(?4, last))"
        " WHERE id = ?1",
        story,
        article,
        first,
        last,
    )


def recount(base: Database, stories: Sequence[int]) -> None:
    """Reckon stories anew from their articles, after a person moved some."""
    for story in stories:
        base.run(
            "UPDATE stories SET (grown, many, first, last) ="
            " (SELECT coalesce(max(id), 0), count(*), min(first), max(last) FROM articles WHERE story = ?1)"
            " WHERE id = ?1",
            story,
        )


def stories_of(base: Database, numbers: Sequence[int]) -> dict[int, int]:
    """Return the story of each article."""
    sql = "SELECT id, story FROM articles WHERE id IN (SELECT value FROM json_each(?))"
    return dict(base.rows(sql, json.dumps(list(numbers))))


def _where(wanted: Wanted) -> tuple[str, list[object]]:
    of_article = [
        ("a.outlet = ? COLLATE NOCASE", wanted.outlet),
        ("'|' || lower(a.places) || '|' LIKE ?", None if wanted.place is None else f"%|{wanted.place.lower()}|%"),
        ("a.last > ?", wanted.since),
        ("a.first < ?", wanted.until),
    ]
    asked = [(sql, value) for sql, value in of_article if value is not None]
    parts: list[str] = []
    values: list[object] = [value for _, value in asked]
    if asked:
        held = " AND ".join(sql for sql, _ in asked)
        parts.append(f"EXISTS (SELECT 1 FROM articles a WHERE a.story = s.id AND {held})")  # noqa: S608 - own words
    if wanted.among is not None:
        parts.append("id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(list(wanted.among)))
    if wanted.quiet is not None:
        said = "(CASE WHEN last IS NULL THEN grown <= ? ELSE last < ? END)"
        parts.append(said if wanted.quiet else f"NOT {said}")
        values += [wanted.limits.grown, wanted.limits.since]
    return "".join(f" AND {part}" for part in parts), values
