"""The page that asks for the key, where the app is served beyond this machine."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from variorum.web.drawing import Drawing
from variorum.web.forms import Sent, word
from variorum.web.guard import KEY, Guarding

router = APIRouter(include_in_schema=False)


@router.get("/login")
def ask(request: Request) -> Response:
    """Ask for the key."""
    guarding: Guarding = request.app.state.guarding
    if guarding.key is None:
        return RedirectResponse("/", 303)
    return _asked(request, 200)


@router.post("/login")
def come_in(request: Request, sent: Sent) -> Response:
    """Let in whoever knows the key."""
    guarding: Guarding = request.app.state.guarding
    known = guarding.pass_for(word(sent, "key"))
    if known is None:
        return _asked(request, 401, wrong=True)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(KEY, known, httponly=True, samesite="lax")
    return answer


def _asked(request: Request, status: int, *, wrong: bool = False) -> Response:
    drawing: Drawing = request.app.state.drawing
    return drawing.plain(request, "login_page.html", status, wrong=wrong)
