"""What holds of every account, whatever the reports: tried on the examples, on pieces of them, and on noise."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from command import NOTHING, compared, run

EXAMPLES = Path(str(files("variorum") / "examples"))
EVENTS = ("ferry", "border")
REPORTS = sorted(path for event in EVENTS for path in (EXAMPLES / event).iterdir())
TEXTS = [path for path in REPORTS if path.suffix == ".txt"]
ENDINGS = ("txt", "html", "json", "jsonl", "csv", "xml", "md", "eml", "zip", "pdf", "docx", "gz", "warc", "")

few = settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
many = settings(few, max_examples=150)


def of(event: str) -> list[Path]:
    """Return the reports of an example event."""
    return [path for path in REPORTS if path.parent.name == event]


@cache
def account_of(event: str) -> dict:
    """Return the account of an example event."""
    return compared(*of(event))[1]


@cache
def extracted(*paths: Path) -> list[dict]:
    """Return what each report alone says."""
    return [json.loads(line) for line in run("extract", *paths).out.splitlines()]


def unnumbered(node: object) -> object:
    """Return a value without the names that an article and its statements have among the others."""
    if isinstance(node, dict):
        return {key: unnumbered(value) for key, value in node.items() if key not in {"id", "article", "statement"}}
    return [unnumbered(item) for item in node] if isinstance(node, list) else node


@pytest.mark.parametrize("event", EVENTS)
def test_an_account_keeps_its_promises(event):
    """Keys, kinds, references, verbatim words, nothing out of furniture: all hold for the examples."""
    account = account_of(event)
    assert not [problem for problem in account["problems"] if problem.get("fatal")]
    assert all(account[name] for name in ("articles", "entities", "statements", "figures", "times", "claims"))


@pytest.mark.parametrize("event", EVENTS)
def test_the_order_of_the_arguments_does_not_matter(event):
    """The same bytes, in whichever order the reports are given."""
    shuffled = random.Random(event).sample(of(event), len(of(event)))  # noqa: S311 - no secret
    assert json.dumps(compared(*shuffled)[1]) == json.dumps(account_of(event))


ELSEWHERE = """
import sys
from pathlib import Path
from variorum import compare
from variorum.render import render
account = compare(sys.argv[2:])
for form in ("json", "text", "html", "md"):
    Path(sys.argv[1], form).write_text(render(account, form), "utf-8")
