"""The file of decisions: plain text, one decision a line, to be read in a diff and kept with the inputs.

    d1 same "At least 15 people died" herald.txt@1f738e0a9c21:120-143 "15 people are dead" ledger.txt@0b…:33-51
    d2 note "15 people are dead" ledger.txt@0b1c…:33-51 "the hospital confirms 14"
    d3 undo d1

Words stand as JSON strings; a place behind them is file, first digits of the sha256, start and end. The file only
grows: an undo line takes back the nearest line above that it names, an undo line too. Whoever deletes a line by hand
takes it back as well. Blank lines and lines that begin with `#` say nothing.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast, get_args
from urllib.parse import quote, unquote

from variorum.errors import UsageError
from variorum.model import Anchor, Decision, DecisionVerb, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEAD = """# Decisions on the reports in this folder: `variorum compare` applies them, `variorum decide` adds to them.
# One a line; to take one back add a line like: d9 undo d3
"""
UNDO = "undo"
_LINE = re.compile(r"(d\d+) ([a-z-]+)(?: (.*))?")
_PLACE = re.compile(r"(\S+)@([0-9a-f]{12}):(\d+)-(\d+)")
_ANCHORS = {"same": 2, "different": 2, "merge-entity": 2, "source": 2, "note": 1}
"""How many passages a decision is about; `split-entity` has one or more."""
_JSON = json.JSONDecoder()


class Kept(NamedTuple):
    """The decisions of a file that count, in its order, and its lines that cannot be read."""

    decisions: list[Decision]
    problems: list[Problem]


class _Line(NamedTuple):
    number: int
    id: str
    decision: Decision | None
    undone: str


def load(path: Path) -> Kept:
    """Return the decisions of a file that are not taken back. Raises `UsageError` where it cannot be read."""
    lines, problems = _lines(path)
    undone: dict[str, int] = {}
    counting: list[Decision] = []
    for line in reversed(lines):
        if undone.pop(line.id, None) is not None:
            continue
        if line.decision:
            counting.append(line.decision)
        else:
            undone[line.undone] = line.number
    problems += [_bad(path, number, f"there is no {name} above to take back") for name, number in undone.items()]
    return Kept(counting[::-1], problems)


def next_id(path: Path) -> str:
    """Return the name that the next line of a file is to have."""
    numbers = [int(line.id[1:]) for line in _lines(path)[0]] if path.exists() else []
    return f"d{max(numbers, default=0) + 1}"


def add(path: Path, name: str, what: Decision | str) -> None:
    """Add a line to the file, which is made if need be: a decision, or an undo of the line that `what` names.

    Raises `UsageError` where it cannot be written.
    """
    line = written(what) if isinstance(what, Decision) else f"{name} {UNDO} {what}"
    try:
        before = path.read_bytes() if path.exists() else HEAD.encode()
        gap = b"" if before.endswith(b"\n") or not before else b"\n"
        path.write_bytes(before + gap + line.encode() + b"\n")
    except OSError as error:
        msg = f"{path}: the decision could not be written: {error.strerror or error}"
        raise UsageError(msg) from error


def written(decision: Decision) -> str:
    """Return a decision as its line, without the end of the line."""
    told = [piece for anchor in decision.anchors for piece in (_quoted(anchor.text), _place(anchor))]
    told += [] if decision.text is None else [_quoted(decision.text)]
    return " ".join([decision.id, decision.verb, *told])


def parsed(line: str) -> Decision:
    """Return the decision that a line holds. Raises `ValueError`, with what is wrong, where it holds none."""
    match = _LINE.fullmatch(line.strip())
    if match is None or match[2] not in get_args(DecisionVerb):
        verbs = ", ".join([*get_args(DecisionVerb), UNDO])
        msg = f"a line is a name like d3, one of {verbs}, and passages"
        raise ValueError(msg)
    anchors, texts = _items(match[3] or "")
    decision = Decision(match[1], cast("DecisionVerb", match[2]), tuple(anchors), texts[0] if texts else None)
    wanted = _ANCHORS.get(decision.verb, max(1, len(anchors)))
    if len(anchors) != wanted or len(texts) != (decision.verb == "note"):
        msg = f"{decision.verb} is about {wanted} passages" + (" and a text" if decision.verb == "note" else "")
        raise ValueError(msg)
    return decision


def _lines(path: Path) -> tuple[list[_Line], list[Problem]]:
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        msg = f"{path}: the decisions cannot be read ({error.strerror or error}); name another file, or none"
        raise UsageError(msg) from error
    lines, problems = [], []
    for number, row in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if row.strip() and not row.startswith("#"):
            try:
                lines.append(_line(number, row))
            except ValueError as error:
                problems.append(_bad(path, number, str(error)))
    return lines, [*problems, *_doubles(path, lines)]


def _line(number: int, row: str) -> _Line:
    undo = re.fullmatch(rf"(d\d+) {UNDO} (d\d+)\s*", row)
    if undo:
        return _Line(number, undo[1], None, undo[2])
    decision = parsed(row)
    return _Line(number, decision.id, decision, "")


def _doubles(path: Path, lines: Iterable[_Line]) -> Iterator[Problem]:
    seen: set[str] = set()
    for line in lines:
        if line.id in seen:
            yield _bad(path, line.number, f"{line.id} names another line, too; give one of them a new number")
        seen.add(line.id)


def _bad(path: Path, number: int, what: str) -> Problem:
    return Problem(path.as_posix(), "bad-decision", f"{path.as_posix()}: line {number}: {what}")


def _items(rest: str) -> tuple[list[Anchor], list[str]]:
    """Read the strings of a line: those with a place behind them, and those without."""
    anchors: list[Anchor] = []
    texts: list[str] = []
    rest = rest.strip()
    while rest:
        if not rest.startswith('"'):
            msg = f"words in quotation marks were to stand where {rest[:30]!r} is"
            raise ValueError(msg)
        words, end = _JSON.raw_decode(rest)
        rest = rest[end:].lstrip()
        place = _PLACE.match(rest)
        if place:
            anchors.append(Anchor(unquote(place[1]), place[2], int(place[3]), int(place[4]), words))
            rest = rest[place.end() :].lstrip()
        else:
            texts.append(words)
    return anchors, texts


def _quoted(words: str) -> str:
    """Write words as a JSON string, with every character that does not show (a line's end, a change of direction)."""
    shown = (c if c.isprintable() else json.dumps(c)[1:-1] for c in json.dumps(words, ensure_ascii=False))
    return "".join(shown)


def _place(anchor: Anchor) -> str:
    hidden = (quote(c, errors="surrogateescape") if not c.isprintable() or c in ' "%' else c for c in anchor.path)
    return f"{''.join(hidden)}@{anchor.sha256}:{anchor.start}-{anchor.end}"
