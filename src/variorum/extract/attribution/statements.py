"""From findings to statements: excerpts, speakers, mode."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.extract.attribution.circumstances import channel, said_on
from variorum.extract.attribution.content import trimmed
from variorum.extract.attribution.sources import antecedent, phrase
from variorum.model import Excerpt, Speaker, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.extract.attribution.finding import Finding, Run
    from variorum.extract.attribution.page import Page
    from variorum.model import Mode, Timex


def statements(page: Page, findings: Sequence[Finding], times: Sequence[Timex]) -> list[Statement]:
    """Return the findings as statements in reading order."""
    made = [s for f in findings for s in _of(page, f, times)]
    made.sort(key=lambda s: (s.content[0].start, s.content[-1].end, s.cue.start if s.cue else 0))
    return [_numbered(s, n) for n, s in enumerate(made, 1)]


def _numbered(statement: Statement, n: int) -> Statement:
    return replace(statement, id=f"s{n}")


def _of(page: Page, finding: Finding, times: Sequence[Timex]) -> Iterator[Statement]:
    for run in finding.contents:
        words = trimmed(page, run)
        pieces = _pieces(page, words)
        if not pieces:
            continue
        yield Statement(
            id="",
            article=page.annotated.article.id,
            mode=_mode(page, words),
            act=finding.act,
            source=speaker(page, finding.source, named=finding.act == "speech"),
            via=tuple(s for s in (speaker(page, run) for run in finding.via) if s),
            cue=_excerpt(page, finding.cue),
            content=pieces,
            said_on=said_on(page, finding, times),
            channel=channel(page, finding),
            rule=finding.rule,
        )


def _excerpt(page: Page, run: Run) -> Excerpt:
    return page.annotated.excerpt(run[0], run[-1] + 1)


def _mode(page: Page, run: Run) -> Mode:
    words = [page.tokens[i] for i in run if page.tokens[i].text.isalnum()]
    inside = [t for t in words if page.quoted(t.i)]
    if not inside:
        return "indirect"
    return "direct" if len(inside) == len(words) else "mixed"


def _pieces(page: Page, run: Run) -> tuple[Excerpt, ...]:
    """Return the run as excerpts, parted where words are left out; marks round a whole quotation are left off."""
    runs: list[list[int]] = []
    for i in run:
        if runs and runs[-1][-1] + 1 == i and page.segment(i).part == page.segment(runs[-1][-1]).part:
            runs[-1].append(i)
        else:
            runs.append([i])
    found = [_bare(page, trimmed(page, tuple(r))) for r in runs]
    return tuple(e for e in found if e is not None)


def _bare(page: Page, run: Run) -> Excerpt | None:
    if not run or not any(page.tokens[i].text[:1].isalnum() or page.tokens[i].text[:1] in "$€£#@%" for i in run):
        return None
    start, end = page.tokens[run[0]].start, page.tokens[run[-1]].end
    number = page.quote_of[run[0]]
    if number >= 0 and number == page.quote_of[run[-1]]:
        inner = page.quotes[number].of.inner
        text = page.text[inner[0] : inner[1]]
        start, end = inner[0] + len(text) - len(text.lstrip()), inner[0] + len(text.rstrip())
    return Excerpt(start, end, page.text[start:end])


def speaker(page: Page, run: Run, *, named: bool = True) -> Speaker | None:
    """Return the words of a source with the entity of its head; a relative pronoun gives way to its noun."""
    if not run:
        return None
    words = _excerpt(page, run)
    head = _head(page, run)
    noun = antecedent(page, page.tokens[head])
    if noun is not None:
        entity = entity_at(page, noun.i)
        if entity is not None or not named:
            return Speaker(words.text, words.start, words.end, entity)
        run = tuple(i for i in phrase(page, noun) if i < run[0])
        words = _excerpt(page, run) if run else words
        return Speaker(words.text, words.start, words.end, None)
    return Speaker(words.text, words.start, words.end, entity_at(page, head))


def _head(page: Page, run: Run) -> int:
    inside = set(run)
    return next((i for i in run if page.tokens[i].head not in inside or page.tokens[i].head == i), run[0])


def entity_at(page: Page, head: int) -> str | None:
    """Return the entity of the smallest mention that covers the token `head`."""
    token = page.tokens[head]
    over = [m for m in page.annotated.mentions if m.start <= token.start and token.end <= m.end]
    best = min(over, key=lambda m: (m.end - m.start, m.start), default=None)
    return best.entity if best is not None else None
