"""Score figures: `python bench/figures.py [SHARED] [--misses] [--speed]`.

SHARED is the folder with `eval/` and `seeds/` (default: ../shared beside the project). Printed:

- accounts: precision, recall and F1 of the figures by the accounts' own scorer (overlapping words, equal bounds), an
  event a line; the furniture that the gold names is left out of the articles;
- NewsQuant: precision, recall and F1 of value, value + unit and value + change, one to one, and the share of sentences
  without quantity in which one was found. The set's conventions differ from an account's, so its answers are made from
  all quantities of the grammar: labels ("5G"), "one of the men" and conversions count there, vague numbers are ranges
  ("dozens" is 12 to 120), units have the set's names;
- with `--speed`, words a second on top of a finished parse.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.annotate import annotate
from variorum.extract.figures import Quantity, figures, quantities
from variorum.extract.times import times
from variorum.lexicon import mapping
from variorum.model import Article, Part, Published

if TYPE_CHECKING:
    from types import ModuleType

    from variorum.model import Annotated

ROOT = Path(__file__).resolve().parent.parent
PARAGRAPH = re.compile(r"\S(?:[^\n]*\S)?")
NEWSQUANT_UNITS = {
    "percent": "percentage",
    "percent per year": "percentage per year",
    "tonne": "metric ton",
    "times": "count",
    "penny": "point",
    "pound": "pound-mass",
}
GENERATION = re.compile(r"\dG")
TEN = 10
EXACT = frozenset({"as many as", "as much as", "an average of"})
"""Hedges that the set does not mark."""
NEWSQUANT_AGES = {"year": "year of age", "month": "month of age", "week": "week of age", "day": "day of age"}
UNCOUNTED = frozenset({"date", "ordinal", "score", "pronoun", "label", "none", "compound"})
"""Marks of numbers that NewsQuant does not count; of labels it counts "5G" alone."""


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--speed", action="store_true")
    chosen = parser.parse_args()
    of_events(chosen.shared, misses=chosen.misses)
    of_newsquant(chosen.shared / "eval/quantities", misses=chosen.misses)
    if chosen.speed:
        speed(chosen.shared / "eval/attribution/train.jsonl")


def module(path: Path) -> ModuleType:
    """Load a scorer from its file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        msg = f"no scorer at {path}"
        raise SystemExit(msg)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def events(shared: Path) -> list[tuple[Path, Path]]:
    """Return the gold of each event and the folder of its reports."""
    found = [(g, g.parent) for g in sorted(shared.glob("eval/accounts/*/gold.json"))]
    return [(g, shared / "seeds" if folder.name == "seeds" else folder) for g, folder in found]


def of_events(shared: Path, *, misses: bool = False) -> dict[str, float]:
    """Score the figures of each event; return their F1 by its name."""
    scorer = module(shared / "eval/accounts/score_account.py")
    return {gold.parent.name: of_event(scorer, gold, folder, misses=misses) for gold, folder in events(shared)}


def of_event(scorer: ModuleType, gold_path: Path, folder: Path, *, misses: bool) -> float:
    """Score the figures of one event."""
    gold = json.loads(gold_path.read_text("utf-8"))
    reports = gold.get("articles") or gold["reports"]
    read = annotate([article(key, folder / item["file"], item) for key, item in reports.items()])
    result, missed = scorer.score(account(read), gold)
    p, r, f = (result[f"figure_{level}"] for level in ("p", "r", "f1"))
    print(f"{gold_path.parent.name:16} P {p:.3f}  R {r:.3f}  F1 {f:.3f}")
    if misses:
        print("\n".join(f"  {miss}" for miss in missed if miss.startswith("figure ")))
    return float(f)


def account(read: list[Annotated]) -> dict[str, Any]:
    """Return as much of an account as the scorer needs for figures."""
    found = [figure for a in read for figure in figures(a, times(a))]
    return {
        "articles": [{"id": a.article.id, "path": a.article.path, "text": a.article.text} for a in read],
        "entities": [],
        "statements": [],
        "claims": [],
        "times": [],
        "figures": [
            {"id": f"{f.article}{f.id}", "article": f.article, "start": f.start, "end": f.end, "text": f.text}
            | {"low": f.low, "high": f.high, "approximate": f.approximate}
            for f in found
        ],
    }


def article(key: str, path: Path, item: dict[str, Any]) -> Article:
    """Build an article of its title and paragraphs, without the furniture that the gold names."""
    raw = path.read_text("utf-8")
    record = json.loads(raw) if path.suffix == ".json" else {"title": None, "text": raw}
    title, text = record.get("title"), str(record["text"])
    whole = f"{title}\n\n{text}" if title else text
    parts = [
        Part(m.start(), m.end(), "headline" if n == 0 else "body")
        for n, m in enumerate(PARAGRAPH.finditer(whole))
        if (n == 0 or not item.get("body_missing")) and not is_furniture(m.group(), item)
    ]
    published = Published(item["published"], "stated") if item.get("published") else None
    return Article(key, path.name, None, "", title, whole, tuple(parts), published=published, language="en")


