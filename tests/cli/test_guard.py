"""One line on standard error, whatever the message holds."""

from __future__ import annotations

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from variorum.cli.guard import report, say
from variorum.model import Problem


@given(st.text())
def test_a_message_is_one_line_of_visible_characters(message):
    """Neither line ends nor controls of the terminal come through."""
    import contextlib
    import io

    with contextlib.redirect_stderr(io.StringIO()) as told:
        say(message)
    line = told.getvalue()
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    assert line[:-1].isprintable() or not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in line[:-1])


@pytest.mark.parametrize(
    ("problems", "nothing", "status"),
    [
        ([], False, None),
        ([Problem("a", "duplicate", "a: twice")], False, None),
        ([Problem("a", "empty", "a: empty", fatal=True)], False, 1),
        ([Problem("a", "empty", "a: empty", fatal=True)], True, 2),
        ([], True, 2),
    ],
)
def test_the_status_tells_what_was_read(capsys, problems, nothing, status):
    """A problem that is not fatal leaves the status at 0; one line each."""
    try:
        report(problems, nothing=nothing)
        got = None
    except typer.Exit as ended:
        got = ended.exit_code
    assert got == status
    assert capsys.readouterr().err == "".join(f"variorum: {p.message}\n" for p in problems)
