"""How many articles some inputs may hold, told at a glance, for whoever waits for them."""

from __future__ import annotations

import gzip
import os
import re
from typing import TYPE_CHECKING, BinaryIO, cast

from variorum.ingest.sniff import KNOWN, suffix

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINES = re.compile(r"\.(?:jsonl|ndjson)(\.gz)?\Z", re.IGNORECASE)
_CHUNK = 1 << 20


def expected(sources: Sequence[str]) -> int:
    """Return how many articles the inputs hold if each file has one and each line of JSON Lines has one.

    What cannot be looked at counts as one; an archive may hold more.
    """
    return sum(map(_of, sources))


def _of(name: str) -> int:
    try:
        if os.path.isdir(name):  # noqa: PTH112 - a name that cannot be one is no folder, and Path would raise
            return sum(_of_file(os.path.join(folder, file)) for folder, _, files in os.walk(name) for file in files)  # noqa: PTH118 - the same
        return max(1, _of_file(name)) if os.path.isfile(name) else 1  # noqa: PTH113 - the same
    except (OSError, EOFError, ValueError):
        return 1


def _of_file(name: str) -> int:
    lines = _LINES.search(name)
    if not lines:
        return int(suffix(name) in KNOWN)
    with cast("BinaryIO", gzip.open(name)) if lines[1] else open(name, "rb") as stream:  # noqa: PTH123 - the same
        return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(_CHUNK), b""))
