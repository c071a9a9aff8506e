"""What some bytes are: by their content first, by the suffix of their name where the content leaves it open."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

Kind = Literal[
    "binary", "csv", "docx", "empty", "feed", "gzip", "html", "json", "jsonl", "mail", "markdown", "newsml", "pdf",
    "text", "warc", "zip",
]  # fmt: skip

KNOWN = frozenset(
    [
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".mhtml",
        ".mht",
        ".json",
        ".jsonl",
        ".ndjson",
        ".csv",
        ".tsv",
        ".pdf",
        ".docx",
        ".eml",
        ".warc",
        ".wacz",
        ".rss",
        ".atom",
        ".xml",
        ".gz",
        ".zip",
    ]
)
"""The suffixes that a folder is searched for."""

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"%PDF-", "pdf"),
    (b"WARC/", "warc"),
    (b"\x89PNG", "binary"),
    (b"\xff\xd8\xff", "binary"),
    (b"GIF8", "binary"),
    (b"RIFF", "binary"),
    (b"ID3", "binary"),
    (b"\x7fELF", "binary"),
    (b"OggS", "binary"),
    (b"SQLite format 3\0", "binary"),
    (b"\xd0\xcf\x11\xe0", "binary"),
    (b"7z\xbc\xaf", "binary"),
    (b"BZh", "binary"),
    (b"\xfd7zXZ", "binary"),
)
_SUFFIX: dict[str, Kind] = {
    ".md": "markdown", ".markdown": "markdown", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".json": "json", ".eml": "mail", ".mht": "mail",
    ".mhtml": "mail", ".rss": "feed", ".atom": "feed",
}  # fmt: skip
_HEAD = 4096
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h[1-6]|span|title|meta|script|style|table)\b",
    re.IGNORECASE,
)
_FEED = re.compile(rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)\b", re.IGNORECASE)
_NEWS = re.compile(rb"<(?:\w+:)?(?:newsMessage|newsItem|packageItem|NewsML|nitf|doc)\b")
_MAIL = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_MAIL_SIGN = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|snapshot-content-location):", re.IGNORECASE | re.MULTILINE
)
_RECORD = re.compile(rb"\A\s*\{[^\n]*\}[ \t]*\r?\n\s*\{")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_TOO_MANY_CONTROLS = 0.05
"""Text has no control characters but line ends and tabs; a picture or a program has over a tenth."""
_TOO_MANY_NULS = 0.02
_FEW_NULS = 4


def kind(path: str, data: bytes) -> Kind:
    """Return what `data` is, `path` being its name."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return "empty"
    magic = next((k for mark, k in _MAGIC if data.startswith(mark)), None)
    if magic is not None:
        return magic
    if _is_binary(data[:_HEAD]):
        return "binary"
    return _marked_up(head) or _record(path, head) or _mail(head) or _by_suffix(path)


def suffix(path: str) -> str:
    """Return the last suffix of a name in small letters, an address's query left out."""
    return PurePosixPath(path.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]).suffix.lower()


def _is_binary(head: bytes) -> bool:
    nuls = head.count(0)
    if nuls > max(_FEW_NULS, _TOO_MANY_NULS * len(head)) and not _is_wide(head):
        return True
    return len(_CONTROL.findall(head)) > _TOO_MANY_CONTROLS * len(head) and not _is_wide(head)


def _is_wide(head: bytes) -> bool:
    """Tell whether it may be UTF-16 or UTF-32: marked so, or NULs in one half of the pairs only."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return True
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) * 0.3 and min(even, odd) <= max(even, odd) / 10


def _marked_up(head: bytes) -> Kind | None:
    if not head.startswith(b"<"):
        return None
    if _FEED.search(head):
        return "feed"
    if _NEWS.search(head):
        return "newsml"
    return "html" if _HTML.search(head) else None


def _record(path: str, head: bytes) -> Kind | None:
    if not head.startswith((b"{", b"[")) or suffix(path) in {".jsonl", ".ndjson"}:
        return None
    if _RECORD.match(head):
        return "jsonl"
    looks_so = re.match(rb'\{\s*"|\[\s*[\{\]]|\{\s*\}', head) is not None
    return "json" if looks_so or suffix(path) == ".json" else None


def _mail(head: bytes) -> Kind | None:
    return "mail" if _MAIL.match(head) and _MAIL_SIGN.search(head) else None


def _by_suffix(path: str) -> Kind:
    named = _SUFFIX.get(suffix(path), "text")
    return "text" if named in {"feed", "mail"} else named
