"""The API's own description (OpenAPI 3.1), as a file for programs and as a page for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from fastapi import APIRouter, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, JSONResponse

from variorum.web import data, listed

if TYPE_CHECKING:
    from fastapi import FastAPI

    from variorum.web.drawing import Drawing

router = APIRouter(include_in_schema=False)
REFUSALS = {
    "400": "The body cannot be read.",
    "401": "The key is asked for.",
    "403": "This came from a page of another site.",
    "404": "There is no such thing.",
    "413": "Too much at once.",
    "415": "Not sent as JSON.",
    "408": "The body came too slowly.",
    "409": "The account has changed since.",
    "421": "This name does not lead here.",
    "422": "The request does not fit.",
    "503": "It is being made; ask again.",
}


@router.get("/api/openapi.json")
def openapi(request: Request) -> JSONResponse:
    """Give the description."""
    return JSONResponse(request.app.openapi())


@router.get("/api")
def api(request: Request) -> HTMLResponse:
    """Show the description."""
    drawing: Drawing = request.app.state.drawing
    return drawing.plain(request, "api_page.html", described=request.app.openapi())


def described(app: FastAPI) -> dict[str, Any]:
    """Return the description of an app's API; it is made once."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        held = made.setdefault("components", {}).setdefault("schemas", {})
        held |= schemas()
        for path in made["paths"].values():
            for operation in path.values():
                operation["responses"] |= _refusals()
        app.openapi_schema = made
    return app.openapi_schema


def schemas() -> dict[str, Any]:
    """Return the JSON Schema of each kind of answer, and of all that is in them, by name."""
    return msgspec.json.schema_components((*data.KINDS, *listed.KINDS), ref_template="#/components/schemas/{name}")[1]


def _refusals() -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}
    return {code: {"description": said, "content": content} for code, said in REFUSALS.items()}
