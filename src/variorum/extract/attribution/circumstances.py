"""When and where something was said: the time and the medium in the cue's own clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution.sources import phrase
from variorum.lexicon import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.extract.attribution.finding import Finding
    from variorum.extract.attribution.page import Page
    from variorum.model import Timex, Token


def said_on(page: Page, finding: Finding, times: Sequence[Timex]) -> str | None:
    """Return the TIMEX3 value of the date that stands in the cue's clause, outside every content."""
    segment = page.segment(finding.verb)
    colons = [t.end for t in page.outside(page.tokens[segment.first : finding.verb]) if t.text == ":"]
    start, end = max([page.tokens[segment.first].start, *colons]), page.tokens[segment.last - 1].end
    inside = {i for run in finding.contents for i in run}
    held = [page.tokens[i] for i in (*inside, *finding.source)]
    near = [
        t
        for t in times
        if start <= t.start and t.end <= end and t.type in {"DATE", "TIME"}
        and not any(w.start < t.end and t.start < w.end for w in held)
    ]  # fmt: skip
    cue = page.tokens[finding.verb]
    best = min(near, key=lambda t: abs(t.start - cue.start), default=None)
    return best.value if best is not None and abs(best.start - cue.start) <= NEAR else None


NEAR = 60
"""A date further than so many code points from the cue belongs to something else."""


def channel(page: Page, finding: Finding) -> str | None:
    """Return the words for the medium spoken through: "X", "a statement", "state television"."""
    inside = {i for run in finding.contents for i in run}
    for child in page.annotated.dependents(finding.verb, "prep", "dobj", "dative"):
        if child.i in inside:
            continue
        if child.dep == "prep":
            thing = next(iter(page.annotated.dependents(child.i, "pobj")), None)
            if thing is not None and thing.i not in inside and _medium(thing, child):
                return _words(page, thing, inside)
        elif child.entity == "ORG" or child.lemma.lower() in column("channels", "told"):
            return _words(page, child, inside)
    return None


def _medium(thing: Token, prep: Token) -> bool:
    if prep.lower not in {"in", "on", "via", "at", "through", "during", "to"}:
        return False
    return thing.lemma.lower() in column("channels", "medium") or thing.text in column("channels", "network")


def _words(page: Page, thing: Token, inside: set[int]) -> str:
    """Return the medium's words, without the date that the parse may have hung on them."""
    behind = page.tokens[thing.i + 1 : page.segment(thing.i).last]
    dated = {t.i for t in behind if t.entity == "DATE" or (t.tag == "IN" and page.tokens[t.i + 1].entity == "DATE")}
    run = phrase(page, thing, without=tuple(inside | dated))
    return page.annotated.excerpt(run[0], run[-1] + 1).text
