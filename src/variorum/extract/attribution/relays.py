"""Speech within speech: "The SBU said one prisoner claimed …" is the prisoner's word, relayed by the SBU."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.extract.attribution.finding import Finding
    from variorum.extract.attribution.page import Page


def relayed(page: Page, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with their relays, nearest first, without those that only relay.

    A finding relays another when its content holds the other's cue; it only relays when that cue heads its content.
    """
    out: list[Finding] = []
    for finding in findings:
        holders = [f for f in findings if f is not finding and f.act == "speech" and _holds(f, finding)]
        holders.sort(key=lambda f: sum(len(run) for run in f.contents))
        via = tuple(f.source for f in holders if f.source)
        out.append(finding._replace(via=via))
    heads = {f.verb for f in out if f.act == "speech" and f.source}
    return [f for f in out if not (f.act == "speech" and f.source and f.head in heads)]


def _holds(outer: Finding, inner: Finding) -> bool:
    return any(inner.verb in run for run in outer.contents) and outer.verb not in inner.contents[0]
