"""What a person decides in a collection: on stories at once, on the claims of a story when its account is made."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.errors import UsageError
from variorum.model.collection import StoryDecision, StoryVerb
from variorum.store import Kept, judgements, listing
from variorum.store import articles as kept
from variorum.store.decisions import parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from variorum.api.collection.memory import StoriesMemory
    from variorum.store.database import Database

MERGE: StoryVerb = "merge"
SPLIT: StoryVerb = "split"
UNDO = "undo"


def number_of(name: str, letters: str, what: str) -> int:
    """Return the number in an id like `st12`; the bare number is taken, too. Raises `UsageError`."""
    bare = name.removeprefix(letters)
    if not (bare.isascii() and bare.isdigit()) or len(bare) > 18:  # noqa: PLR2004 - more than SQLite counts
        msg = f"{name!r} is no {what}; they are named {letters}1, {letters}2 and so on"
        raise UsageError(msg)
    return int(bare)


def on_claims(base: Database, story: int) -> Kept:
    """Return the decisions on the claims of a story, those of stories merged into it among them."""
    own = {article.sha256[:12] for article in kept.articles(base, _numbers(base, [story])).values()}
    found = [parsed(one.told) for one in judgements.judgements(base) if one.verb not in {MERGE, SPLIT}]
    return Kept([one for one in found if {anchor.sha256 for anchor in one.anchors} <= own], [])


@dataclass(frozen=True, slots=True)
class StoryDeciding:
    """Merges and splits stories, and takes that back."""

    base: Database
    memory: StoriesMemory

    def merge(self, names: Sequence[str]) -> StoryDecision:
        """Put the articles of all stories into the first one."""
        numbers = [self._story(name) for name in names]
        if len(set(numbers)) < 2 or len(set(numbers)) < len(numbers):  # noqa: PLR2004 - one is merged into another
            msg = "merge needs two different stories or more: the one to keep, and those that belong to it"
            raise UsageError(msg)
        with self._changing():
            held = listing.members(self.base, numbers[1:])
            moves = [(one.id, one.story) for some in held.values() for one in some]
            name = self._moved(MERGE, numbers[0], moves)
        return StoryDecision(name, MERGE, tuple(f"st{n}" for n in numbers), tuple(f"a{n}" for n, _ in moves))

    def split(self, story: str, articles: Sequence[str]) -> StoryDecision:
        """Put some articles of a story into a new one."""
        number = self._story(story)
        own = {one.id for one in listing.members(self.base, [number])[number]}
        gone = sorted({number_of(name, "a", "article") for name in articles})
        if not gone or not set(gone) < own:
            msg = f"split needs a story and some of its articles, not all; {story} has {_listed(own)}"
            raise UsageError(msg)
        with self._changing():
            new = self.base.number("SELECT max(id) FROM stories") + 1
            listing.make(self.base, new)
            name = self._moved(SPLIT, new, [(article, number) for article in gone])
        return StoryDecision(name, SPLIT, (f"st{number}", f"st{new}"), tuple(f"a{n}" for n in gone))

    def undo(self, name: str) -> tuple[str, bool]:
        """Take a decision back; return its verb, and whether articles moved."""
        number = number_of(name, "d", "decision")
        found = next((one for one in judgements.judgements(self.base) if one.id == number), None)
        if found is None:
            known = ", ".join(f"d{one.id}" for one in judgements.judgements(self.base))
            msg = f"there is no decision {name} to take back; there are {known or 'none'}"
            raise UsageError(msg)
        with self._changing():
            if found.verb in {MERGE, SPLIT}:
                told = json.loads(found.told)
                here = listing.stories_of(self.base, [article for article, _ in told["moves"]])
                back = [(article, old) for article, old in told["moves"] if here[article] == told["to"]]
                self._placed([(article, told["to"], old) for article, old in back])
            judgements.judge(self.base, UNDO, found.story, "", undo=number)
        return found.verb, found.verb in {MERGE, SPLIT}

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Do all that is inside, or nothing: what the memory has learnt of it is forgotten then."""
        try:
            with self.base.writing():
                yield
        except BaseException:
            self.memory.lost()
            raise

    def _story(self, name: str) -> int:
        number = number_of(name, "st", "story")
        if listing.head(self.base, number) is None:
            msg = f"there is no story {name}; `variorum stories` lists them"
            raise UsageError(msg)
        return number

    def _moved(self, verb: str, to: int, moves: Sequence[tuple[int, int]]) -> str:
        self._placed([(article, old, to) for article, old in moves])
        return f"d{judgements.judge(self.base, verb, to, json.dumps({'to': to, 'moves': moves}))}"

    def _placed(self, moves: Sequence[tuple[int, int, int]]) -> None:
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
            for article in kept.articles(self.base, _numbers(self.base, [story])).values():
                held.learn(features(article), story, again=True)


def _numbers(base: Database, stories: Sequence[int]) -> list[int]:
    return [one.id for some in listing.members(base, stories).values() for one in some]


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(f"a{number}" for number in sorted(numbers)[:20])
