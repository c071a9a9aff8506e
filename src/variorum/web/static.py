"""The style sheets and the scripts."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response

from variorum.web.drawing import KINDS, assets

router = APIRouter(include_in_schema=False)
_held = cache(assets)


@router.get("/static/{name}")
def static(name: str) -> Response:
    """Return one of our own files."""
    if name not in _held():
        raise HTTPException(404, "there is no such file")
    return Response(_held()[name], media_type=KINDS[PurePosixPath(name).suffix])


@router.get("/favicon.ico")
def favicon() -> Response:
    """Return the mark of the app."""
    return static("mark.svg")
