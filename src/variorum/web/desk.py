"""What the pages show: the account of one event, or the stories of a collection, behind one face."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from variorum.errors import VariorumError

if TYPE_CHECKING:
    from variorum.api import CheckResult, Decided, Judged
    from variorum.api.event import Event
    from variorum.model import Account
    from variorum.model.changes import Changes

PATIENCE = 4.0
"""Seconds that a page waits for an account: the engine takes two to load, and most stories are then made at once."""
LONG = 90.0
"""Seconds that a judgement waits for it: it must not be lost, and browsers wait longer."""
GIVEN = "given"
"""The name of the one story of `variorum serve PATH...`."""


class NoSuchStoryError(VariorumError):
    """There is no story of this name."""


class Desk(Protocol):
    """Where accounts come from; each verb may be called from several threads. A story is named by its id."""

    def account(self, story: str, patience: float) -> Account:
        """Return the account as it is now: the same object while nothing has changed. May raise `NoSuchStoryError`.

        Where it has to be made, and takes longer than `patience` seconds, `BeingMadeError`.
        """

    def title(self, story: str) -> str | None:
        """Return what to call the story, `None` where its reports alone tell."""

    def decide(self, story: str, verb: str, *args: str) -> Decided | Judged:
        """Add a decision. Raises `UsageError` for what does not fit."""

    def since(self, story: str, day: str) -> Changes:
        """Return what the reports after a day changed."""

    def check(self, story: str) -> CheckResult:
        """Read every quoted place anew."""


class OneEvent:
    """The desk of one event, whose story is `given`."""

    def __init__(self, event: Event) -> None:
        self._event = event

    def account(self, story: str, patience: float) -> Account:  # noqa: ARG002 - it is there
        """Return the account as it is now."""
        return self._of(story).account

    def title(self, story: str) -> str | None:
        """Return nothing: the reports were only given."""
        self._of(story)
        return None

    def decide(self, story: str, verb: str, *args: str) -> Decided:
        """Add a decision and make the account anew."""
        return self._of(story).decide(verb, *args)

    def since(self, story: str, day: str) -> Changes:
        """Return what the reports after a day changed."""
        return self._of(story).since(day)

    def check(self, story: str) -> CheckResult:
        """Read every quoted place anew."""
        return self._of(story).check()

    def _of(self, story: str) -> Event:
        if story != GIVEN:
            msg = f"there is no story {story!r}"
            raise NoSuchStoryError(msg)
        return self._event