"""


def test_another_process_writes_the_same_bytes(tmp_path):
    """Nothing depends on the order in which a process happens to hash, or on when it runs."""
    written = []
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        call = [sys.executable, "-c", ELSEWHERE, str(tmp_path / seed), *map(str, of("border"))]
        subprocess.run(call, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, timeout=120)
        written.append({path.name: path.read_bytes() for path in (tmp_path / seed).iterdir()})
    assert written[0] == written[1]
    assert json.loads(written[0]["json"]) == account_of("border")


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_copy_adds_no_source(report, tmp_path):
    """An exact copy of an article changes no count of primary sources and corroborates nothing."""
    for path in (*of(report.parent.name), report):
        copy = tmp_path / path.name
        (copy if not copy.exists() else tmp_path / f"zz-{path.name}").write_bytes(path.read_bytes())
    before, after = account_of(report.parent.name), compared(tmp_path)[1]
    assert len(after["articles"]) == len(before["articles"]) + 1
    names, new = _placed(before), _placed(after)
    for place, statement in names.items():
        was, now = claims_with(before, statement), claims_with(after, new[place])
        assert sources(now) == sources(was), [claim["text"] for claim in was]
        assert corroborated(now) <= corroborated(was), [claim["text"] for claim in was]


@pytest.mark.parametrize("event", EVENTS)
def test_figures_that_exclude_each_other_are_contested(event):
    """No claim holds two figures of one measure that exclude each other, and says nothing of it."""
    account = account_of(event)
    figures = {figure["id"]: figure for figure in account["figures"]}
    group_of = {name: group for group in account["figure_groups"] for name in group["members"]}
    found = 0
    for claim in account["claims"]:
        for one, other in combinations(_figures_in(account, claim), 2):
            group = group_of.get(one)
            if group is None or group is not group_of.get(other) or _can_both_hold(figures[one], figures[other]):
                continue
            found += 1
            assert claim["support"] == "contested" or group["verdict"] == "superseded", (claim["text"], group["why"])
    assert found or event != "border"


def _figures_in(account: dict, claim: dict) -> list[str]:
    """Return the figures that stand in the words of a claim."""
    home = {s["id"]: s["article"] for s in account["statements"]}
    words = [(home[a["statement"]], w) for a in claim["appearances"] for w in a["words"]]
    return [
        f["id"]
        for f in account["figures"]
        if any(a == f["article"] and w["start"] <= f["start"] < w["end"] for a, w in words)
    ]


def _can_both_hold(a: dict, b: dict) -> bool:
    """Tell whether one value satisfies both, or whether they are in two units; what is rounded spans a tenth."""
    if a["unit"] != b["unit"]:
        return True
    lows, highs = [], []
    for figure in (a, b):
        spread = 0.1 if figure["approximate"] else 0.0
        lows.append(float("-inf") if figure["low"] is None else figure["low"] * (1 - spread))
        highs.append(float("inf") if figure["high"] is None else figure["high"] * (1 + spread))
    return max(lows) <= min(highs)


def claims_with(account: dict, statement: str) -> list[dict]:
    """Return the claims that a statement asserts."""
    return [c for c in account["claims"] if statement in {a["statement"] for a in c["appearances"]}]


def sources(claims: list[dict]) -> list[int]:
    """Return the counts of primary sources of some claims, whichever claim comes first."""
    return sorted(len(claim["primary_sources"]) for claim in claims)


def corroborated(claims: list[dict]) -> int:
    """Return how many of some claims are corroborated."""
    return sum(claim["support"] == "corroborated" for claim in claims)


def _placed(account: dict) -> dict[tuple, str]:
    paths = {article["id"]: Path(article["path"]).name for article in account["articles"]}
    return {
        (paths[s["article"]], s["mode"], *((c["start"], c["end"]) for c in s["content"])): s["id"]
        for s in account["statements"]
    }


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_an_article_is_read_alone(report):
    """What an article says does not depend on the articles beside it."""
    together = {row["article"]["path"]: row for row in extracted(*REPORTS)}
    assert unnumbered(extracted(report)[0]) == unnumbered(together[str(report)])


FURNITURE = (
    "Advertisement",
    "Share this article",
    "Leave a Reply",
    "Read more: Mayor shot dead in raid on harbour office, police said",
    "Subscribe to our newsletter and get 12 stories a day",
    "© 2031 Kelun Herald. All rights reserved.",
)
KINDS = ("statements", "figures", "times", "caveats", "mentions")


@pytest.mark.parametrize("line", FURNITURE)
@pytest.mark.parametrize("report", TEXTS[:2], ids=lambda path: path.stem)
def test_furniture_says_nothing(report, line, tmp_path):
    """A line of furniture between two paragraphs changes nothing of what an article says."""
    paragraphs = report.read_text("utf-8").split("\n\n")
    middle = len(paragraphs) // 2
    odd = tmp_path / report.name
    odd.write_text("\n\n".join([*paragraphs[:middle], line, *paragraphs[middle:]]), "utf-8")
    with_line, without = extracted(odd)[0], extracted(report)[0]
    assert line in {piece["text"] for piece in with_line["article"]["furniture"]}
    for kind in KINDS:
        assert Counter(_words(row) for row in with_line[kind]) == Counter(_words(row) for row in without[kind]), kind


def _words(row: dict) -> str:
    return row["text"] if "text" in row else " … ".join(piece["text"] for piece in row["content"])


pieces = st.lists(
    st.sampled_from(sorted({p for path in TEXTS for p in path.read_text("utf-8").split("\n\n")})), max_size=6
)
MARKS = (
    '"',
    "“",
    "”",
    "’",
    "(",
    "—",
    "\u202e",
    "\u200b",
    "\0",
    "\n",
    "\r",
    "\t",
    "\x0c",
    "\ufffd",
    "é",
    "🚢",
    "1",
    ":",
    "<b>",
)


@st.composite
def mangled(draw) -> str:
    """Return paragraphs of the examples, shuffled, with marks put in and pieces cut out."""
    text = "\n\n".join(draw(pieces))
    for _ in range(draw(st.integers(0, 12))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(MARKS)) + text[at + draw(st.integers(0, 40)) :]
    return text


@few
@given(text=mangled(), beside=mangled())
def test_mangled_reports(text, beside, tmp_path_factory):
    """However reports are cut up, the account keeps its promises, or a line tells why there is none."""
    folder = tmp_path_factory.mktemp("mangled")
    for name, words in (("a.txt", text), ("b.txt", beside)):
        (folder / name).write_text(words, "utf-8", newline="")
    compared(folder / "a.txt", folder / "b.txt")


@few
@given(text=st.text(max_size=400), beside=st.text(st.characters(categories=["L", "P", "N", "Z"]), max_size=200))
def test_any_unicode(text, beside, tmp_path_factory):
    """Whatever the letters, the account keeps its promises, or a line tells why there is none."""
    folder = tmp_path_factory.mktemp("unicode")
    (folder / "a.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    (folder / "b.json").write_text(json.dumps({"title": beside, "text": text}), "utf-8")
    compared(folder / "a.txt", folder / "b.json")


@many
@given(data=st.binary(max_size=300), ending=st.sampled_from(ENDINGS))
@example(data=b"\xff\xfe\x00\xd8", ending="txt")
@example(data=b"<?xml version='1.0' encoding='nonsense'?><rss/>", ending="xml")
def test_any_bytes(data, ending, tmp_path_factory):
    """Whatever the bytes and the name, they are read or told."""
    path = tmp_path_factory.getbasetemp() / f"bytes.{ending}"
    path.write_bytes(data)
    read_or_told(path)


@many
@given(report=st.sampled_from(REPORTS), at=st.floats(0, 1), length=st.integers(0, 60), put=st.binary(max_size=8))
def test_any_damage(report, at, length, put, tmp_path_factory):
    """Wherever a file is damaged, it is read or told."""
    data = report.read_bytes()
    place = int(at * len(data))
    path = tmp_path_factory.getbasetemp() / f"damaged{report.suffix}"
    path.write_bytes(data[:place] + put + data[place + length :])
    read_or_told(path)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "title", "name"]), inner),
    max_leaves=6,
)
FIELDS = ("title", "text", "body", "url", "date", "authors", "author", "outlet", "source", "publisher", "language")


@many
@given(record=st.dictionaries(st.sampled_from(FIELDS), values) | values)
def test_any_record(record, tmp_path_factory):
    """Whatever a field of a record holds, the record is read or told."""
    path = tmp_path_factory.getbasetemp() / "record.json"
    path.write_text(json.dumps(record), "utf-8")
    read_or_told(path)


def read_or_told(path: Path) -> None:
    """Read one input: it makes articles whose places hold, or a line tells why not."""
    done = run("read", path)
    assert done.told or done.out
    assert (done.status == NOTHING) == (not done.out)
    for line in done.out.splitlines():
        article = json.loads(line)["article"]
        text = article["text"]
        assert all(text[f["start"] : f["end"]] == f["text"] for f in article["furniture"])
        assert all(0 <= part["start"] < part["end"] <= len(text) for part in article["parts"])
