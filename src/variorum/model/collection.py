"""What a collection tells: its stories, what a search found, versions of an article, and how much it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.claim import ReuseKind
from variorum.model.decision import Anchor
from variorum.model.problem import Problem
from variorum.model.span import Excerpt, Span
from variorum.model.story import Member

StoryVerb = Literal["merge", "split"]


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One story: its articles in the order in which they came; `title` is that of its first article.

    `first` and `last` are the earliest and the latest date of publication that is known, `places` the countries and
    cities named most, `proposed` other stories that may be the same event, for a person to merge. `quiet` tells that
    it has not grown for so long that only much likeness wakes it.
    """

    id: str
    title: str | None
    articles: tuple[Member, ...]
    first: str | None = None
    last: str | None = None
    outlets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that has the words searched for.

    `excerpt` is verbatim from the article's text, `found` the places in that text (within the excerpt) of the words.
    """

    article: str
    story: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    path: str
    excerpt: Excerpt
    found: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the inputs: ids of articles that are new, that were there, and that have a new version."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of asking one feed: what was added, and in how many seconds it is asked again."""

    feed: str
    added: Added
    wait: float
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Replaced:
    """Words of one version, and those that stand in their place in the next; empty where there are none."""

    old: Excerpt
    new: Excerpt


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article: `number` counts from 1, `added` is when it was stored (UTC, RFC 3339).

    `replaced` is what differs from the version before it.
    """

    article: str
    number: int
    sha256: str
    added: str
    title: str | None
    replaced: tuple[Replaced, ...] = ()


@dataclass(frozen=True, slots=True)
class Reprint:
    """Two articles of a collection with long passages in common, whose words they are, and how much of the shorter."""

    articles: tuple[str, str]
    stories: tuple[str, str]
    outlets: tuple[str | None, str | None]
    titles: tuple[str | None, str | None]
    kind: ReuseKind
    origin: str | None
    overlap: float


@dataclass(frozen=True, slots=True)
class Stats:
    """How much a collection holds. Sizes are in bytes; `parsed` counts articles of which every paragraph is parsed."""

    articles: int
    versions: int
    stories: int
    several: int
    outlets: int
    undated: int
    first: str | None
    last: str | None
    passages: int
    accounts: int
    decisions: int
    size: int
    captured: int


@dataclass(frozen=True, slots=True)
class StoryDecision:
    """A person's decision on stories: `merge` the others into the first, or `split` articles off into a new one."""

    id: str
    verb: StoryVerb
    stories: tuple[str, ...]
    articles: tuple[str, ...] = ()

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """No words of a report: it is about whole articles."""
        return ()

    def __str__(self) -> str:
        """Tell it in one line."""
        articles = ", ".join(self.articles)
        if self.verb == "split":
            return f"{self.id} split {articles} off {self.stories[0]} as {self.stories[1]}"
        return f"{self.id} merge {', '.join(self.stories[1:])} ({articles}) into {self.stories[0]}"
