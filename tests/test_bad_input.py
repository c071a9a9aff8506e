"""Broken input ends in an account with a problem, or in one clear line: no traceback, nothing dropped silently."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from command import NOTHING, READ, REPORT, SOME_UNREAD, checked, child, compared, run, sound

NAMED = REPORT.replace("Mira", "Márta").replace("Ostrel", "Östrél")
"""Letters that another encoding writes in other bytes."""
PAGE = "<html><head>{}<title>{}</title></head><body><article>{}</article></body></html>"
LONG = " ".join(f"The harbour master counted {n} boats at the quay of Ostrel." for n in range(2, 12))


def page(text: str = NAMED, *, head: str = "") -> str:
    """Return a report as a web page."""
    title, *body = text.strip().split("\n\n")
    return PAGE.format(head, title, "".join(f"<p>{p}</p>" for p in [*body, LONG]))


def packed(files: dict[str, bytes]) -> bytes:
    """Return a zip of some files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def damaged(data: bytes, at: int) -> bytes:
    """Return the data with one byte turned over."""
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """Return a report that can be read."""
    path = tmp_path / "good.txt"
    path.write_text(REPORT, "utf-8")
    return path


UNREADABLE = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "mark.txt": b"\xef\xbb\xbf",
    "binary.txt": bytes(range(256)) * 40,
    "nul.txt": b"\0" * 2000,
    "image.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "empty.html": b"",
    "empty.json": b"",
    "cut.json": b'{"title": "Harbour closed", "text": "The harb',
    "number.json": b"12",
    "null.json": b"null",
    "list.json": b"[]",
    "deep.json": b"[" * 200_000,
    "deep-text.json": b'{"text":' * 50_000 + b'"x"' + b"}" * 50_000,
    "notext.json": b'{"title": null, "url": "https://example.org/"}',
    "notext.csv": b"a,b\n1,2\n",
    "noarticle.html": b"<html><head><title></title></head><body><script>1</script></body></html>",
    "bomb.xml": b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    + b"]><rss><channel><item><title>&m;</title></item></channel></rss>",
    "no-entries.rss": b"<rss><channel><title>Ostrel</title></channel></rss>",
    "cut.json.gz": gzip.compress(b'{"text": "' + b"The harbour was closed. " * 400)[:60],
    "bomb.jsonl.gz": gzip.compress(b" " * 30_000_000),
    "bomb.txt.gz": gzip.compress(b" " * 30_000_000),
    "bomb.zip": packed({"bomb.txt": b"0" * 30_000_000}),
    "empty.zip": packed({}),
    "nothing.zip": packed({"a.bin": b"\0\1\2"}),
    "cut.zip": packed({"a.txt": REPORT.encode()})[:60],
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<<",
    "cut.docx": packed({"word/document.xml": b"<w:document"}),
    "cut.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900\r\n\r\nHTTP/1.1 200 OK\r\n",
}


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_what_cannot_be_read_is_told_and_the_rest_is_compared(name, good):
    """Beside a good report: an account, the input among its problems and in one line on standard error, status 1."""
    bad = good.parent / name
    bad.write_bytes(UNREADABLE[name])
    done, account = compared(good, bad)
    assert [Path(article["path"]).name for article in account["articles"]] == ["good.txt"]
    assert name in {Path(problem["path"].split("#")[0]).name for problem in account["problems"]}
    assert [line for line in done.told if name in line]
    assert done.status == SOME_UNREAD


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_nothing_readable(name, tmp_path):
    """Alone: no account, one line, status 2, from each of the commands that read."""
    bad = tmp_path / name
    bad.write_bytes(UNREADABLE[name])
    for command in ("compare", "read", "extract"):
        done = run(command, bad)
        assert (done.status, done.out, len(done.told)) == (NOTHING, "", 1)
        assert name in done.told[0]


