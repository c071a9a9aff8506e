"""Across articles: who is who, who copied whom, what they assert together and what it rests on."""

from __future__ import annotations

from variorum.relate._stage import relate

__all__ = ["relate"]
