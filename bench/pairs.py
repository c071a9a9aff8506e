"""Measures `judge` on pairs of sentences: whether they say the same.

    python bench/pairs.py                     our flips and paraphrases, and the MRPC training pairs if they are here
    python bench/pairs.py --part 4            every fourth of the MRPC pairs alone
    python bench/pairs.py --misses            print what was judged wrong

MRPC's annotators call two sentences the same where minor details differ, other numbers and names included, so there
the likeness is measured, at a threshold chosen on one half (by a hash of the id) and told for the other, in turn; what
becomes of it with contradictions ruled out is printed beside it. Our own pairs (gold/flips.jsonl, invented people and
places) are 200 sentences with one thing changed - who did it to whom, a number, a time, a name, yes and no, may
and will - and 100 true paraphrases: told is how many are judged `same`. gold/flips_news.jsonl has 40 and 20 more, in
longer sentences, written after the rules.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.model import Article
    from variorum.relate.grouping.judging import Judgement

ROOT = Path(__file__).resolve().parent.parent
FLIPS = ROOT / "bench" / "gold" / "flips.jsonl"
NEWS = ROOT / "bench" / "gold" / "flips_news.jsonl"
MRPC = ROOT.parent / "shared" / "eval" / "pairs" / "mrpc.jsonl"
PUBLISHED = "2031-05-14"
SMOOTH = 15
"""Thresholds over which accuracy is averaged before the best is taken: one lucky threshold is none."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, what kind of pair they are, and whether people call them the same."""

    name: str
    kind: str
    a: str
    b: str
    same: bool

    @property
    def half(self) -> int:
        """The half of the set: 0 or 1."""
        return hashlib.sha256(self.name.encode()).digest()[-1] % 2


