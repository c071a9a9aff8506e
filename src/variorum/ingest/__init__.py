"""Files, folders, addresses, feeds, archives and records → `Capture`: the bytes of each article as they were found."""

from __future__ import annotations

from variorum.ingest._stage import captures, stream, unpacked
from variorum.ingest.expecting import expected

__all__ = ["captures", "expected", "stream", "unpacked"]
