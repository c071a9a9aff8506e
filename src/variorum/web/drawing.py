"""From a template to a page: what every page needs to be drawn."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from fastapi.responses import HTMLResponse

from variorum.render.templates import asset, environment
from variorum.web.orders import ORDERS

if TYPE_CHECKING:
    from fastapi import FastAPI, Request

    from variorum.web.shelf import Shown

PACKAGE = "variorum.web"
KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
SECTIONS = (
    ("", "Account"),
    ("/matrix", "Matrix"),
    ("/figures", "Figures"),
    ("/quotes", "Quotes"),
    ("/timeline", "Timeline"),
    ("/lineage", "Lineage"),
    ("/names", "People and places"),
    ("/caveats", "Caveats"),
    ("/verify", "To verify"),
    ("/reports", "Reports"),
    ("/compare", "Compare two"),
    ("/changes", "What changed"),
    ("/decisions", "Decisions"),
    ("/method", "Method"),
)
"""The pages of an account, in the order of the menu: the end of the address, and the name."""


def assets() -> dict[str, str]:
    """Return the style sheets and scripts by name: those of the self-contained page, and the app's own."""
    own = files(PACKAGE) / "page"
    held = {name: (own / name).read_text("utf-8") for name in ("web.css", "web.js", "mark.svg")}
    return {name: asset(name) for name in ("page.css", "page.js")} | held


class Drawing:
    """Draws the pages of an app."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._made = environment(PACKAGE)
        digest = hashlib.sha256("".join(assets().values()).encode()).hexdigest()[:12]
        self._made.globals |= {"SECTIONS": SECTIONS, "ORDERS": ORDERS, "edition": digest}

    def plain(self, request: Request, name: str, status: int = 200, **values: Any) -> HTMLResponse:  # noqa: ANN401
        """Return a page that is about no account."""
        seat = request.scope.get("state", {}).get("seat", "")
        always = {
            "csrf": self._app.state.guarding.token(seat),
            "here": _Here(request.url.path, request.url.query),
            "desk": self._app.state.desk,
            "shown": None,
        }
        return HTMLResponse(self._made.get_template(name).render({**always, **values}), status)

    def page(self, request: Request, shown: Shown, name: str, *, status: int = 200, **values: Any) -> HTMLResponse:  # noqa: ANN401
        """Return a page of an account; `values` take the place of what is drawn of the whole."""
        return self.plain(request, name, status, **{**shown.drawn, "shown": shown, "base": shown.base, **values})


class _Here:
    """The address of this page; called with `name=value`, the same with these changed."""

    def __init__(self, path: str, query: str) -> None:
        self.path = path
        self._query = dict(parse_qsl(query))

    def __call__(self, path: str | None = None, **changes: object) -> str:
        changed = {**self._query, **changes}
        query = urlencode({k: v for k, v in changed.items() if v not in ("", None) and k not in {"said", "undone"}})
        return (path or self.path) + ("?" + query if query else "")

    def value(self, name: str) -> str:
        """Return what the address says of a name."""
        return self._query.get(name, "")

    def __str__(self) -> str:
        return self()
