"""Accounts as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from variorum.errors import AccountError

if TYPE_CHECKING:
    from os import PathLike

    from variorum.model import Account


def opened(account: Account | str | PathLike[str]) -> Account:
    """Return an account as it is, or as its file has it. Raises `AccountError` for a file that is no account."""
    from variorum.model import Account  # noqa: PLC0415 - start-up
    from variorum.render.exchange import decode  # noqa: PLC0415 - start-up

    if isinstance(account, Account):
        return account
    path = Path(account)
    try:
        return decode(path.read_bytes())
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror or error}); give the path of an account in JSON"
        raise AccountError(msg) from error
    except AccountError as error:
        msg = f"{path}: {error}"
        raise AccountError(msg) from error
