"""Records of JSON, JSON Lines and CSV become captures, whatever names their fields have."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from dataclasses import replace

import pytest

from variorum.ingest import captures
from variorum.ingest.records import fields_of, lines_of
from variorum.settings import DEFAULT

SAVED = [
    ({"title": "T", "text": "B", "url": "https://a.example/1", "date": "2031-05-01", "author": "Ann Bell; Cy Dorn",
      "hostname": "a.example", "sitename": "The A", "source": "https://a.example/1", "raw_text": "raw"},
     ("T", "B", "https://a.example/1", "2031-05-01", ("Ann Bell", "Cy Dorn"), "The A")),
    ({"title": "T", "maintext": "B", "date_publish": "2031-05-01 10:00:00", "authors": ["Ann Bell"],
      "source_domain": "a.example", "language": "en"},
     ("T", "B", None, "2031-05-01 10:00:00", ("Ann Bell",), "a.example")),
    ({"title": "T", "text": "B", "publish_date": "2031-05-01", "authors": ["Ann Bell", "Cy Dorn"], "source_url": "x"},
     ("T", "B", None, "2031-05-01", ("Ann Bell", "Cy Dorn"), None)),
    ({"@type": "NewsArticle", "headline": "T", "articleBody": "B", "datePublished": "2031-05-01",
      "author": [{"name": "Ann Bell"}, {"name": "Cy Dorn"}], "publisher": {"name": "The A"}},
     ("T", "B", None, "2031-05-01", ("Ann Bell", "Cy Dorn"), "The A")),
    ({"uri": "urn:x:1", "headline": "T", "body_text": "B", "versioncreated": "2031-05-01T08:00:00Z",
    "byline": "Ann Bell",
      "infosource": [{"name": "The A"}]},
     ("T", "B", None, "2031-05-01T08:00:00Z", ("Ann Bell",), "The A")),
    ({"title": "T", "body": ["One.", "Two."], "outlet": "The A", "pub_date": 1934582400},
     ("T", "One.\n\nTwo.", None, "2031-04-22T00:00:00+00:00", (), "The A")),
    ({"headline": "T", "body_html": "<p>One &amp; only.</p><script>x()</script><p>Two.</p>"},
     ("T", "One & only.\n\nTwo.", None, None, (), None)),
]  # fmt: skip


@pytest.mark.parametrize(("record", "want"), SAVED, ids=["trafilatura", "news-please", "newspaper", "schema.org",
"ninjs",
                                                           "plain", "html"])  # fmt: skip
def test_known_names(record, want):
    """The fields that saved outputs, schema.org and ninjs write are found; what is not there is unknown."""
    got = fields_of(record)
    assert (got.title, got.text, got.url, got.date, got.authors, got.outlet) == want


def _read(tmp_path, name, data, **settings):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return captures([str(path)], settings=replace(DEFAULT, **settings))


def test_one_object_keeps_its_name(tmp_path):
    """A file of one object is one article under the file's own name."""
    found, problems = _read(tmp_path, "a.json", json.dumps({"title": "T", "text": "B"}))
    assert [(c.path.rpartition("/")[2], c.fields.text) for c in found] == [("a.json", "B")]
    assert not problems


@pytest.mark.parametrize(
    "shape", [lambda a: a, lambda a: {"articles": a}, lambda a: {"status": "ok", "data": {"items": a}}]
)
def test_many_are_numbered(tmp_path, shape):
    """The records of a file of many are numbered from one."""
    found, _ = _read(tmp_path, "a.json", json.dumps(shape([{"text": "B"}, {"text": "C"}])))
    assert [(c.path.rpartition("/")[2], c.fields.text) for c in found] == [("a.json#1", "B"), ("a.json#2", "C")]


def test_lines_go_on_after_a_bad_one(tmp_path):
    """One bad line of JSON Lines is a problem that names the line; the others are read."""
    found, problems = _read(tmp_path, "a.jsonl", '{"text": "B"}\n{"text": \n\n{"text": "C"}\n')
    assert [c.path.rpartition("#")[2] for c in found] == ["1", "3"]
    assert [(p.code, p.fatal, "line 2" in p.message) for p in problems] == [("bad-json", True, True)]


