"""How far a verb has come, on standard error: on a terminal only, and only where it takes longer than a second."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds without a sign before anything is shown: a run on three reports mostly ends within three."""


class Bars:
    """One bar a stage; `clock` gives seconds. It is a `variorum.api.Progress`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun = clock()
        self._wanted = sys.stderr.isatty()
        self._shown: Progress | None = None
        self._bars: dict[str, TaskID] = {}
        self._since: dict[str, tuple[float, int]] = {}

    def __enter__(self) -> Self:
        """Begin to count the time."""
        return self

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Hear that `done` of `total` steps of `stage` are done."""
        if self._shown is None and (not self._wanted or self._clock() - self._begun < PATIENCE):
            return
        shown = self._shown or self._show()
        if stage not in self._bars:
            self._bars[stage] = shown.add_task(stage, rate="")
            self._since[stage] = (self._clock(), done)
        shown.update(self._bars[stage], completed=done, total=total or None, rate=self._rate(stage, done))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Take the bars off the screen."""
        if self._shown is not None:
            self._shown.stop()

    def _rate(self, stage: str, done: int) -> str:
        """Return the steps a second since the stage was first shown; nothing in its first second."""
        begun, first = self._since[stage]
        seconds = self._clock() - begun
        return f"{(done - first) / seconds:,.0f}/s" if seconds > PATIENCE else ""

    def _show(self) -> Progress:
        from rich.console import Console  # noqa: PLC0415 - a fifth of a second, for long runs alone
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - the same

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
        )
        self._shown = Progress(*columns, console=Console(stderr=True), transient=True)
        self._shown.start()
        return self._shown
