"""Adding to a collection: files that are dropped, addresses and text that are pasted, with how far it has come."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.datastructures import UploadFile

from variorum.model.collection import Added
from variorum.web.forms import MOST_FILES, Sent, word
from variorum.web.stories import Desk, drawn

if TYPE_CHECKING:
    from variorum.api import Progress
    from variorum.web.collected import Collected

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

MOST_ADDRESSES = 100
"""Addresses at once: each takes up to 20 seconds."""
_ADDRESS = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_LISTED = 100


@router.get("/add")
def add_page(request: Request, desk: Desk) -> HTMLResponse:  # noqa: ARG001 - the page is there where a collection is
    """Show what can be added, and how."""
    return drawn(request, "add_page.html", most_files=MOST_FILES, most_addresses=MOST_ADDRESSES)


@router.post("/add")
async def add(desk: Desk, sent: Sent) -> RedirectResponse:
    """Begin to add what was sent."""
    uploads = [one for one in sent.getlist("file") if isinstance(one, UploadFile) and (one.filename or one.size)]
    files = [(_name(one.filename), await one.read()) for one in uploads]
    text = word(sent, "text").strip()
    files += [_pasted(word(sent, "title").strip(), text)] if text else []
    addresses = _addresses(word(sent, "addresses"))
    if not files and not addresses:
        raise HTTPException(422, "nothing was given: choose files, or paste addresses or a text")
    work = desk.works.begin("adding", lambda tell: _added(desk, files, addresses, tell))
    return RedirectResponse(f"/progress/{work.id}", 303)


@router.get("/progress/{name}")
def work_page(request: Request, desk: Desk, name: str) -> HTMLResponse:
    """Show how far it has come, and in the end what came of it."""
    work = desk.works.get(name)
    if work is None:
        raise HTTPException(404, "nothing of this name is being done; it may have been finished long ago")
    stories = _stories(desk, work.result) if isinstance(work.result, Added) else []
    shown = drawn(request, "work_page.html", work=work, stories=stories, titled=work.what)
    if not work.finished.is_set():
        shown.headers["refresh"] = "2"
    return shown


def _added(desk: Collected, files: list[tuple[str, bytes]], addresses: list[str], tell: Progress) -> Added:
    found = [desk.collection.add_files(files, progress=tell)] if files else []
    found += [desk.collection.add(addresses, progress=tell)] if addresses else []
    return Added(
        tuple(name for one in found for name in one.new),
        tuple(name for one in found for name in one.known),
        tuple(name for one in found for name in one.changed),
        tuple(problem for one in found for problem in one.problems),
    )


def _stories(desk: Collected, added: Added) -> list[tuple[str, str, list[str]]]:
    """Return the stories that the articles are in, with their titles and those articles."""
    wanted = {*added.new, *added.known, *added.changed}
    found = []
    for entry in desk.collection.stories(limit=_LISTED):
        here = [one.outlet or one.path for one in entry.articles if one.id in wanted]
        found += [(entry.id, entry.title or entry.id, here)] if here else []
    return found


def _addresses(pasted: str) -> list[str]:
    """Return the addresses, one a line. Raises where a line is none: a path of this machine above all."""
    lines = [line.strip() for line in pasted.splitlines() if line.strip()]
    wrong = [line for line in lines if not _ADDRESS.match(line)]
    if wrong:
        raise HTTPException(422, f"{wrong[0][:80]!r} is no address: one a line, each with http:// or https://")
    if len(lines) > MOST_ADDRESSES:
        raise HTTPException(422, f"at most {MOST_ADDRESSES} addresses at once")
    return lines


def _name(given: str | None) -> str:
    """Return the bare name of a file that was sent: what a browser says of its folder is nothing to us."""
    return PurePosixPath((given or "report").replace("\\", "/")).name[:120] or "report"


def _pasted(title: str, text: str) -> tuple[str, bytes]:
    whole = f"{title}\n\n{text}\n" if title else f"{text}\n"
    return f"pasted-{hashlib.sha256(whole.encode()).hexdigest()[:12]}.txt", whole.encode("utf-8", "replace")
