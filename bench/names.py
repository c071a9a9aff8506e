"""Measure `same_name` on pairs of names: precision, recall and F1 of "the same", on two halves.

    python bench/names.py CASES.csv [--misses]

The file has the columns of OpenSanctions' name benchmark: `schema`, `name1`, `name2`, `is_match`. A pair belongs to the
development half, on which rules were chosen, if the sha256 of its names is even; the other half tells.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.relate.entities.same_name import same_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.model import EntityType

KINDS: dict[str, EntityType] = {"Person": "person"}


def is_development(row: dict[str, str]) -> bool:
    """Tell whether a pair belongs to the half on which rules are chosen."""
    return hashlib.sha256(f"{row['name1']}|{row['name2']}".encode()).digest()[0] % 2 == 0


def score(cases: Iterable[dict[str, str]]) -> dict[str, float]:
    """Return precision, recall and F1 of the pairs taken for the same name."""
    hits = said = true = 0
    for row in cases:
        predicted = same_name(row["name1"], row["name2"], KINDS.get(row["schema"], "organization")).same
        actual = row["is_match"] == "true"
        hits += predicted and actual
        said += predicted
        true += actual
    precision, recall = hits / max(said, 1), hits / max(true, 1)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(precision + recall, 1e-9)}


def read(path: Path) -> list[dict[str, str]]:
    """Return the pairs of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Print the figures, and the pairs of the development half that are judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    cases = read(options.cases)
    halves = {
        "development": [r for r in cases if is_development(r)],
        "other": [r for r in cases if not is_development(r)],
    }
    for name, half in {**halves, "all": cases}.items():
        print(f"{name:12} {len(half):4} pairs  " + "  ".join(f"{k} {v:.3f}" for k, v in score(half).items()))
    for row in halves["development"] if options.misses else ():
        found = same_name(row["name1"], row["name2"], KINDS.get(row["schema"], "organization"))
        if found.same != (row["is_match"] == "true"):
            print(f"{row['is_match']:5} {row['schema']:8} {row['name1']} | {row['name2']} | {found.how}")


if __name__ == "__main__":
    main()
