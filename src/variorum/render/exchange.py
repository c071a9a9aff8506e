"""The account as JSON: the stable outside of Variorum, written, read back and described.

The keys are those of the nouns, in the order of their fields; docs/account.md tells what each means.
"""

from __future__ import annotations

from typing import Any

import msgspec

from variorum.errors import AccountError
from variorum.model import FORMAT, Account

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_EXACT = 2**53
"""Whole numbers up to here are the same as float and as int (IEEE 754 binary64)."""


def encode(account: Account) -> bytes:
    """Return the account as UTF-8 JSON, indented, the same bytes for the same account."""
    return encoded(account)


def encoded(value: object) -> bytes:
    """Return a noun that goes outside as UTF-8 JSON, indented, the same bytes for the same value."""
    packed = msgspec.json.encode(_whole(msgspec.to_builtins(value)))
    return msgspec.json.format(packed, indent=1) + b"\n"


def decode(data: bytes) -> Account:
    """Return the account that `data` holds; keys that are not known are passed over.

    Raises `AccountError` where it is not JSON, not an account, of another format, or where an excerpt is not as long
    as its place.
    """
    try:
        account = msgspec.json.decode(data, type=Account)
    except (msgspec.DecodeError, UnicodeError) as error:
        msg = f"this is not an account: {error}"
        raise AccountError(msg) from error
    if account.format != FORMAT:
        msg = f"this account has the format {account.format!r}; this version reads {FORMAT!r}"
        raise AccountError(msg)
    return account


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every account validates against."""
    return {"$schema": DIALECT, "title": FORMAT, **msgspec.json.schema(Account)}


def _whole(node: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Write 22.0 as 22: a count is a whole number, whatever type carries it."""
    if isinstance(node, dict):
        return {key: _whole(value) for key, value in node.items()}
    if isinstance(node, (list, tuple)):
        return [_whole(value) for value in node]
    if isinstance(node, float) and node.is_integer() and abs(node) <= _EXACT:
        return int(node)
    return node
