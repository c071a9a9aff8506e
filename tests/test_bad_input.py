"""Broken input ends in an account with a problem, or in one clear line: no traceback, nothing dropped silently."""

from __future__ import annotations

import gzip
import json
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner

from variorum.cli.app import app

REPORT = """Harbour of Ostrel closed after storm

OSTREL, May 14, 2031 - The harbour of Ostrel was closed on Wednesday, the port authority said.

"At least 12 boats were damaged," said Mira Talven, the harbour master.
"""
EXAMPLE = str(files("variorum") / "examples" / "ferry")


def compare(*paths: Path | str, standard: str | bytes = b"") -> tuple[int, dict, str]:
    """Return the exit status, the account (empty where there is none) and standard error of a comparison."""
    call = ["compare", *map(str, paths), "--format", "json"]
    done = CliRunner().invoke(app, call, prog_name="variorum", input=standard)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert "Traceback" not in done.stderr
    assert "defect" not in done.stderr, done.stderr
    return done.exit_code, json.loads(done.stdout) if done.stdout else {}, done.stderr


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """Return a report that can be read."""
    path = tmp_path / "good.txt"
    path.write_text(REPORT, "utf-8")
    return path


UNREADABLE = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "nul.txt": b"\0" * 2000,
    "image.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "cut.json": b'{"title": "Harbour closed", "text": "The harb',
    "number.json": b"12",
    "notext.json": b'{"title": null, "url": "https://example.org/"}',
    "noarticle.html": b"<html><head><title></title></head><body><script>1</script></body></html>",
    "cut.json.gz": gzip.compress(b'{"text": "' + b"The harbour was closed. " * 400)[:60],
    "bomb.jsonl.gz": gzip.compress(b" " * 30_000_000),
}


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_what_cannot_be_read_is_told_and_the_rest_is_compared(name, good):
    """Beside a good report: an account, the input among its problems and in one line on standard error, status 1."""
    bad = good.parent / name
    bad.write_bytes(UNREADABLE[name])
    status, account, told = compare(good, bad)
    assert [Path(article["path"]).name for article in account["articles"]] == ["good.txt"]
    assert name in {Path(problem["path"].split("#")[0]).name for problem in account["problems"]}
    assert [line for line in told.splitlines() if name in line]
    assert status == 1


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_nothing_readable(name, tmp_path):
    """Alone: no account, one line, status 2."""
    bad = tmp_path / name
    bad.write_bytes(UNREADABLE[name])
    status, account, told = compare(bad)
    assert (status, account) == (2, {})
    assert name in told
    assert told.count("\n") == 1


READABLE = {
    "latin.txt": REPORT.replace("Mira", "Márta").encode("latin-1"),
    "utf16.txt": REPORT.encode("utf-16"),
    "bom.txt": b"\xef\xbb\xbf" + REPORT.encode(),
    "crlf.txt": REPORT.replace("\n", "\r\n").encode(),
    "quotes.txt": REPORT.replace('damaged,"', "damaged,").encode(),
    "marks.txt": REPORT.replace("Ostrel", "\u202bOst\u200frel\u202c").encode(),
    "nuls.txt": REPORT.replace("storm", "st\0orm").encode(),
    "long-line.txt": ("word " * 20_000).encode(),
    "one-word.txt": b"Harbour",
    "deep.html": b"<div>" * 3000 + b"<p>The harbour of Ostrel was closed on Wednesday.</p>" + b"</div>" * 3000,
    "norwegian.txt": b"Havnen ble stengt onsdag etter stormen, sier havnesjefen. Ingen ble skadet i byen.\n" * 5,
}


@pytest.mark.parametrize("name", sorted(READABLE))
def test_what_is_odd_is_read(name, good):
    """Odd input makes an article, or a problem that tells why not; every quoted place is verbatim."""
    odd = good.parent / name
    odd.write_bytes(READABLE[name])
    status, account, _ = compare(good, odd)
    assert status in {0, 1}
    named = {Path(item["path"]).name for item in (*account["articles"], *account["problems"])}
    assert name in named
    texts = {article["id"]: article["text"] for article in account["articles"]}
    for statement in account["statements"]:
        for piece in statement["content"]:
            assert texts[statement["article"]][piece["start"] : piece["end"]] == piece["text"]


