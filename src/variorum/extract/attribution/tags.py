"""Tags that the words' order shows where the parse does not: "…, Ferro said." and "…, Ferro told the court, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.clauses import FINITE, subject
from variorum.extract.attribution.content import body_start, trimmed, whole_quotes
from variorum.extract.attribution.sources import phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.extract.attribution.finding import Finding, Run
    from variorum.extract.attribution.page import Page
    from variorum.model import Token


def elsewhere(page: Page, verb: Token, group: Run) -> Run:
    """Find the clause that the parse hung elsewhere: behind a later "that", or before ", Ferro said" at the end."""
    segment = page.segment(verb.i)
    behind = page.tokens[group[-1] + 1 : segment.last]
    that = next((t.i for t in behind if t.lower == "that" and t.dep == "mark" and not page.quoted(t.i)), None)
    if that is not None and not any(
        t.tag in FINITE and not page.quoted(t.i) for t in page.tokens[group[-1] + 1 : that]
    ):
        return trimmed(page, whole_quotes(page, range(that + 1, segment.last), group))
    head = subject(page, verb)
    own = phrase(page, head, without=group) if head is not None else ()
    start = min((*group, *own))
    if any(t.text not in '.”"' and t.pos != "ADV" for t in behind) or start - 1 < segment.first:
        return ()
    if page.before(start) != "," or not any(t.tag in FINITE for t in page.tokens[segment.first : start]):
        return ()
    return trimmed(page, whole_quotes(page, range(body_start(page, segment.first), start), group))


def closing_tag(page: Page, group: Run) -> tuple[Run, Run] | None:
    """Return source and content of a tag that ends its sentence: "…, the fire service and the hospital said".

    The words' order alone is read, because the parse often takes such a source for a part of what is said.
    """
    segment = page.segment(group[-1])
    behind = [t for t in page.tokens[group[-1] + 1 : segment.last] if not t.text.isspace()]
    if (
        not behind
        or behind[-1].text != "."
        or not (_circumstance(page, behind[:-1]) or _audience(page, group, behind[:-1]))
    ):
        return None
    at = group[0] - 1
    while at > segment.first and _of_name(page, at):
        at -= 1
    first = body_start(page, segment.first)
    if page.tokens[at].text != "," or page.quoted(at) or at == group[0] - 1:
        return None
    before = [t for t in page.tokens[first:at] if not page.quoted(t.i)]
    if not any(t.tag in FINITE for t in before) or before[-1].entity == before[-2:][0].entity == "DATE":
        return None
    source = trimmed(page, tuple(range(at + 1, group[0])))
    if page.tokens[at + 1].pos == "CCONJ":
        return None
    return (source, trimmed(page, tuple(range(first, at)))) if _names(page, source) else None


def _of_name(page: Page, i: int) -> bool:
    """Tell a word of a noun phrase, those of "state-run" included."""
    token = page.tokens[i]
    return (token.pos in NAMING or token.tag == "HYPH" or token.dep == "amod") and not page.quoted(i)


def untagged(page: Page, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each content without the tag that ends the sentence: "…, Ferro said, Radio Lom reported"."""
    ends = {max((*f.source, *f.cue)): f.verb for f in findings if f.act == "speech"}
    findings = [_heading(f, ends) for f in findings]
    closing = [(f, min((*f.source, *f.cue))) for f in findings if f.rule == "verb:closing"]
    tags = {f.verb: (start, f.contents[0]) for f, start in closing}
    findings = [f for f in findings if not _of_tag(page, f, tags)]
    return [_before_tags(page, f, [start for c, start in closing if c is not f]) for f in findings]


def _heading(finding: Finding, ends: Mapping[int, int]) -> Finding:
    """Let a closing tag relay the tag that ends its content."""
    if finding.rule != "verb:closing" or finding.contents[0][-1] not in ends:
        return finding
    return finding._replace(head=ends[finding.contents[0][-1]])


