"""`diff`: what changed between two accounts of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.api.accounts import opened

if TYPE_CHECKING:
    from os import PathLike

    from variorum.model import Account
    from variorum.model.changes import Changes


def diff(old: Account | str | PathLike[str], new: Account | str | PathLike[str]) -> Changes:
    """Return what changed from the account `old` to the account `new`.

    Reports that came, went or have other words; claims that are new, gone, merged or split, have gained or lost an
    outlet or a source, have another label, are doubted or denied for the first time; figures that moved. A claim is
    known again by its words. Raises `AccountError` for a file that is no account.
    """
    from variorum.compose.changes import changes  # noqa: PLC0415 - start-up

    return changes(opened(old), opened(new))
