"""`Collection.decide`: what is decided on stories and on claims, kept and taken back in one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.api.collection.moving import MERGE, SPLIT, Moving, on_stories
from variorum.api.collection.named import story_named
from variorum.api.deciding import UNDO, Judged
from variorum.errors import UsageError
from variorum.model.naming import DECISION
from variorum.store import Kept, judgements
from variorum.store import articles as kept
from variorum.store.decisions import parsed, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.api.collection import Collection
    from variorum.api.collection.memory import StoriesMemory
    from variorum.store.database import Database
    from variorum.store.judgements import Judgement


def decided(collection: Collection, base: Database, memory: StoriesMemory, verb: str, args: Sequence[str]) -> Judged:
    """Do what `Collection.decide` says."""
    moving = Moving(base, memory)
    if verb == UNDO:
        return _undone(base, moving, args)
    if verb == MERGE:
        return _judged(moving.merge(args))
    if not args:
        msg = f"{verb} needs a story first, and then what is decided of it"
        raise UsageError(msg)
    if verb == SPLIT:
        return _judged(moving.split(args[0], args[1:]))
    return _on_claims(collection, base, verb, args)


def listed(base: Database) -> tuple[Judged, ...]:
    """Return the decisions that count."""
    return tuple(map(_judged, judgements.judgements(base)))


def on_claims(base: Database, numbers: Sequence[int]) -> Kept:
    """Return the decisions on the claims of articles, whatever story they were in when it was decided."""
    found = [parsed(one.told) for one in judgements.judgements(base) if not on_stories(one)]
    own = {article.sha256[:12] for article in kept.articles(base, numbers).values()} if found else set()
    return Kept([one for one in found if {anchor.sha256 for anchor in one.anchors} <= own], [])


def _judged(one: Judgement, *, undone: bool = False) -> Judged:
    return Judged(DECISION.name(one.id), on_stories(one) or parsed(one.told), undone)


def _undone(base: Database, moving: Moving, args: Sequence[str]) -> Judged:
    if len(args) != 1:
        msg = "undo needs one decision, like d4"
        raise UsageError(msg)
    known = {one.id: one for one in judgements.judgements(base)}
    found = known.get(DECISION.number(args[0]))
    if found is None:
        msg = f"there is no decision {args[0]} to take back; there are {', '.join(map(DECISION.name, known)) or 'none'}"
        raise UsageError(msg)
    with moving.changing():
        if on_stories(found):
            moving.back(found)
        judgements.judge(base, UNDO, found.story, "", undo=found.id)
    return _judged(found, undone=True)


def _on_claims(collection: Collection, base: Database, verb: str, args: Sequence[str]) -> Judged:
    from variorum.relate.deciding import deciding  # noqa: PLC0415 - start-up

    account = collection.show(args[0])
    with base.writing():
        made = deciding(account, DECISION.name(judgements.next_judgement(base)), verb, args[1:])
        judgements.judge(base, verb, story_named(base, args[0]).id, written(made))
    return Judged(made.id, made)
