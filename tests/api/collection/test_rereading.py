"""What an older Variorum has read is read anew."""

from __future__ import annotations

from desk import REPORTS


def test_an_older_reading_is_made_anew(opened):
    """What another version of Variorum has read from a capture is read again, and only that."""
    opened._base.run("UPDATE makers SET made_by = 'variorum 0.0.1'")
    told = []
    opened.vacuum(progress=lambda stage, done, _total: told.append((stage, done)))
    assert told == [("read", n) for n in range(1, 6)]
    told.clear()
    opened.vacuum(progress=lambda *step: told.append(step))
    assert told == []
    assert opened.article("a1").title == REPORTS[0][1]


def test_reading_anew_keeps_the_search_in_order(opened):
    """The words of an old reading are out of the index, those of the new one in it, each once."""
    (article,) = opened._base.rows("SELECT packed FROM versions WHERE article = 2")
    opened._base.run("UPDATE makers SET made_by = 'variorum 0.0.1'")
    opened.vacuum()
    assert [hit.article for hit in opened.search("praised")] == ["a2"]
    opened._base.run("INSERT INTO words (words) VALUES ('integrity-check')")
    assert opened._base.rows("SELECT packed FROM versions WHERE article = 2") == [article]
