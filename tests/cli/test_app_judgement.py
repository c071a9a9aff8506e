"""`decide`, `explain` and `diff` on the command line: one line to a person, the file beside the reports."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from variorum.cli.app import app

HERALD = "A tug sank off Pell on Friday, the harbour master said.\n"
POST = "A tug sank off Pell on Friday, fisherman Oke Brandt said.\n"


def run(*arguments):
    """Return what a command does, run in this process."""
    return CliRunner().invoke(app, list(map(str, arguments)), prog_name="variorum")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Return a folder with two reports and their account."""
    desk = tmp_path_factory.mktemp("desk")
    (desk / "herald.txt").write_text(HERALD, "utf-8")
    (desk / "post.txt").write_text(POST, "utf-8")
    assert run("compare", desk / "herald.txt", desk / "post.txt", "-o", desk / "a.json").exit_code == 0
    return desk


def test_a_decision_from_end_to_end(desk):
    """A decision is told and kept; the next account tells it, and `diff` what it did; undone, nothing is left of it."""
    claim = next(c for c in json.loads((desk / "a.json").read_text("utf-8"))["claims"] if c["outlets"] == 2)
    statements = [a["statement"] for a in claim["appearances"]]
    done = run("decide", desk / "a.json", "different", *statements)
    assert done.exit_code == 0
    assert done.stdout.startswith("d1 different “")
    assert "written in" in done.stdout
    again = run("compare", desk / "herald.txt", desk / "post.txt", "-o", desk / "b.json")
    assert (again.exit_code, again.stderr) == (0, "")
    shown = run("diff", desk / "a.json", desk / "b.json")
    assert "New claims, before part of another" in shown.stdout
    assert "taken back" in run("decide", desk / "b.json", "undo", "d1").stdout
    assert run("compare", desk / "herald.txt", desk / "post.txt", "-o", desk / "b.json").exit_code == 0
    assert (desk / "b.json").read_bytes() == (desk / "a.json").read_bytes()
    (desk / "decisions.variorum.txt").unlink()


def test_why_in_words_and_as_json(desk):
    """`explain` writes text, and JSON where it is asked for or the file's name ends so."""
    claim = next(c for c in json.loads((desk / "a.json").read_text("utf-8"))["claims"] if c["outlets"] == 2)["id"]
    shown = run("explain", desk / "a.json", claim)
    assert "Why these passages are one claim" in shown.stdout
    assert "“A tug sank off Pell on Friday”" in shown.stdout
    assert json.loads(run("explain", desk / "a.json", claim, "--format", "json").stdout)["claim"]["id"] == claim
    assert run("explain", desk / "a.json", claim, "-o", desk / "why.json").exit_code == 0
    assert json.loads((desk / "why.json").read_text("utf-8"))["claim"]["id"] == claim


def test_a_decision_that_no_longer_fits_is_told_and_is_no_failure(desk, tmp_path):
    """A stale decision is one line on standard error; all input was read, so the status is 0."""
    file = tmp_path / "d.txt"
    file.write_text('d1 note "gone words" herald.txt@000000000000:0-10 "x"\nnonsense\n', "utf-8")
    done = run("compare", desk / "herald.txt", desk / "post.txt", "--decisions", file, "--format", "json")
    assert done.exit_code == 0
    assert sorted(p["code"] for p in json.loads(done.stdout)["problems"]) == ["bad-decision", "stale-decision"]
    assert done.stderr.count("\n") == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("decide", "a.json", "agree", "c1"), "is no decision"),
        (("decide", "a.json", "note", "c999", "x"), "no claim c999"),
        (("explain", "a.json", "c999"), "no claim c999"),
        (("diff", "a.json", "missing.json"), "cannot be read"),
        (("compare", "herald.txt", "--decisions", "missing.txt"), "cannot be read"),
    ],
)
def test_wrong_usage_is_one_line(desk, monkeypatch, arguments, told):
    """What does not fit ends with 2 and one line, and changes nothing."""
    monkeypatch.chdir(desk)
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (desk / "decisions.variorum.txt").exists()