def _of_tag(page: Page, finding: Finding, tags: Mapping[int, tuple[int, Run]]) -> bool:
    """Tell a verb of what a closing tag says from a tag of its own: "The flood has claimed lives, [Ferro said]"."""
    start, content = tags.get(finding.head, (-1, ()))
    within = finding.rule == "verb:paren" and finding.verb in content and finding.contents[0][0] >= start
    return within and not any(page.quoted(i) for i in content)


def _before_tags(page: Page, finding: Finding, starts: Sequence[int]) -> Finding:
    inside = [start for start in starts if any(run[0] < start <= run[-1] for run in finding.contents)]
    if not inside or finding.verb > min(inside):
        return finding
    runs = tuple(trimmed(page, tuple(i for i in run if i < min(inside))) for run in finding.contents)
    head = finding.head if any(finding.head in run for run in runs) else -1
    return finding._replace(contents=runs, head=head)


def _circumstance(page: Page, behind: list[Token]) -> bool:
    """Tell when and where a tag was said ("on its website on Friday") from words of another clause."""
    if all(t.entity == "DATE" or t.lower == "on" for t in behind):
        return True
    plain = all(t.pos in NAMING and not page.quoted(t.i) for t in behind)
    return plain and len(behind) <= TAG_TAIL and (behind[0].tag == "IN" or behind[0].entity == "DATE")


def _audience(page: Page, group: Run, behind: list[Token]) -> bool:
    """Tell whom a tag was told, and when: "…, officials told Radio Lom on Friday"."""
    spoken = page.tokens[page.segment(group[-1]).first : group[0]]
    named = all(t.pos in NAMING for t in behind) and not any(page.quoted(t.i) for t in (*spoken, *behind))
    return named and lexis.takes(page.tokens[group[-1]], "whom") and 0 < len(behind) <= TAG_TAIL


def inside_tag(page: Page, group: Run) -> tuple[Run, Run] | None:
    """Return source and content of a tag between two commas: "In both years, Ferro told the court, the dam held".

    As with a closing tag the words' order alone is read.
    """
    segment = page.segment(group[-1])
    at, end = group[0] - 1, _comma(page, group[-1] + 1, segment.last)
    while at > segment.first and page.tokens[at].pos in NAMING and not page.quoted(at):
        at -= 1
    first = body_start(page, segment.first)
    if end is None or page.tokens[at].text != "," or page.quoted(at) or at == group[0] - 1 or at <= first:
        return None
    after = [t for t in page.tokens[end + 1 : segment.last] if not t.text.isspace()]
    source = trimmed(page, tuple(range(at + 1, group[0])))
    if len(after) < SHORTEST or after[0].tag in {"CC", "VBG", "WDT", "WP", "IN"} or not _names(page, source):
        return None
    members = (*range(first, at), *range(end + 1, segment.last))
    if not any(page.tokens[i].tag in FINITE | {"MD"} for i in members):
        return None
    own = set(range(at, end + 1))
    return source, trimmed(page, tuple(i for i in whole_quotes(page, members, group) if i not in own))


def _comma(page: Page, first: int, last: int) -> int | None:
    """Return the comma that ends a tag begun before `first`, where no verb stands between."""
    for token in page.tokens[first : min(last, first + TAG_TAIL)]:
        if page.quoted(token.i) or token.tag in FINITE | {"MD"} or token.text in {";", ":", "."}:
            return None
        if token.text == ",":
            return token.i
    return None


SHORTEST = 3
"""Words that go on behind a tag between two commas; fewer are a place or an aside."""

TAG_TAIL = 8
"""Words of a tag behind its verb: whom it was told, when and where."""

NAMING = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "CCONJ", "PART", "ADP", "SPACE"})


def _names(page: Page, source: Run) -> bool:
    """Tell a noun phrase from a phrase with a preposition ("in Lom") or a link ("and")."""
    return (
        bool(source)
        and page.tokens[source[0]].pos not in {"ADP", "CCONJ", "PART"}
        and any(page.tokens[i].pos in {"NOUN", "PROPN", "PRON"} for i in source)
    )
