"""Speech within speech: "The SBU said one prisoner claimed …" is the prisoner's word, relayed by the SBU."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution.acts import tells

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.extract.attribution.finding import Finding


def relayed(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with their relays, nearest first, without those that only relay or lie within another.

    Where one speech's clause is itself a cue of speech, the inner one stays, with the outer speaker in `via`; any
    other attribution inside a content belongs to that content (so PolNeAR's annotators take it too).
    """
    by_verb = {f.verb: f for f in findings if tells(f) and f.source}
    relaying = {id(f) for f in findings if tells(f) and f.source and f.head in by_verb and not f.denies}
    kept = []
    for finding in findings:
        if id(finding) in relaying:
            continue
        holders = [f for f in findings if f is not finding and _holds(f, finding)]
        if all(_gives_way(f, finding, by_verb if id(f) in relaying else {}) for f in holders):
            holders.sort(key=lambda f: sum(len(run) for run in f.contents))
            outer = (f.source for f in holders if f.source and tells(f))
            kept.append(finding._replace(via=tuple(dict.fromkeys((*finding.via, *outer)))))
    return kept


def _gives_way(outer: Finding, inner: Finding, relaying: Mapping[int, Finding]) -> bool:
    """Tell whether `inner` stands though `outer` holds it: at the end of the chain that begins with a relay."""
    if tells(inner) and not tells(outer):
        return True
    at = outer
    while at.head in relaying and at.head > at.verb:
        if at.head == inner.verb:
            return True
        at = relaying[at.head]
    return at.head == inner.verb and bool(relaying)


def _holds(outer: Finding, inner: Finding) -> bool:
    return any(inner.verb in run for run in outer.contents) and outer.verb not in inner.contents[0]
