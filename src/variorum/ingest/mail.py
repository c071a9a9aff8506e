"""E-mail messages (RFC 5322) and pages saved as MHTML (RFC 2557)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses

from variorum.errors import InputError
from variorum.ingest._source import Item, Source
from variorum.model import Fields
from variorum.text.decoding import decode


def message(source: Source) -> Iterator[Item]:
    """Yield the article that a message carries: a saved page as HTML, a letter as its text with subject and sender."""
    parsed = message_from_bytes(source.data, policy=default)
    page = _part(parsed, "text/html")
    letter = _part(parsed, "text/plain")
    if page is not None and (_is_saved(parsed) or letter is None):
        address = str(page.get("Content-Location") or parsed.get("Snapshot-Content-Location") or "")
        url = source.url or (address if address.startswith("http") else None)
        found = replace(source, data=_payload(page), url=url, encoding=page.get_content_charset())
        yield found.capture("text/html", Fields() if _is_saved(parsed) else _letter(parsed, None))
    elif letter is not None:
        text = decode(_payload(letter), letter.get_content_charset()).text
        yield source.capture("application/json", _letter(parsed, text))
    else:
        words = f"{source.path} is a message without text: save its attachment and give that"
        raise InputError(words, code="no-text")


def _is_saved(parsed: EmailMessage) -> bool:
    return "Snapshot-Content-Location" in parsed or parsed.get_content_type() == "multipart/related"


def _part(parsed: EmailMessage, media: str) -> EmailMessage | None:
    parts = (part for part in parsed.walk() if part.get_content_type() == media and not part.is_attachment())
    return next((part for part in parts if isinstance(part, EmailMessage)), None)


def _payload(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _letter(parsed: EmailMessage, text: str | None) -> Fields:
    senders = tuple(name for name, _ in getaddresses([str(parsed.get("From") or "")]) if name)
    return Fields(
        title=str(parsed.get("Subject") or "") or None,
        text=text,
        date=str(parsed.get("Date") or "") or None,
        authors=senders,
    )
