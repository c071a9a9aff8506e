"""What an article said before, and what was changed."""

from __future__ import annotations

from arriving import FERRY
from desk import REPORTS, lines, record


def test_an_edited_article_is_a_new_version(opened, tmp_path):
    """It stays in its story under its name; what was changed is told word for word; the search knows the new words."""
    edited = record(*REPORTS[0][:3], FERRY.replace("212 people", "209 people"))
    added = opened.add([lines(tmp_path / "edited.jsonl", [edited])])
    assert (added.new, added.changed) == ((), ("a1",))
    first, second = opened.versions("a1")
    assert (first.number, second.number, first.replaced) == (1, 2, ())
    (change,) = second.replaced
    assert (change.old.text, change.new.text) == ("212", "209")
    assert opened.article("a1").text[change.new.start : change.new.end] == "209"
    assert [hit.article for hit in opened.search("209")] == ["a1"]
    assert [hit.article for hit in opened.search("212 aboard")] == ["a2"]
    assert [one.id for one in opened.story("st1").articles] == ["a1", "a2"]