def test_another_language_is_told(good):
    """An article that is not English is in the account, and a problem says so."""
    odd = good.parent / "norwegian.txt"
    odd.write_bytes(READABLE["norwegian.txt"])
    _, account, told = compare(good, odd)
    assert "norwegian.txt" in {Path(problem["path"]).name for problem in account["problems"]}
    assert "norwegian.txt" in told


def test_json_lines_with_one_bad_line(tmp_path):
    """The good lines are articles, the bad one is a problem that tells its line; status 1."""
    path = tmp_path / "three.jsonl"
    rows = [json.dumps({"title": f"Harbour {n}", "text": REPORT}) for n in (1, 2)]
    path.write_text("\n".join([rows[0], '{"title": "cut', rows[1]]), "utf-8")
    status, account, told = compare(path)
    assert (status, len(account["articles"])) == (1, 2)
    assert "2" in told


def test_identical_files(good):
    """The same bytes twice are two articles and one origin, and the account says so."""
    twin = good.parent / "twin.txt"
    twin.write_bytes(good.read_bytes())
    status, account, _ = compare(good, twin)
    assert status == 0
    assert [problem["code"] for problem in account["problems"]] == ["duplicate"]
    assert {claim["origins"] for claim in account["claims"]} <= {1}


def test_one_file_only(good):
    """One report makes an account, with a word that there is nothing to compare."""
    status, account, told = compare(good)
    assert (status, len(account["articles"])) == (0, 1)
    assert "only one report" in told


def test_a_folder_with_nothing(tmp_path):
    """A folder without a report is told, status 2."""
    status, account, told = compare(tmp_path)
    assert (status, account) == (2, {})
    assert str(tmp_path) in told


@pytest.mark.parametrize("standard", [b"", b"not json\n", b"\xff\xfe\x00", b'{"text": ""}\n'])
def test_standard_input_with_nothing(standard):
    """Nothing readable on standard input: one line, status 2."""
    status, account, told = compare("-", standard=standard)
    assert (status, account) == (2, {})
    assert told.count("\n") == 1


def test_two_hundred_files(tmp_path):
    """Many reports are no trouble, and none is lost."""
    for n in range(200):
        text = REPORT.replace("12 boats", f"{n + 2} boats")
        (tmp_path / f"{n:03}.txt").write_text(text, "utf-8")
    status, account, _ = compare(tmp_path)
    assert (status, len(account["articles"])) == (0, 200)


def test_thirty_megabytes(tmp_path):
    """A very long text is read up to the limit, and says so; a name that is not there beside it is told, too."""
    (tmp_path / "long.txt").write_text(REPORT * (30_000_000 // len(REPORT)), "utf-8")
    call = ["read", str(tmp_path / "long.txt"), str(tmp_path / "missing.txt")]
    done = CliRunner().invoke(app, call, prog_name="variorum")
    assert done.exit_code == 1
    assert len(json.loads(done.stdout)["article"]["text"]) <= 400_000
    assert all(any(name in line for line in done.stderr.splitlines()) for name in ("long.txt", "missing.txt"))


def test_a_file_name_that_is_no_text(tmp_path, good):
    """A name that is not UTF-8, or holds controls, comes through and stays one line."""
    for name in (b"odd-\xff.txt", b"odd-\x1b[31m\n.txt"):
        with open(bytes(tmp_path) + b"/" + name, "wb") as file:  # noqa: PTH123 - pathlib takes no bytes
            file.write(REPORT.encode())
    status, account, told = compare(tmp_path)
    assert (status, len(account["articles"])) == (0, 3)
    assert "\x1b" not in told
    assert good.name == "good.txt"


def test_the_order_of_the_arguments_does_not_matter():
    """The same bytes, whichever order the reports are given in."""
    reports = sorted(Path(EXAMPLE).iterdir())
    reports = [path for path in reports if path.suffix in {".txt", ".html", ".json"}]
    assert compare(*reports) == compare(*reversed(reports))
