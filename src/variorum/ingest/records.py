"""Articles stored as records: JSON objects, JSON Lines, and rows of a table with a text column."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import BinaryIO

from variorum.errors import InputError
from variorum.ingest._source import Item, Source, refused
from variorum.lexicon import rows
from variorum.model import Fields
from variorum.settings import Settings
from variorum.text.decoding import decode
from variorum.text.markup import is_marked_up, plain

_LISTS = ("articles", "items", "results", "data", "records", "docs", "documents", "stories", "@graph", "hits")
_INNER = ("_source", "fields")
_VALUES = ("name", "value", "@value", "title", "@id", "text", "byline", "charcount")
_SECONDS = (10**8, 10**11)
"""A number between these is a Unix time in seconds (1973 to 5138), a thousand times larger one in milliseconds."""


def json_records(source: Source) -> Iterator[Item]:
    """Yield the articles of a JSON document: one object, a list of them, or a list within an object."""
    try:
        value = json.loads(decode(source.data, source.encoding).text)
    except (ValueError, RecursionError) as error:
        message = f"{source.path} is not valid JSON ({_where(error)}): repair it or export it again"
        raise InputError(message, code="bad-json") from error
    listed = _listed(value)
    if listed is None:
        yield _article(source, value)
        return
    if not listed:
        yield refused(source.path, "no-articles", f"{source.path} is an empty list: export the articles into it")
    for number, entry in enumerate(listed, 1):
        data = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
        yield _article(replace(source, path=f"{source.path}#{number}", data=data), entry)


def json_lines(source: Source) -> Iterator[Item]:
    """Yield the articles of JSON Lines; a line that is broken is a problem and the others are read."""
    return lines_of(io.BytesIO(source.data), source.path, source.settings, source.depth)


def lines_of(stream: BinaryIO, path: str, settings: Settings, depth: int = 0) -> Iterator[Item]:
    """Yield the articles of a stream of JSON Lines, `path#n` for the record n; a line over the limit is skipped."""
    number = 0
    for at, line in enumerate(_bounded_lines(stream, settings.max_input_bytes), 1):
        if line is not None and not line.strip():
            continue
        number += 1
        name = f"{path}#{number}"
        if line is None:
            yield refused(name, "too-large", f"line {at} of {path} is over the limit of one input: split it")
        else:
            yield _line(Source(name, line.rstrip(b"\r\n"), settings, depth=depth), at)
    if number == 0:
        yield refused(path, "empty", f"{path} holds no record: give JSON Lines, one article a line")


def _line(source: Source, at: int) -> Item:
    try:
        entry = json.loads(decode(source.data).text)
    except (ValueError, RecursionError) as error:
        return refused(source.path, "bad-json", f"line {at} is not valid JSON ({_where(error)}): repair that line")
    return _article(source, entry)


def _bounded_lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Yield the lines, `None` in the place of one that is longer than `limit` bytes."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None


def table_rows(source: Source) -> Iterator[Item]:
    """Yield the articles of a CSV or TSV whose head line names a text column."""
    text = decode(source.data, source.encoding).text
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t|", key=head.count)
    csv.field_size_limit(source.settings.max_input_bytes)
    reader = csv.DictReader(io.StringIO(text.replace("\0", "\ufffd"), newline=""), delimiter=delimiter, restval="")
    if not fields_of(dict.fromkeys(reader.fieldnames or (), "x")).text:
        message = f"no column of {source.path} holds an article's text: name one of them `text`"
        raise InputError(message, code="no-text")
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            yield _row(source, number, row)
    except csv.Error as error:
        yield refused(source.path, "bad-csv", f"{source.path} breaks off after line {reader.line_num}: {error}")
    if number == 0:
        yield refused(source.path, "empty", f"{source.path} has a head line and no row: give one article a row")


def _row(source: Source, number: int, row: dict[str, str]) -> Item:
    entry = {key: value for key, value in row.items() if isinstance(key, str)}
    data = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    return _article(replace(source, path=f"{source.path}#{number}", data=data), entry)


def _article(source: Source, entry: object) -> Item:
    if not isinstance(entry, dict):
        return refused(source.path, "not-an-article", f"{source.path} is not an object: give one article an object")
    fields = fields_of(_unwrapped(entry))
    if not (fields.text or fields.title):
        return refused(source.path, "no-text", f"{source.path} has no text or title: name the field `text`")
    return source.capture("application/json", fields)


def _unwrapped(entry: Mapping[str, object]) -> Mapping[str, object]:
    inner = next((entry[key] for key in _INNER if isinstance(entry.get(key), dict)), None)
    return {**inner, **entry} if isinstance(inner, dict) else entry


def _listed(value: object) -> list[object] | None:
    """Return the records of a document of many, `None` for a document that is one record."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or fields_of(value).text:
        return None
    for key in _LISTS:
        inner = value.get(key)
        if isinstance(inner, dict):
            inner = _listed(inner)
        if isinstance(inner, list) and any(isinstance(entry, dict) for entry in inner):
            return inner
    return None


