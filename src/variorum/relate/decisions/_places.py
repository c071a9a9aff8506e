"""Where the words of a decision stand now."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from variorum.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.model import Anchor, Article, Decision

SHOWN = 60
"""Characters of a passage that are enough to know it by."""
MOSTLY = 0.5
"""Share of a passage, or of the decision's words, that the two must have in common to be one place: a later version
may cut a clause more or less, and its neighbours share nothing with it."""


class Place(NamedTuple):
    """A stretch of an article."""

    article: str
    start: int
    end: int

    def shared(self, start: int, end: int) -> int:
        """Return how many characters it has in common with another stretch of the article."""
        return max(0, min(self.end, end) - max(self.start, start))

    def fits(self, start: int, end: int) -> float:
        """Return how far it and another stretch of the article are one: 0 (nothing in common) to 1 (the same)."""
        shared = self.shared(start, end)
        return shared / (self.end - self.start + end - start - shared) if shared else 0.0


class Ruling(NamedTuple):
    """A decision, and where its words stand now, in the order of its anchors."""

    decision: Decision
    places: tuple[Place, ...]

    @property
    def why(self) -> str:
        """What a claim or an entity that the decision touches tells of it."""
        words = " and ".join(f"“{_short(anchor.text)}”" for anchor in self.decision.anchors)
        return f"decision {self.decision.id}: {self.decision.verb}: {words}"


def rulings(decisions: Sequence[Decision], articles: Sequence[Article]) -> tuple[list[Ruling], list[Problem]]:
    """Return the decisions whose words all stand in the articles, and a problem for each other.

    An article is known again by its bytes, else by the name of its file; words that have moved are taken where they
    stand nearest to their old place.
    """
    found: list[Ruling] = []
    problems: list[Problem] = []
    for decision in decisions:
        places = [_place(anchor, articles) for anchor in decision.anchors]
        lost = [anchor for anchor, at in zip(decision.anchors, places, strict=True) if at is None]
        if lost:
            problems.append(stale(decision, _lost(lost[0], articles)))
        else:
            found.append(Ruling(decision, tuple(at for at in places if at is not None)))
    return found, problems


def stale(decision: Decision, what: str) -> Problem:
    """Return the problem of a decision that no longer fits."""
    path = decision.anchors[0].path
    return Problem(path, "stale-decision", f"decision {decision.id} ({decision.verb}) no longer fits: {what}; undo it")


def _place(anchor: Anchor, articles: Iterable[Article]) -> Place | None:
    article = _article(anchor, articles)
    if article is None:
        return None
    at = _nearest(article.text, anchor)
    return None if at is None else Place(article.id, at, at + len(anchor.text))


def _article(anchor: Anchor, articles: Iterable[Article]) -> Article | None:
    """Return the article of the same bytes, else of the same name; of several the one whose path is most alike."""

    def known(article: Article) -> tuple[bool, int]:
        return article.sha256.startswith(anchor.sha256), _same_tail(article.path, anchor.path)

    return max((a for a in articles if any(known(a))), key=known, default=None)


def _same_tail(a: str, b: str) -> int:
    """Count the last parts that two paths share."""
    count = 0
    for one, other in zip(PurePosixPath(a).parts[::-1], PurePosixPath(b).parts[::-1], strict=False):
        if one != other:
            break
        count += 1
    return count


def _nearest(text: str, anchor: Anchor) -> int | None:
    if text[anchor.start : anchor.end] == anchor.text:
        return anchor.start
    before = text.rfind(anchor.text, 0, anchor.start + len(anchor.text))
    after = text.find(anchor.text, anchor.start)
    return min((at for at in (before, after) if at >= 0), key=lambda at: abs(at - anchor.start), default=None)


def _lost(anchor: Anchor, articles: Iterable[Article]) -> str:
    if _article(anchor, articles) is None:
        return f"{anchor.path} is not among the reports"
    return f"{anchor.path} does not say “{_short(anchor.text)}” any more"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"
