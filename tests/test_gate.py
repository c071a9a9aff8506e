"""The gate of quality: it fails below a floor, raises floors alone, and says what it could not measure."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomlkit

import gate
from sets import SETS, Set

FLOORS = """\
# a word on the floors

[grain]
digest = "d1"
F1 = 0.8  # a word on this floor
recall = 0.9
"""


def result(digest: str = "d1", **scores: float) -> gate.Result:
    """Return scores of the set "grain"."""
    return gate.Result("grain", digest, {"F1": 0.8, "recall": 0.9} | scores)


def judged(measured: gate.Result) -> list[str]:
    """Return what the gate says of it beside the floors above."""
    return gate.judged(measured, tomlkit.parse(FLOORS).unwrap())


def test_at_its_floors_a_set_passes() -> None:
    """The same numbers as before, or better ones, are no fault."""
    assert judged(result()) == []
    assert judged(result(F1=0.95, recall=1.0)) == []


def test_below_a_floor_it_fails_and_says_which() -> None:
    """One number below its floor is enough."""
    assert judged(result(recall=0.898)) == ["grain: recall is 0.898, its floor 0.900"]


def test_a_measure_that_is_gone_is_below_its_floor() -> None:
    """A floor cannot be passed by no longer measuring."""
    assert judged(gate.Result("grain", "d1", {"F1": 0.8})) == ["grain: recall is 0.000, its floor 0.900"]


def test_another_yardstick_fails() -> None:
    """Floors hold for the files that they were measured with."""
    assert "files have changed" in judged(result(digest="d2"))[0]


def test_without_floors_it_fails() -> None:
    """A set that nobody gave floors is not held."""
    assert gate.judged(gate.Result("barley", "d1", {"F1": 1.0}), {}) == ["barley: no floors yet; --write sets them"]


def test_writing_raises_and_never_lowers() -> None:
    """What is better is kept to three decimals, what is worse is left; comments stay."""
    floors = tomlkit.parse(FLOORS)
    gate.raised(floors, result(digest="d2", F1=0.966, recall=0.5))
    gate.raised(floors, gate.Result("barley", "d3", {"F1": 0.12345}))
    assert floors.unwrap() == {
        "grain": {"digest": "d2", "F1": 0.966, "recall": 0.9},
        "barley": {"digest": "d3", "F1": 0.123},
    }
    assert "# a word on the floors" in tomlkit.dumps(floors)


def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, score: float) -> None:
    """Lay out a shared folder with one set that scores so much, and a floor of 0.8 for it."""
    gold = tmp_path / "shared" / "gold.txt"
    gold.parent.mkdir()
    gold.write_text("gold")
    grain = Set("grain", ("gold.txt",), lambda _: {"F1": score})
    (tmp_path / "floors.toml").write_text(f'[grain]\ndigest = "{grain.digest(gold.parent)}"\nF1 = 0.8\n')
    monkeypatch.setattr("sets.SETS", (grain, Set("barley", ("barley/*.json",), lambda _: {})))
    monkeypatch.setattr(gate, "SHARED", gold.parent)
    monkeypatch.setattr(gate, "SCORER", gold)
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    monkeypatch.setattr(gate, "events", lambda: iter(()))


@pytest.mark.parametrize(("score", "status"), [(0.8, 0), (0.79, 1)])
def test_the_exit_status_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], score: float, status: int
) -> None:
    """One below a floor, else zero; a set that is absent is named as skipped."""
    shared(tmp_path, monkeypatch, score)
    monkeypatch.setattr("sys.argv", ["gate.py"])
    assert gate.main() == status
    told = capsys.readouterr().out
    assert f"grain           F1 {score:.3f}" in told
    assert "SKIPPED: barley was not scored. ../shared/barley/*.json is not here." in told


def test_a_name_that_is_unknown_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip of the pen must not pass as "every score is at its floor"."""
    shared(tmp_path, monkeypatch, 0.8)
    monkeypatch.setattr("sys.argv", ["gate.py", "grian"])
    assert gate.main() == 1


def test_nothing_shared_is_said_and_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever has no gold can still run every other check."""
    monkeypatch.setattr(gate, "SCORER", tmp_path / "score_account.py")
    monkeypatch.setattr("sys.argv", ["gate.py"])
    assert gate.main() == 0
    assert "SKIPPED" in capsys.readouterr().out


def test_every_set_has_floors() -> None:
    """No set is measured without being held."""
    floors = tomlkit.parse(gate.FLOORS.read_text("utf-8")).unwrap()
    assert [one.name for one in SETS if not floors.get(one.name, {}).keys() - {"digest"}] == []
