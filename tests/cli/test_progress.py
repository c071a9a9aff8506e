"""Progress is shown on a terminal alone, and after the first second alone."""

from __future__ import annotations

import sys

import pytest

from variorum.cli.progress import Bars


class Clock:
    """Seconds as the test wants them."""

    now = 0.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


@pytest.mark.parametrize(("terminal", "seconds", "shown"), [(True, 2.0, True), (True, 0.5, False), (False, 2.0, False)])
def test_when_bars_are_shown(monkeypatch, capsys, terminal, seconds, shown):
    """Bars need a terminal and a second without a sign."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    clock = Clock()
    with Bars(clock) as bars:
        bars("read", 1, 2)
        clock.now = seconds
        bars("annotate", 1, 2)
        bars("annotate", 2, 2)
    said = capsys.readouterr()
    assert said.out == ""
    assert ("annotate" in said.err) is shown
