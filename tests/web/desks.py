"""Desks for the tests: of a fixed account, without an engine; and of the example event, with one."""

from __future__ import annotations

import re
import shutil
from functools import cache
from importlib.resources import files
from pathlib import Path

from lxml import html
from starlette.testclient import TestClient

from variorum.api import CheckResult, Collection, Decided
from variorum.api.event import Event
from variorum.compose.changes import changes
from variorum.errors import UsageError
from variorum.model import Anchor, Decision
from variorum.web import Collected, Guarding, OneEvent, application
from variorum.web.desk import GIVEN, NoSuchStoryError

BASE = f"/stories/{GIVEN}"
PAGES = ("", "/matrix", "/figures", "/quotes", "/timeline", "/timeline?show=said", "/lineage", "/names", "/caveats")
PAGES += ("/verify", "/reports", "/compare", "/changes", "/decisions", "/method")
HERE = "http://127.0.0.1:8400"


class Fixed:
    """The desk of an account that stays as it is; what is decided is only noted."""

    def __init__(self, account) -> None:
        self.held = account
        self.decided: list[tuple[str, ...]] = []

    def account(self, story, patience=0):  # noqa: ARG002 - it is there
        """Return the account."""
        if story != GIVEN:
            msg = f"there is no story {story!r}"
            raise NoSuchStoryError(msg)
        return self.held

    def title(self, story):
        """Return nothing."""
        return self.account(story) and None

    def decide(self, story, verb, *args):
        """Note what was decided; refuse what is no verb."""
        if verb not in {"same", "different", "merge-entity", "split-entity", "source", "note", "undo"} or not args:
            msg = f"{verb!r} is no decision"
            raise UsageError(msg)
        self.decided.append((verb, *args))
        first = self.account(story).articles[0]
        anchors = (Anchor(first.path, first.sha256[:12], 0, 1, first.text[:1]),)
        return Decided(Decision("d1", "note", anchors, "x"), Path("x"), undone=verb == "undo")

    def since(self, story, _day):
        """Return what there is against nothing."""
        return changes(self.account(story), self.held)

    def check(self, story):
        """Return that one place is not verbatim."""
        return CheckResult(1, 2, self.account(story).problems)


def client(desk, **asked):
    """Return what calls an app as a browser on this machine would."""
    return TestClient(application(desk, Guarding(**asked)), base_url=HERE, follow_redirects=False)


@cache
def _reports() -> Path:
    return Path(str(files("variorum") / "examples" / "ferry"))


def event(folder: Path) -> OneEvent:
    """Return the desk of the example event, whose reports and decisions lie in a folder."""
    shutil.copytree(_reports(), folder, dirs_exist_ok=True)
    return OneEvent(Event([folder]))


def reports(*events: str) -> list[tuple[str, bytes]]:
    """Return the names and bytes of the reports of example events."""
    folders = [Path(str(files("variorum") / "examples" / name)) for name in events]
    return [(path.name, path.read_bytes()) for folder in folders for path in sorted(folder.iterdir())]


def collection(file: Path, *events: str) -> Collected:
    """Return the desk of a new collection that holds the reports of example events."""
    made = Collection.open(file)
    made.add_files(reports(*events))
    return Collected(made)


def token(page) -> dict[str, str]:
    """Return what the forms of a page carry: its token, and the version of the account that it shows."""
    tree = html.fromstring(page.text)
    return {name: tree.xpath(f"string(//input[@name='{name}']/@value)") for name in ("csrf", "seen")}


def links(source: str) -> set[str]:
    """Return where the links of a page lead on this server."""
    found = re.findall(r'<a [^>]*href="([^"]*)"', source)
    return {link.replace("&amp;", "&") for link in found if link.startswith(("/", "#"))}
