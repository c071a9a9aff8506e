"""From two accounts of one event to what changed between them."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from variorum.compose.matching import articles_of, claim_pieces, figure_pieces, partners, shares
from variorum.model.changes import (
    CHANGES_FORMAT,
    ArticleChange,
    Bounds,
    Changes,
    ClaimChange,
    Doubt,
    FigureChange,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from variorum.model import Account, Article, Caveat, Claim, FigureGroup

DENIALS = frozenset({"denied", "rejected"})


def changes(old: Account, new: Account) -> Changes:
    """Return what is new, gone and otherwise in `new`; claims are known again by their words."""
    again = articles_of(old, new)
    return Changes(
        CHANGES_FORMAT,
        tuple(_articles(old, new, again)),
        tuple(_claims(old, new, again)),
        tuple(_figures(old, new, again)),
    )


def _articles(old: Account, new: Account, again: Mapping[str, str]) -> Iterator[ArticleChange]:
    before = {again[a.id]: a for a in old.articles if a.id in again}
    for article in new.articles:
        if article.id not in before:
            yield ArticleChange("new", article.id, article.path, _outlet(article))
        elif before[article.id].text != article.text:
            yield ArticleChange("changed", article.id, article.path, _outlet(article))
    yield from (ArticleChange("gone", a.id, a.path, _outlet(a)) for a in old.articles if a.id not in again)


def _outlet(article: Article) -> str:
    return article.publisher.name if article.publisher else PurePosixPath(article.path).name


def _claims(old: Account, new: Account, again: Mapping[str, str]) -> Iterator[ClaimChange]:
    common = shares(claim_pieces(old), claim_pieces(new), again)
    pairs = {b: a for a, b in partners(common, [claim.id for claim in new.claims])}
    before, after = ({c.id: c for c in account.claims} for account in (old, new))
    for claim in new.claims:
        if claim.id in pairs:
            was = before[pairs[claim.id]]
            found = _changed(_View(old, was, {}), _View(new, claim, pairs))
            yield from (found,) if found else ()
        else:
            root = _most(common, (pair for pair in common if pair[1] == claim.id))
            yield _arrived(_View(new, claim, pairs), before[root[0]] if root else None)
    for claim in (c for c in old.claims if c.id not in set(pairs.values())):
        root = _most(common, (pair for pair in common if pair[0] == claim.id))
        yield _left(_View(old, claim, {}), after[root[1]] if root else None)


def _most(common: Counter[tuple[str, str]], pairs: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    return max(sorted(pairs), key=common.__getitem__, default=None)


def _arrived(new: _View, root: Claim | None) -> ClaimChange:
    """Return a claim that has no partner in the old account; its words may have been part of another one's there."""
    return ClaimChange(
        "split" if root else "new",
        root.id if root else None,
        new.claim.id,
        new.claim.text,
        root.support if root else None,
        new.claim.support,
        outlets_gained=_gained((), new.outlets),
        sources_gained=tuple(new.sources),
        doubts=tuple(dict.fromkeys(new.doubts)),
        first_denial=root is None and any(doubt.kind in DENIALS for doubt in new.doubts),
        conflicts=tuple(new.conflicts.values()),
    )


def _left(old: _View, root: Claim | None) -> ClaimChange:
    """Return a claim that has no partner in the new account; its words may be part of another one's now."""
    return ClaimChange(
        "merged" if root else "gone",
        old.claim.id,
        root.id if root else None,
        old.claim.text,
        old.claim.support,
        root.support if root else None,
        outlets_lost=() if root else _gained((), old.outlets),
    )


class _View:
    """A claim with what its account tells of it, by names that hold over accounts."""

    def __init__(self, account: Account, claim: Claim, names: Mapping[str, str]) -> None:
        """Take a claim of an account; `names` are those of the claims it may be in conflict with, over accounts."""
        articles = {article.id: article for article in account.articles}
        forms = {e.id: frozenset(f.text.casefold() for f in e.forms) for e in account.entities}
        texts = {other.id: other.text for other in account.claims}
        self.claim = claim
        self.outlets = [_outlet(articles[name]) for name in claim.articles if name in articles]
        self.sources = {
            s.name: forms.get(s.entity or "", frozenset()) | {s.name.casefold()} for s in claim.primary_sources
        }
        self.doubts = [_doubt(c, articles) for c in account.caveats if claim.id in c.claims and c.article in articles]
        self.conflicts = {
            (c.kind, names.get(c.claim, c.claim)): f"{c.kind}: “{texts.get(c.claim, c.claim)}”" for c in claim.conflicts
        }

    def sources_beside(self, other: _View) -> tuple[str, ...]:
        """Return the names of the sources that the other has under no spelling."""
        known = frozenset[str]().union(*other.sources.values())
        return tuple(name for name, forms in self.sources.items() if not forms & known)


def _doubt(caveat: Caveat, articles: Mapping[str, Article]) -> Doubt:
    return Doubt(caveat.kind, caveat.text, _outlet(articles[caveat.article]))


def _changed(old: _View, new: _View) -> ClaimChange | None:
    """Return what changed of a claim, `None` where nothing did."""
    doubts = tuple(dict.fromkeys(doubt for doubt in new.doubts if doubt not in old.doubts))
    found = ClaimChange(
        "changed",
        old.claim.id,
        new.claim.id,
        new.claim.text,
        old.claim.support,
        new.claim.support,
        outlets_gained=_gained(old.outlets, new.outlets),
        outlets_lost=_gained(new.outlets, old.outlets),
        sources_gained=new.sources_beside(old),
        sources_lost=old.sources_beside(new),
        doubts=doubts,
        first_denial=any(d.kind in DENIALS for d in doubts) and not any(d.kind in DENIALS for d in old.doubts),
        conflicts=tuple(told for key, told in new.conflicts.items() if key not in old.conflicts),
    )
    told = found.outlets_gained, found.outlets_lost, found.sources_gained, found.sources_lost, doubts, found.conflicts
    return found if any(told) or found.was != found.now else None


def _gained(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in new if one not in old))


def _figures(old: Account, new: Account, again: Mapping[str, str]) -> Iterator[FigureChange]:
    common = shares(figure_pieces(old), figure_pieces(new), again)
    before = {g.id: g for g in old.figure_groups}
    alike = Counter({(a, b): n for (a, b), n in common.items() if before[a].measure == _measure(new, b)})
    pairs = {b: a for a, b in partners(alike, [g.id for g in new.figure_groups])}
    for group in new.figure_groups:
        was = before.get(pairs.get(group.id, ""))
        if was is None:
            yield FigureChange("new", None, group.id, group.measure, None, _bounds(group))
        elif _bounds(was) != _bounds(group):
            yield FigureChange("changed", was.id, group.id, group.measure, _bounds(was), _bounds(group))
    gone = (g for g in old.figure_groups if g.id not in set(pairs.values()))
    yield from (FigureChange("gone", g.id, None, g.measure, _bounds(g), None) for g in gone)


def _measure(account: Account, name: str) -> str:
    return next(g.measure for g in account.figure_groups if g.id == name)


def _bounds(group: FigureGroup) -> Bounds:
    return Bounds(group.low, group.high, group.verdict)
