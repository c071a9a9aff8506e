"""Variorum: the reports of one event, side by side, as one sourced account."""

from __future__ import annotations

__version__ = "0.1.0"
