"""From an annotated article to its attributed statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution.according import according, adverbial
from variorum.extract.attribution.apart import apart
from variorum.extract.attribution.asides import viewed
from variorum.extract.attribution.cued import cued
from variorum.extract.attribution.direct import direct
from variorum.extract.attribution.floating import continued
from variorum.extract.attribution.headed import dashed, headed
from variorum.extract.attribution.headlines import headlined
from variorum.extract.attribution.page import Page
from variorum.extract.attribution.relays import relayed
from variorum.extract.attribution.statements import statements
from variorum.extract.attribution.tags import untagged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.extract.attribution.finding import Finding
    from variorum.model import Annotated, Statement, Timex


def attributions(annotated: Annotated, times: Sequence[Timex] = ()) -> list[Statement]:
    """Return the attributed statements of an article in reading order, ids `s1`, `s2`, ….

    Source, cue and content are those of PARC (Pareti 2016) and PolNeAR (Newell et al. 2018), but the content is
    without the leading "that" and, where it is wholly a quotation, without the marks. `times` give `said_on`.
    """
    page = Page(annotated)
    return statements(page, findings(page), times)


def findings(page: Page) -> list[Finding]:
    """Return what the rules find, relays joined, in reading order of the cues."""
    spoken = list(direct(page))
    used = {i for f in spoken for i in f.cue}
    rest = [*untagged(page, list(cued(page, used))), *according(page), *adverbial(page), *viewed(page)]
    rest += dashed(page)
    told = {run[0] for f in spoken for run in f.contents}
    rest += [f for f in headed(page) if f.verb not in used and f.contents[0][0] not in told]
    cues = {i for f in (*spoken, *rest) for i in f.cue}
    rest += apart(page, (*spoken, *rest))
    every = sorted([*spoken, *rest, *headlined(page, cues)])
    return [f for f in relayed(continued(page, every)) if _counts(page, f)]


def _counts(page: Page, finding: Finding) -> bool:
    """Leave out what a headline says unless as "X: …" or "…, says X": the body says the rest with its source."""
    if page.annotated.sentences[page.tokens[finding.verb].sentence].kind != "headline":
        return True
    return finding.rule == "colon" or finding.contents[0][0] < finding.verb