ODD = {
    "invisible.txt": "\u200b\u200f\u202b \u202c\ufeff\n\u2060".encode(),
    "outside.xml": b'<!DOCTYPE r [<!ENTITY a SYSTEM "good.txt">]><rss><channel><item><title>&a;</title>'
    b"</item></channel></rss>",
    "crlf.txt": REPORT.replace("\n", "\r\n").encode(),
    "cr.txt": REPORT.replace("\n", "\r").encode(),
    "quotes-open.txt": REPORT.replace('damaged,"', "damaged,").encode(),
    "quotes-close.txt": REPORT.replace('"At', "At").encode(),
    "quotes-many.txt": ('"' * 400 + "At least 12 boats “were ‘damaged, «said» Mira „Talven ” ’ " * 20).encode(),
    "brackets.txt": ("(" * 2000 + "The harbour [ was closed { on Wednesday" + "]" * 2000).encode(),
    "right-to-left.txt": REPORT.replace("Ostrel", "\u202bOst\u200frel\u202c")
    .replace("said", "\u2067said\u2069")
    .encode(),
    "joiners.txt": REPORT.replace("boats", "bo\u200bats\u00ad\u2060").encode(),
    "nuls.txt": REPORT.replace("storm", "st\0orm").encode(),
    "controls.txt": REPORT.replace("boats", "bo\x07ats\x1b[31m").encode(),
    "separators.txt": REPORT.replace("\n\n", "\u2028").replace(" said", "\x0bsaid\x85").encode(),
    "combining.txt": REPORT.replace("boats", "b" + "\u0301" * 300 + "oats").encode(),
    "emoji.txt": REPORT.replace("boats", "\U0001f6a4\U0001f468\u200d\U0001f469\u200d\U0001f467 boats").encode(),
    "private.txt": REPORT.replace("boats", "\ue000\uf8ff\U0010ffff boats\ufffe").encode(),
    "long-word.txt": b"boat" * 5000,
    "one-word.txt": b"Harbour",
    "one-mark.txt": b'"',
    "digits.txt": b"1" * 5000,
    "figures.txt": ("9" * 400 + " boats and 1e999 boats and 0x12 boats and 10^9 boats were damaged.").encode(),
    "figures-odd.txt": "١٢ boats, ½ of 3⁄4 and ²³ boats, Ⅻ boats and ①② people were killed, -0 percent.".encode(),
    "dates-odd.txt": b"On February 31, 99999 and in the year 0, at 99:99 on 2031-13-45, the harbour was closed.",
    "colons.txt": b"a: b: c: d: e:\nf: g\n" * 40,
    "title-only.json": b'{"title": "Harbour of Ostrel closed after storm"}',
    "surrogate.json": rb'{"title": "Harbour \ud800 closed", "text": "The harbour \udfff was closed, Mira said."}',
    "nul.json": rb'{"title": "Harbour\u0000", "text": "The harbour\u0000 was closed, the port authority said."}',
    "types.json": b'{"title": ["a", 1], "text": {"value": "The harbour was closed."}, "date": [], "authors": {"x": 1}}',
    "infinite.json": b'{"text": "The harbour was closed.", "date": Infinity, "published": 1e400}',
    "twice.json": b'{"text": "The harbour was closed.", "text": "The harbour was open."}',
    "deep.html": b"<div>" * 3000 + f"<p>{LONG}</p>".encode() + b"</div>" * 3000,
    "unclosed.html": f"<html><body><article><p>{LONG}<p>{LONG}<b><i><a href='x".encode(),
    "no-body.html": b"<html><head><title>Harbour of Ostrel closed</title></head></html>",
    "attributes.html": f"<p {'a=b ' * 5000}>{LONG}</p>".encode(),
    "cut-tail.txt": NAMED.encode()[:-1] + b"\xc3",
    "mixed.txt": NAMED.encode() + NAMED.encode("latin-1"),
    "twice-over.txt": NAMED.encode().decode("cp1252").encode(),
    "furniture.txt": b"Read more\n\nShare on Facebook\n\nLeave a Reply\n\nAdvertisement\n\nSubscribe to our news\n",
    "repeated.txt": (REPORT * 12).encode(),
    "sign#1.txt": REPORT.encode(),
    "two  blanks [x].txt": REPORT.encode(),
    "hårbour.txt": REPORT.encode(),
    "report": REPORT.encode(),
    "report.html": REPORT.encode(),
    "report.docx": REPORT.encode(),
    "page.txt": page().encode(),
    "report.txt.gz": gzip.compress(REPORT.encode()),
    "report.zip": packed({"inner/a.txt": REPORT.encode(), "b.html": page().encode()}),
}