def _where(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower()}, line {error.lineno} column {error.colno}"
    return "nested too deep" if isinstance(error, RecursionError) else "broken"


@cache
def _keys(field: str) -> tuple[tuple[str, bool], ...]:
    return tuple((row["key"], row["markup"] == "yes") for row in rows("article_fields") if row["field"] == field)


def fields_of(entry: Mapping[str, object]) -> Fields:
    """Return what a record says of an article, under whichever of the known names it says it."""
    folded = {str(key).lower(): value for key, value in entry.items()}
    return Fields(
        title=_one(folded, "title"),
        text=_text(folded),
        url=_address(folded),
        date=_date(folded, "date"),
        authors=_authors(folded),
        outlet=next((v for v in _all(folded, "outlet") if not v.startswith(("http:", "https:"))), None),
        language=_one(folded, "language"),
        modified=_date(folded, "modified"),
    )


def _all(entry: Mapping[str, object], field: str) -> Iterator[str]:
    """Yield the field's values under its known names, the best name first."""
    for key, _ in _keys(field):
        value = _words(entry.get(key.lower()))
        if value:
            yield value


def _one(entry: Mapping[str, object], field: str) -> str | None:
    return next(_all(entry, field), None)


def _text(entry: Mapping[str, object]) -> str | None:
    for key, markup in _keys("text"):
        value = _words(entry.get(key.lower()), "\n\n")
        if value:
            return plain(value) if markup or is_marked_up(value) else value
    return None


def _address(entry: Mapping[str, object]) -> str | None:
    return next((v for v in _all(entry, "url") if v.startswith(("http:", "https:"))), None)


def _date(entry: Mapping[str, object], field: str) -> str | None:
    for key, _ in _keys(field):
        value = entry.get(key.lower())
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return _moment(value)
        if words := _words(value):
            return words
    return None


def _moment(value: float) -> str | None:
    seconds = value / 1000 if value >= _SECONDS[1] else value
    if not _SECONDS[0] <= seconds < _SECONDS[1]:
        return None
    return datetime.fromtimestamp(seconds, tz=UTC).isoformat()


def _authors(entry: Mapping[str, object]) -> tuple[str, ...]:
    for key, _ in _keys("authors"):
        value = entry.get(key.lower())
        listed = value if isinstance(value, list) else [value]
        names = [name.strip() for item in listed for name in (_words(item) or "").split(";")]
        if any(names):
            return tuple(name for name in names if name)
    return ()


def _words(value: object, between: str = "; ") -> str | None:
    """Return the words of a value however it is wrapped; `None` where there are none."""
    if isinstance(value, str):
        return value.strip("\ufeff\x00 \t\r\n") or None
    if isinstance(value, dict):
        return next((words for key in _VALUES if (words := _words(value.get(key), between))), None)
    if isinstance(value, list):
        return between.join(words for item in value if (words := _words(item, between))) or None
    return None
