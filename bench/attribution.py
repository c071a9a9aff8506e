"""Score attributions on articles with human gold: `python bench/attribution.py GOLD.jsonl [--cache FILE] [--sample N]`.

GOLD is a file of the attribution set, beside which its scorer `score_attribution.py` lies. What the set's conventions
ask for is put back first: the leading "that", the quotation marks round a content, the comma that ends an apposition,
the colon behind a cue, one attribution where a quotation goes on after its cue, and of a chain of speakers the
outermost, whose content is all that is said within. `--cache` keeps the engine's annotations, so that a change of rules
is measured in seconds.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pickle
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.annotate import annotate
from variorum.extract.attribution import attributions
from variorum.model import Annotated, Article, Part, Statement

if TYPE_CHECKING:
    from types import ModuleType

Row = dict[str, Any]
OPENING = re.compile(r"(?:[\"“„«‘]|''|``|')\Z")
CLOSING = re.compile(r"[\"”»’]|''|'")
THAT = re.compile(r"\bthat,?\s+\Z", re.IGNORECASE)


def annotated(rows: list[Row], cache: Path | None) -> list[Annotated]:
    """Return the articles as the engine annotates them, from the cache where there is one."""
    if cache is not None and cache.exists():
        return pickle.loads(cache.read_bytes())  # type: ignore[no-any-return]  # noqa: S301 - our own file
    done = annotate([_article(row) for row in rows])
    if cache is not None:
        cache.write_bytes(pickle.dumps(done))
    return done


def _article(row: Row) -> Article:
    text: str = row["text"]
    parts = tuple(Part(m.start(), m.end(), "body") for m in re.finditer(r"\S(?:[^\n]*\S)?", text))
    return Article(row["id"], row["id"], None, "", None, text, parts, language="en")


def predicted(text: str, said: list[Statement]) -> list[Row]:
    """Return statements in the conventions of the gold."""
    merged: dict[tuple[int, int], Row] = {}
    for statement in said:
        if statement.via:
            merged[statement.via[-1].start, statement.content[0].start] = _outermost(text, statement)
            continue
        cue = statement.cue
        pieces = [_piece(text, p.start, p.end) for p in statement.content]
        key = (cue.start, cue.end) if cue else (pieces[0][0], 0)
        if key in merged:
            merged[key]["content"] += pieces
            continue
        source = statement.source
        merged[key] = {
            "source": [_with(text, source.start, source.end, ",")] if source else None,
            "cue": [_with(text, cue.start, cue.end, ":")] if cue else [],
            "content": pieces,
        }
    return list(merged.values())


def _outermost(text: str, said: Statement) -> Row:
    """Return a relayed statement as the set has it: whoever relays last, with speaker and words for a content."""
    relay = said.via[-1]
    told = [span for span in (said.source, said.cue) if span is not None and span.start > relay.end]
    pieces = [_piece(text, p.start, p.end) for p in said.content]
    start = min([span.start for span in told] + [first for first, _ in pieces])
    return {
        "source": [_with(text, relay.start, relay.end, ",")],
        "cue": [],
        "content": [_piece(text, start, max(last for _, last in pieces))],
    }


def _with(text: str, start: int, end: int, mark: str) -> list[int]:
    """Return the span with the mark behind it: a colon of the cue, the second comma of an apposition."""
    paired = mark != "," or "," in text[start:end]
    return [start, end + (paired and text[end : end + 1] == mark)]


def _piece(text: str, start: int, end: int) -> list[int]:
    if (mark := OPENING.search(text, max(0, start - 2), start)) and CLOSING.match(text, end):
        start = mark.start()
    if closing := CLOSING.match(text, end):
        end = closing.end()
    if that := THAT.search(text, max(0, start - 7), start):
        start = that.start()
    return [start, end]


def scorer(gold: Path) -> ModuleType:
    """Return the scorer beside the gold."""
    spec = importlib.util.spec_from_file_location("score_attribution", gold.parent / "score_attribution.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no scorer beside {gold}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--sample", type=int, default=1, help="every Nth article")
    args = parser.parse_args()
    result, tokens_a_second = scored(args.gold, args.cache, args.sample)
    _print(result)
    print(f"{tokens_a_second:,.0f} tokens/s")


def scored(path: Path, cache: Path | None = None, sample: int = 1) -> tuple[dict[str, Any], float]:
    """Return what the set's scorer says, and the tokens a second of the extraction alone."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    pages = annotated(rows, cache)[::sample]
    rows = rows[::sample]
    began = time.process_time()
    said = [attributions(page) for page in pages]
    spent = time.process_time() - began
    gold = {row["id"]: row for row in rows}
    found = {row["id"]: {"attributions": predicted(row["text"], s)} for row, s in zip(rows, said, strict=True)}
    result = scorer(path).score(gold, found, {row["id"]: row["text"] for row in rows}, 0.6)
    return result, sum(len(page.tokens) for page in pages) / spent


def _print(result: dict[str, Any]) -> None:
    for name in ("overall", "direct", "indirect"):
        of = result[name]
        match, joint = of["matched"], of["joint"]
        exact = " ".join(f"{role} {of['exact'][role]['f1']:.3f}" for role in ("source", "cue", "content"))
        print(
            f"{name:9} joint F1 {joint['f1']:.3f} (P {joint['p']:.3f} R {joint['r']:.3f}) matched F1 {match['f1']:.3f}"
            f" (P {match['p']:.3f} R {match['r']:.3f}) exact F1: {exact}; source of matched"
            f" {of['source_given_match']['overlap']:.3f}; {match['predicted']} for {match['gold']}"
        )


if __name__ == "__main__":
    main()
