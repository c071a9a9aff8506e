"""What of one account is what of another: by the words and where they stand, never by ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from variorum.model import Account, Article

HALF = 0.5
"""Share that two stretches of one text must have in common to be one: another version may cut a clause otherwise."""
SAME_PLACE = 2
"""Weight of words in the same report, against the same words in another report."""


class Piece(NamedTuple):
    """Words of an article, and the name of the thing (a claim, a group of figures) that they are of."""

    article: str
    start: int
    end: int
    words: str
    of: str


def articles_of(old: Account, new: Account) -> dict[str, str]:
    """Return for each report of the old account its id in the new: the same bytes, else the same name of the file."""
    left = list(new.articles)
    found: dict[str, str] = {}
    for same in (_same_bytes, _same_name):
        for article in old.articles:
            again = next((a for a in left if same(a, article)), None) if article.id not in found else None
            if again:
                found[article.id] = again.id
                left.remove(again)
    return found


def _same_bytes(a: Article, b: Article) -> bool:
    return a.sha256 == b.sha256


def _same_name(a: Article, b: Article) -> bool:
    return PurePosixPath(a.path).name == PurePosixPath(b.path).name


def claim_pieces(account: Account) -> list[Piece]:
    """Return the words of all claims."""
    said = {statement.id: statement for statement in account.statements}
    return [
        Piece(said[a.statement].article, words.start, words.end, _plain(words.text), claim.id)
        for claim in account.claims
        for a in claim.appearances
        if a.statement in said
        for words in a.words or said[a.statement].content
    ]


def figure_pieces(account: Account) -> list[Piece]:
    """Return the words of all figures that stand in a group."""
    figures = {figure.id: figure for figure in account.figures}
    members = (
        (figures[name], group.id) for group in account.figure_groups for name in group.members if name in figures
    )
    return [Piece(f.article, f.start, f.end, _plain(f.text), group) for f, group in members]


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def shares(old: Sequence[Piece], new: Sequence[Piece], again: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """Return how much each old thing and each new thing have in common; what has nothing in common is left out.

    `again` are the new ids of the old articles.
    """
    by_article: dict[str, list[Piece]] = defaultdict(list)
    by_words: dict[str, set[str]] = defaultdict(set)
    for piece in new:
        by_article[piece.article].append(piece)
        by_words[piece.words].add(piece.of)
    common: Counter[tuple[str, str]] = Counter()
    for piece in old:
        common.update({(piece.of, other): 1 for other in by_words[piece.words]})
        near = by_article[again.get(piece.article, "")]
        common.update({(piece.of, other.of): SAME_PLACE for other in near if _one(piece, other)})
    return common


def _one(a: Piece, b: Piece) -> bool:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return a.words == b.words or shared >= HALF * (max(a.end, b.end) - min(a.start, b.start))


def partners(common: Counter[tuple[str, str]], order: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of an old and a new thing, each thing once, those with most in common first; ties in `order`."""
    rank = {name: n for n, name in enumerate(order)}
    taken: set[tuple[int, str]] = set()
    for a, b in sorted(common, key=lambda pair: (-common[pair], rank.get(pair[1], 0), pair)):
        if not taken & {(0, a), (1, b)}:
            taken |= {(0, a), (1, b)}
            yield a, b
