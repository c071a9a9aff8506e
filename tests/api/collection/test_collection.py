"""A collection: what goes in, the stories that it makes, and what is told of them."""

from __future__ import annotations

import threading

import pytest

from desk import desk, lines, many, reports
from variorum import Collection
from variorum.errors import CollectionError, UsageError


def test_each_article_is_in_the_story_of_its_event(opened):
    """Two reports of one event are one story, and the reason is told; a like event a week later is another."""
    stories = {story.title: [one.id for one in story.articles] for story in opened.stories()}
    assert stories == {
        "Ferry runs onto rocks": ["a1", "a2"],
        "Costa wins Lower Adran": ["a3", "a4"],
        "Ferry adrift off Tarvik": ["a5"],
    }
    joined = opened.story("st1").articles[1]
    assert "shared name" in joined.joined_because
    assert joined.outlet == "The Post"
    assert joined.published == "2031-05-14"


def test_captures_are_kept_unchanged(opened, tmp_path):
    """The bytes come out as they went in, of every version."""
    raw = (tmp_path / "reports.jsonl").read_bytes().split(b"\n")
    assert [opened.capture(f"a{n}").data for n in range(1, 6)] == raw[:5]
    with pytest.raises(UsageError, match="version 2"):
        opened.capture("a1", 2)


def test_readers_read_while_one_writes(tmp_path):
    """A reader sees what is finished, and cannot write."""
    with desk(tmp_path), Collection.open(tmp_path / "desk.variorum", readonly=True) as reader:
        assert len(reader.stories()) == 3
        assert [hit.article for hit in reader.search("governor")]
        with pytest.raises(CollectionError) as caught:
            reader.add([reports(tmp_path).with_name("reports.jsonl"), lines(tmp_path / "n.jsonl", many(1))])
        assert caught.value.code == "read-only"


def test_threads_share_one_collection(opened):
    """Several threads list, search and read at once."""
    wrong: list[Exception] = []

    def work():
        try:
            for _ in range(5):
                assert len(opened.stories()) == 3
                assert opened.search("ferry")
                assert opened.article("a1").title
        except Exception as error:  # noqa: BLE001 - a thread's error must be seen
            wrong.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_stats(opened):
    """The numbers are those of what was added."""
    stats = opened.stats()
    assert (stats.articles, stats.stories, stats.several, stats.outlets, stats.undated) == (5, 3, 2, 4, 0)
    assert (stats.first, stats.last) == ("2031-05-14", "2031-05-21")
    assert stats.size > 0
