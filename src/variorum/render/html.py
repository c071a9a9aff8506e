"""The account as one page that needs nothing else: it works from a file, without a network, and prints.

The templates, the style sheet and the script lie in `page/`. The page's own policy (Content Security Policy Level 3)
forbids every request and every script but the one in it, whatever an article may hold; Jinja escapes all of it anyway.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from variorum.render.lookup import Lookup
from variorum.render.templates import asset, environment, shown

if TYPE_CHECKING:
    from jinja2 import Environment

    from variorum.model import Account


PAIRS = 300
"""Pairs of reports whose shared passages are shown, those that share most: 200 reports of one copy have 19,900, which
take 26 MB. The origins, which stand above them, name every report."""


def to_html(account: Account) -> str:
    """Return the account as one self-contained HTML page."""
    return (
        _environment()
        .get_template("account.html")
        .render(
            **shown(Lookup(account), "#{}".format)
            | {"copies": sorted(account.reuse, key=lambda pair: -pair.overlap)[:PAIRS], "most_pairs": PAIRS},
            css=Markup(asset("page.css")),  # noqa: S704 - our own file
            js=Markup(asset("page.js")),  # noqa: S704 - our own file
            policy=_policy(),
        )
    )


@cache
def _environment() -> Environment:
    return environment()


@cache
def _policy() -> str:
    """Return the page's policy: nothing may be loaded, and only our style sheet and our script count."""
    style, script = (_digest(asset(name)) for name in ("page.css", "page.js"))
    return f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
