"""`decide`: what a person knows better, kept beside the reports."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, overload

from variorum.api.accounts import opened
from variorum.api.decisions import home, is_file
from variorum.errors import UsageError
from variorum.model.decision import DECISIONS_FILE

if TYPE_CHECKING:
    from os import PathLike

    from variorum.model import Account, Anchor, Decision, StoryDecision

UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision in a collection, and whether it was taken back."""

    id: str
    decision: Decision | StoryDecision
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, the file that now has it, and whether it was taken back."""

    decision: Decision
    file: Path
    undone: bool = False


@overload
def decide(account: Account, verb: str, *args: str, decisions: str | PathLike[str] | None = None) -> Decided: ...


@overload
def decide(
    account: str | PathLike[str], verb: str, *args: str, decisions: str | PathLike[str] | None = None
) -> Decided | Judged: ...


def decide(
    account: Account | str | PathLike[str],
    verb: str,
    *args: str,
    decisions: str | PathLike[str] | None = None,
) -> Decided | Judged:
    """Add a decision on `account` to the file `decisions`, without it to `decisions.variorum.txt` beside the reports.

    `verb` and `args`: `same` or `different` and two claims or statements; `merge-entity` and two entities;
    `split-entity`, an entity and the spelling or the report of somebody else; `source`, a statement and an entity or
    words of its report; `note`, a claim and the note; `undo` and a decision. The account itself stays as it is:
    `compare` applies the file when it is made anew. Raises `UsageError` for what does not fit and changes nothing then.

    Where `account` is the file of a collection, the decision is kept there, as `Collection.decide` tells: `merge` and
    stories, `split`, a story and articles, or a verb from above, a story and what the verb needs.
    """
    from variorum.relate.deciding import deciding  # noqa: PLC0415 - start-up
    from variorum.store import add, is_collection, load, next_id  # noqa: PLC0415 - start-up

    if isinstance(account, (str, os.PathLike)) and is_collection(account):
        return _in_collection(account, verb, args)
    made = opened(account)
    file = Path(decisions) if decisions else _beside(made, account)
    known = load(file).decisions if file.exists() else []
    if verb == UNDO:
        undone = _named(known, args, file)
        add(file, next_id(file), undone.id)
        return Decided(undone, file, undone=True)
    decision = _seen_from(file.parent, deciding(made, next_id(file), verb, args))
    again = next((d for d in known if replace(d, id=decision.id) == decision), None)
    if again:
        msg = f"{file} has this decision already: {again.id}"
        raise UsageError(msg)
    add(file, decision.id, decision)
    return Decided(decision, file)


def _in_collection(file: str | PathLike[str], verb: str, args: tuple[str, ...]) -> Judged:
    from variorum.api.collection import Collection  # noqa: PLC0415 - start-up

    with Collection.open(file, create=False) as collection:
        return collection.decide(verb, *args)


def _beside(account: Account, given: Account | str | PathLike[str]) -> Path:
    """Return the file in the folder of the account's first report, as seen from here or beside the account."""
    if not account.articles:
        msg = "this account has no report to decide on"
        raise UsageError(msg)
    first = account.articles[0]
    name = Path(first.path.split("#")[0]).name
    folders = [home(first), *([Path(given).parent] if isinstance(given, (str, os.PathLike)) else [])]
    folder = next((f for f in folders if not is_file(first.path) or (f / name).exists()), None)
    if folder is None:
        msg = f"{first.path} is not found from here; name the file of decisions with --decisions FILE"
        raise UsageError(msg)
    return folder / DECISIONS_FILE


def _named(known: list[Decision], args: tuple[str, ...], file: Path) -> Decision:
    """Return the last decision of the name."""
    found = [d for d in known if (d.id,) == args]
    if not found:
        msg = f"undo needs one decision of {file}; it has {', '.join(d.id for d in known) or 'none'}"
        raise UsageError(msg)
    return found[-1]


def _seen_from(folder: Path, decision: Decision) -> Decision:
    """Return the decision with paths as seen from the folder of its file, so that the two can be moved together."""

    def moved(anchor: Anchor) -> Anchor:
        if not is_file(anchor.path):
            return anchor
        there = Path(anchor.path.split("#")[0]).exists()
        path = Path(os.path.relpath(anchor.path, folder)) if there else Path(Path(anchor.path).name)
        return replace(anchor, path=path.as_posix())

    return replace(decision, anchors=tuple(moved(anchor) for anchor in decision.anchors))
