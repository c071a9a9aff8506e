"""`Collection.decide`: what is decided on stories and on claims, kept and taken back in one way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from variorum.api.collection.deciding import MERGE, SPLIT, UNDO, StoryDeciding, number_of
from variorum.api.deciding import Judged
from variorum.errors import UsageError
from variorum.model.collection import StoryDecision
from variorum.store import judgements
from variorum.store.decisions import parsed, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.api.collection import Collection
    from variorum.api.collection.memory import StoriesMemory
    from variorum.store.database import Database
    from variorum.store.judgements import Judgement


def decided(collection: Collection, base: Database, memory: StoriesMemory, verb: str, args: Sequence[str]) -> Judged:
    """Do what `Collection.decide` says."""
    deciding = StoryDeciding(base, memory)
    if verb == UNDO:
        return _undone(base, deciding, args)
    if verb == MERGE:
        made = deciding.merge(args)
        return Judged(made.id, made)
    if not args:
        msg = f"{verb} needs a story first, and then what is decided of it"
        raise UsageError(msg)
    if verb == SPLIT:
        made = deciding.split(args[0], args[1:])
        return Judged(made.id, made)
    return _on_claims(collection, base, verb, args)


def listed(base: Database) -> tuple[Judged, ...]:
    """Return the decisions that count."""
    return tuple(_judged(one) for one in judgements.judgements(base))


def _judged(one: Judgement, *, undone: bool = False) -> Judged:
    if one.verb not in {MERGE, SPLIT}:
        return Judged(f"d{one.id}", parsed(one.told), undone)
    told = json.loads(one.told)
    stories = dict.fromkeys(story for _, story in told["moves"])
    named = [told["to"], *stories] if one.verb == MERGE else [*stories, told["to"]]
    made = StoryDecision(
        f"d{one.id}",
        MERGE if one.verb == MERGE else SPLIT,
        tuple(f"st{story}" for story in named),
        tuple(f"a{article}" for article, _ in told["moves"]),
    )
    return Judged(made.id, made, undone)


def _undone(base: Database, deciding: StoryDeciding, args: Sequence[str]) -> Judged:
    if len(args) != 1:
        msg = "undo needs one decision, like d4"
        raise UsageError(msg)
    number = number_of(args[0], "d", "decision")
    before = next((one for one in judgements.judgements(base) if one.id == number), None)
    deciding.undo(args[0])
    assert before is not None  # noqa: S101 - undo would have raised
    return _judged(before, undone=True)


def _on_claims(collection: Collection, base: Database, verb: str, args: Sequence[str]) -> Judged:
    from variorum.relate.deciding import deciding  # noqa: PLC0415 - start-up

    account = collection.show(args[0])
    with base.writing():
        made = deciding(account, f"d{judgements.next_judgement(base)}", verb, args[1:])
        judgements.judge(base, verb, number_of(args[0], "st", "story"), written(made))
    return Judged(made.id, made)
