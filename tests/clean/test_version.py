"""A first version is told from a later one by the title's mark, a line of the text, and the times of metadata."""

from __future__ import annotations

import hashlib
import json

import pytest

from variorum.clean import clean
from variorum.model import Capture, Fields

REPORT = "The ferry to Port Selby was late on Monday, the harbour office said.\n\nNobody knew why it had not come."


def _version(title="Ferry late", line="", **fields):
    text = "\n\n".join(filter(None, [line, REPORT]))
    given = Fields(title=title, text=text, **fields)
    data = text.encode()
    return clean(
        Capture("a.json", data, hashlib.sha256(data).hexdigest(), "application/json", fields=given), name="a1"
    )[0].version


@pytest.mark.parametrize(
    ("title", "version"),
    [
        ("UPDATE 1-Ferry late", "update"),
        ("WRAPUP 3-Ferries late in the storm", "update"),
        ("Update: Ferry late", "update"),
        ("(2nd LD) Ferry late", "update"),
        ("2nd LEAD Ferry late", "update"),
        ("Ferry late", None),
        ("Update on the ferry is expected", None),
        ("Lead-free fuel for the ferry", None),
        ("Lead found in the ferry's paint", None),
    ],
)
def test_title(title, version):
    """The marks of the wires and of pages at a title's head tell an update; the same words in a title do not."""
    assert _version(title) == version


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("Updated Aug. 21, 2031 5:04 p.m.", "update"),
        ("Published: 5 October 2031 09:12", None),
        ("(Adds quotes, background)", "update"),
        ("This story has been updated with the harbour office's words.", "update"),
        ("The list of the missing was updated on Monday, the office said.", None),
    ],
)
def test_line(line, version):
    """A line of the page that speaks of an update tells one; the report's own sentence does not."""
    assert _version(line=line) == version


@pytest.mark.parametrize(
    ("published", "modified", "version"),
    [
        ("2031-01-13T10:00:00Z", "2031-01-13T10:04:00Z", "first"),
        ("2031-01-13T10:00:00Z", "2031-01-13T12:00:00+02:00", "first"),
        ("2031-01-13T10:00:00Z", "2031-01-13T10:40:00Z", "update"),
        ("Mon, 13 Jan 2031 10:00:00 GMT", "Mon, 13 Jan 2031 15:00:00 GMT", "update"),
        ("2031-01-13", "2031-01-15", "update"),
        ("2031-01-13", "2031-01-13", None),
        ("2031-01-13T23:00:00", "2031-01-14T05:00:00Z", None),
        ("2031-01-13T10:00:00Z", None, None),
        ("13 January", "soon", None),
    ],
)
def test_times(published, modified, version):
    """A change well after publication is an update, one at once is none; what cannot be compared stays open."""
    assert _version(date=published, modified=modified) == version


def test_page():
    """A page's JSON-LD, and else its meta elements, say when it was changed."""
    said = {"@type": "NewsArticle", "datePublished": "2031-01-13T10:00:00Z", "dateModified": "2031-01-13T14:00:00Z"}
    linked = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    meta = (
        '<meta property="article:published_time" content="2031-01-13T10:00:00Z">'
        '<meta property="article:modified_time" content="2031-01-13T10:00:30Z">'
    )
    versions = []
    for head in (linked, meta, linked + meta):
        body = "".join(f"<p>{line} {line}</p>" for line in REPORT.split("\n\n"))
        data = f"<html><head><title>T</title>{head}</head><body><article>{body}</article></body></html>".encode()
        capture = Capture("a.html", data, hashlib.sha256(data).hexdigest(), "text/html")
        versions.append(clean(capture, name="a1")[0].version)
    assert versions == ["update", "first", "update"]
