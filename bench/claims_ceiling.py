"""Tells how high claim_f1 can be with the statements that are found: it scores claims made of the gold itself.

    python bench/claims_ceiling.py     a line an event: claim_f1 that is reached, and with perfect grouping

The scorer takes a claim to say all that the statements say in which it appears. A sentence that holds three of the
gold's propositions stands in three claims, and each pair of their mentions counts as joined wrongly.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from gate import SCORER, account_of, events, line, loaded_scorer

if TYPE_CHECKING:
    from collections.abc import Collection
    from types import ModuleType

CUTS: dict[str, tuple[str, ...]] = {
    "grouped": (),
    "+ narration": ("narration",),
    "+ indirect": ("narration", "indirect", "mixed"),
    "+ direct": ("narration", "indirect", "mixed", "direct"),
}
"""Grouped as in the gold, and then, one after the other, these kinds of statement cut as in the gold."""
HALF = 0.5
"""Share of a mention's words that a statement must hold to assert it: the scorer's."""


def perfect(
    account: dict[str, Any], gold: dict[str, Any], scorer: ModuleType, cut: Collection[str] = ()
) -> dict[str, Any]:
    """Return the account with the gold's claims for its own, each mention in the shortest statement that holds it.

    Of statements whose mode is in `cut` the words of the mention alone are taken, as a statement of its own.
    """
    articles = {a["id"]: scorer.Article(a) for a in account["articles"]}
    by_name = {article.name: article for article in articles.values()}
    named = {key: by_name[g["file"]] for key, g in (gold.get("articles") or gold["reports"]).items()}
    held = []
    for s in account["statements"]:
        covers = (articles[s["article"]].cover(piece["start"], piece["end"]) for piece in s["content"])
        held.append((s, frozenset().union(*covers)))
    pieces: list[dict[str, Any]] = []

    def home(mention: dict[str, Any]) -> str | None:
        article = named[mention.get("article") or mention["report"]]
        words = article.find(mention["is"], mention.get("nth", 1)) or frozenset()
        fitting = [(len(w), s) for s, w in held if s["article"] == article.id and len(w & words) >= HALF * len(words)]
        if not fitting:
            return None
        shortest = min(fitting, key=lambda pair: (pair[0], pair[1]["id"]))[1]
        if shortest["mode"] not in cut:
            return str(shortest["id"])
        start, end = article.words[min(words)][0], article.words[max(words)][1]
        piece = {"start": start, "end": end, "text": article.text[start:end]}
        pieces.append({**shortest, "id": f"cut{len(pieces)}", "mode": "narration", "content": [piece]})
        return str(pieces[-1]["id"])

    claims = []
    for n, claim in enumerate(gold["claims"], 1):
        homes = sorted({name for mention in claim["mentions"] if (name := home(mention))})
        claims.append({"id": f"c{n}", "support": "single", "appearances": [{"statement": name} for name in homes]})
    return {**account, "statements": [*account["statements"], *pieces], "claims": claims}


def main() -> None:
    """Print the table."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    if not SCORER.exists():
        print("SKIPPED: the scorer of accounts lies in ../shared, which is not here.")
        return
    scorer = loaded_scorer()
    print(line("", ["reached", *CUTS]))
    for event in events():
        account = account_of(event)
        gold = json.loads(event.gold.read_text("utf-8"))
        best = (perfect(account, gold, scorer, modes) for modes in CUTS.values())
        print(line(event.name, [f"{scorer.score(a, gold)[0]['claim_f1']:.3f}" for a in (account, *best)]), flush=True)


if __name__ == "__main__":
    main()
