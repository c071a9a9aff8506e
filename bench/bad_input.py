"""What monstrous inputs cost: each is read in a process of its own, and its memory and time are measured.

    python bench/bad_input.py [--mebibytes 600] [--seconds 60]

The inputs: lines of 200 MB, packed and not, as a file and on standard input; bombs in zip and gzip, one in the other;
60 MB of text, of page and of script; a swollen entity. Each must end in a problem or an article, within the limits.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MB = 1_000_000
SENTENCE = b"The ferry was late on Monday. "
CHILD = """
import sys, time, variorum
begun = time.monotonic()
given = ["-"] if sys.argv[1] == "-" else sys.argv[1:]
articles, problems = variorum.read(given, stdin=sys.stdin.buffer)
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
codes = ",".join(sorted({problem.code for problem in problems}))
print(len(articles), codes or "-", int(peak) // 1024, round(time.monotonic() - begun, 1))
"""


def line() -> bytes:
    """Return a record of 200 MB on one line, and one that can be read after it."""
    return b'{"text": "' + b"a " * (100 * MB) + b'"}\n' + json.dumps({"text": SENTENCE.decode()}).encode() + b"\n"


def zipped(**files: bytes) -> bytes:
    """Return a zip of some files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return target.getvalue()


def swollen() -> bytes:
    """Return a feed with an entity of 1 MB, used a thousand times."""
    entity = b'<!DOCTYPE rss [<!ENTITY a "' + b"a" * MB + b'">]>'
    return entity + b"<rss><channel><item><title>" + b"&a;" * 1000 + b"</title></item></channel></rss>"


INPUTS: dict[str, Callable[[], bytes]] = {
    "line.jsonl": line,
    "line.txt": lambda: b"a " * (100 * MB),
    "line.jsonl.gz": lambda: gzip.compress(line(), 1),
    "bomb.zip": lambda: zipped(a_txt=b"0" * (400 * MB)),
    "bomb.txt.gz": lambda: gzip.compress(b"0" * (400 * MB), 1),
    "nested.zip": lambda: zipped(**{f"a{n}_zip": zipped(a_txt=b"0" * (50 * MB)) for n in range(4)}),
    "text.txt": lambda: SENTENCE * 2 * MB,
    "page.html": lambda: b"<html><body>" + b"<p>" + SENTENCE * 2 * MB + b"</p>",
    "script.html": lambda: b"<html><body><script>" + b"x=1;" * (15 * MB) + b"</script></body></html>",
    "swollen.xml": swollen,
}


def measured(given: str, standard: bytes = b"") -> tuple[int, str, int, float]:
    """Return how many articles were read, the codes of the problems, the peak of memory in MiB, and the seconds."""
    done = subprocess.run([sys.executable, "-c", CHILD, given], input=standard, capture_output=True, check=True)
    articles, codes, peak, seconds = done.stdout.decode().split()
    return int(articles), codes, int(peak), float(seconds)


def share(mebibytes: int = 600, seconds: float = 60.0) -> float:
    """Return the share of the inputs that end in an article or a problem within the limits, and print each."""
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, make in [*INPUTS.items(), ("-", line)]:
            file = Path(folder, name)
            if name != "-":
                file.write_bytes(make())
            articles, codes, peak, took = measured("-" if name == "-" else str(file), make() if name == "-" else b"")
            file.unlink(missing_ok=True)
            wrong = peak > mebibytes or took > seconds or (articles == 0 and codes == "-")
            bad += wrong
            print(f"{name:16} {articles} read  {codes:24} {peak:5} MiB {took:6.1f} s{'  TOO MUCH' * wrong}", flush=True)
    return 1 - bad / (len(INPUTS) + 1)


def main() -> int:
    """Measure, print, and fail where an input vanishes or costs more than the limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mebibytes", type=int, default=600)
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args()
    return int(share(options.mebibytes, options.seconds) < 1)


if __name__ == "__main__":
    sys.exit(main())
