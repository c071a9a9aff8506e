"""What is kept between runs: so far the file of decisions."""

from __future__ import annotations

from variorum.store.decisions import Kept, add, load, next_id

__all__ = ["Kept", "add", "load", "next_id"]