def read(path: Path, part: int = 1) -> list[Pair]:
    """Return the pairs of a file, every `part`-th by hash."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    found = (
        Pair(r["id"], r.get("kind", "mrpc"), r.get("a", r.get("text_a")), r.get("b", r.get("text_b")), bool(r["same"]))
        for r in rows
    )
    return [pair for pair in found if hashlib.sha256(pair.name.encode()).digest()[0] % part == 0]


def judged(pairs: Sequence[Pair], published: str | None) -> list[Judgement]:
    """Judge each pair as two reports of one sentence each."""
    from variorum.annotate import annotate  # noqa: PLC0415 - --help must not load the engine
    from variorum.annotate.vectors import vectors  # noqa: PLC0415 - the same
    from variorum.extract import extract  # noqa: PLC0415 - the same
    from variorum.relate.entities import entities  # noqa: PLC0415 - the same
    from variorum.relate.grouping.judging import judge  # noqa: PLC0415 - the same
    from variorum.relate.linking import linked  # noqa: PLC0415 - the same
    from variorum.relate.propositions.taking import whole, word_keys  # noqa: PLC0415 - the same

    texts = sorted({text for pair in pairs for text in (pair.a, pair.b)})
    annotated = annotate([_article(text, f"a{n}", published) for n, text in enumerate(texts, 1)])
    readings = [extract(one) for one in annotated]
    rows = vectors(texts)
    place = {text: n for n, text in enumerate(texts)}

    def one(pair: Pair) -> Judgement:
        i, j = place[pair.a], place[pair.b]
        both, read_both = [annotated[i], annotated[j]], [readings[i], readings[j]]
        _, names = entities(both, read_both)
        a, b = (whole(x, linked(r, names), word_keys(x, names)) for x, r in zip(both, read_both, strict=True))
        return judge(a, b, float(rows[i].whole @ rows[j].whole))

    return [one(pair) for pair in pairs]


def _article(text: str, name: str, published: str | None) -> Article:
    from variorum.model import Article, Part, Published  # noqa: PLC0415 - --help must not load the engine

    return Article(
        id=name,
        path=f"{name}.txt",
        url=None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=None,
        text=text,
        parts=(Part(0, len(text), "body"),),
        published=Published(published, "stated") if published else None,
        language="en",
    )


def accuracy_and_f1(said: Iterable[bool], same: Iterable[bool]) -> tuple[float, float]:
    """Return the share judged right, and F1 of "the same"."""
    counts = Counter(zip(said, same, strict=True))
    right = counts[True, True] + counts[False, False]
    wrong = counts[True, False] + counts[False, True]
    return right / max(1, right + wrong), 2 * counts[True, True] / max(1, 2 * counts[True, True] + wrong)


def threshold(scores: Sequence[float], same: Sequence[bool]) -> float:
    """Return the threshold of best accuracy, accuracies averaged over its neighbours."""
    tried = np.quantile(scores, np.linspace(0.05, 0.6, 200))
    reached = np.array([accuracy_and_f1([s >= t for s in scores], same)[0] for t in tried])
    smooth = np.convolve(reached, np.ones(SMOOTH) / SMOOTH, "valid")
    return float(tried[smooth.argmax() + SMOOTH // 2])


def halves(pairs: Sequence[Pair], judgements: Sequence[Judgement]) -> list[tuple[float, float, float]]:
    """Return threshold, accuracy and F1: chosen on the one half and told for the other, in turn."""
    found = []
    for chosen in (0, 1):
        own, other = ([n for n, p in enumerate(pairs) if (p.half == chosen) is mine] for mine in (True, False))
        t = threshold([judgements[n].score for n in own], [pairs[n].same for n in own])
        found.append((t, *accuracy_and_f1([judgements[n].score >= t for n in other], [pairs[n].same for n in other])))
    return found


def of_mrpc(pairs: Sequence[Pair], judgements: Sequence[Judgement]) -> dict[str, float]:
    """Return accuracy and F1 of the likeness, the mean of the two halves."""
    found = halves(pairs, judgements)
    return {"accuracy": (found[0][1] + found[1][1]) / 2, "F1": (found[0][2] + found[1][2]) / 2}


def of_flips(pairs: Sequence[Pair], judgements: Sequence[Judgement]) -> dict[str, float]:
    """Return the share of the flips rejected, and of the paraphrases accepted."""
    right = {
        same: [j.verdict == "same" for p, j in zip(pairs, judgements, strict=True) if p.same is same]
        for same in (True, False)
    }
    return {
        "flips rejected": 1 - sum(right[False]) / len(right[False]),
        "paraphrases accepted": sum(right[True]) / len(right[True]),
    }


def scores(shared: Path, part: int = 4) -> dict[str, float]:
    """Return all measures, those of MRPC on every `part`-th pair."""
    flips, news, mrpc = read(FLIPS), read(NEWS), read(shared / "eval" / "pairs" / "mrpc.jsonl", part)
    of_news = of_flips(news, judged(news, PUBLISHED))
    found = of_mrpc(mrpc, judged(mrpc, None))
    return {
        **of_flips(flips, judged(flips, PUBLISHED)),
        "flips of news rejected": of_news["flips rejected"],
        **{f"MRPC {name}": value for name, value in found.items()},
    }


def main() -> None:
    """Print the tables."""
    options = _options()
    for file in (FLIPS, NEWS):
        print(file.name)
        flips = read(file)
        _print_flips(flips, judged(flips, PUBLISHED), misses=options.misses)
    if MRPC.exists():
        mrpc = read(MRPC, options.part)
        _print_mrpc(mrpc, judged(mrpc, None))
    else:
        print("SKIPPED: the MRPC pairs lie in ../shared, which is not here.")


def _print_flips(pairs: Sequence[Pair], judgements: Sequence[Judgement], *, misses: bool) -> None:
    total, right = Counter[str](), Counter[str]()
    for pair, judgement in zip(pairs, judgements, strict=True):
        total[pair.kind] += 1
        right[pair.kind] += (judgement.verdict == "same") == pair.same
        if misses and (judgement.verdict == "same") != pair.same:
            print(f"    {pair.name} {pair.kind}: {judgement.verdict} {judgement.score:.2f} ({judgement.why})")
            print(f"        {pair.a}\n        {pair.b}")
    for kind in sorted(total):
        print(f"  {kind:12} {right[kind]:4} of {total[kind]}")
    print("  " + "  ".join(f"{name} {value:.3f}" for name, value in of_flips(pairs, judgements).items()))


def _print_mrpc(pairs: Sequence[Pair], judgements: Sequence[Judgement]) -> None:
    print(f"MRPC, {len(pairs)} training pairs, {sum(p.same for p in pairs) / len(pairs):.3f} the same")
    for t, accuracy, f1 in halves(pairs, judgements):
        print(f"  threshold {t:.3f} of the other half: accuracy {accuracy:.3f}  F1 {f1:.3f}")
    print("  " + "  ".join(f"{name} {value:.3f}" for name, value in of_mrpc(pairs, judgements).items()))
    strict = accuracy_and_f1([j.verdict == "same" for j in judgements], [p.same for p in pairs])
    print(f"  with contradictions ruled out, at the built-in threshold: accuracy {strict[0]:.3f}  F1 {strict[1]:.3f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", type=int, default=1)
    parser.add_argument("--misses", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
