"""The file of decisions: one a line, readable, undoable, never fatal."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.errors import UsageError
from variorum.model import Anchor, Decision
from variorum.store.decisions import HEAD, add, load, next_id, parsed, written

ANCHOR = Anchor("herald.txt", "1f738e0a9c21", 12, 35, "At least 15 people died")
OTHER = Anchor("b/post.json#2", "0b1c00000000", 3, 9, "“dead”")
COUNTS = {"same": 2, "different": 2, "merge-entity": 2, "source": 2, "note": 1, "split-entity": 3}

numbers = st.integers(0, 10**9)
digits = st.text("0123456789abcdef", min_size=12, max_size=12)
paths = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)
anchors = st.builds(Anchor, paths, digits, numbers, numbers, st.text())


@st.composite
def decisions(draw):
    """Return any decision."""
    verb = draw(st.sampled_from(sorted(COUNTS)))
    held = draw(st.lists(anchors, min_size=COUNTS[verb], max_size=COUNTS[verb]))
    return Decision(f"d{draw(numbers)}", verb, tuple(held), draw(st.text()) if verb == "note" else None)


@given(decisions())
def test_reading_undoes_writing(decision):
    """What was written is read, and it is one line of characters that show."""
    line = written(decision)
    assert parsed(line) == decision
    assert line.isprintable()


@given(st.text())
def test_any_line_is_read_or_refused(line):
    """No line raises anything but a `ValueError` that says what is wrong."""
    with contextlib.suppress(ValueError):
        assert isinstance(parsed(line), Decision)


def test_a_line_is_plain_to_read():
    """A line is its name, its verb, and words with their places."""
    assert written(Decision("d3", "same", (ANCHOR, OTHER))) == (
        'd3 same "At least 15 people died" herald.txt@1f738e0a9c21:12-35 "“dead”" b/post.json#2@0b1c00000000:3-9'
    )


@pytest.mark.parametrize(
    ("lines", "live"),
    [
        (["d1 {}", "d2 {}"], ["d1", "d2"]),
        (["d1 {}", "d2 undo d1"], []),
        (["d1 {}", "d2 undo d1", "d3 undo d2"], ["d1"]),
        (["d1 {}", "d2 {}", "d3 undo d1", "d4 undo d2", "d5 undo d3"], ["d1"]),
        (["d1 {}", "", "# a remark", "d2 {}"], ["d1", "d2"]),
    ],
)
def test_an_undo_line_takes_back(tmp_path, lines, live):
    """An undo takes back the line that it names, an undo as well; remarks and blank lines say nothing."""
    file = tmp_path / "d.variorum.txt"
    rest = written(Decision("d0", "same", (ANCHOR, OTHER))).removeprefix("d0 ")
    file.write_text("\n".join(lines).replace("{}", rest), "utf-8")
    kept = load(file)
    assert [d.id for d in kept.decisions] == live
    assert kept.problems == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("nonsense", "a line is a name"),
        ('d1 same "x" a.txt@0b1c00000000:1-2', "same is about 2 passages"),
        ('d1 note "x" a.txt@0b1c00000000:1-2', "and a text"),
        ("d1 undo d7", "there is no d7 above"),
        ("d1 note x", "quotation marks"),
        ('d1 note "x', ""),
    ],
)
def test_a_line_that_says_nothing_is_told(tmp_path, line, told):
    """A line that cannot be read is a problem with its number, and the others count."""
    file = tmp_path / "d.variorum.txt"
    good = written(Decision("d5", "note", (ANCHOR,), "x"))
    file.write_text(f"{good}\n{line}\n", "utf-8")
    kept = load(file)
    assert [d.id for d in kept.decisions] == ["d5"]
    (problem,) = kept.problems
    assert (problem.code, problem.fatal) == ("bad-decision", False)
    assert "line 2" in problem.message
    assert told in problem.message


def test_two_lines_of_one_name_are_told(tmp_path):
    """Two people's files put together may use a name twice: both count, and it is told."""
    file = tmp_path / "d.variorum.txt"
    line = written(Decision("d5", "note", (ANCHOR,), "x"))
    file.write_text(f"{line}\n{line}\n", "utf-8")
    kept = load(file)
    assert len(kept.decisions) == 2
    assert "d5 names another line" in kept.problems[0].message


def test_lines_are_added_at_the_end(tmp_path):
    """What stands in the file stays as it is; a missing line end is made good; names go on."""
    file = tmp_path / "d.variorum.txt"
    assert next_id(file) == "d1"
    add(file, "d1", Decision("d1", "note", (ANCHOR,), "x"))
    assert file.read_text("utf-8").startswith(HEAD)
    before = file.read_text("utf-8").rstrip("\n")
    file.write_text(before, "utf-8")
    assert next_id(file) == "d2"
    add(file, "d2", "d1")
    assert file.read_text("utf-8") == f"{before}\nd2 undo d1\n"


def test_a_file_that_is_no_file(tmp_path):
    """A folder where the file is wanted is told in our own words."""
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path)
    with pytest.raises(UsageError, match="no-such"):
        add(tmp_path / "no-such" / "d.txt", "d1", "d2")
