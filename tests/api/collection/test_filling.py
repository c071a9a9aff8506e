"""Many inputs: in their order, whoever reads them and however they come."""

from __future__ import annotations

from arriving import FERRY
from desk import lines, many
from variorum import Collection


def test_files_that_are_not_on_the_disk(tmp_path):
    """Bytes with a name are read as a file is; what cannot be read is a problem."""
    with Collection.open(tmp_path / "d.variorum") as collection:
        added = collection.add_files([("ferry.txt", FERRY.encode()), ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(40))])
    assert added.new == ("a1",)
    assert [(problem.path, problem.fatal) for problem in added.problems] == [("picture.png", True)]


def test_two_programs_take_turns(tmp_path):
    """What one adds between two articles of the other is known to it: stories are as if one had added all."""
    records = many(60)
    alone = Collection.open(tmp_path / "alone.variorum")
    alone.add([lines(tmp_path / "all.jsonl", records)])
    one, other = (Collection.open(tmp_path / "shared.variorum") for _ in range(2))
    for n, entry in enumerate(records):
        (one, other)[n % 2].add([lines(tmp_path / "next.jsonl", [entry])])
    assert _stories(one) == _stories(alone)
    for collection in (alone, one, other):
        collection.close()


def test_the_order_of_arrival_is_all_that_counts(tmp_path):
    """One process or three, at once or bit by bit: the same articles in the same stories for the same reasons."""
    records = many(150)
    whole = lines(tmp_path / "all.jsonl", records)
    found = []
    for jobs in (1, 3):
        with Collection.open(tmp_path / f"{jobs}.variorum") as collection:
            collection.add([whole], jobs=jobs)
            found.append(_stories(collection))
    with Collection.open(tmp_path / "bits.variorum") as collection:
        for n in range(0, len(records), 40):
            collection.add([lines(tmp_path / "all.jsonl", records[: n + 40])])
        found.append(_stories(collection))
    assert found[0] == found[1] == found[2]
    assert max(len(members) for members in found[0]) > 1


def _stories(collection):
    return [[(one.id, one.title, one.joined_because) for one in story.articles] for story in collection.stories()]
