"""What takes long is done beside the pages, and tells how far it has come."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from variorum.errors import UsageError, VariorumError

if TYPE_CHECKING:
    from collections.abc import Callable

    from variorum.api import Progress

MOST_WAITING = 20
KEPT = 50
"""Works that may wait at once, and finished ones of which the result is still told."""


@dataclass
class Work:
    """One piece of work: what it is, how far it has come, and what came of it."""

    what: str
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    stage: str = "waiting"
    done: int = 0
    total: int = 0
    result: Any = None
    error: VariorumError | None = None
    finished: threading.Event = field(default_factory=threading.Event)

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Hear how far it has come; a `variorum.api.Progress`."""
        self.stage, self.done, self.total = stage, done, total

    def wait(self, seconds: float) -> bool:
        """Wait for the end, and tell whether it came."""
        return self.finished.wait(seconds)


class Works:
    """All works of an app; one after the other, for each needs a processor."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._lock = threading.Lock()
        self._known: dict[str, Work] = {}

    def begin(self, what: str, do: Callable[[Progress], object]) -> Work:
        """Begin a work, or let it wait for its turn. Raises `UsageError` where too many wait."""
        with self._lock:
            if sum(not work.finished.is_set() for work in self._known.values()) >= MOST_WAITING:
                msg = "too much is being done already; wait until some of it is finished"
                raise UsageError(msg)
            work = Work(what)
            self._known[work.id] = work
            while len(self._known) > KEPT:
                self._known.pop(next(name for name, one in self._known.items() if one.finished.is_set()))
        threading.Thread(target=self._run, args=(work, do), daemon=True).start()
        return work

    def get(self, name: str) -> Work | None:
        """Return a work by its id."""
        return self._known.get(name)

    def _run(self, work: Work, do: Callable[[Progress], object]) -> None:
        with self._turn:
            try:
                work.result = do(work)
            except VariorumError as error:
                work.error = error
            except Exception as error:  # noqa: BLE001 - whoever waits must hear of it
                work.error = VariorumError(f"a defect of variorum itself: {type(error).__name__}: {error}")
            finally:
                work.finished.set()
