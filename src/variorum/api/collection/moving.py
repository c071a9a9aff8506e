"""Stories that a person merges or splits: their articles move at once, and the stories' memory learns of it."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.api.collection.named import story_named
from variorum.errors import UsageError
from variorum.model.collection import StoryDecision, StoryVerb
from variorum.model.naming import ARTICLE, DECISION, STORY
from variorum.store import articles as kept
from variorum.store import judgements, listing
from variorum.store.judgements import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from variorum.api.collection.memory import StoriesMemory
    from variorum.store.database import Database

MERGE: StoryVerb = "merge"
SPLIT: StoryVerb = "split"
_NAMED = 20
"""Articles of a story that a message names."""


def on_stories(one: Judgement) -> StoryDecision | None:
    """Return a decision as it was kept, `None` for one that is not on stories."""
    if one.verb not in {MERGE, SPLIT}:
        return None
    to, moves = _told(one)
    left = list(dict.fromkeys(story for _, story in moves))
    verb, stories = (MERGE, [to, *left]) if one.verb == MERGE else (SPLIT, [*left, to])
    articles = tuple(ARTICLE.name(article) for article, _ in moves)
    return StoryDecision(DECISION.name(one.id), verb, tuple(map(STORY.name, stories)), articles)


@dataclass(frozen=True, slots=True)
class Moving:
    """Moves articles from story to story."""

    base: Database
    memory: StoriesMemory

    def merge(self, names: Sequence[str]) -> Judgement:
        """Put the articles of all stories into the first one."""
        numbers = [story_named(self.base, name).id for name in names]
        if len(set(numbers)) < 2 or len(set(numbers)) < len(numbers):  # noqa: PLR2004 - one is merged into another
            msg = "merge needs two different stories or more: the one to keep, and those that belong to it"
            raise UsageError(msg)
        with self.changing():
            moves = [(article, old) for old in numbers[1:] for article in listing.articles_of(self.base, old)]
            return self._judged(MERGE, numbers[0], moves)

    def split(self, story: str, articles: Sequence[str]) -> Judgement:
        """Put some articles of a story into a new one."""
        number = story_named(self.base, story).id
        own = listing.articles_of(self.base, number)
        gone = sorted({ARTICLE.number(name) for name in articles})
        if not gone or not set(gone) < set(own):
            names = ", ".join(map(ARTICLE.name, own[:_NAMED]))
            msg = f"split needs a story and some of its articles, not all; {story} has {names}"
            raise UsageError(msg)
        with self.changing():
            new = self.base.number("SELECT max(id) FROM stories") + 1
            listing.make(self.base, new)
            return self._judged(SPLIT, new, [(article, number) for article in gone])

    def back(self, one: Judgement) -> None:
        """Put back what a decision moved, but for what another one has moved since; within `changing`."""
        to, moves = _told(one)
        here = listing.stories_of(self.base, [article for article, _ in moves])
        self._place([(article, to, old) for article, old in moves if here[article] == to])

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Do all that is inside, or nothing: what the memory has learnt of it is forgotten then."""
        try:
            with self.base.writing():
                yield
        except BaseException:
            self.memory.lost()
            raise

    def _judged(self, verb: StoryVerb, to: int, moves: Sequence[tuple[int, int]]) -> Judgement:
        self._place([(article, old, to) for article, old in moves])
        told = json.dumps({"to": to, "moves": moves})
        return Judgement(judgements.judge(self.base, verb, to, told), verb, to, told)

    def _place(self, moves: Sequence[tuple[int, int, int]]) -> None:
        """Put articles from one story into another, and let the memory know the stories as they are now."""
        self.memory.now()
        for article, _, to in moves:
            judgements.moved(self.base, article, to)
        touched = sorted({story for _, old, to in moves for story in (old, to)})
        listing.recount(self.base, touched)
        self._learn_again(touched)
        self.memory.turned()

    def _learn_again(self, stories: Iterable[int]) -> None:
        from variorum.stories import features  # noqa: PLC0415 - start-up

        held = self.memory.now_held()
        for story in stories:
            held.forget(story)
            for article in kept.articles(self.base, listing.articles_of(self.base, story)).values():
                held.learn(features(article), story, again=True)


def _told(one: Judgement) -> tuple[int, list[tuple[int, int]]]:
    """Return the story that articles were put into, and each of them with the story that it was in."""
    told = json.loads(one.told)
    return told["to"], told["moves"]
