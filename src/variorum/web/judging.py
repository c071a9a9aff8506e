"""Judgements by button: the decisions of `variorum decide`, with the same words, in the same file."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool

from variorum.api import Decided, Judged
from variorum.model import Anchor, Decision
from variorum.render.lookup import Lookup
from variorum.web.collected import BeingMadeError
from variorum.web.forms import Sent, word, words
from variorum.web.viewing import View, Viewing, viewing

router = APIRouter(prefix="/stories/{story}", include_in_schema=False)

UNDO = "undo"
LONGEST = 2_000
"""Code points of a note: it is one line of a file that people read."""


@router.post("/decisions")
async def decide(view: View, sent: Sent) -> RedirectResponse:
    """Write a decision down, or take one back, and show what it is about as it is now."""
    verb, args = word(sent, "verb"), words(sent, "arg")
    must_be_seen(view, word(sent, "seen"))
    if any(len(arg) > LONGEST for arg in args):
        raise HTTPException(422, f"at most {LONGEST:,} characters")
    made = await run_in_threadpool(view.desk.decide, view.shown.story, verb, *args)
    told = f"{'undone' if made.undone else 'said'}={made.decision.id}"
    try:
        now = await run_in_threadpool(viewing, view.shown.story, view.request)
    except BeingMadeError:
        return RedirectResponse(f"{view.shown.base}/decisions?{told}", 303)
    return RedirectResponse(f"{landing(now, made)}?{told}", 303)


@router.post("/check")
def check(view: View, sent: Sent) -> HTMLResponse:  # noqa: ARG001 - the form is asked for its token
    """Read every quoted word anew in the inputs."""
    return view.page("method_page.html", section="method", result=view.desk.check(view.shown.story))


def must_be_seen(view: Viewing, version: str) -> None:
    """Refuse what was decided on another account: its ids may be those of other things now."""
    if version != view.shown.version:
        raise HTTPException(409, "the account has changed since this page was opened; look again, and decide then")


def landing(view: Viewing, made: Decided | Judged) -> str:
    """Return the address of what a decision is about, in the account as it is now."""
    shown = view.shown
    if not isinstance(made.decision, Decision):
        return shown.base
    if made.decision.verb in {"merge-entity", "split-entity"}:
        return _entity(shown.look, made.decision.anchors[0], shown.base)
    names = (_claim(shown.look, anchor) for anchor in made.decision.anchors)
    return next((f"{shown.base}/claims/{name}" for name in names if name), shown.base)


def _entity(look: Lookup, anchor: Anchor, base: str) -> str:
    article = _article(look, anchor)
    for entity in look.account.entities:
        if any((m.article, m.start, m.end) == (article, anchor.start, anchor.end) for m in entity.mentions):
            return f"{base}/names/{entity.id}"
    return f"{base}/names"


def _claim(look: Lookup, anchor: Anchor) -> str | None:
    article = _article(look, anchor)
    for statement in look.account.statements:
        if statement.article == article and statement.start <= anchor.start < statement.end:
            for name in look.claims_of.get(statement.id, ()):
                return name
    return None


def _article(look: Lookup, anchor: Anchor) -> str | None:
    return next((a.id for a in look.account.articles if a.sha256.startswith(anchor.sha256)), None)
