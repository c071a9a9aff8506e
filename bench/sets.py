"""The sets with human gold besides whole accounts: where each lies in ../shared, and how it is measured.

Every measure is a share of which more is better, so that a floor can hold it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import addresses
import attribution
import bad_input
import caveats
import cleaning
import figures
import names
import pages
import pairs
import reading_speed
import stories
import times
import unseen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Set:
    """One set: its name, the files of its yardstick, and what measures it.

    `files` are patterns within the shared folder, `own` a folder of the project with labels.
    """

    name: str
    files: tuple[str, ...]
    measure: Callable[[Path], Scores]
    own: Path | None = None

    def missing(self, shared: Path) -> list[str]:
        """Return the patterns for which there is no file."""
        return [pattern for pattern in self.files if not any(shared.glob(pattern))]

    def digest(self, shared: Path) -> str:
        """Return the sha256 of the files that the set is measured with."""
        whole = hashlib.sha256()
        for file in self._found(shared):
            whole.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
        return whole.hexdigest()

    def _found(self, shared: Path) -> Iterator[Path]:
        for pattern in self.files:
            yield from sorted(shared.glob(pattern))
        if self.own is not None:
            yield from sorted(self.own.glob("*.json"))


def _newsquant(shared: Path) -> Scores:
    return figures.of_newsquant(shared / "eval/quantities")


def _figures(shared: Path) -> Scores:
    return figures.of_events(shared)


def _platinum(shared: Path) -> Scores:
    found = times.platinum(shared / "eval", 0)
    return {name: found[f"platinum {name} f1"] for name in ("relaxed", "strict", "value")}


def _recognizers(shared: Path) -> Scores:
    found = times.cases(shared / "eval", 0)
    return {name: found[f"recognizers like news {name}"] for name in ("found", "value")}


def _times(shared: Path) -> Scores:
    return {"date recall": times.accounts(shared / "eval", 0)["accounts date_r"]}


def _attribution(shared: Path) -> Scores:
    result, _ = attribution.scored(shared / "eval/attribution/dev.jsonl")
    whole = result["overall"]
    return {
        "joint F1": whole["joint"]["f1"],
        "direct, matched": result["direct"]["matched"]["f1"],
        "indirect, matched": result["indirect"]["matched"]["f1"],
        **{f"{role}, exact": whole["exact"][role]["f1"] for role in ("source", "cue", "content")},
    }


def _names(shared: Path) -> Scores:
    return {"F1": names.score(names.read(shared / "eval/names/cases.csv"))["f1"]}


def _caveats(shared: Path) -> Scores:
    return caveats.of_events(shared / "eval/accounts").scores()


def _pages(shared: Path) -> Scores:
    return pages.of_pages(shared / "eval/html/aeb")


def _addresses(shared: Path) -> Scores:
    return addresses.of_sets(shared / "eval")


def _reading(_: Path) -> Scores:
    return {"1,000 pages in 60 s": min(1.0, 60 / reading_speed.of_pages(200)), "bad input": bad_input.share()}


def _cleaning(shared: Path) -> Scores:
    tally = cleaning.of_all((shared / "eval/accounts", shared / "seeds"))
    return {name: tally.share(name) for name in cleaning.FLOORS}


def _pairs(shared: Path) -> Scores:
    return pairs.scores(shared)


def _unseen(shared: Path) -> Scores:
    return unseen.of_halves(shared)


def _stories(shared: Path) -> Scores:
    return stories.of_sets(shared / "eval/stories")


_ACCOUNTS = ("eval/accounts/score_account.py", "eval/accounts/*/*.json", "seeds/*.txt")
SETS = (
    Set("newsquant", ("eval/quantities/newsquant.json", "eval/quantities/score_quantities.py"), _newsquant),
    Set("figures", _ACCOUNTS, _figures),
    Set("platinum", ("eval/times/platinum.jsonl", "eval/times/score_times.py"), _platinum),
    Set("recognizers", ("eval/times/recognizers/*Parser.json",), _recognizers),
    Set("times", _ACCOUNTS, _times),
    Set("attribution", ("eval/attribution/dev.jsonl", "eval/attribution/score_attribution.py"), _attribution),
    Set("names", ("eval/names/cases.csv",), _names),
    Set("caveats", _ACCOUNTS, _caveats),
    Set("cleaning", _ACCOUNTS, _cleaning),
    Set("pairs", ("eval/pairs/mrpc.jsonl",), _pairs),
    Set("stories", ("eval/stories/*.jsonl", "eval/stories/score_stories.py"), _stories),
    Set("unseen", ("eval/accounts/score_account.py", str(unseen.TEXTS)), _unseen, unseen.GOLD),
    Set("addresses", tuple(f"eval/{file}" for file in addresses.FILES), _addresses),
    Set("reading", (), _reading),
    Set("pages", ("eval/html/aeb/ground-truth.json", "eval/html/aeb/html/*.gz"), _pages),
)
