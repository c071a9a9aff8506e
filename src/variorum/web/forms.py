"""What a form of ours sends: it is measured, and must carry the token of the browser that it was shown in."""

from __future__ import annotations

import hmac
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from starlette.datastructures import FormData

from variorum.web.guard import Guarding

MOST_FILES, MOST_FIELDS, MOST_TEXT = 200, 100, 2 << 20
"""Files, fields, and bytes of one field: a text that is pasted is the largest, and no report has 2 MiB of text."""


async def _form(request: Request) -> AsyncIterator[FormData]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        raise HTTPException(415, "a form is expected here")
    guarding: Guarding = request.app.state.guarding
    wanted = guarding.token(request.scope["state"]["seat"])
    async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=MOST_TEXT) as sent:
        if not hmac.compare_digest(word(sent, "csrf").encode(), wanted.encode()):
            raise HTTPException(403, "this form is of an earlier run or another page; go back, reload it, try again")
        yield sent


Sent = Annotated[FormData, Depends(_form)]


def word(sent: FormData, name: str) -> str:
    """Return a field of a form, empty where it is not there or is a file."""
    value = sent.get(name)
    return value if isinstance(value, str) else ""


def words(sent: FormData, name: str) -> list[str]:
    """Return all fields of a name that are not empty."""
    return [value for value in sent.getlist(name) if isinstance(value, str) and value.strip()]
