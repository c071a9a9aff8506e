"""Measures whole accounts of events that were labelled after the program was made, from the texts alone.

    python bench/unseen.py             a line an event, and the means of both halves
    python bench/unseen.py u01 u07     these events alone
    python bench/unseen.py --misses    print what was missed, too; of the half `mended` alone

The labels lie in bench/labels as places in the articles of ../shared/eval/stories/wikinews.jsonl: none of their
words is here. They have the form of the accounts in ../shared/eval/accounts and are measured by the same scorer.
What was missed in the half `mended` may be looked at and mended. The half `measured` tells whether a change was one
for news or for those events: its misses are not to be looked at.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gate import MEASURES as OF_ACCOUNTS
from gate import ROOT, SHARED, line, loaded_scorer, with_fixed_hashes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import ModuleType

GOLD = ROOT / "bench" / "labels"
TEXTS = Path("eval/stories/wikinews.jsonl")
HALVES = ("mended", "measured")
_PARTS = ("claim_p", "claim_r")
MEASURES = (*(name for name in OF_ACCOUNTS if name != "verbatim"), *_PARTS)

Place = tuple[str, int, int]
Texts = dict[str, str]


class Labelled:
    """The labels of one event, with the articles that they are about."""

    def __init__(self, file: Path, rows: Mapping[str, dict[str, Any]]) -> None:
        """Take the articles out of `rows`, which are by their id."""
        self.name = file.stem
        self.labels: dict[str, Any] = json.loads(file.read_text("utf-8"))
        self.half: str = self.labels["half"]
        self.rows = {key: rows[name] for key, name in self.labels["articles"].items()}
        self._texts: Texts = {key: f"{row['title']}\n\n{row['text']}" for key, row in self.rows.items()}

    def written(self, folder: Path) -> list[Path]:
        """Write the articles as files, one each, and return these."""
        files = [folder / f"{key}.json" for key in self.rows]
        for file, row in zip(files, self.rows.values(), strict=True):
            given = {name: row.get(field) for name, field in _FIELDS.items()}
            file.write_text(json.dumps(given), "utf-8")
        return files

    def gold(self) -> dict[str, Any]:
        """Return the labels in the words that the scorer takes."""
        given = self.labels
        lists = {name: [self._worded(item) for item in given[name]] for name in _PLACED}
        claims = [claim | {"name": n, "mentions": self._mentions(claim)} for n, claim in enumerate(given["claims"])]
        articles = {key: {"file": f"{key}.json"} for key in self.rows}
        return {"articles": articles, "figure_groups": given["figure_groups"], "claims": claims, **lists}

    def _mentions(self, claim: dict[str, Any]) -> list[dict[str, Any]]:
        return [self._found(place) for place in claim["mentions"]]

    def _worded(self, item: dict[str, Any]) -> dict[str, Any]:
        worded = {**item, **self._found(item["at"])}
        if "alt" in item:
            worded["alt"] = [self._words(place) for place in item["alt"]]
        if "sources" in item:
            worded["sources"] = [one if isinstance(one, str) else self._words(one).lower() for one in item["sources"]]
        return worded

    def _found(self, place: Place) -> dict[str, Any]:
        """Return the words at a place, and the how manieth time they stand there in the article."""
        key, start, _ = place
        words, text = self._words(place), self._texts[key]
        earlier = sum(text.startswith(words, at) for at in range(start))
        return {"article": key, "is": words, "nth": earlier + 1}

    def _words(self, place: Place) -> str:
        key, start, end = place
        return self._texts[key][start:end]


_FIELDS = {"title": "title", "url": "url", "date": "pub_date", "text": "text"}
_PLACED = ("statements", "caveats", "figures", "dates")


def labelled(shared: Path) -> list[Labelled]:
    """Return the events in the order of their names."""
    rows = (json.loads(row) for row in (shared / TEXTS).read_text("utf-8").splitlines())
    by_id = {row["id"]: row for row in rows}
    return [Labelled(file, by_id) for file in sorted(GOLD.glob("*.json"))]


def scored(one: Labelled, scorer: ModuleType) -> tuple[dict[str, float], list[str]]:
    """Return the scores of the account of one event, and what was missed."""
    import variorum  # noqa: PLC0415 - the gate must speak before the engine loads
    from variorum.render import render  # noqa: PLC0415 - the same

    with tempfile.TemporaryDirectory() as folder:
        account = json.loads(render(variorum.compare(one.written(Path(folder)), decisions="none"), "json"))
    scores, misses = scorer.score(account, one.gold())
    return {name: float(scores[name]) for name in MEASURES}, misses


def of_halves(shared: Path) -> dict[str, float]:
    """Return the means over each half of what is held: of claims F1, not what it is made of."""
    scorer = loaded_scorer()
    found = [(one.half, scored(one, scorer)[0]) for one in labelled(shared)]
    means = {half: _mean([scores for of, scores in found if of == half]) for half in HALVES}
    return {f"{half} {name}": value for half in HALVES for name, value in means[half].items() if name not in _PARTS}


def _mean(found: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {name: sum(scores[name] for scores in found) / len(found) for name in MEASURES} if found else {}


def _lines(events: Sequence[Labelled], *, misses: bool) -> Iterator[str]:
    scorer = loaded_scorer()
    yield line("", list(MEASURES))
    found: list[tuple[str, dict[str, float]]] = []
    for one in events:
        scores, missed = scored(one, scorer)
        found.append((one.half, scores))
        yield line(f"{one.name} {one.half}", [f"{scores[name]:.3f}" for name in MEASURES])
        if misses and one.half == "mended":
            yield from (f"    {miss}" for miss in missed)
    for half in HALVES:
        if mean := _mean([scores for of, scores in found if of == half]):
            yield line(f"mean {half}", [f"{mean[name]:.3f}" for name in MEASURES])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if not (SHARED / TEXTS).exists():
        print(f"SKIPPED: nothing was scored. ../shared/{TEXTS} is not here.")
        return
    events = [one for one in labelled(SHARED) if not options.names or one.name in options.names]
    for told in _lines(events, misses=options.misses):
        print(told, flush=True)


if __name__ == "__main__":
    with_fixed_hashes()
    main()
