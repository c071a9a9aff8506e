"""The desk of a collection: its stories, and the account of each, made when it is first asked for."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from variorum.api import diff
from variorum.api.collection.checking import check_story
from variorum.api.comparing import joined
from variorum.api.progress import Progress, silent
from variorum.errors import UsageError, VariorumError
from variorum.model import Decision
from variorum.store import Kept
from variorum.web.desk import LONG, NoSuchStoryError
from variorum.web.work import Work, Works

if TYPE_CHECKING:
    from variorum.api import CheckResult, Collection, Judged
    from variorum.model import Account
    from variorum.model.changes import Changes
    from variorum.model.collection import StoryEntry

MOST_KEPT = 8
MOST_COUNTED = 40
"""Reports of a story whose account is made beside the pages, to tell its numbers in the list."""

Signature = tuple[tuple[int, int], ...]


class BeingMadeError(VariorumError):
    """The account is not ready yet; `work` tells how far it is."""

    def __init__(self, work: Work) -> None:
        super().__init__("the account is being made; ask again in a moment")
        self.work = work


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many claims a story has, how many are contested and how many corroborated.

    `newly`: how many of these the reports of its last day have made so; `None` while that is not known.
    """

    reports: int
    claims: int
    contested: int
    corroborated: int
    newly: int | None = None


class Collected:
    """The desk of a collection."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.works = Works()
        self._counting = Works()
        self._lock = Lock()
        self._kept: dict[str, tuple[Signature, Account]] = {}
        self._making: dict[str, Work] = {}
        self._numbers: dict[str, Numbers] = {}

    def account(self, story: str, patience: float) -> Account:
        """Return the account as it is now. Raises `BeingMadeError` where that takes longer than `patience`."""
        kept = self._kept.get(story)
        if kept and kept[0] == self._signature():
            return kept[1]
        self.entry(story)
        with self._lock:
            work = self._making.get(story)
            if work is None or work.finished.is_set():
                work = self._making[story] = self.works.begin(f"the account of {story}", partial(self.make, story))
        if not work.wait(patience):
            raise BeingMadeError(work)
        if work.error:
            raise work.error
        return self._kept[story][1] if story in self._kept else self.account(story, patience)

    def make(self, story: str, tell: Progress) -> Account:
        """Make an account, keep it, and return it; one that is as before stays the same object."""
        made = self.collection.show(story, progress=tell)
        with self._lock:
            before = self._kept.pop(story, None)
            self._kept[story] = (self._signature(), before[1] if before and before[1] == made else made)
            while len(self._kept) > MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            supports = [claim.support for claim in made.claims]
            counts = len(supports), supports.count("contested"), supports.count("corroborated")
            known = self._numbers.get(story) if before and before[1] == made else None
            self._numbers[story] = Numbers(len(made.articles), *counts, newly=known.newly if known else None)
        return made

    def entry(self, story: str) -> StoryEntry:
        """Return what the list tells of a story. Raises `NoSuchStoryError`."""
        try:
            return self.collection.story(story)
        except UsageError as error:
            raise NoSuchStoryError(str(error)) from error

    def title(self, story: str) -> str | None:
        """Return the title of its first report."""
        return self.entry(story).title

    def numbers(self, entry: StoryEntry) -> Numbers | None:
        """Return the numbers of a story where they are known for the reports that it has now."""
        known = self._numbers.get(entry.id)
        return known if known and known.reports == len(entry.articles) else None

    def count(self, entries: tuple[StoryEntry, ...]) -> None:
        """Begin to make the accounts of stories of several outlets whose numbers are not known, beside the pages."""
        wanted = [e.id for e in entries if 1 < len(e.articles) <= MOST_COUNTED and not self._counted(e)]
        with self._lock:
            work = self._making.get("")
            if wanted and (work is None or work.finished.is_set()):
                self._making[""] = self._counting.begin("the numbers of the stories", lambda _tell: self._count(wanted))

    def _counted(self, entry: StoryEntry) -> bool:
        known = self.numbers(entry)
        return known is not None and known.newly is not None

    def _count(self, stories: list[str]) -> None:
        for story in stories:
            newly = self._newly(story, self.make(story, silent))
            self._numbers[story] = replace(self._numbers[story], newly=newly)

    def _newly(self, story: str, account: Account) -> int:
        """Count the claims that are corroborated since the day before the last on which something was printed."""
        days = sorted({a.published.value[:10] for a in account.articles if a.published})
        if not days[1:]:
            return 0
        changes = self._between(story, days[-2], account)
        return sum(claim.now == "corroborated" != claim.was for claim in changes.claims)

    def decide(self, story: str, verb: str, *args: str) -> Judged:
        """Decide on claims and names of a story, or take a decision back."""
        made = self.collection.decide(verb, *args) if verb == "undo" else self.collection.decide(verb, story, *args)
        self._kept.pop(story, None)
        return made

    def since(self, story: str, day: str) -> Changes:
        """Return what the reports after a day changed."""
        return self._between(story, day, self.account(story, LONG))

    def _between(self, story: str, day: str, account: Account) -> Changes:
        decided = [one.decision for one in self.collection.decisions() if isinstance(one.decision, Decision)]
        before = joined(self.collection.gathered(story), decisions=Kept(decided, []), until=day)
        return diff(before, account)

    def check(self, story: str) -> CheckResult:
        """Read what was captured again, and every quoted place anew."""
        return check_story(self.collection, story)

    def _signature(self) -> Signature:
        """Return what changes whenever the file does: whoever changes it."""
        path = self.collection.path
        return tuple(_stamp(name) for name in (path, f"{path}-wal"))


def _stamp(name: str | os.PathLike[str]) -> tuple[int, int]:
    try:
        told = os.stat(name)  # noqa: PTH116 - both a path and a name
    except OSError:
        return 0, 0
    return told.st_mtime_ns, told.st_size
