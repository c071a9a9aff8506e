"""How well reports are cleaned: fields, furniture by line, and what the gold accounts say of their articles.

    python bench/cleaning.py [GOLD_FOLDER REPORTS_FOLDER]... [--misses]

Without folders it measures the project's own corpus (tests/clean/corpus) and its own examples. Each further pair is a
folder of gold and one of reports: `articles` of each gold file names a report and its title, outlet, agency, day, and
pieces of `furniture` and of the report (`kept`).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.clean import clean
from variorum.ingest import captures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.model import Article

HOME = Path(__file__).parents[1]
FLOORS = {
    "title": 0.95,
    "byline": 0.85,
    "published": 0.95,
    "outlet": 0.95,
    "agency": 0.95,
    "place": 0.95,
    "furniture precision": 0.98,
    "furniture recall": 0.95,
    "kept": 1.0,
}


class Tally:
    """Rights and totals by name, and what went wrong."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.misses: list[str] = []

    def add(self, name: str, miss: str, *, right: bool) -> None:
        """Count one case."""
        self.right[name] += right
        self.total[name] += 1
        if not right:
            self.misses.append(f"{name}: {miss}")

    def share(self, name: str) -> float:
        """Return the share of the cases that are right; 1 where there is none."""
        return self.right[name] / self.total[name] if self.total[name] else 1.0


def corpus(tally: Tally) -> None:
    """Measure the project's own corpus: each field that a case states, and each labelled line."""
    spec = importlib.util.spec_from_file_location("clean_cases", HOME / "tests" / "clean" / "cases.py")
    if spec is None or spec.loader is None:
        return
    cases = importlib.util.module_from_spec(spec)
    sys.modules["clean_cases"] = cases
    spec.loader.exec_module(cases)
    for case in cases.CASES:
        article, _ = case.run()
        if article is None:
            continue
        got = {
            "title": article.title,
            "byline": "; ".join(article.byline),
            "published": article.published and article.published.value,
            "agency": f"{article.agency.name} {article.agency.basis}" if article.agency else None,
            "outlet": article.publisher.name if article.publisher else None,
            "place": article.place.text if article.place else None,
        }
        for name, value in got.items():
            stated = {"outlet": "publisher"}.get(name, name)
            if stated in case.expected:
                want = case.expected[stated].replace("none", "")
                tally.add(name, f"{case.name} {value!r} for {want!r}", right=(value or "") == want)
        if case.pieces:
            wanted = {(kind, cases.bare(text)) for kind, text in case.pieces}
            lines(tally, case.name, wanted, set(cases.pieces_of(article)))


def lines(tally: Tally, name: str, want: set[tuple[str, str]], have: set[tuple[str, str]]) -> None:
    """Count the lines of furniture, whatever their kind, and the report's own lines that are kept."""
    report = {"headline", "standfirst", "dateline", "body", "correction"}
    marked, found = ({text for kind, text in side if kind not in report} for side in (want, have))
    for text in marked:
        tally.add("furniture recall", f"{name} {text[:70]!r}", right=text in found)
    for text in found:
        tally.add("furniture precision", f"{name} {text[:70]!r}", right=text in marked)
    kept = "\n".join(text for kind, text in have if kind in report)
    for kind, text in want:
        if kind in report:
            tally.add("kept", f"{name} {text[:70]!r}", right=text in kept)


def accounts(tally: Tally, gold: Path, reports: Path) -> None:
    """Measure what gold accounts say of their articles."""
    for path in sorted(gold.rglob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        wanted = data.get("articles") if isinstance(data, dict) else None
        for entry in wanted.values() if isinstance(wanted, dict) else ():
            for article in read(reports, path, entry["file"]):
                judged(tally, article, entry)


def read(reports: Path, gold: Path, name: str) -> Iterator[Article]:
    """Yield the article of a report beside its gold, or in the reports' folder."""
    places = [gold.parent / name, reports / name, reports / gold.stem / name]
    found, _ = captures([str(place) for place in places if place.is_file()][:1])
    return (clean(capture, name="a1")[0] for capture in found)


def judged(tally: Tally, article: Article, gold: dict[str, object]) -> None:
    """Count the fields and pieces of one article."""
    name = Path(article.path).name
    got = {
        "outlet": article.publisher.name if article.publisher else None,
        "agency": article.agency.name if article.agency else None,
    }
    for key, value in got.items():
        want = gold.get(key)
        if key in gold and not (key == "agency" and "agency_note" in gold):
            right = value is None if want is None else value is not None and any(w in value.lower() for w in want)  # type: ignore[attr-defined]
            tally.add(key, f"{name} {value!r} for {want!r}", right=right)
    day = article.published.value if article.published else None
    tally.add("published", f"{name} {day!r} for {gold.get('published')!r}", right=day == gold.get("published"))
    if "title" in gold:
        tally.add("title", f"{name} {article.title!r}", right=article.title == gold["title"])
    report = "\n".join(article.text[part.start : part.end] for part in article.parts)
    for piece in [*gold.get("furniture", ()), *gold.get("discarded", ())]:  # type: ignore[misc]
        tally.add("furniture recall", f"{name} {piece[:70]!r}", right=piece not in report)
    for piece in gold.get("kept", ()):  # type: ignore[attr-defined]
        tally.add("kept", f"{name} {piece[:70]!r}", right=piece in report)


def of_all(*pairs: tuple[Path, Path]) -> Tally:
    """Measure the project's own corpus and examples, and each pair of a folder of gold and one of reports."""
    tally = Tally()
    corpus(tally)
    for gold, reports in ((HOME / "bench" / "gold", HOME / "src" / "variorum" / "examples"), *pairs):
        accounts(tally, gold, reports)
    return tally


def main() -> int:
    """Measure, print, and fail below the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    tally = of_all(*zip(options.folders[::2], options.folders[1::2], strict=True))
    low = False
    for name, floor in FLOORS.items():
        share = tally.share(name)
        low |= share < floor
        print(f"{name:20} {share:.3f}  ({tally.right[name]} of {tally.total[name]}, floor {floor})")
    if options.misses or low:
        print("\n".join(tally.misses))
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