def test_hash_is_of_the_line(tmp_path):
    """The sha256 of a line's article is of the line's bytes without its end."""
    found, _ = _read(tmp_path, "a.jsonl", b'{"text": "B"}\r\n{"text": "C"}')
    assert [c.data for c in found] == [b'{"text": "B"}', b'{"text": "C"}']


def test_packed_lines(tmp_path):
    """JSON Lines in gzip are read under the name as given."""
    found, _ = _read(tmp_path, "a.jsonl.gz", gzip.compress(b'{"text": "B"}\n{"text": "C"}\n'))
    assert [c.path.rpartition("/")[2] for c in found] == ["a.jsonl.gz#1", "a.jsonl.gz#2"]


def test_line_over_the_limit_is_passed_over(tmp_path):
    """A line over the limit is a problem; what follows it is read."""
    data = b'{"text": "B"}\n{"text": "' + b"x" * 5000 + b'"}\n{"text": "C"}\n'
    found, problems = _read(tmp_path, "a.jsonl", data, max_input_bytes=1000)
    assert [c.fields.text for c in found] == ["B", "C"]
    assert [p.code for p in problems] == ["too-large"]


class Endless(io.RawIOBase):
    """A stream of one line of 200 MB, made as it is read, with a record after it."""

    left = 200_000_000
    rest = b'{"text": "The ferry was late."}\n'

    def readline(self, limit=-1):
        """Give the next piece of the line; the record once the line has ended."""
        if self.left == 0:
            given, self.rest = self.rest, b""
            return given
        size = min(limit, self.left)
        self.left -= size
        return b"x" * size if self.left else b"x" * (size - 1) + b"\n"


def test_line_of_two_hundred_megabytes():
    """A line that never seems to end takes no more memory than a few times the limit, and costs no other line."""
    limit = 1 << 20
    tracemalloc.start()
    items = list(lines_of(Endless(), "-", replace(DEFAULT, max_input_bytes=limit)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [getattr(item, "code", "read") for item in items] == ["too-large", "read"]
    assert peak < 8 * limit


def test_table(tmp_path):
    """The rows of a table with a text column are articles; the delimiter is the head line's."""
    found, _ = _read(tmp_path, "a.csv", 'title;text;date\nT;"One; two.\nThree.";2031-05-01\nU;Four.;\n')
    assert [(c.fields.title, c.fields.text, c.fields.date) for c in found] == [
        ("T", "One; two.\nThree.", "2031-05-01"),
        ("U", "Four.", None),
    ]


def test_table_without_text(tmp_path):
    """A table with no column of text is refused with what to do."""
    found, problems = _read(tmp_path, "a.csv", "name,size\nx,1\n")
    assert not found
    assert [(p.code, "column" in p.message) for p in problems] == [("no-text", True)]


@pytest.mark.parametrize(
    ("data", "code"),
    [('{"title": "T", "text": "B', "bad-json"), ("[]", "no-articles"), ('{"a": 1}', "no-text"), ("[1, 2]",
    "not-an-article"),
     ('["' + "[" * 100_000, "bad-json")],
)  # fmt: skip
def test_unusable_json(tmp_path, data, code):
    """Truncated, empty, textless and too deep JSON each end in one clear line."""
    found, problems = _read(tmp_path, "a.json", data)
    assert not found
    assert {p.code for p in problems} == {code}
    assert all(p.fatal and "\n" not in p.message for p in problems)


def test_standard_input():
    """`-` is JSON Lines on standard input; without one there is a problem."""
    found, problems = captures(["-"], stdin=io.BytesIO(b'{"text": "B"}\n'))
    assert [c.path for c in found] == ["-#1"]
    assert not problems
    assert [p.code for p in captures(["-"])[1]] == ["no-input"]
