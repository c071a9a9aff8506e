"""Measure times: TempEval-3 platinum, the dates of the accounts, the Recognizers-Text cases, and speed.

    python bench/times.py [--data FOLDER] [--errors N] [platinum|accounts|recognizers|speed ...]

The data lie outside the project, by default in ../shared/eval; a set that is not there is skipped with a word.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import recognizers
from variorum.annotate import annotate
from variorum.extract.times import times
from variorum.model import Annotated, Article, Part, Published, Timex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "eval"
PARAGRAPH = re.compile(r"\S(?:[^\n]*\S)?")
SPEED_ARTICLES = 60


def article(name: str, text: str, published: str | None) -> Article:
    """Return a plain text as an article, each line a paragraph of the report."""
    parts = tuple(Part(m.start(), m.end(), "body") for m in PARAGRAPH.finditer(text))
    date = Published(published, "metadata") if published else None
    return Article(name, name, None, "", None, text, parts, published=date, language="en")


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def platinum(data: Path, errors: int) -> dict[str, float]:
    """Score spans and values against TempEval-3 platinum with the set's own scorer."""
    scorer = loaded(data / "times" / "score_times.py")
    gold = {d["id"]: d for d in lines(data / "times" / "platinum.jsonl")}
    read = annotate([article(name, d["text"], d["dct"]) for name, d in gold.items()])
    mine = {a.article.id: [_plain(t) for t in times(a)] for a in read}
    result, wrong = scorer.score({name: d["timexes"] for name, d in gold.items()}, mine)
    for name, want, got in wrong[:errors]:
        text = gold[name]["text"]
        print(f"  {name} {text[want['start'] : want['end']]!r} {want['type']} {want['value']}: got {_shown(text, got)}")
    if errors:
        _print_extra(scorer, gold, mine)
    measures = ("strict", "relaxed", "value", "type", "strict value")
    return {f"platinum {m} {k}": result[m][k] for m in measures for k in ("p", "r", "f1")}


def _plain(timex: Any) -> dict[str, Any]:  # noqa: ANN401 - as the scorer takes it
    return {"start": timex.start, "end": timex.end, "type": timex.type, "value": timex.value}


def _shown(text: str, got: dict[str, Any] | None) -> str:
    return "nothing" if got is None else f"{text[got['start'] : got['end']]!r} {got['type']} {got['value']}"


def _print_extra(scorer: Any, gold: dict[str, Any], mine: dict[str, Any]) -> None:  # noqa: ANN401 - a loaded module
    for name, found in mine.items():
        used = {j for _, j in scorer.pair(gold[name]["timexes"], found)}
        for j, extra in enumerate(found):
            if j not in used:
                print(f"  {name} too much: {_shown(gold[name]['text'], extra)}")


def accounts(data: Path, errors: int) -> dict[str, float]:
    """Return the share of the accounts' gold dates that are found with their value."""
    found, wanted = 0, 0
    for path in sorted((data / "accounts").glob("*/gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        read = annotate(list(_reports(path.parent, data.parent / "seeds", gold)))
        by_name = {a.article.id: (a, times(a)) for a in read}
        for date in gold["dates"]:
            if date.get("optional") or date.get("boilerplate") or date["article"] not in by_name:
                continue
            annotated, got = by_name[date["article"]]
            hit = _hit(annotated, got, date)
            wanted, found = wanted + 1, found + hit
            if not hit and errors:
                print(f"  {path.parent.name} {date['article']} {date['is']!r} {date['value']} not found")
    return {"accounts date_r": found / wanted}


def _reports(folder: Path, seeds: Path, gold: dict[str, Any]) -> Iterator[Article]:
    for name, report in gold["articles"].items():
        path = folder / report["file"] if (folder / report["file"]).exists() else seeds / report["file"]
        raw = path.read_text("utf-8")
        text = json.loads(raw)["text"] if path.suffix == ".json" else raw
        yield article(name, text, report["published"])


def _hit(annotated: Annotated, got: Iterable[Any], date: dict[str, Any]) -> bool:
    at = -1
    for _ in range(date.get("nth", 1)):
        at = annotated.article.text.find(date["is"], at + 1)
    end = at + len(date["is"])
    values = {date["value"], *date.get("alt_values", [])}
    return any(t.start < end and at < t.end and t.value in values for t in got)


def cases(data: Path, errors: int) -> dict[str, float]:
    """Return by kind the share of Recognizers-Text's cases that are found, and with a value that the set accepts."""

    def read(texts: list[tuple[str, str]]) -> list[list[Timex]]:
        return [times(a) for a in annotate([article(str(n), text, day) for n, (text, day) in enumerate(texts)])]

    return recognizers.scores(data / "times" / "recognizers", read, errors)


def speed(data: Path, _: int) -> dict[str, float]:
    """Return the words a second on top of a finished parse, over whole news articles."""
    raw = [d for _, d in zip(range(SPEED_ARTICLES), lines(data / "stories" / "wikinews.jsonl"), strict=False)]
    read = annotate([article(str(n), d["text"], (d.get("pub_date") or "")[:10] or None) for n, d in enumerate(raw)])
    times(read[0])
    start = time.process_time()
    for annotated in read:
        times(annotated)
    return {"speed words/s": sum(len(a.tokens) for a in read) / (time.process_time() - start)}


def loaded(path: Path) -> Any:  # noqa: ANN401 - the set's own scorer
    """Return a scorer that lies beside the data as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SETS: dict[str, Callable[[Path, int], dict[str, float]]] = {
    "platinum": platinum,
    "accounts": accounts,
    "recognizers": cases,
    "speed": speed,
}


def main() -> None:
    """Run the sets that are named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", choices=[[], *SETS], metavar="SET")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    for name in args.sets or SETS:
        try:
            figures = SETS[name](args.data, args.errors)
        except FileNotFoundError as missing:
            print(f"{name}: skipped, {missing.filename or missing} is not there")
            continue
        for measure, value in figures.items():
            print(f"{measure:36} {value:,.3f}")


if __name__ == "__main__":
    main()
