"""The product's whole way, as an outsider would measure it: `variorum add`, `stories`, and the set's own scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from story_sets import SETS, halves, scorer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Row = dict[str, Any]


class Line(NamedTuple):
    """One line of a set, and the event of its article."""

    event: str
    text: str


def through_add(folder: Path = SETS) -> None:
    """Print the scores of each set and part, each put into a collection of its own in the order of its file."""
    print(f"{'B-cubed F1 (precision, recall)':52}")
    for name, lines, only in _parts(folder):
        with TemporaryDirectory() as place:
            rows = [json.loads(line) for line in lines]
            file = Path(place, "set.jsonl")
            file.write_text("\n".join(lines), "utf-8")
            stories, unmatched = matched(rows, _collected(file, len(rows)))
            found = _scored(rows, stories, Path(place), only, folder)
        print(f"{name:52}{found['f1']:.3f} ({found['p']:.2f}, {found['r']:.2f})", flush=True)
        for row in unmatched:
            print(f"    not in any story, so alone: {row['id']} {row['url']}")


def matched(rows: Sequence[Row], stories: Sequence[Row]) -> tuple[dict[str, str], list[Row]]:
    """Return the story of each row by the line that its article came from, else by its address; and rows in none."""
    articles = [(story["story"], article) for story in stories for article in story["articles"]]
    lines = {article["path"].rpartition("#")[2]: story for story, article in articles}
    addresses = {article["url"]: story for story, article in articles if article["url"]}
    given = {row["id"]: lines.get(str(n)) or addresses.get(row["url"]) for n, row in enumerate(rows, 1)}
    alone = [row for row in rows if given[row["id"]] is None]
    return {name: story for name, story in given.items() if story}, alone


def _parts(folder: Path) -> Iterator[tuple[str, list[str], str | None]]:
    """Return the lines of each set and part, and the half of their events that is scored."""
    whole = (folder / "wikinews.jsonl").read_text("utf-8").splitlines()
    for name, some in halves([Line(json.loads(line)["event"], line) for line in whole], scorer(folder).is_even).items():
        yield name, [one.text for one in some], None
    yield "wikinews all, only its dev events scored", whole, "even"
    yield "wikinews all, only its other events scored", whole, "odd"
    yield "basil", (folder / "basil.jsonl").read_text("utf-8").splitlines(), None


def _collected(file: Path, most: int) -> list[Row]:
    """Return the stories of a new collection that holds the articles of a file."""
    desk = ("--to", str(file.with_name("set.variorum")))
    _run("-m", "variorum", "add", str(file), *desk)
    stories: list[Row] = json.loads(_run("-m", "variorum", "stories", *desk, "--limit", str(most), "--format", "json"))
    return stories


def _scored(
    rows: Sequence[Row], stories: dict[str, str], place: Path, only: str | None, folder: Path
) -> dict[str, float]:
    gold, told = place / "gold.jsonl", place / "told.jsonl"
    gold.write_text("".join(json.dumps({"id": row["id"], "story": row["event"]}) + "\n" for row in rows), "utf-8")
    told.write_text(
        "".join(json.dumps({"id": name, "story": story}) + "\n" for name, story in stories.items()), "utf-8"
    )
    half = ("--only", only) if only else ()
    found: Row = json.loads(_run(str(folder / "score_stories.py"), str(gold), str(told), "--json", *half))
    return dict(found["b3"])


def _run(*command: str) -> str:
    done = subprocess.run([sys.executable, *command], check=False, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(done.stderr)
    return done.stdout
