"""The invented events that come with the package, and the gold written for them."""

from __future__ import annotations

import html
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

EXAMPLES = Path(str(files("variorum") / "examples"))
GOLD = Path(__file__).parents[1] / "bench" / "gold"
EVENTS = ("ferry", "border")


def _words(path: Path) -> str:
    """Return all the words of a report, page furniture included, as a reader would see them."""
    raw = path.read_text("utf-8")
    if path.suffix == ".json":
        return "\n\n".join(str(value) for value in json.loads(raw).values())
    return html.unescape(re.sub(r"<[^>]+>", " ", raw)) if path.suffix == ".html" else raw


def _pieces(node: object, article: str | None = None):
    """Yield (article, verbatim piece, how many times it must stand there) of everything in the gold."""
    if isinstance(node, dict):
        article = node.get("article", article)
        if isinstance(node.get("is"), str):
            yield article, node["is"], node.get("nth", 1)
        for value in node.values():
            yield from _pieces(value, article)
    elif isinstance(node, list):
        for value in node:
            yield from _pieces(value, article)


@pytest.mark.parametrize("event", EVENTS)
def test_an_event_has_reports_of_every_kind(event):
    """The demo meets plain text, a page and a record in each event."""
    kinds = [path.suffix for path in (EXAMPLES / event).iterdir()]
    assert 4 <= len(kinds) <= 6
    assert set(kinds) == {".txt", ".html", ".json"}


@pytest.mark.parametrize("path", sorted(p for e in EVENTS for p in (EXAMPLES / e).iterdir()), ids=lambda p: p.name)
def test_addresses_lead_nowhere(path):
    """Nothing in an example names a place on the real network, but for schema.org's vocabulary."""
    hosts = re.findall(r"https?://([^/\"\s]+)", path.read_text("utf-8"))
    assert {h for h in hosts if not h.endswith(".example")} <= {"schema.org"}


@pytest.mark.parametrize("event", EVENTS)
def test_gold_quotes_its_reports(event):
    """Every piece of gold stands word for word in the report that it is said to be of."""
    gold = json.loads((GOLD / f"{event}.json").read_text("utf-8"))
    texts = {key: _words(EXAMPLES / event / a["file"]) for key, a in gold["articles"].items()}
    missing = [(a, piece) for a, piece, nth in _pieces(gold) if texts[a].count(piece) < nth]
    assert not missing


@pytest.mark.parametrize("event", EVENTS)
def test_gold_groups_name_figures_that_are_there(event):
    """A group of figures has members that the gold lists, and a claim's contradiction names a claim."""
    gold = json.loads((GOLD / f"{event}.json").read_text("utf-8"))
    figures = {figure["id"] for figure in gold["figures"]}
    assert all({*g.get("members", ()), *g.get("not_comparable", ())} <= figures for g in gold["figure_groups"])
    names = {claim["name"] for claim in gold["claims"]}
    assert {other for claim in gold["claims"] for other in claim.get("contradicts", ())} <= names
