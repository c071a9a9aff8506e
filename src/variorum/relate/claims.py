"""From groups of propositions to claims with their support, and to the marks of each article."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from variorum.model import Appearance, Claim
from variorum.model.origins import COPY
from variorum.relate.grouping.joining import Link, worded
from variorum.relate.reuse import origins
from variorum.relate.support.conflicts import Opposed, with_conflicts
from variorum.relate.support.doubts import touches
from variorum.relate.support.labels import label, outlets, reasons
from variorum.relate.support.tension import tensions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from variorum.model import Article, Caveat, Entity, FigureGroup, Mark, Reuse, Statement
    from variorum.relate.propositions.taking import Proposition

DENIALS = frozenset({"denied", "rejected"})
UNVERIFIED = frozenset({"could-not-verify", "unconfirmed", "no-evidence-given", "neither-confirmed-nor-denied"})
ONLY_DENIED = "only denied: no report says on whose word it is so"


@dataclass(frozen=True)
class Evidence:
    """What claims are counted from."""

    articles: Mapping[str, Article]
    entities: Mapping[str, Entity]
    reuse: Sequence[Reuse]
    figure_groups: Sequence[FigureGroup]
    doubts: Mapping[str, Sequence[Caveat]]
    """Caveats by the statement they speak of."""
    links: Mapping[int, Link] = field(default_factory=dict)
    """What ties a proposition to the others of its claim, by its place."""
    decisions: Mapping[int, Sequence[str]] = field(default_factory=dict)
    """What people have decided on a proposition, by its place."""
    apart: Collection[str] = ()
    """Entities that were decided to be somebody else than their namesakes."""
    earlier: Collection[str] = ()
    """Figures that their own reports give as earlier ones."""

    @cached_property
    def shared(self) -> dict[str, list[Reuse]]:
        """The pairs of each article that share copy."""
        found: dict[str, list[Reuse]] = defaultdict(list)
        for pair in self.reuse:
            for name in pair.articles:
                found[name].append(pair)
        return found


def claims(groups: Sequence[Sequence[Proposition]], opposed: Sequence[Opposed], evidence: Evidence) -> list[Claim]:
    """Return the claims, those on which most rests first: outlets, primary sources, appearances, place in the text."""
    roots = origins(list(evidence.articles.values()), evidence.reuse)
    drafts = [_claim(group, evidence, roots) for group in groups]
    order = sorted(range(len(drafts)), key=lambda n: _weight(drafts[n], groups[n]))
    named = [replace(drafts[n], id=f"c{place}") for place, n in enumerate(order, 1)]
    return with_conflicts(named, [groups[n] for n in order], evidence.figure_groups, opposed, evidence.earlier)


def _weight(claim: Claim, group: Sequence[Proposition]) -> tuple[int, int, int, int, int]:
    narrated = not claim.primary_sources
    return -claim.outlets, -len(claim.primary_sources), narrated, -len(claim.appearances), group[0].order


def _claim(group: Sequence[Proposition], evidence: Evidence, roots: Mapping[str, str]) -> Claim:
    statements = list({p.statement.id: p.statement for p in group}.values())
    names = list(dict.fromkeys(s.article for s in statements))
    carrying = [evidence.articles[name] for name in names]
    doubts = _doubts(group, evidence)
    asserting = [s for s in statements if not _denies(s, doubts)]
    sources, why = reasons(asserting, evidence.articles, evidence.entities, evidence.apart)
    if not asserting:
        why = [*why, ONLY_DENIED]
    origin_count = len({roots[name] for name in names})
    if origin_count < len(names):
        why += _copies(carrying, evidence.shared)
    why += [f"{c.kind}: “{c.text}”" for s in statements for c in doubts.get(s.id, ())]
    why += tensions(group)
    why += [line for p in group for line in evidence.decisions.get(p.order, ())]
    count = outlets(carrying)
    return Claim(
        id="",
        text=_clearest(group),
        appearances=tuple(_appearances(group, evidence)),
        articles=tuple(names),
        outlets=count,
        origins=min(origin_count, count),
        primary_sources=tuple(sources),
        support=label(count, sources, (), _denied(statements, doubts)),
        why=tuple(dict.fromkeys(why)),
    )


def _doubts(group: Sequence[Proposition], evidence: Evidence) -> dict[str, list[Caveat]]:
    """Return the caveats on what the group asserts, by statement: not those on its statements' other clauses."""
    found: dict[str, list[Caveat]] = defaultdict(list)
    for p in group:
        own = found[p.statement.id]
        all_of_it = evidence.doubts.get(p.statement.id, ())
        own += [c for c in all_of_it if c not in own and touches(c, p.statement, p.pieces)]
    return found


