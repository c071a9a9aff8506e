"""Processes that each load what they need once, take work and give results in the order of the work.

They are started anew (not forked), so that they hold neither locks nor files of this process, and end by themselves
when it ends, however it ends: their standard input closes.
"""

from __future__ import annotations

import pickle
import struct
import subprocess
import sys
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Given = TypeVar("Given")
Made = TypeVar("Made")

_HEAD = struct.Struct("<Q")
_BEGIN = "import sys; sys.path[:] = {path!r}; from variorum.api.crew import serve; serve({work!r})"


@dataclass(frozen=True, slots=True)
class Crew(Generic[Given, Made]):
    """Some processes that all do one work, which is named as `module:function`: it takes a batch, and gives one thing.

    With none, the work is done in this process.
    """

    work: str
    workers: tuple[subprocess.Popen[bytes], ...]

    def results(self, batches: Iterable[Given]) -> Iterator[Made]:
        """Yield the result of each batch, in their order; as many are at work at once as there are workers.

        Raises what the work raises. A worker that dies, for lack of memory perhaps, has its batch done here.
        """
        todo = iter(batches)
        if not self.workers:
            yield from map(_function(self.work), todo)
            return
        waiting = deque(self._given(worker, batch) for worker, batch in zip(self.workers, todo, strict=False))
        while waiting:
            worker, batch = waiting.popleft()
            made = self._taken(worker, batch)
            waiting.extend(self._given(worker, next_one) for next_one in islice(todo, 1))
            yield made

    def _given(self, worker: subprocess.Popen[bytes], batch: Given) -> tuple[subprocess.Popen[bytes], Given]:
        assert worker.stdin is not None  # noqa: S101 - it has a pipe
        try:
            _put(worker.stdin, batch)
        except OSError:
            worker.kill()
        return worker, batch

    def _taken(self, worker: subprocess.Popen[bytes], batch: Given) -> Made:
        assert worker.stdout is not None  # noqa: S101 - it has a pipe
        try:
            good, made = _got(worker.stdout)
        except (OSError, EOFError):
            found: Made = _function(self.work)(batch)
            return found
        if not good:
            raise made
        result: Made = made
        return result


@contextmanager
def crew(work: str, number: int) -> Iterator[Crew[Any, Any]]:
    """Start so many workers, none for one or less; they end with the block."""
    call = [sys.executable, "-c", _BEGIN.format(path=sys.path, work=work)]
    pipe = subprocess.PIPE
    started = [
        subprocess.Popen(call, stdin=pipe, stdout=pipe, start_new_session=True)  # noqa: S603 - our own words
        for _ in range(number if number > 1 else 0)
    ]
    try:
        yield Crew(work, tuple(started))
    finally:
        for worker in started:
            _ended(worker)


def serve(work: str) -> None:
    """Be a worker: read batches from standard input and write results until there are no more."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints must not stand among the results
    function = _function(work)
    while True:
        try:
            batch = _got(source)
        except EOFError:
            return
        try:
            answer = True, function(batch)
        except Exception as error:  # noqa: BLE001 - whoever gave the work is told
            answer = False, _sendable(error)
        try:
            _put(target, answer)
        except BrokenPipeError:
            return


def _sendable(error: Exception) -> Exception:
    """Return the error, or one that tells it in words where it cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - what was just written
    except Exception:  # noqa: BLE001 - whatever its class does when it is made again
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _ended(worker: subprocess.Popen[bytes]) -> None:
    worker.kill()
    for pipe in (worker.stdin, worker.stdout):
        try:
            pipe and pipe.close()
        except OSError:
            continue
    worker.wait()


def _function(work: str) -> Callable[[Any], Any]:
    module, _, name = work.partition(":")
    function: Callable[[Any], Any] = getattr(import_module(module), name)
    return function


def _put(target: IO[bytes], value: object) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    target.write(_HEAD.pack(len(data)) + data)
    target.flush()


def _got(source: IO[bytes]) -> Any:  # noqa: ANN401 - whatever the other side has put
    head = _whole(source, _HEAD.size)
    return pickle.loads(_whole(source, *_HEAD.unpack(head)))  # noqa: S301 - our own process wrote it


def _whole(source: IO[bytes], size: int) -> bytes:
    data = source.read(size)
    if len(data) < size:
        raise EOFError
    return data
