"""Where the things of an account stand among the pages: every claim and every span has an address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from variorum.render.lookup import Lookup

_CAVEAT = re.compile(r"(.+)-\d+")


def addresses(base: str, look: Lookup) -> Callable[[str], str]:
    """Return what gives for an id the address of the claim, report, place, name, group or quote; else the report's."""
    within = {s.id: s.article for s in look.account.statements} | {f.id: f.article for f in look.account.figures}
    groups = {g.id for g in look.account.figure_groups}

    def at(name: str) -> str:
        if name in look.claims:
            return f"{base}/claims/{name}"
        if name in look.articles:
            return f"{base}/reports/{name}"
        if name in within:
            return f"{base}/reports/{within[name]}#{name}"
        if name in look.entities:
            return f"{base}/names/{name}"
        if name in groups:
            return f"{base}/figures#{name}"
        caveat = _CAVEAT.fullmatch(name)
        return f"{base}/reports/{caveat[1]}#{name}" if caveat and caveat[1] in look.articles else f"{base}#{name}"

    return at
