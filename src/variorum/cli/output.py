"""Where a result goes: standard output, or the file that was named."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypedDict

from variorum.errors import UsageError
from variorum.render import Format, Plain, render, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Account
    from variorum.model.changes import Changes
    from variorum.model.explanation import Explanation
    from variorum.render.collection import Told

STANDARD = "-"
NARROW = 80
"""Columns of a terminal that does not tell."""
GLANCE = 48
"""Lines that the demo shows of an account: about one screen."""
FORMATS: dict[str, Format] = {".json": "json", ".html": "html", ".htm": "html", ".md": "md", ".txt": "text"}


class _Window(TypedDict, total=False):
    width: int
    colour: bool


def piped() -> BinaryIO | None:
    """Return what comes in on standard input, `None` where the shell closed it (`<&-`)."""
    return sys.stdin.buffer if sys.stdin else None


def form_of(form: Format | None, output: str | None) -> Format:
    """Return the format asked for, else the one that the file's name tells, else text."""
    return form or FORMATS.get(Path(output or "").suffix.lower(), "text")


def must_be_writable(output: str | None) -> None:
    """Raise `UsageError` before any work is done for a file that could not be written in the end."""
    if output is None or output == STANDARD:
        return
    if os.path.isdir(output):  # noqa: PTH112 - a name that cannot be one is no folder, and Path would raise
        msg = f"{output}: this is a folder; name a file for the result"
        raise UsageError(msg)
    parent = Path(output).parent
    if not os.path.isdir(parent):  # noqa: PTH112 - the same
        msg = f"{output}: there is no folder {parent} for the result; make it first"
        raise UsageError(msg)


def plain_form_of(form: Plain | None, output: str | None) -> Plain:
    """Return the form asked for, else JSON for a file that ends so, else text."""
    return form or ("json" if Path(output or "").suffix.lower() == ".json" else "text")


def explained_form(form: Plain | None, output: str | None, *, explain: bool) -> Plain:
    """Return the form of what `extract` writes; raises `UsageError` for text without `--explain`."""
    if explain:
        return form or ("json" if Path(output or "").suffix.lower() in {".json", ".jsonl"} else "text")
    if form == "text":
        msg = "extract writes JSON; --format text goes with --explain"
        raise UsageError(msg)
    return "json"


def drawn(account: Account, form: Format, output: str | None) -> str:
    """Return the account as it suits where it goes: in colour and as wide as the window on a terminal alone."""
    return render(account, form, **_window(output))


def told_to(value: Changes | Explanation, form: Plain, output: str | None) -> str:
    """Return what `diff` or `explain` found as it suits where it goes."""
    return told(value, form, **_window(output))


def listed_to(kind: type[Told], found: Sequence[Told], form: Plain, output: str | None) -> str:
    """Return what a collection told as it suits where it goes; `kind` is what the items are."""
    from variorum.render.collection import told_of  # noqa: PLC0415 - start-up

    return told_of(kind, found, form, **_window(output))


def _window(output: str | None) -> _Window:
    """Return the width and colour of the terminal; nothing where the result goes elsewhere."""
    if output not in (None, STANDARD) or sys.stdout is None or not sys.stdout.isatty():
        return {}
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return {"width": shutil.get_terminal_size((NARROW, 24)).columns, "colour": colour}


def opening(text: str) -> str:
    """Return the paragraphs with which the text begins, as many as one look takes in, and how much is left."""
    lines = text.splitlines(keepends=True)
    ends = [n for n, line in enumerate(lines[:GLANCE], 1) if not line.strip()]
    cut = ends[-1] if ends and len(lines) > GLANCE else min(len(lines), GLANCE)
    rest = len(lines) - cut
    return "".join(lines[:cut]) + (f"… and {rest} lines more\n" if rest else "")


def write(text: str, output: str | None) -> None:
    """Write a result as UTF-8, whatever the machine's own encoding is."""
    data = text.encode("utf-8", "backslashreplace")
    try:
        if output is None or output == STANDARD:
            _print(data)
        else:
            Path(output).write_bytes(data)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or error
        msg = f"{output or 'standard output'}: the result could not be written: {why}"
        raise UsageError(msg) from error


def _print(data: bytes) -> None:
    if sys.stdout is None:  # the shell closed it: `>&-`
        msg = "it is closed"
        raise ValueError(msg)
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
