"""Holds the quality that was reached: scores whole accounts against hand-made gold and fails below a floor.

    python bench/gate.py            score, print the table, fail below a floor
    python bench/gate.py --write    raise floors to what is reached now; never lowers one
    python bench/gate.py --misses   print what was missed, too

The floors lie in floors.toml beside the digest of the files that they were measured with: an event whose files have
changed fails until `--write` takes the new digest. A floor is lowered by hand alone, with the reason beside it.
The scorer and most of the gold lie outside the project, in ../shared; where that is absent nothing can be scored, and
the gate says so and passes.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomlkit

if TYPE_CHECKING:
    from collections.abc import Iterator
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


def measured(event: Event, scorer: ModuleType) -> tuple[dict[str, float], list[str]]:
    """Return the scores of the account of one event, and what was missed."""
    import variorum  # noqa: PLC0415 - the gate must speak before the engine loads
    from variorum.render import render  # noqa: PLC0415 - the same

    account = json.loads(render(variorum.compare(event.inputs), "json"))
    scores, misses = scorer.score(account, json.loads(event.gold.read_text("utf-8")))
    return {name: float(scores[name]) for name in MEASURES}, misses


def judged(event: Event, scores: dict[str, float], floors: dict[str, Any]) -> list[str]:
    """Return what is wrong with the scores of one event, in words."""
    known = floors.get(event.name)
    if known is None:
        return [f"{event.name}: no floors yet; --write sets them"]
    if known["digest"] != event.digest():
        return [f"{event.name}: its files have changed since the floors were set; look, then --write"]
    return [
        f"{event.name}: {name} is {scores[name]:.3f}, its floor {known[name]:.3f}"
        for name in MEASURES
        if scores[name] < known.get(name, 0.0) - SLACK
    ]


def raised(floors: tomlkit.TOMLDocument, event: Event, scores: dict[str, float]) -> None:
    """Put what is reached into `floors` where it is more; comments stay as they are."""
    table = floors.setdefault(event.name, tomlkit.table())
    if table.get("digest") != event.digest():
        table["digest"] = event.digest()
    for name, value in scores.items():
        if value > table.get(name, -1.0):
            table[name] = math.floor(value * 1000) / 1000


def line(name: str, cells: list[str]) -> str:
    """Return one line of the table."""
    return f"{name:16}" + "".join(f"{cell:>13}" for cell in cells)


def main() -> int:
    """Score every event that is here; 1 where something is below its floor."""
    options = _options()
    if not SCORER.exists():
        print("SKIPPED: nothing was scored. The scorer and the gold lie in ../shared, which is not here.")
        return 0
    spec = importlib.util.spec_from_file_location("score_account", SCORER)
    assert spec is not None and spec.loader is not None  # noqa: PT018, S101 - a file that exists has both
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    floors = tomlkit.parse(FLOORS.read_text("utf-8")) if FLOORS.exists() else tomlkit.document()
    print(line("", list(MEASURES)))
    wrong: list[str] = []
    for event in events():
        scores, misses = measured(event, scorer)
        print(line(event.name, [f"{scores[name]:.3f}" for name in MEASURES]), flush=True)
        if options.misses:
            print("\n".join(f"    {miss}" for miss in misses))
        if options.write:
            raised(floors, event, scores)
        wrong += judged(event, scores, floors.unwrap())
    if options.write:
        FLOORS.write_text(tomlkit.dumps(floors), "utf-8")
    print("\n".join(wrong) or "every score is at its floor or above")
    return 1 if wrong else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--misses", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
