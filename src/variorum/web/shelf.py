"""The accounts as the pages need them: with their things by name, kept while the account stays the same."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from variorum.render.lookup import Lookup
from variorum.render.templates import shown
from variorum.web.addresses import addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from variorum.model import Account
    from variorum.web.desk import Desk

MOST = 8
"""Accounts kept with their things by name: one of 200 reports takes about 50 MB and half a second to look through."""


@dataclass(frozen=True)
class Shown:
    """One account, and all that its pages draw."""

    story: str
    title: str | None
    account: Account

    @property
    def base(self) -> str:
        """The address of its first page."""
        return f"/stories/{quote(self.story, safe='')}"

    @cached_property
    def look(self) -> Lookup:
        """Its things by name."""
        return Lookup(self.account)

    @cached_property
    def at(self) -> Callable[[str], str]:
        """What gives the address of whatever has an id."""
        return addresses(self.base, self.look)

    @cached_property
    def drawn(self) -> Mapping[str, Any]:
        """What the templates draw."""
        return shown(self.look, self.at)

    @cached_property
    def version(self) -> str:
        """A name of this very account: another one has other ids, and no decision on this one fits it."""
        made = self.account
        claims = [(claim.id, claim.text, [a.statement for a in claim.appearances]) for claim in made.claims]
        names = [(entity.id, entity.name, len(entity.mentions)) for entity in made.entities]
        told = ([a.sha256 for a in made.articles], claims, names, made.decisions, made.made_by)
        return hashlib.sha256(repr(told).encode("utf-8", "backslashreplace")).hexdigest()[:12]


class Shelf:
    """The accounts that were looked at last."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = Lock()
        self._kept: dict[str, Shown] = {}

    def shown(self, story: str, patience: float) -> Shown:
        """Return the account of a story as it is now. May raise what `Desk.account` does."""
        account = self._desk.account(story, patience)
        with self._lock:
            found = self._kept.pop(story, None)
            if found is None or found.account is not account:
                found = Shown(story, self._desk.title(story), account)
            self._kept[story] = found
            while len(self._kept) > MOST:
                self._kept.pop(next(iter(self._kept)))
            return found