def is_furniture(paragraph: str, item: dict[str, Any]) -> bool:
    """Tell whether the gold names the paragraph, or a piece of it, as furniture."""
    return any(piece in paragraph for piece in item.get("furniture", ()))


def of_newsquant(folder: Path, *, misses: bool = False) -> dict[str, float]:
    """Score the quantities of single sentences; return F1, and the share of sentences that are rightly left alone."""
    scorer = module(folder / "score_quantities.py")
    gold = json.loads((folder / "newsquant.json").read_text("utf-8"))
    read = annotate([sentence(str(n), row["text"]) for n, row in enumerate(gold)])
    answers = [{"text": a.article.text, "quantities": newsquant(a)} for a in read]
    result = scorer.score(gold, answers)
    for level, score in result["one_to_one"].items():
        print(f"NewsQuant {level:14} P {score['P']}  R {score['R']}  F1 {score['F1']}")
    print(f"NewsQuant without quantity: {result['empty_sentences_with_predictions']} of {result['empty_sentences']}")
    if misses:
        print_misses(scorer, gold, answers)
    f1 = {level.replace("+", " + "): score["F1"] / 100 for level, score in result["one_to_one"].items()}
    return f1 | {"left alone": 1 - result["empty_sentences_with_predictions"] / result["empty_sentences"]}


def print_misses(scorer: ModuleType, gold: list[dict[str, Any]], answers: list[dict[str, Any]]) -> None:
    """Print each sentence in which a value, unit or change is missed or made up."""
    for row, answer in zip(gold, answers, strict=True):
        wanted, given = scorer.read(row["quantities"]), scorer.read(answer["quantities"])
        wrong = [
            level for level in scorer.LEVELS if scorer.one_to_one(level, wanted, given) < max(len(wanted), len(given))
        ]
        if wrong:
            print(f"  {row['text']}\n    wrong: {wrong}\n    gold:  {wanted}\n    given: {given}")


def sentence(key: str, text: str) -> Article:
    """Build an article of one sentence."""
    return Article(key, key, None, "", None, text, (Part(0, len(text), "body"),), language="en")


def newsquant(annotated: Annotated) -> list[dict[str, Any]]:
    """Return the quantities of a sentence by the set's conventions."""
    return [answer for q in quantities(annotated, times(annotated)) if counts(q) for answer in of_quantity(q)]


def counts(q: Quantity) -> bool:
    """Tell whether the set counts it: no "a few", no "pair", no ages in apposition or of a group, no "five-year"."""
    if (q.mark in UNCOUNTED and not GENERATION.fullmatch(q.figure.text)) or q.join == "decade":
        return False
    if q.style == "group" or (q.style == "vague" and (q.base or 0) < TEN):
        return False
    if q.figure.rule.endswith("/apposed") or (q.figure.rule.endswith("/aged") and q.join is not None):
        return False
    return not (q.hyphen and q.kind == "time")


def of_quantity(q: Quantity) -> list[dict[str, Any]]:
    """Return one quantity as NewsQuant writes it: two where "or" joins two numbers."""
    values: list[Any] = [q.first] if q.first == q.last else [[q.first, q.last]]
    if q.join == "or":
        values = [q.first, q.last]
    if q.style == "vague" and q.base is not None:
        values = [[q.base, q.base * TEN]]
    return [{"value": v, "normalized_unit": unit(q), "change": sign(q)} for v in values]


def unit(q: Quantity) -> str:
    """Return a unit, or else the counted noun, by the set's names."""
    name = q.figure.unit
    if name is None:
        named = f"% {q.phrase or '-'}" if q.style == "fraction" else q.phrase or "-"
        return f"{named} per {q.rate}" if q.rate else named
    if q.kind == "age":
        return NEWSQUANT_AGES.get(name, name)
    first, _, per = name.partition(" per ")
    currency = mapping("currencies", "code", "name").get(first, first)
    named = f"{currency} per {per}" if per else currency
    return NEWSQUANT_UNITS.get(named, named)


def sign(q: Quantity) -> str:
    """Return the change or the bound by the set's signs."""
    if q.style == "vague" or q.join == "from" or set(q.hedges) & EXACT:
        return "="
    if q.figure.change is not None and q.moved_by in {"verb", "adverb", "sign"}:
        return q.figure.change
    if "approx" in q.senses:
        return "~"
    if q.senses & {"low", "high"}:
        return ">" if "low" in q.senses else "<"
    return "="


def speed(path: Path) -> None:
    """Print words a second on top of a finished parse, on 200 news articles."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()[:200]]
    read = annotate([news(row) for row in rows])
    when = [times(a) for a in read]
    words = sum(len(a.article.text.split()) for a in read)
    began = time.process_time()
    found = sum(len(figures(a, t)) for a, t in zip(read, when, strict=True))
    taken = time.process_time() - began
    print(f"{found} figures in {words} words: {words / taken:,.0f} words/s")


def news(row: dict[str, Any]) -> Article:
    """Build an article of the paragraphs of a PolNeAR text."""
    parts = tuple(Part(m.start(), m.end(), "body") for m in PARAGRAPH.finditer(row["text"]))
    return Article(str(row["id"]), str(row["id"]), None, "", None, row["text"], parts, language="en")


if __name__ == "__main__":
    main()
