"""Quotations without a tag of their own that plainly go on: `"…," she said. "…"`, and paragraph upon paragraph."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.extract.attribution.acts import tells
from variorum.extract.attribution.clauses import FINITE, verb_group
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.sources import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.extract.attribution.page import Page, Quote


def continued(page: Page, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each with the untagged quotations that follow its own as further contents."""
    findings = _joined(page, findings)
    taken = {i for f in findings for run in f.contents for i in run}
    added: dict[int, list[tuple[int, ...]]] = {}
    turns: list[Finding] = []
    for quote in page.quotes:
        if quote.first in taken or quote.last - 1 in taken or not _stands_alone(page, quote):
            continue
        turn = _turn(page, findings, quote)
        if turn is not None:
            turns.append(turn)
            taken.update(turn.contents[0])
            continue
        n = _speaking(page, findings, quote, added)
        if n is not None:
            run = tuple(range(quote.first, quote.last))
            added.setdefault(n, []).append(run)
            taken.update(run)
    return sorted([*turns, *(one for n, f in enumerate(findings) for one in _with(f, added.get(n, [])))])


def _turn(page: Page, findings: Sequence[Finding], quote: Quote) -> Finding | None:
    """Read "Orn disagreed. 'It is as good as new.'": who acts in the sentence before, by name, speaks."""
    number = page.segment_of[quote.first] - 1
    if number < 0 or page.segments[number].part != page.segment(quote.first).part:
        return None
    before = page.segments[number]
    verb = next((t for t in page.tokens[before.first : before.last] if t.dep == "ROOT" and t.tag in FINITE), None)
    head = next(page.annotated.dependents(verb.i, "nsubj"), None) if verb is not None else None
    if verb is None or head is None or head.tag != "NNP" or head.entity not in {"PERSON", ""}:
        return None
    if before.last - before.first > SHORT_TURN or any(before.first <= f.verb < before.last for f in findings):
        return None
    run = tuple(range(quote.first, quote.last))
    return Finding(verb.i, verb_group(page, verb), phrase(page, head, without=(verb.i,)), (run,), "speech", RULE)


RULE = "direct:floating"
SHORT_TURN = 12
"""Words of a sentence that hands the word over; a longer one tells of something else."""


def _joined(page: Page, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each quotation that began in earlier paragraphs whole."""
    before: dict[int, tuple[int, ...]] = {}
    for quote, after in pairwise(page.quotes):
        if quote.of.goes_on and after.of.resumed:
            before[after.first] = (*before.get(quote.first, ()), *range(quote.first, quote.last))
    held = {f.contents[0][0] for f in findings}
    return [
        f._replace(contents=tuple((*_unheld(before.get(run[0], ()), held), *run) for run in f.contents))
        for f in findings
    ]


def _unheld(run: tuple[int, ...], held: set[int]) -> tuple[int, ...]:
    return () if run and run[0] in held else run


def _with(finding: Finding, added: list[tuple[int, ...]]) -> list[Finding]:
    """Return the finding with its further contents; where its own is no clause of speech, they are one apart."""
    if tells(finding) or not added:
        return [finding._replace(contents=(*finding.contents, *added))]
    return [finding, finding._replace(contents=tuple(added), act="speech", rule="direct:floating", head=-1)]


def _stands_alone(page: Page, quote: Quote) -> bool:
    """Tell whether the quotation begins a sentence and is at least one."""
    segment = page.segment(quote.first)
    if quote.first != segment.first:
        return False
    words = page.words_inside(quote)
    return bool(words) and (words[-1].text in {".", "?", "!", "…", "..."} or quote.last >= segment.last - 1)


def _speaks(finding: Finding) -> bool:
    return finding.act == "speech" or finding.rule.startswith("verb:")


def _foremost(page: Page, findings: Sequence[Finding], before: list[int]) -> int:
    """Return the main attribution of the latest sentence: one of direct speech, else the first of that sentence."""
    last = page.segment_of[findings[before[-1]].verb]
    there = [n for n in before if page.segment_of[findings[n].verb] == last]
    return next((n for n in reversed(there) if findings[n].rule.startswith("direct")), there[0])


def _speaking(
    page: Page, findings: Sequence[Finding], quote: Quote, added: dict[int, list[tuple[int, ...]]]
) -> int | None:
    """Return the number of the finding whose speech goes on in `quote`: the latest in this or the last paragraph."""
    part = page.segment(quote.first).part
    before = [n for n, f in enumerate(findings) if _speaks(f) and f.verb < quote.first]
    if not before:
        return None
    latest = _foremost(page, findings, before)
    end = max([findings[latest].verb, *findings[latest].contents[-1], *(added.get(latest) or [(0,)])[-1]])
    there = page.segment(min(end, quote.first - 1)).part
    if there == part:
        return latest if findings[latest].source else None
    alone = part - there == 1 and not any(
        not page.quoted(t.i) for t in page.tokens[quote.first : page.segment(quote.first).last] if t.pos != "PUNCT"
    )
    return latest if alone and page.quoted(findings[latest].contents[-1][-1]) else None
