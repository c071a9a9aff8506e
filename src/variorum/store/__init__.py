"""What is kept between runs: collections, each one SQLite file, and the file of decisions beside some reports."""

from __future__ import annotations

from variorum.store.decisions import Kept, add, load, next_id
from variorum.store.looking import is_collection

__all__ = ["Kept", "add", "is_collection", "load", "next_id"]
