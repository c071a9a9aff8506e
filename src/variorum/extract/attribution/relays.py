"""Speech within speech: "The SBU said one prisoner claimed …" is the prisoner's word, relayed by the SBU."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.extract.attribution.finding import Finding


def relayed(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with their relays, nearest first, without those that only relay or lie within another.

    Where one speech's clause is itself a cue of speech, the inner one stays, with the outer speaker in `via`; any
    other attribution inside a content belongs to that content (so PolNeAR's annotators take it too).
    """
    by_verb = {f.verb: f for f in findings if f.act == "speech" and f.source}
    relaying = {id(f) for f in findings if f.act == "speech" and f.source and f.head in by_verb and not f.denies}
    kept = []
    for finding in findings:
        if id(finding) in relaying:
            continue
        holders = [f for f in findings if f is not finding and _holds(f, finding)]
        if all(_gives_way(f, finding, id(f) in relaying) for f in holders):
            holders.sort(key=lambda f: sum(len(run) for run in f.contents))
            outer = (f.source for f in holders if f.source and f.act == "speech")
            kept.append(finding._replace(via=tuple(dict.fromkeys((*finding.via, *outer)))))
    return kept


def _gives_way(outer: Finding, inner: Finding, relays: bool) -> bool:
    """Tell whether `inner` stands though `outer` holds it."""
    if inner.act == "speech" and outer.act != "speech":
        return True
    return relays and outer.head == inner.verb


def _holds(outer: Finding, inner: Finding) -> bool:
    return any(inner.verb in run for run in outer.contents) and outer.verb not in inner.contents[0]
