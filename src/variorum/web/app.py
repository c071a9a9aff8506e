"""The application: which page answers which address, and what is said when something goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException as StarletteHTTPException

from variorum import __version__
from variorum.errors import VariorumError
from variorum.web import adding, data, described, judging, keyed, listed, pages, static, stories
from variorum.web.collected import BeingMadeError, Collected
from variorum.web.desk import Desk, NoSuchStoryError
from variorum.web.drawing import Drawing
from variorum.web.guard import Guard, Guarding
from variorum.web.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

ABOUT = "What reports of one event say together, as JSON: the same as the pages show. Nothing is changed by a GET."


def application(desk: Desk, guarding: Guarding | None = None) -> FastAPI:
    """Return the app that shows a desk's accounts to whoever `guarding` lets in."""
    asked = guarding or Guarding()
    app = FastAPI(title="Variorum", version=__version__, description=ABOUT, docs_url=None, redoc_url=None)
    app.openapi_url = None
    app.state.desk, app.state.shelf, app.state.guarding = desk, Shelf(desk), asked
    app.state.drawing = Drawing(app)
    for room in (static, keyed, stories, adding, pages, judging, data, described):
        app.include_router(room.router)
    if isinstance(desk, Collected):
        app.include_router(listed.router)
    app.add_exception_handler(StarletteHTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(VariorumError, _refused)
    app.add_exception_handler(BeingMadeError, _made)
    app.add_exception_handler(Exception, _defect)
    app.add_middleware(Guard, guarding=asked)
    app.openapi = lambda: described.described(app)  # type: ignore[method-assign]
    return app


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException | StarletteHTTPException)  # noqa: S101 - what it is registered for
    return _answer(request, error.status_code, str(error.detail))


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - the same
    return _answer(request, 422, "; ".join(_told(error.errors())))


async def _refused(request: Request, error: Exception) -> Response:
    return _answer(request, 404 if isinstance(error, NoSuchStoryError) else 422, str(error))


async def _defect(request: Request, error: Exception) -> Response:
    said = f"a defect of variorum itself: {type(error).__name__}: {error}"
    return _answer(request, 500, said)


async def _made(request: Request, error: Exception) -> Response:
    """Show how far an account is, and look again by itself."""
    assert isinstance(error, BeingMadeError)  # noqa: S101 - the same
    if request.url.path.startswith("/api"):
        return JSONResponse({"error": str(error)}, 503, {"retry-after": "2"})
    drawing: Drawing = request.app.state.drawing
    shown = drawing.plain(request, "work_page.html", 202, work=error.work, titled=error.work.what, stories=[])
    shown.headers["refresh"] = "2"
    return shown


def _told(errors: Sequence[dict[str, object]]) -> list[str]:
    return [f"{_place(error['loc'])}: {error['msg']}" for error in errors]


def _place(where: object) -> str:
    return ".".join(str(step) for step in where) if isinstance(where, (list, tuple)) else str(where)


def _answer(request: Request, status: int, said: str) -> Response:
    if request.url.path.startswith("/api"):
        return JSONResponse({"error": said}, status)
    drawing: Drawing = request.app.state.drawing
    return drawing.plain(request, "refused.html", status, said=said)
