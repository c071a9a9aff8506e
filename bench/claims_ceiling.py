"""Tells how high claim_f1 can be with the statements that are found: it scores claims made of the gold itself.

    python bench/claims_ceiling.py     a line an event: what is reached, and what perfect grouping would reach

The scorer takes a claim to say all that the statements say in which it appears. A sentence that holds three of the
gold's propositions stands in three claims, and each pair of their mentions counts as joined wrongly.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from gate import SCORER, account_of, events, line, loaded_scorer

if TYPE_CHECKING:
    from types import ModuleType

MEASURES = ("claim_f1", "claim_p", "claim_r")
HALF = 0.5
"""Share of a mention's words that a statement must hold to assert it: the scorer's."""


def perfect(account: dict[str, Any], gold: dict[str, Any], scorer: ModuleType) -> dict[str, Any]:
    """Return the account with the gold's claims for its own, each mention in the shortest statement that holds it."""
    articles = {a["id"]: scorer.Article(a) for a in account["articles"]}
    by_name = {article.name: article for article in articles.values()}
    named = {key: by_name[g["file"]] for key, g in (gold.get("articles") or gold["reports"]).items()}
    held = []
    for s in account["statements"]:
        covers = (articles[s["article"]].cover(piece["start"], piece["end"]) for piece in s["content"])
        held.append((s["id"], s["article"], frozenset().union(*covers)))

    def home(mention: dict[str, Any]) -> str | None:
        article = named[mention.get("article") or mention["report"]]
        words = article.find(mention["is"], mention.get("nth", 1)) or frozenset()
        fitting = [(len(w), name) for name, at, w in held if at == article.id and len(w & words) >= HALF * len(words)]
        return min(fitting, default=(0, None))[1]

    claims = []
    for n, claim in enumerate(gold["claims"], 1):
        homes = sorted({name for mention in claim["mentions"] if (name := home(mention))})
        claims.append({"id": f"c{n}", "support": "single", "appearances": [{"statement": name} for name in homes]})
    return {**account, "claims": claims}


def main() -> None:
    """Print the table."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    if not SCORER.exists():
        print("SKIPPED: the scorer of accounts lies in ../shared, which is not here.")
        return
    scorer = loaded_scorer()
    print(line("", [*MEASURES, *(f"best {name[-2:]}" for name in MEASURES)]))
    for event in events():
        account = account_of(event)
        gold = json.loads(event.gold.read_text("utf-8"))
        reached, best = (scorer.score(one, gold)[0] for one in (account, perfect(account, gold, scorer)))
        print(line(event.name, [f"{found[name]:.3f}" for found in (reached, best) for name in MEASURES]), flush=True)


if __name__ == "__main__":
    main()
