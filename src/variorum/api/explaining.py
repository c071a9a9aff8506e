"""`explain`: why a claim is one claim, and why it has its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.api.accounts import opened

if TYPE_CHECKING:
    from os import PathLike

    from variorum.model import Account
    from variorum.model.explanation import Explanation


def explain(account: Account | str | PathLike[str], claim: str) -> Explanation:
    """Return all on which the claim with the id `claim` rests.

    Its passages with what joined them, its sources, copies, figures, caveats and conflicts, and what was decided and
    noted on it. Raises `AccountError` for a file that is no account, `UsageError` where it has no such claim.
    """
    from variorum.compose.explaining import explanation  # noqa: PLC0415 - start-up

    return explanation(opened(account), claim)
