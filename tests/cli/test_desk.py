"""The commands on a collection: what they print, and how they end."""

from __future__ import annotations

import json

import pytest

from command import NOTHING, READ, SOME_UNREAD, child, run
from desk import REPORTS, lines, record, reports


@pytest.fixture
def file(tmp_path):
    """Return a collection that the command has made."""
    path = tmp_path / "desk.variorum"
    assert run("add", reports(tmp_path), "--to", path).status == READ
    return path


def test_adding_tells_what_became_of_the_inputs(file, tmp_path):
    """New, changed and known ones; as JSON with their names."""
    edited = record(*REPORTS[0][:3], REPORTS[0][3] + " It rained.")
    source = lines(tmp_path / "more.jsonl", [edited, record("times", "Quiet day", "2031-06-01", "Nothing happened.")])
    done = run("add", source, tmp_path / "reports.jsonl", "--to", file, "--format", "json")
    assert json.loads(done.out) == {
        "new": ["a6"],
        "known": ["a2", "a3", "a4", "a5"],
        "changed": ["a1"],
        "problems": [],
    }
    assert run("add", source, "--to", file).out == "0 new, 2 known already\n"


def test_what_cannot_be_added(file, tmp_path):
    """1 where something was added, 2 where nothing was; one line for each input."""
    missing = tmp_path / "missing.txt"
    done = run("add", missing, tmp_path / "reports.jsonl", "--to", file)
    assert (done.status, len(done.told)) == (SOME_UNREAD, 1)
    done = run("add", missing, "--to", file)
    assert (done.status, len(done.told)) == (NOTHING, 1)


def test_stories_as_json(file):
    """The keys of the contract, in its order."""
    rows = json.loads(run("stories", "--to", file, "--format", "json").out)
    assert [row["story"] for row in rows] == ["st3", "st2", "st1"]
    assert [article["id"] for article in rows[2]["articles"]] == ["a1", "a2"]
    assert rows[2]["articles"][0]["joined_because"] == "first report of its story"
    few = json.loads(run("stories", "--collection", file, "--words", "governor", "--format", "json").out)
    assert [row["story"] for row in few] == ["st2"]


def test_stories_as_text(file):
    """A story's title, and each outlet with its reason."""
    out = run("stories", "--to", file, "--limit", "1", "--offset", "2").out
    assert out.startswith("1 story, 2 articles\n")
    assert "st1  Ferry runs onto rocks" in out
    assert "The Post" in out
    assert "shared name" in out


def test_showing_a_story(file, tmp_path):
    """An account as `compare` writes it, in any form, named by the story's id or number."""
    target = tmp_path / "account.json"
    assert run("show", "st1", "--to", file, "-o", target).status == READ
    account = json.loads(target.read_text("utf-8"))
    assert [article["id"] for article in account["articles"]] == ["a1", "a2"]
    assert run("show", "1", "--to", file).out.startswith("Variorum account: 2 reports")
    done = run("show", "st9", "--to", file)
    assert (done.status, len(done.told)) == (NOTHING, 1)


def test_searching(file):
    """Articles with the words around the first one found, quoted or not; none is no error."""
    out = run("search", '"harbour master"', "--to", file).out
    assert out.startswith("2 articles\n")
    assert "“A ferry with 212 people aboard" in out
    assert run("search", "harbour", "master", "--to", file).out == run("search", "harbour master", "--to", file).out
    done = run("search", "zeppelin", "--to", file)
    assert (done.status, done.out) == (READ, "no article has these words\n")


def test_reuse_stats_and_vacuum(file, tmp_path):
    """Pairs with their kind; numbers; the same numbers after tidying up."""
    run("add", lines(tmp_path / "copy.jsonl", [record("courier", *REPORTS[0][1:])]), "--to", file)
    out = run("reuse", "--to", file).out
    assert out.startswith("1 pair of articles")
    assert "100 %" in out
    assert run("stats", "--to", file).out.startswith("6 articles in 3 stories\n")
    numbers = [json.loads(run(name, "--to", file, "--format", "json").out)["articles"] for name in ("stats", "vacuum")]
    assert numbers == [6, 6]


def test_deciding_on_stories(file):
    """A merge and its undo, told in one line each."""
    done = run("decide", file, "merge", "st1", "st3")
    assert done.out.startswith("d1 merge st3 (a5) into st1\n")
    assert json.loads(run("stories", "--to", file, "--format", "json").out)[0]["story"] == "st1"
    assert "taken back" in run("decide", file, "undo", "d1").out
    assert run("decide", file, "merge", "st1").status == NOTHING


def test_watching_needs_a_feed(file, tmp_path):
    """A file that is not there, and one that names no address, are wrong usage."""
    (tmp_path / "feeds.txt").write_text("# none yet\n", "utf-8")
    for name in ("none.txt", "feeds.txt"):
        done = run("watch", tmp_path / name, "--to", file, "--once")
        assert (done.status, len(done.told)) == (NOTHING, 1)


def test_a_feed_inside_the_machine_is_refused(file):
    """Addresses of a private net are not asked; it is told, and the status says so."""
    done = run("watch", "http://127.0.0.1:9/feed", "--to", file, "--once")
    assert done.status == SOME_UNREAD
    assert "private" in done.told[0]


def test_the_collection_of_the_folder_is_meant(tmp_path):
    """Without a name `desk.variorum` in the folder is made and read."""
    reports(tmp_path)
    assert child("add", "reports.jsonl", cwd=tmp_path).returncode == READ
    assert child("stats", cwd=tmp_path).stdout.startswith(b"5 articles in 3 stories")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("desk")] == ["desk.variorum"]
