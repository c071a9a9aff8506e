"""The reports of one event, read once: accounts are made of them again and again while people decide."""

from __future__ import annotations

import re
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from variorum.api.checking import CheckResult, check
from variorum.api.comparing import gathered, joined
from variorum.api.deciding import UNDO, Decided, decide
from variorum.api.differing import diff
from variorum.model.decision import DECISIONS_FILE
from variorum.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from variorum.api.progress import Progress
    from variorum.model import Account
    from variorum.model.changes import Changes

_ELSEWHERE = re.compile(r"(.*):(d\d+)")
"""How an account names a decision where several folders have a file of them."""


class Event:
    """Reports of one event, and their account as it is now. Several threads may use it at once."""

    def __init__(
        self,
        paths: Sequence[str | PathLike[str]],
        *,
        decisions: str | PathLike[str] | None = None,
        settings: Settings = DEFAULT,
        progress: Progress | None = None,
    ) -> None:
        """Read the reports. Raises as `compare` does."""
        self._file = decisions
        self._lock = RLock()
        self._found = gathered(paths, settings=settings, progress=progress)
        self._account = joined(self._found, decisions=decisions)

    @property
    def account(self) -> Account:
        """The account, with all that was decided so far."""
        return self._account

    def decide(self, verb: str, *args: str) -> Decided:
        """Add a decision, as the command does, and make the account anew. Raises `UsageError` as `decide` does."""
        with self._lock:
            name, file = (args[0], self._file) if verb == UNDO and args else ("", self._file)
            elsewhere = _ELSEWHERE.fullmatch(name)
            if elsewhere:
                file, args = Path(elsewhere[1]) / DECISIONS_FILE, (elsewhere[2],)
            made = decide(self._account, verb, *args, decisions=file)
            self._account = joined(self._found, decisions=self._file)
            return made

    def since(self, day: str) -> Changes:
        """Return what the reports after a day (`2031-03-04`) changed; those without a date count as there before."""
        with self._lock:
            return diff(joined(self._found, decisions=self._file, until=day), self._account)

    def check(self) -> CheckResult:
        """Open the reports again and read every quoted place anew."""
        return check(self._account)
