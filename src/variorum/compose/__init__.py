"""From claims to an account: order, timeline, matrix, what to verify next."""

from __future__ import annotations

from variorum.compose._stage import compose

__all__ = ["compose"]