@pytest.mark.parametrize("name", sorted(ODD))
def test_what_is_odd_is_read(name, good):
    """Odd input makes an article, or a problem that tells why not; all quotes are verbatim, and check says so."""
    odd = good.parent / name
    odd.write_bytes(ODD[name])
    done, account = compared(good, odd)
    assert done.status in {READ, SOME_UNREAD}
    verified = checked(account, good.parent)
    good_spans, total = verified.out.split(" of ")
    assert verified.status == READ, verified
    assert good_spans == total.split()[0]


ENCODINGS = {
    "latin-1": NAMED.encode("latin-1"),
    "windows": NAMED.replace('"', "“").encode("cp1252"),
    "utf-8": NAMED.encode(),
    "utf-8-marked": NAMED.encode("utf-8-sig"),
    "utf-16-marked": NAMED.encode("utf-16"),
    "utf-16-le": NAMED.encode("utf-16-le"),
    "utf-16-be": NAMED.encode("utf-16-be"),
    "utf-32": NAMED.encode("utf-32"),
}
META = '<meta charset="{}">'
PAGES = {
    "declared": page(head=META.format("iso-8859-1")).encode("latin-1"),
    "declared-latin-is-utf-8": page(head=META.format("iso-8859-1")).encode(),
    "declared-utf-8-is-windows": page(head=META.format("utf-8")).encode("cp1252"),
    "declared-utf-16-is-utf-8": page(head=META.format("utf-16")).encode(),
    "declared-nothing-known": page(head=META.format("klingon")).encode("latin-1"),
    "declared-hex": page(head=META.format("hex")).encode("latin-1"),
}


@pytest.mark.parametrize("name", sorted(ENCODINGS))
def test_encodings_of_texts(name, tmp_path):
    """A text is read in the encoding it is in, marked or not."""
    (tmp_path / "report.txt").write_bytes(ENCODINGS[name])
    _, account = compared(tmp_path)
    assert "Márta Talven" in account["articles"][0]["text"]
    assert "Östrél" in account["articles"][0]["title"]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_encodings_of_pages(name, tmp_path):
    """A page is read in the encoding it is in, whatever it declares."""
    (tmp_path / "report.html").write_bytes(PAGES[name])
    _, account = compared(tmp_path)
    assert "Márta Talven" in account["articles"][0]["text"]


TONGUES = {
    "ru": "Порт был закрыт в среду после шторма, сообщил начальник порта. Никто в городе не пострадал, и это хорошо.",
    "ar": "أغلق الميناء يوم الأربعاء بعد العاصفة، كما قال مدير الميناء. ولم يصب أحد في المدينة، وهذا خبر جيد.",
    "zh": "港务局长周三表示，风暴过后港口已经关闭。城里没有人受伤。他说至少有十二艘船受损。",
    "es": "El puerto fue cerrado el miércoles por la tormenta, dijo el jefe del puerto. No hubo heridos en la ciudad.",
    "de": "Der Hafen wurde am Mittwoch nach dem Sturm geschlossen, sagte der Hafenmeister. Es ist niemand verletzt.",
}


