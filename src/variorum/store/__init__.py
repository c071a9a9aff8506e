"""What is kept between runs: collections, each one SQLite file, and the file of decisions beside some reports."""

from __future__ import annotations

from variorum.store.decisions import Kept, add, load, next_id

__all__ = ["Kept", "add", "load", "next_id"]
