"""Bytes made small. What is derived from other bytes is packed with them for a dictionary: it says the same again."""

from __future__ import annotations

import zlib

from variorum.errors import CollectionError

_WINDOW = 1 << 15
"""Bytes back that deflate looks (RFC 1951)."""
_LEVEL = 6
_DAMAGED = "something in the collection is damaged: take your last copy of it, or add its articles to a new one"


def packed(data: bytes, like: bytes = b"") -> bytes:
    """Return the bytes packed (zlib); `like` are bytes that say much the same, needed again to unpack."""
    if not like:
        return zlib.compress(data, _LEVEL)
    packer = zlib.compressobj(_LEVEL, zdict=like[:_WINDOW])
    return packer.compress(data) + packer.flush()


def unpacked(data: bytes, like: bytes = b"") -> bytes:
    """Return the bytes that were packed. Raises `CollectionError` where they are damaged or packed with others."""
    try:
        packer = zlib.decompressobj(zdict=like[:_WINDOW]) if like else zlib.decompressobj()
        found = packer.decompress(data) + packer.flush()
    except zlib.error as error:
        raise CollectionError(_DAMAGED, code="broken") from error
    if not packer.eof:
        raise CollectionError(_DAMAGED, code="broken")
    return found
