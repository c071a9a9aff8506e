"""The account of a story: what it is made of, and how long it is kept."""

from __future__ import annotations

import pytest

from arriving import FERRY_AGAIN
from desk import lines, record
from variorum import Collection
from variorum.errors import CollectionError


def test_the_account_of_a_story_is_kept(opened):
    """Its articles have the collection's names; the second time it comes from the file; a new article makes it anew."""
    account = opened.show("st1")
    assert [article.id for article in account.articles] == ["a1", "a2"]
    assert opened.stats().accounts == 1
    assert opened.show("1") == account


def test_a_story_that_grew_has_another_account(opened, tmp_path):
    """The kept account is of the articles as they were; it is made anew for those that are."""
    before = opened.show("st1")
    opened.add(
        [lines(tmp_path / "more.jsonl", [record("courier", "Ferry saved", "2031-05-14", FERRY_AGAIN + " It rained.")])]
    )
    after = opened.show("st1")
    assert len(after.articles) == len(before.articles) + 1


def test_a_damaged_parse_or_account_is_made_again(opened):
    """What was derived is derived anew; what was captured cannot be, and is told."""
    account = opened.show("st1")
    opened._base.run("UPDATE accounts SET packed = x'00'")
    opened._base.run("UPDATE passages SET packed = x'00'")
    assert opened.show("st1") == account
    opened._base.run("UPDATE captures SET packed = x'00'")
    with pytest.raises(CollectionError) as caught:
        opened.article("a1")
    assert caught.value.code == "broken"


def test_the_account_of_a_story_is_that_of_its_reports(tmp_path):
    """The same bytes as `compare` gives for the same files, parsed in other processes or not."""
    from importlib.resources import files

    from variorum import compare
    from variorum.render.exchange import encode

    reports_of = str(files("variorum") / "examples" / "ferry")
    with Collection.open(tmp_path / "desk.variorum") as collection:
        collection.add([reports_of], annotate=True, jobs=2)
        (story,) = collection.stories()
        assert encode(collection.show(story.id)) == encode(compare([reports_of]))
