"""What stands between the pages and the rest of the world.

A page of another site that a desk has open must neither read from here (so the host's name is checked: a name that is
made to lead to this machine, DNS rebinding, is refused) nor write here (OWASP, Cross-Site Request Forgery Prevention:
the origin is checked and each form carries a token). Whoever serves beyond this machine must know the key.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from fastapi import HTTPException
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MIB = 1 << 20
SEAT = "variorum_seat"
KEY = "variorum_key"
OPEN = ("/login", "/static/")
"""What can be had without the key."""
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([\w.-]+))(?::\d+)?")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True)
class Guarding:
    """What is asked of a request.

    `hosts` are the names under which this machine may be called, empty for any; `key` what to know, `None` for
    nothing; a body may have `most_bytes` and take `most_seconds` to come.
    """

    hosts: frozenset[str] = frozenset({"127.0.0.1", "localhost", "::1"})
    key: str | None = None
    most_bytes: int = 64 * MIB
    most_seconds: float = 60.0
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def token(self, seat: str) -> str:
        """Return the token that the forms of one browser carry."""
        return hmac.new(self.secret, b"form " + seat.encode(), hashlib.sha256).hexdigest()

    def pass_for(self, key: str) -> str | None:
        """Return what a browser keeps that has given the right key; `None` for a wrong one."""
        if self.key is None or not hmac.compare_digest(key.encode(), self.key.encode()):
            return None
        return hmac.new(self.secret, b"key", hashlib.sha256).hexdigest()

    def knows(self, connection: HTTPConnection) -> bool:
        """Tell whether a request comes from somebody who knows the key, or none is asked for."""
        if self.key is None:
            return True
        kept = connection.cookies.get(KEY, "")
        given = connection.headers.get("authorization", "").removeprefix("Bearer ")
        return hmac.compare_digest(kept.encode(), (self.pass_for(self.key) or "").encode()) or bool(
            self.pass_for(given)
        )


class Guard:
    """Refuses what must not come in, and puts on every answer what a browser is to heed."""

    def __init__(self, app: ASGIApp, guarding: Guarding) -> None:
        self._app = app
        self._asked = guarding

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        seat = connection.cookies.get(SEAT, "")
        fresh = not (len(seat) == 32 and seat.isalnum())  # noqa: PLR2004 - as token_hex makes it
        seat = secrets.token_hex(16) if fresh else seat
        scope.setdefault("state", {})["seat"] = seat
        answer = self._refusal(connection, scope["method"])
        told = _telling(send, seat if fresh else None, cached=scope["path"].startswith("/static/"))
        if answer:
            await answer(scope, receive, told)
        else:
            await self._app(scope, self._measured(receive), told)

    def _refusal(self, connection: HTTPConnection, method: str) -> Response | None:
        path = connection.scope["path"]
        if self._asked.hosts and _host(connection) not in self._asked.hosts:
            return PlainTextResponse("this name does not lead here; use the address that was printed", 421)
        if method not in SAFE and not _from_here(connection):
            return PlainTextResponse("this came from a page of another site", 403)
        if not self._asked.knows(connection) and not path.startswith(OPEN):
            said = {"error": "give the key that was printed: Authorization: Bearer KEY"}
            return JSONResponse(said, 401) if path.startswith("/api") else RedirectResponse("/login", 303)
        length = connection.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._asked.most_bytes:
            return JSONResponse({"error": f"at most {self._asked.most_bytes // MIB} MiB at once"}, 413)
        return None

    def _measured(self, receive: Receive) -> Receive:
        """Return what receives the body, and ends where it is too large or too slow."""
        taken = 0
        until = asyncio.get_running_loop().time() + self._asked.most_seconds
        whole = False

        async def measured() -> Message:
            nonlocal taken, whole
            if whole:
                return await receive()
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(408, "the input came too slowly") from None
            taken += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if taken > self._asked.most_bytes:
                raise HTTPException(413, f"at most {self._asked.most_bytes // MIB} MiB at once")
            return message

        return measured


def _host(connection: HTTPConnection) -> str:
    """Return the name under which this machine was called, without the port."""
    match = _HOST.fullmatch(connection.headers.get("host", ""))
    return (match[1] or match[2]).lower() if match else ""


def _from_here(connection: HTTPConnection) -> bool:
    """Tell whether a request that changes something comes from a page of ours, or from no page at all."""
    if connection.headers.get("sec-fetch-site", "none") not in {"same-origin", "none"}:
        return False
    origin = connection.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == connection.headers.get("host")


def _telling(send: Send, seat: str | None, *, cached: bool) -> Send:
    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            headers.setdefault("cache-control", "max-age=31536000, immutable" if cached else "private, no-cache")
            if seat:
                headers.append("set-cookie", f"{SEAT}={seat}; Path=/; HttpOnly; SameSite=Lax")
        await send(message)

    return told