def _appearances(group: Sequence[Proposition], evidence: Evidence) -> Iterator[Appearance]:
    of_statement: dict[str, list[Proposition]] = defaultdict(list)
    for p in group:
        of_statement[p.statement.id].append(p)
    for statement, own in of_statement.items():
        link = next((evidence.links[p.order] for p in own if p.order in evidence.links), None)
        told = worded(link, evidence.entities) if link else None
        yield Appearance(statement, tuple(piece for p in own for piece in p.pieces), told)


def _denies(statement: Statement, doubts: Mapping[str, Sequence[Caveat]]) -> bool:
    """Tell whether a statement is there only to be denied by its speaker: "Reet denied that he had taken money"."""
    own = statement.source
    speakers = (c.source for c in doubts.get(statement.id, ()) if c.kind in DENIALS)
    return own is not None and any(s is not None and (s.start, s.end) == (own.start, own.end) for s in speakers)


def _denied(statements: Sequence[Statement], doubts: Mapping[str, Sequence[Caveat]]) -> list[str]:
    return [c.text for s in statements for c in doubts.get(s.id, ()) if c.kind in DENIALS and c.source is not None]


def _copies(carrying: Sequence[Article], reuse: Mapping[str, Sequence[Reuse]]) -> Iterator[str]:
    """Yield a line for each article that prints what an earlier one prints: with the one it shares most with."""
    before: dict[str, Article] = {}
    for article in carrying:
        pairs = [p for p in reuse.get(article.id, ()) if p.overlap >= COPY and before.keys() & set(p.articles)]
        agency = article.agency.name if article.agency else None
        earlier = next((a for a in before.values() if agency and a.agency and a.agency.name == agency), None)
        if pairs:
            best = max(pairs, key=lambda p: p.overlap)
            origin = f": copy of {best.origin}" if best.origin else ""
            yield f"one origin: {' and '.join(best.articles)} share {best.overlap:.0%} of their words{origin}"
        elif earlier:
            yield f"one origin: {earlier.id} and {article.id} print copy of {agency}"
        before[article.id] = article


def _clearest(group: Sequence[Proposition]) -> str:
    """Return the wording that stands best alone.

    It has a verb with its subject, comes on somebody's word, is in one piece, and shares most words with the other
    appearances for its length; the first of equals.
    """
    holders = Counter(word for p in group for word in p.words)

    def clarity(p: Proposition) -> float:
        shared = sum(holders[word] for word in p.words) / (len(group) * (4 + len(p.words)))
        whole = bool(p.agents or p.patients) and len(p.pieces) == 1
        return shared + 0.5 * whole + 0.25 * (p.statement.source is not None)

    return max(group, key=lambda p: (clarity(p), -p.order)).text


def marks(
    claims_found: Sequence[Claim],
    statements: Mapping[str, Statement],
    figures: Mapping[str, Sequence[str]],
    evidence: Evidence,
) -> dict[tuple[str, str], Mark]:
    """Return how each article treats each claim it carries: the strongest of its marks.

    `figures` are the ids of the figures of each statement.
    """
    compared = {m for g in evidence.figure_groups for m in g.members}
    giving = {statement for statement, held in figures.items() if compared.intersection(held)}
    found: dict[tuple[str, str], Mark] = {}
    for claim in claims_found:
        for appearance in claim.appearances:
            statement = statements[appearance.statement]
            key = claim.id, statement.article
            doubts = evidence.doubts.get(statement.id, ())
            own = _mark(statement, [c for c in doubts if touches(c, statement, appearance.words)])
            found[key] = _stronger(found.get(key), own)
            if statement.id in giving:
                found[key] = _stronger(found[key], "gives-figure")
    return found


def _mark(statement: Statement, doubts: Sequence[Caveat]) -> Mark:
    kinds = {c.kind for c in doubts}
    if kinds & DENIALS:
        return "denies"
    if kinds & UNVERIFIED:
        return "unverified"
    return "attributes" if statement.source else "carries"


def _stronger(a: Mark | None, b: Mark) -> Mark:
    order: tuple[Mark, ...] = ("denies", "unverified", "gives-figure", "attributes", "carries", "silent")
    return b if a is None else min(a, b, key=order.index)
