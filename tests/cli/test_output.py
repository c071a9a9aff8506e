"""Where a result goes, and in which form."""

from __future__ import annotations

import pytest

from variorum.cli.output import GLANCE, form_of, must_be_writable, opening, write
from variorum.errors import UsageError


@pytest.mark.parametrize(
    ("form", "output", "want"),
    [
        (None, None, "text"),
        (None, "-", "text"),
        (None, "a.json", "json"),
        (None, "a.HTML", "html"),
        (None, "a.md", "md"),
        (None, "a", "text"),
        ("json", "a.html", "json"),
    ],
)
def test_the_form_is_the_one_asked_for_else_the_files(form, output, want):
    """`--format` decides; without it the ending of the file; else text."""
    assert form_of(form, output) == want


def test_a_file_is_utf_8_and_verbatim(tmp_path):
    """What is written is the text as UTF-8, line ends as they are, half characters made visible."""
    write("“Kelun” \udc80\n", str(tmp_path / "a.txt"))
    assert (tmp_path / "a.txt").read_bytes() == "“Kelun” \\udc80\n".encode()


def test_standard_output(capfdbinary):
    """Without a file, or with `-`, the result goes to standard output."""
    write("a\n", None)
    write("b\n", "-")
    assert capfdbinary.readouterr().out == b"a\nb\n"


def test_a_folder_is_no_file(tmp_path):
    """A folder where a file is wanted is refused before any work."""
    with pytest.raises(UsageError, match="this is a folder"):
        must_be_writable(str(tmp_path))


def test_a_file_that_cannot_be_written(tmp_path):
    """What the system refuses is told in our own words."""
    with pytest.raises(UsageError, match="could not be written"):
        write("a", str(tmp_path))


def test_an_opening_ends_with_a_paragraph():
    """What is shown of a long text ends where a paragraph ends, and tells how much is left; a short one is whole."""
    text = "one\ntwo\n\n" * GLANCE
    shown = opening(text)
    assert shown.splitlines()[-2:] == ["", f"… and {3 * GLANCE - 48} lines more"]
    assert opening("one\ntwo\n") == "one\ntwo\n"
    assert opening("x\n" * 2 * GLANCE).splitlines()[-1] == f"… and {GLANCE} lines more"


def test_an_account_is_drawn_for_where_it_goes(monkeypatch):
    """Colour and the window's width are for a terminal alone, and not where NO_COLOR asks for none."""
    import sys

    from variorum.cli import output

    drawn = []
    monkeypatch.setattr(output, "render", lambda _account, form, **how: drawn.append((form, how)) or "")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    output.drawn(None, "text", None)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    output.drawn(None, "text", "a.txt")
    output.drawn(None, "text", None)
    monkeypatch.setenv("NO_COLOR", "1")
    output.drawn(None, "text", "-")
    assert drawn == [
        ("text", {}),
        ("text", {}),
        ("text", {"width": 100, "colour": True}),
        ("text", {"width": 100, "colour": False}),
    ]
