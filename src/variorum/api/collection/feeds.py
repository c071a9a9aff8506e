"""Which feeds are named: their addresses, or files with one a line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from variorum.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike


def addresses(feeds: Sequence[str | PathLike[str]]) -> tuple[str, ...]:
    """Return the addresses that are given, or that stand in the files given, one a line, `#` begins a remark.

    Raises `UsageError`.
    """
    found: dict[str, None] = {}
    for feed in map(str, feeds):
        lines = [feed] if feed.startswith(("http://", "https://")) else _lines(feed)
        for line in lines:
            address = line.split(" #")[0].strip()
            if address and not address.startswith("#"):
                found[_checked(address, feed)] = None
    if not found:
        msg = f"{', '.join(map(str, feeds)) or 'nothing'} names no feed: give addresses, or a file with one a line"
        raise UsageError(msg)
    return tuple(found)


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        msg = (
            f"{path} cannot be read ({getattr(error, 'strerror', None) or error}): give a file with one address a line"
        )
        raise UsageError(msg) from error


def _checked(address: str, feed: str) -> str:
    if not address.startswith(("http://", "https://")):
        msg = f"{feed}: {address[:80]!r} is no address of a feed; it begins with http:// or https://"
        raise UsageError(msg)
    return address