@pytest.mark.parametrize("language", sorted(TONGUES))
def test_another_language_is_told(language, good):
    """An article that is not English is in the account with its language, and a problem says so; nothing is made up."""
    other = good.parent / "other.txt"
    other.write_text("\n\n".join([TONGUES[language]] * 3), "utf-8")
    done, account = compared(good, other)
    told = {Path(p["path"]).name: p["code"] for p in account["problems"]}
    article = next(a for a in account["articles"] if a["path"].endswith("other.txt"))
    assert (done.status, told, article["language"]) == (READ, {"other.txt": "not-english"}, language)
    assert not [s for s in account["statements"] if s["article"] == article["id"]]


def test_nothing_but_furniture(good):
    """A page's own text alone says nothing: it is marked, and a problem tells."""
    odd = good.parent / "furniture.txt"
    odd.write_bytes(ODD["furniture.txt"])
    _, account = compared(good, odd)
    article = next(a for a in account["articles"] if a["path"].endswith("furniture.txt"))
    assert {p["code"] for p in account["problems"]} == {"all-furniture"}
    assert not [s for s in account["statements"] if s["article"] == article["id"]]


def test_json_lines_with_one_bad_line(tmp_path):
    """The good lines are articles, the bad one is a problem that tells its line; status 1."""
    path = tmp_path / "three.jsonl"
    rows = [json.dumps({"title": f"Harbour {n}", "text": REPORT}) for n in (1, 2)]
    path.write_text("\n".join([rows[0], '{"title": "cut', rows[1]]), "utf-8")
    done, account = compared(path)
    assert (done.status, len(account["articles"])) == (SOME_UNREAD, 2)
    assert "line 2" in done.told[0]
    assert checked(account, tmp_path).status == READ


def test_one_bad_file_in_a_zip(tmp_path):
    """A damaged file within a zip is a problem; the files beside it are read."""
    data = packed({"a.txt": REPORT.encode(), "b.txt": REPORT.replace("12", "14").encode(), "c.txt": bytes(range(256))})
    (tmp_path / "three.zip").write_bytes(damaged(data, data.index(b"b.txt") + 12))
    done, account = compared(tmp_path / "three.zip")
    assert (done.status, len(account["articles"])) == (SOME_UNREAD, 1)
    assert [(Path(p["path"]).name, p["code"]) for p in account["problems"] if p["code"] != "one-article"] == [
        ("b.txt", "truncated"),
        ("c.txt", "binary"),
    ]


def test_identical_files(good):
    """The same bytes twice are two articles and one origin, and the account says so."""
    twin = good.parent / "twin.txt"
    twin.write_bytes(good.read_bytes())
    done, account = compared(good, twin)
    assert done.status == READ
    assert [problem["code"] for problem in account["problems"]] == ["duplicate"]
    assert {claim["origins"] for claim in account["claims"]} <= {1}


def test_the_same_name_twice(good):
    """A file named twice, or under two ways to write its name, is one article."""
    done, account = compared(good, good, f"{good.parent}/./{good.name}")
    assert (done.status, len(account["articles"])) == (READ, 1)


def test_one_file_only(good):
    """One report makes an account, with a word that there is nothing to compare."""
    done, account = compared(good)
    assert (done.status, len(account["articles"])) == (READ, 1)
    assert "only one report" in done.told[0]
    assert checked(account, good.parent).status == READ


def test_a_folder_with_nothing(tmp_path):
    """A folder without a report is told, status 2."""
    done, _ = compared(tmp_path)
    assert done.status == NOTHING
    assert str(tmp_path) in done.told[0]


