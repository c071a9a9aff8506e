"""Everything that can be read comes out, and everything that cannot becomes one clear problem."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.ingest import captures, stream
from variorum.ingest._readers import read
from variorum.ingest._source import Source
from variorum.model import Capture, Problem
from variorum.settings import DEFAULT


def test_folder_is_walked_in_order(tmp_path):
    """A folder gives its files of known kinds, sorted, hidden and unknown ones left out."""
    for name in ("b.txt", "a.md", "c.bin", ".hidden.txt", "sub/d.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The ferry was late.")
    found, problems = captures([str(tmp_path)])
    assert [c.path for c in found] == [(tmp_path / name).as_posix() for name in ("a.md", "b.txt", "sub/d.html")]
    assert [c.media for c in found] == ["text/markdown", "text/plain", "text/html"]
    assert not problems


def test_bytes_and_hash_are_the_files(tmp_path):
    """A text's bytes are kept as they are, byte order mark and line ends and all, and the hash is of them."""
    data = b"\xef\xbb\xbfThe ferry\r\nwas late.\0"
    (tmp_path / "a.txt").write_bytes(data)
    found, _ = captures([str(tmp_path / "a.txt")])
    assert (found[0].data, found[0].sha256) == (data, hashlib.sha256(data).hexdigest())


def test_identical_files_are_both_kept(tmp_path):
    """Two files of the same bytes are two captures."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The ferry was late.")
    assert len(captures([str(tmp_path)])[0]) == 2


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [("missing.txt", None, "not-found"), ("a.txt", b"", "empty"), ("a.txt", b"\x00\x01\x02" * 500, "binary"),
     ("a.json", b'{"text": "The', "bad-json"), ("a.pdf", b"%PDF-1.7", "unreadable"), ("a.zip", b"PK\x03\x04junk",
     "truncated"),
     ("a.gz", b"\x1f\x8bjunk", "unreadable"), ("a.rss", b"<rss", "no-articles"), ("\0.txt", None, "unreadable")],
)  # fmt: skip
def test_unreadable(tmp_path, name, data, code):
    """Each kind of unreadable input is one fatal problem in one line that says where."""
    path = tmp_path / name if "\0" not in name else name
    if data is not None:
        path.write_bytes(data)
    found, problems = captures([str(path)])
    assert not found
    assert [(p.code, p.fatal) for p in problems] == [(code, True)]
    assert "\n" not in problems[0].message
    assert len(problems[0].message) > 20


def test_name_that_is_no_text(tmp_path):
    """A file whose name is not UTF-8 is read under a name that can be printed."""
    name = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        Path(os.fsdecode(name)).write_bytes(b"The ferry was late.")
    except OSError:
        pytest.skip("this file system refuses such names")
    assert [c.path[-5:] for c in captures([os.fsdecode(name)])[0]] == ["\ufffd.txt"]
    assert [c.path[-5:] for c in captures([str(tmp_path)])[0]] == ["\ufffd.txt"]


def test_empty_folder(tmp_path):
    """A folder with nothing to read says so."""
    assert [p.code for p in captures([str(tmp_path)])[1]] == ["nothing-to-read"]


def test_large_file(tmp_path):
    """A file of 30 MB is read; one over the limit is refused with its size."""
    (tmp_path / "a.txt").write_bytes(b"The ferry was late. " * 1_500_000)
    assert len(captures([str(tmp_path / "a.txt")])[0]) == 1
    problems = captures([str(tmp_path / "a.txt")], settings=replace(DEFAULT, max_input_bytes=1 << 20))[1]
    assert [p.code for p in problems] == ["too-large"]


def test_one_bad_file_does_not_stop_the_others(tmp_path):
    """What is wrong with one input is no other's loss."""
    (tmp_path / "a.txt").write_text("The ferry was late.")
    (tmp_path / "b.json").write_text("{")
    found, problems = captures([str(tmp_path / "nope"), str(tmp_path)])
    assert len(found) == 1
    assert [p.code for p in problems] == ["not-found", "bad-json"]


def test_slow_files_are_opened_where_the_caller_says(tmp_path):
    """PDF and DOCX are given to `mapped` in their order, the other files are not; the order of all is that of names."""
    for name in ("a.txt", "b.pdf", "c.txt", "d.docx", "e.PDF"):
        (tmp_path / name).write_text(f"The ferry {name} was late.")
    lent = []

    def mapped(work, names):
        lent.append([Path(name).name for name in names])
        return map(work, names)

    found = [Path(item.path).name for item in stream([str(tmp_path)], mapped=mapped)]
    assert lent == [["b.pdf", "d.docx", "e.PDF"]]
    assert found == ["a.txt", "b.pdf", "c.txt", "d.docx", "e.PDF"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes that have names")
def test_pipe(tmp_path):
    """A named pipe is refused and not waited for."""
    os.mkfifo(tmp_path / "a.txt")
    assert [p.code for p in captures([str(tmp_path / "a.txt")])[1]] == ["not-a-file"]


BEGINNINGS = [b"", b"{", b"[{", b"<rss>", b"<html>", b"%PDF-1.4\n", b"PK\x03\x04", b"\x1f\x8b\x08\x00", b"WARC/1.0\r\n",
              b"MIME-Version: 1.0\r\nFrom: a\r\n", b"\xff\xfe", b"<newsItem>", b"title,text\n"]  # fmt: skip
NAMES = [
    "a.txt",
    "a.json",
    "a.jsonl",
    "a.csv",
    "a.html",
    "a.gz",
    "a.zip",
    "a.pdf",
    "a.eml",
    "a.warc",
    "a.xml",
    "a.docx",
]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(BEGINNINGS), st.binary(max_size=400))
def test_no_bytes_raise(name, beginning, rest):
    """No input, however broken, raises: each gives captures or problems, and never neither."""
    items = list(read(Source(name, beginning + rest)))
    assert items
    assert all(isinstance(item, (Capture, Problem)) for item in items)
