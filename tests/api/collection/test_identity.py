"""Which article a new one is: by address, words or name."""

from __future__ import annotations

import pytest

from arriving import FERRY
from desk import REPORTS, lines, record, reports
from variorum import Collection


def test_adding_again_adds_nothing(opened, tmp_path):
    """The same inputs a second time are known, every one."""
    before = opened.stats()
    added = opened.add([reports(tmp_path)])
    assert (added.new, len(added.known), added.changed) == ((), 5, ())
    assert opened.stats() == before


@pytest.mark.parametrize(
    "address",
    [
        "http://www.herald.example/2031-05-14/ferry-runs-onto-rocks/",
        "https://herald.example/2031-05-14/ferry-runs-onto-rocks?utm_source=feed&fbclid=7#top",
        "https://herald.example/another-id-for-the-same-words",
    ],
)
def test_another_address_is_the_same_article(opened, tmp_path, address):
    """Tracking, scheme and a feed's new ids make no new article: address or words are the same."""
    again = record(*REPORTS[0], url=address)
    added = opened.add([lines(tmp_path / "again.jsonl", [{**again, "id": "other"}])])
    assert (added.new, added.known, added.changed) == ((), ("a1",), ())


def test_the_same_words_of_another_outlet_are_another_article(opened, tmp_path):
    """A reprint is an article of its own: it has another publisher."""
    _, *rest = REPORTS[0]
    added = opened.add([lines(tmp_path / "reprint.jsonl", [record("courier", *rest)])])
    assert added.new == ("a6",)
    assert [one.id for one in opened.story("st1").articles] == ["a1", "a2", "a6"]


def test_a_file_edited_in_place_is_a_new_version(tmp_path):
    """Without an address the name of the file counts, where the texts are alike; another text is another article."""
    file = tmp_path / "report.txt"
    with Collection.open(tmp_path / "d.variorum") as collection:
        for text in (FERRY, FERRY.replace("14", "15"), REPORTS[2][3]):
            file.write_text(f"Ferry runs onto rocks\n\n{text}\n" if text != REPORTS[2][3] else text, "utf-8")
            added = collection.add([file])
        assert added.new == ("a2",)
        assert len(collection.versions("a1")) == 2