def test_a_folder_with_a_loop(good):
    """A link to the folder that holds it, a link to nothing and a folder named like a file are no trouble."""
    (good.parent / "loop").symlink_to(good.parent)
    (good.parent / "self.txt").symlink_to("self.txt")
    (good.parent / "folder.txt").mkdir()
    (good.parent / "folder.txt" / "inner.txt").write_text(REPORT.replace("12", "14"), "utf-8")
    done, account = compared(good.parent)
    assert sorted(Path(a["path"]).name for a in account["articles"]) == ["good.txt", "inner.txt"]
    assert [Path(p["path"]).name for p in account["problems"]] == ["self.txt"]
    assert done.status == SOME_UNREAD


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(good):
    """A file without permission is told, and the others are compared."""
    locked = good.parent / "locked.txt"
    locked.write_text(REPORT, "utf-8")
    locked.chmod(0)
    done, account = compared(good, locked)
    assert (done.status, next(p["code"] for p in account["problems"])) == (SOME_UNREAD, "not-allowed")


@pytest.mark.parametrize("name", ["missing.txt", "missing/", "", "a\0b", "x" * 300 + ".txt", "\udcff.txt", "-x"])
def test_a_name_that_is_not_there(name, good):
    """A name that is nowhere, or cannot be one, is told; the others are compared."""
    done = run("compare", "--format", "json", "--", name, good)
    account = sound(json.loads(done.out))
    assert (done.status, len(account["articles"]), len(done.told)) == (SOME_UNREAD, 1, len(account["problems"]))
    assert run("compare", "--", name).status == NOTHING


def test_a_pipe_is_no_file(good):
    """A named pipe is told and never waited for."""
    os.mkfifo(good.parent / "pipe.txt")
    done, account = compared(good, good.parent / "pipe.txt")
    assert (done.status, len(account["articles"])) == (SOME_UNREAD, 1)


@pytest.mark.parametrize("standard", [b"", b"not json\n", b"\xff\xfe\x00", b'{"text": ""}\n', b"[" * 5000, b"\n\n"])
def test_standard_input_with_nothing(standard):
    """Nothing readable on standard input: one line, status 2."""
    done, _ = compared("-", standard=standard)
    assert (done.status, len(done.told)) == (NOTHING, 1)


def test_standard_input_beside_a_file(good):
    """Standard input that holds nothing is told, and the file is compared."""
    done, account = compared("-", good, standard=b"nonsense\n")
    assert (done.status, len(account["articles"])) == (SOME_UNREAD, 1)


def test_two_hundred_files(tmp_path):
    """Many reports are no trouble, and none is lost."""
    for n in range(200):
        (tmp_path / f"{n:03}.txt").write_text(f"Quay {n} closed\n\nThe quay of Ostrel has {n + 2} berths.\n", "utf-8")
    done, account = compared(tmp_path)
    assert (done.status, len(account["articles"])) == (READ, 200)


