"""The reports of one event, read once."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from variorum import compare, diff
from variorum.api.event import Event
from variorum.errors import UsageError


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with the example reports, two of them in a folder of their own."""
    there = tmp_path_factory.mktemp("reports")
    shutil.copytree(Path(str(files("variorum") / "examples" / "ferry")), there, dirs_exist_ok=True)
    (there / "late").mkdir()
    for name in ("kelun-herald.txt", "sallis-courier.html"):
        (there / name).rename(there / "late" / name)
    return there


@pytest.fixture(scope="module")
def event(folder):
    """Return the event."""
    return Event([folder])


def test_it_gives_what_compare_gives(event, folder):
    """The account is the one that `compare` makes of the same reports."""
    assert event.account == compare([folder])


def test_a_decision_shows_at_once(event, folder):
    """A decision is applied without reading the reports again, as `compare` applies it, and undo takes it back."""
    before = event.account
    made = event.decide("note", "c1", "asked")
    assert [note.text for note in event.account.notes] == ["asked"]
    assert event.account == compare([folder])
    event.decide("undo", made.decision.id)
    assert event.account == before


def test_a_decision_of_another_folder_is_taken_back(event, folder):
    """Where several folders have decisions, the account names the folder, and undo finds it."""
    event.decide("note", "c1", "first")
    late = folder / "late" / "decisions.variorum.txt"
    late.write_text((folder / "decisions.variorum.txt").read_text("utf-8"), "utf-8")
    event.decide("note", "c2", "second")
    names = [decision.id for decision in event.account.decisions]
    assert len(names) == 3
    assert all(":d" in name for name in names)
    for name in names:
        event.decide("undo", name)
    assert event.account.decisions == ()
    late.unlink()


def test_what_a_later_day_brought(event):
    """What changed since a day is what differs from the account of the reports up to it."""
    found = event.since("2031-03-04")
    days = {a.id: a.published.value[:10] for a in event.account.articles if a.published}
    assert {change.id for change in found.articles if change.change == "new"} == {
        name for name, day in days.items() if day > "2031-03-04"
    }
    assert len(event.since("1999-01-01").articles) == len(event.account.articles)
    assert event.since("2999-01-01") == diff(event.account, event.account)


def test_it_checks_itself(event):
    """Every quoted word is found in the reports."""
    result = event.check()
    assert result.good == result.total > 0


def test_nothing_readable_is_told(tmp_path):
    """It raises as `compare` does."""
    with pytest.raises(UsageError, match="nothing to compare"):
        Event([tmp_path])
