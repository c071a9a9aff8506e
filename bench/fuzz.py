"""Break the readers for a bounded time: mutated inputs of every kind, each read and cleaned.

    python bench/fuzz.py [--seconds 60] [--seed 0]

The law: no input, however broken, raises anything but our own errors, gives neither article nor problem, points outside
its text, or takes longer than a few seconds. With atheris installed the mutations follow the code that they reach; else
they are drawn from the seeds by chance, the same ones for the same `--seed`. What breaks is written to `out/fuzz/`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib
import importlib.util
import io
import random
import sys
import time
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.clean import clean
from variorum.errors import InputError
from variorum.ingest._readers import read
from variorum.ingest._source import Source
from variorum.model import Capture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
FOUND = Path("out", "fuzz")
NAMES = ("a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv", "a.xml", "a.rss", "a.eml", "a.mhtml", "a.pdf",
         "a.docx", "a.warc", "a.gz", "a.zip")  # fmt: skip
SLOWEST = 5.0
"""Processor seconds for one input of a few kilobytes; the slowest kind, a page, takes 0.05."""
MORSELS = (b"\0", b"<", b">", b'"', b"\\", b"\n", b"\r\n\r\n", b"{", b"[", b"&a;", b"]]>", b"\xff\xfe", b"\xed\xa0\x80",
           b"9" * 40, b"(" * 200, b"<div>" * 200, b"[" * 2000, b"By ", b"Correction: ", b"(Reuters) - ", b"1/2/2031",
           b"<script type='application/ld+json'>", b"<!ENTITY a 'b'>", b"\xe2\x80\xae", b"=?utf-8?q?")  # fmt: skip


def seeds() -> list[bytes]:
    """Return inputs of each kind: the test corpus, and small files made here."""
    cases = sorted((ROOT / "tests" / "clean" / "corpus").glob("*.case"))
    found = [case.read_bytes().partition(b"---\n")[2] for case in cases]
    page = b"<html><head><title>T</title></head><body><p>The ferry was late on Monday.</p></body></html>"
    feed = (
        b"<rss><channel><title>N</title><item><title>T</title><description>Late.</description></item></channel></rss>"
    )
    mail = b"MIME-Version: 1.0\r\nSubject: T\r\nFrom: a@b.example\r\nContent-Type: text/html\r\n\r\n" + page
    record = b'{"title": "T", "text": "The ferry was late.", "date": "2031-01-13", "authors": ["Ann Bell"]}\n'
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\n"
    )
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    warc = head + b"Content-Length: %d\r\n\r\n" % len(answer) + answer + b"\r\n\r\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w:document xmlns:w='w'><w:p><w:t>Late.</w:t></w:p></w:document>")
    pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]>>endobj\ntrailer<<>>"
    table = b"title,text,date\nT,The ferry was late.,2031-01-13\n"
    return [*found, page, feed, mail, record * 3, warc, packed.getvalue(), pdf, table, gzip.compress(page)]


def broken(name: str, data: bytes) -> str | None:
    """Return what is wrong with how an input was read, `None` where nothing is."""
    began = time.process_time()
    try:
        items = list(read(Source(name, data)))
        wrong = None if items else "neither article nor problem"
        for item in items:
            wrong = wrong or (_unclean(item) if isinstance(item, Capture) else None)
    except Exception as error:  # noqa: BLE001 - finding these is the purpose
        return f"{type(error).__name__}: {error}"
    took = time.process_time() - began
    return wrong or (f"took {took:.1f} s" if took > SLOWEST else None)


def _unclean(capture: Capture) -> str | None:
    try:
        article, _ = clean(capture, name="a1")
    except InputError:
        return None
    spans = sorted([*((p.start, p.end) for p in article.parts), *((f.start, f.end) for f in article.furniture)])
    if not all(0 <= start < end <= len(article.text) for start, end in spans):
        return "a place outside the text"
    return "places that meet" if any(a[1] > b[0] for a, b in pairwise(spans)) else None


def mutated(chance: random.Random, stock: list[bytes]) -> tuple[str, bytes]:
    """Return a name and an input made from the stock: cut, joined, repeated, with morsels and wrong bytes in it."""
    data = bytearray(chance.choice(stock))
    for _ in range(chance.choice((0, 1, 1, 2, 4, 8))):
        at = chance.randrange(len(data) + 1)
        upto = min(len(data), at + chance.choice((0, 1, 4, 40, 400)))
        other = chance.choice(stock)
        start = chance.randrange(len(other) + 1)
        data[at:upto] = chance.choice(
            (chance.choice(MORSELS), other[start : start + 200], data[at:upto] * 2, b"", chance.randbytes(3))
        )
    return chance.choice(NAMES), bytes(data)


def by_chance(seconds: float, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield mutated inputs until the time is over."""
    chance, stock, until = random.Random(seed), seeds(), time.monotonic() + seconds  # noqa: S311 - to be repeated
    while time.monotonic() < until:
        yield mutated(chance, stock)


def guided(seconds: float, tell: Callable[[str, bytes], None]) -> None:
    """Let atheris (libFuzzer) find inputs: the first byte chooses the name. It ends the process itself."""
    atheris = importlib.import_module("atheris")
    stock = Path(FOUND, "stock")
    stock.mkdir(parents=True, exist_ok=True)
    for data in seeds():
        Path(stock, hashlib.sha256(data).hexdigest()[:16]).write_bytes(bytes([len(data) % len(NAMES)]) + data)
    atheris.instrument_all()
    arguments = [sys.argv[0], f"-max_total_time={seconds:.0f}", "-max_len=16384", str(stock)]
    atheris.Setup(arguments, lambda data: tell(NAMES[data[0] % len(NAMES)], data[1:]) if data else None)
    atheris.Fuzz()


def kept(name: str, data: bytes, wrong: str) -> None:
    """Write down an input that broke something, and say so."""
    FOUND.mkdir(parents=True, exist_ok=True)
    file = FOUND / f"{hashlib.sha256(data).hexdigest()[:12]}-{name}"
    file.write_bytes(data)
    print(f"{file}: {wrong}", flush=True)


def main() -> int:
    """Fuzz, print, and fail where anything broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    tried = failed = 0

    def one(name: str, data: bytes) -> None:
        nonlocal tried, failed
        tried += 1
        if wrong := broken(name, data):
            failed += 1
            kept(name, data, wrong)

    for data in seeds():  # each library is loaded once, and that is no input's fault
        broken("a.txt", data)
    if importlib.util.find_spec("atheris"):
        guided(options.seconds, one)
    for name, data in by_chance(options.seconds, options.seed):
        one(name, data)
    print(f"{tried} inputs in {options.seconds:.0f} s, {failed} of them broke something")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