BIG = {
    "lines.txt": REPORT * (30_000_000 // len(REPORT)),
    "line.txt": REPORT.replace("\n", " ") * (5_000_000 // len(REPORT)),
    "word.txt": "b" * 5_000_000,
    "page.html": page(LONG * 3) + "<script>" + "x" * 9_000_000 + "</script>",
    "record.json": json.dumps({"title": "Harbour closed", "text": REPORT * (5_000_000 // len(REPORT))}),
}


@pytest.mark.parametrize("name", sorted(BIG))
def test_megabytes(name, tmp_path):
    """A very long text is read up to the limit and says so; a name that is not there beside it is told, too."""
    (tmp_path / name).write_text(BIG[name], "utf-8")
    done = run("read", tmp_path / name, tmp_path / "missing.txt")
    article = json.loads(done.out)["article"]
    assert done.status == SOME_UNREAD
    assert 0 < len(article["text"]) <= 200_000
    assert all(any(path in line for line in done.told) for path in ("missing.txt", name))


def test_megabytes_are_compared(good):
    """A text beyond the limit is in the account up to it; what was left out is told."""
    (good.parent / "long.txt").write_text(TONGUES["es"] * 300_000, "utf-8")
    done, account = compared(good.parent)
    assert (done.status, len(account["articles"])) == (READ, 2)
    assert "too-long" in {p["code"] for p in account["problems"]}
    assert checked(account, good.parent).status == READ


def test_a_file_name_that_is_no_text(tmp_path, good):
    """A name that is not UTF-8, or holds controls, comes through and stays one line."""
    for name in (b"odd-\xff.txt", b"odd-\x1b[31m\n.txt"):
        with open(bytes(tmp_path) + b"/" + name, "wb") as file:  # noqa: PTH123 - pathlib takes no bytes
            file.write(REPORT.encode())
    done, account = compared(tmp_path)
    assert (done.status, len(account["articles"])) == (READ, 3)
    assert "\x1b" not in "".join(done.told)
    assert good.name == "good.txt"


NO_ACCOUNT = {
    "empty": b"",
    "text": b"Harbour of Ostrel closed",
    "list": b"[]",
    "object": b"{}",
    "format": b'{"format": "other/9"}',
    "binary": bytes(range(256)),
    "deep": b'{"format":' * 5000,
}


@pytest.mark.parametrize("name", sorted(NO_ACCOUNT))
def test_check_of_what_is_no_account(name, tmp_path):
    """A file that is no account is told in one line, status 2."""
    path = tmp_path / "account.json"
    path.write_bytes(NO_ACCOUNT[name])
    done = run("check", path)
    assert (done.status, done.out, len(done.told)) == (NOTHING, "", 1)


def test_check_of_inputs_that_changed(good):
    """A changed or vanished input is told, and the spans that no longer stand are counted out; status 1."""
    _, account = compared(good)
    good.write_text(REPORT.replace("12 boats", "13 boats"), "utf-8")
    done = checked(account, good.parent)
    assert done.status == SOME_UNREAD
    assert "has changed" in done.told[0]
    good.unlink()
    done = checked(account, good.parent)
    assert (done.status, done.out.split(" of ")[0]) == (SOME_UNREAD, "0")


@pytest.mark.parametrize("where", ["missing/out.json", ".", "good.txt/out.json", "\0", "x" * 300])
def test_output_to_where_nothing_can_be_written(where, good, monkeypatch):
    """Told in one line, status 2; the reports are untouched."""
    monkeypatch.chdir(good.parent)
    done = run("compare", "good.txt", "-o", where)
    assert (done.status, done.out) == (NOTHING, "")
    assert len(done.told) == 1
    assert good.read_text("utf-8") == REPORT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("output", [["-o", "/dev/full"], []])
def test_a_full_disk(output, good):
    """A result that cannot be written to the end is told in one line, with a status that is not success."""
    with Path("/dev/full").open("w") as full:
        call = [sys.executable, "-m", "variorum", "read", str(good), *output]
        done = subprocess.run(call, check=False, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == NOTHING, done.stderr
    assert [line[:10] for line in done.stderr.splitlines() if "only one" not in line] == ["variorum: "]


def test_a_pipe_that_is_closed(good):
    """Whoever reads the output may go away: no traceback, and the status that a shell knows."""
    (good.parent / "more.txt").write_text(REPORT * 2000, "utf-8")
    call = [sys.executable, "-m", "variorum", "read", str(good.parent)]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait(60) == 141
    assert "Traceback" not in told
    assert "Exception ignored" not in told


def test_standard_error_that_takes_ascii_only(good):
    """A terminal that knows no letters beyond ASCII is no reason to fail."""
    name = good.parent / "hårbour-\u202e.txt"
    name.write_bytes(b"")
    done = child("read", good, name, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"})
    assert done.returncode == SOME_UNREAD
    assert b"Traceback" not in done.stderr


def test_nothing_is_open(good):
    """Standard input and output that are closed are no reason for a traceback."""
    call = f"exec {sys.executable} -m variorum read {good} <&- >&-"
    done = subprocess.run(["/bin/sh", "-c", call], check=False, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
    assert done.returncode in {NOTHING, 141, SOME_UNREAD}
