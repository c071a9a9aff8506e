"""Captures as they were found, and the articles made of them, version after version."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple, cast

import msgspec

from variorum.model import Article, Capture, Fields
from variorum.model.naming import ARTICLE
from variorum.store.makers import maker
from variorum.store.packing import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.store.database import Database

_SOME = 500
"""Captures held at once: of news articles some 5 MB."""


class Place(NamedTuple):
    """What is told of an article besides itself: where it was put and why."""

    address: str | None
    first: float | None
    last: float | None
    places: tuple[str, ...]
    story: int
    score: float
    because: str
    rivals: tuple[int, ...]


class Twin(NamedTuple):
    """A stored article that a new one may be: its id, and what tells the two apart."""

    id: int
    version: int
    outlet: str | None
    published: str | None
    path: str
    url: str | None


def seen(base: Database, sha256: str) -> int | None:
    """Return the article that these bytes are, if they were seen before."""
    row = base.row("SELECT article FROM seen WHERE sha256 = ?", bytes.fromhex(sha256))
    return int(row[0]) if row else None


def see(base: Database, sha256: str, article: int) -> None:
    """Remember that these bytes are that article."""
    base.run("INSERT OR IGNORE INTO seen VALUES (?, ?)", bytes.fromhex(sha256), article)


def twins(base: Database, column: str, value: object) -> list[Twin]:
    """Return the articles with an `address`, a `path` or the `words` (a digest), the oldest first."""
    joined = "a.id IN (SELECT article FROM versions WHERE words = ?)" if column == "words" else f"a.{column} = ?"
    sql = f"SELECT a.id, a.version, a.outlet, a.published, a.path, a.url FROM articles a WHERE {joined} ORDER BY a.id"  # noqa: S608 - a column's name
    return [Twin(*row) for row in base.rows(sql, value)]


def put(base: Database, article: Article, place: Place) -> int:
    """Store a new article, without a version yet, and return its number."""
    return base.run(
        "INSERT INTO articles (path, url, address, outlet, title, published, first, last, places, story, score,"
        " because, rivals, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        article.path,
        article.url,
        place.address,
        article.publisher.name if article.publisher else None,
        article.title,
        article.published.value if article.published else None,
        place.first,
        place.last,
        "|".join(place.places),
        place.story,
        place.score,
        place.because,
        " ".join(map(str, place.rivals)),
    )


def put_version(base: Database, article: Article, capture: Capture, *, words: bytes, made_by: str, added: str) -> int:
    """Store the next version of an article, with the capture that it was read from; return its number.

    `article.id` is that of the stored article (`a17`).
    """
    number = ARTICLE.number(article.id)
    origin = base.run(
        "INSERT INTO captures (sha256, path, url, media, encoding, fields, size, added, packed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        bytes.fromhex(capture.sha256),
        capture.path,
        capture.url,
        capture.media,
        capture.encoding,
        packed(msgspec.json.encode(capture.fields), capture.data),
        len(capture.data),
        added,
        packed(capture.data),
    )
    base.run("UPDATE articles SET version = version + 1, title = ? WHERE id = ?", article.title, number)
    base.run(
        "INSERT INTO versions (article, number, capture, maker, words, packed)"
        " SELECT id, version, ?, ?, ?, ? FROM articles WHERE id = ?",
        origin,
        maker(base, made_by),
        words,
        packed(msgspec.json.encode(article), capture.data),
        number,
    )
    return base.number("SELECT version FROM articles WHERE id = ?", number)


def article(base: Database, number: int) -> Article:
    """Return the present version of an article that is there."""
    return articles(base, [number])[number]


def articles(base: Database, numbers: Sequence[int]) -> dict[int, Article]:
    """Return the present versions of the articles by their numbers; those that are not there are left out."""
    rows = base.rows(
        "SELECT a.id, v.packed, c.packed FROM articles a"
        " JOIN versions v ON v.article = a.id AND v.number = a.version JOIN captures c ON c.id = v.capture"
        " WHERE a.id IN (SELECT value FROM json_each(?))",
        json.dumps(list(numbers)),
    )
    found = {number: _article(own, capture) for number, own, capture in rows}
    return {number: found[number] for number in numbers if number in found}


def versions(base: Database, number: int) -> list[tuple[int, str, str, Article]]:
    """Return of each version of an article its number, the sha256 of its capture, when it was added, and itself."""
    rows = base.rows(
        "SELECT v.number, c.sha256, c.added, v.packed, c.packed FROM versions v JOIN captures c ON c.id = v.capture"
        " WHERE v.article = ? ORDER BY v.number",
        number,
    )
    return [(n, sha256.hex(), added, _article(own, capture)) for n, sha256, added, own, capture in rows]


def capture(base: Database, number: int, version: int | None = None) -> Capture | None:
    """Return the bytes of a version of an article as they were found; of the present one without `version`."""
    row = base.row(
        "SELECT c.path, c.packed, c.sha256, c.media, c.url, c.encoding, c.fields FROM articles a"
        " JOIN versions v ON v.article = a.id AND v.number = coalesce(?, a.version)"
        " JOIN captures c ON c.id = v.capture WHERE a.id = ?",
        version,
        number,
    )
    return _capture(*row) if row else None


def editions(base: Database, numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return each article's number and that of its present version, in order."""
    sql = "SELECT id, version FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
    return [(number, version) for number, version in base.rows(sql, json.dumps(list(numbers)))]


def made_otherwise(
    base: Database, made_by: str, numbers: Sequence[int] | None = None
) -> Iterator[tuple[int, int, Capture]]:
    """Yield the versions that another Variorum has read from their captures: id, article, capture.

    Those of the articles `numbers`, without it of all.
    """
    last = 0
    among = "?3 IS NULL" if numbers is None else "v.article IN (SELECT value FROM json_each(?3))"
    while rows := base.rows(
        "SELECT v.id, v.article, c.path, c.packed, c.sha256, c.media, c.url, c.encoding, c.fields"  # noqa: S608 - own words
        " FROM versions v JOIN captures c ON c.id = v.capture JOIN makers m ON m.id = v.maker"
        f" WHERE m.made_by <> ?1 AND v.id > ?2 AND {among} ORDER BY v.id LIMIT ?4",
        made_by,
        last,
        None if numbers is None else json.dumps(list(numbers)),
        _SOME,
    ):
        for version, article, *rest in rows:
            yield version, article, _capture(*rest)
        last = rows[-1][0]


def is_present(base: Database, version: int) -> bool:
    """Tell whether a version is the newest of its article."""
    sql = "SELECT 1 FROM versions v JOIN articles a ON a.id = v.article AND a.version = v.number WHERE v.id = ?"
    return base.row(sql, version) is not None


def put_again(base: Database, version: int, article: Article, data: bytes, *, words: bytes, made_by: str) -> None:
    """Store an article that was read anew in the place of an old reading of the same capture."""
    base.run(
        "UPDATE versions SET maker = ?, words = ?, packed = ? WHERE id = ?",
        maker(base, made_by),
        words,
        packed(msgspec.json.encode(article), data),
        version,
    )


def _article(own: bytes, capture: bytes) -> Article:
    return msgspec.json.decode(unpacked(own, unpacked(capture)), type=Article)


def _capture(path: str, data: bytes, sha256: bytes, media: str, url: str | None, *rest: object) -> Capture:
    encoding, fields = rest
    raw = unpacked(data)
    known = msgspec.json.decode(unpacked(cast("bytes", fields), raw), type=Fields)
    return Capture(path, raw, sha256.hex(), media, url, cast("str | None", encoding), known)
