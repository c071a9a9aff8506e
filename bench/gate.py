"""Holds the quality that was reached: scores whole accounts and every set with gold, and fails below a floor.

    python bench/gate.py              score all, print the tables, fail below a floor
    python bench/gate.py ferry names  score these events and sets alone
    python bench/gate.py --write      raise floors to what is reached now; never lowers one
    python bench/gate.py --misses     print what was missed in accounts, too

The sets are those of sets.py. The floors lie in floors.toml beside the digest of the files that they were measured
with: an event or set whose files have changed fails until `--write` takes the new digest. A floor is lowered by hand
alone, with the reason beside it. The scorers and most of the gold lie outside the project, in ../shared; what is absent
there cannot be scored: the gate says so and passes.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib.util
import io
import json
import math
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomlkit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "eval" / "accounts" / "score_account.py"
FLOORS = ROOT / "bench" / "floors.toml"
MEASURES = (
    "verbatim",
    "statement_f1",
    "source_acc",
    "figure_f1",
    "date_r",
    "caveat_f1",
    "claim_f1",
    "support_acc",
    "group_acc",
)
SLACK = 0.0005
"""Floors keep three decimals; a value this much below is the same value."""
ROUNDING = 1e-6
"""What binary fractions lack: 0.966 is a little less than 966 thousandths."""


@dataclass(frozen=True, slots=True)
class Event:
    """The reports of one event, and the hand-made gold for them."""

    name: str
    inputs: tuple[Path, ...]
    gold: Path

    def digest(self) -> str:
        """Return the sha256 of what the event is measured with."""
        files = [*self.inputs, self.gold, SCORER]
        return hashlib.sha256(b"\0".join(f.name.encode() + f.read_bytes() for f in files)).hexdigest()


def events() -> Iterator[Event]:
    """Find the events that are here: those of ../shared, and our own."""
    for gold in sorted((SHARED / "eval" / "accounts").glob("*/gold.json")):
        folder = SHARED / "seeds" if gold.parent.name == "seeds" else gold.parent
        yield Event(gold.parent.name, _reports(folder), gold)
    for gold in sorted((ROOT / "bench" / "gold").glob("*.json")):
        yield Event(gold.stem, _reports(ROOT / "src" / "variorum" / "examples" / gold.stem), gold)


def _reports(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(f for f in folder.iterdir() if f.is_file() and f.name != "gold.json" and f.suffix != ".py"))


def loaded_scorer() -> ModuleType:
    """Return the scorer of accounts, which is in ../shared."""
    spec = importlib.util.spec_from_file_location("score_account", SCORER)
    assert spec is not None and spec.loader is not None  # noqa: PT018, S101 - a file that exists has both
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def account_of(event: Event) -> dict[str, Any]:
    """Return the account of the reports of one event, as its JSON says it."""
    import variorum  # noqa: PLC0415 - the gate must speak before the engine loads
    from variorum.render import render  # noqa: PLC0415 - the same

    account: dict[str, Any] = json.loads(render(variorum.compare(event.inputs), "json"))
    return account


def measured(event: Event, scorer: ModuleType) -> tuple[dict[str, float], list[str]]:
    """Return the scores of the account of one event, and what was missed."""
    scores, misses = scorer.score(account_of(event), json.loads(event.gold.read_text("utf-8")))
    return {name: float(scores[name]) for name in MEASURES}, misses


@dataclass(frozen=True, slots=True)
class Result:
    """The scores of one event or set, and the digest of what they were measured with."""

    name: str
    digest: str
    scores: dict[str, float]


def judged(result: Result, floors: dict[str, Any]) -> list[str]:
    """Return what is wrong with one result, in words: below a floor, no longer measured, measured by something else."""
    known = floors.get(result.name)
    if known is None:
        return [f"{result.name}: no floors yet; --write sets them"]
    if known["digest"] != result.digest:
        return [f"{result.name}: its files have changed since the floors were set; look, then --write"]
    held = {name: floor for name, floor in known.items() if name != "digest"}
    return [
        f"{result.name}: {name} is {result.scores.get(name, 0.0):.3f}, its floor {floor:.3f}"
        for name, floor in held.items()
        if result.scores.get(name, 0.0) < floor - SLACK
    ]


def raised(floors: tomlkit.TOMLDocument, result: Result) -> None:
    """Put what is reached into `floors` where it is more; comments stay as they are."""
    table = floors.setdefault(result.name, tomlkit.table())
    if table.get("digest") != result.digest:
        table["digest"] = result.digest
    for name, value in result.scores.items():
        reached = math.floor(value * 1000 + ROUNDING) / 1000
        if reached > table.get(name, -1.0):
            table[name] = reached


def line(name: str, cells: list[str]) -> str:
    """Return one line of the table."""
    return f"{name:16}" + "".join(f"{cell:>13}" for cell in cells)


def of_events(wanted: Sequence[str], *, misses: bool) -> Iterator[Result]:
    """Score the account of every event that is here, a line each."""
    chosen = [event for event in events() if not wanted or event.name in wanted]
    if not chosen:
        return
    scorer = loaded_scorer()
    print(line("", list(MEASURES)))
    for event in chosen:
        scores, missed = measured(event, scorer)
        print(line(event.name, [f"{scores[name]:.3f}" for name in MEASURES]), flush=True)
        if misses:
            print("\n".join(f"    {miss}" for miss in missed))
        yield Result(event.name, event.digest(), scores)


def of_sets(wanted: Sequence[str]) -> Iterator[Result]:
    """Score every set that is here, a line each; say of each that is not that it is skipped."""
    from sets import SETS  # noqa: PLC0415 - the gate must speak before the engine loads

    for one in SETS:
        if wanted and one.name not in wanted:
            continue
        if absent := one.missing(SHARED):
            print(f"SKIPPED: {one.name} was not scored. ../shared/{absent[0]} is not here.", flush=True)
            continue
        begun = time.monotonic()
        with contextlib.redirect_stdout(io.StringIO()):
            scores = one.measure(SHARED)
        cells = "  ".join(f"{name} {value:.3f}" for name, value in scores.items())
        print(f"{one.name:16}{cells}  ({time.monotonic() - begun:.0f} s)", flush=True)
        yield Result(one.name, one.digest(SHARED), scores)


def unknown(wanted: Sequence[str]) -> list[str]:
    """Return the names that are neither an event nor a set."""
    from sets import SETS  # noqa: PLC0415 - the gate must speak before the engine loads

    known = {event.name for event in events()} | {one.name for one in SETS}
    return [name for name in wanted if name not in known]


def main() -> int:
    """Score what is here; 1 where something is below its floor."""
    options = _options()
    if not SCORER.exists():
        print("SKIPPED: nothing was scored. The scorers and the gold lie in ../shared, which is not here.")
        return 0
    floors = tomlkit.parse(FLOORS.read_text("utf-8")) if FLOORS.exists() else tomlkit.document()
    wrong = [f"{name}: there is no event or set of this name" for name in unknown(options.names)]
    for result in (*of_events(options.names, misses=options.misses), *of_sets(options.names)):
        if options.write:
            raised(floors, result)
        wrong += judged(result, floors.unwrap())
    if options.write:
        FLOORS.write_text(tomlkit.dumps(floors), "utf-8")
    print("\n".join(wrong) or "every score is at its floor or above")
    return 1 if wrong else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--misses", action="store_true")
    return parser.parse_args()


def with_fixed_hashes() -> None:
    """Start anew with fixed hashes: the scorer breaks ties by the order of a set, and so by the seed of the run."""
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})  # noqa: S606 - our own script


if __name__ == "__main__":
    with_fixed_hashes()
    sys.exit(main())
