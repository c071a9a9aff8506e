"""A collection: what goes in, the stories that it makes, and what is told of them."""

from __future__ import annotations

import json
import threading

import pytest

from arriving import FERRY, FERRY_AGAIN
from desk import REPORTS, desk, lines, many, record, reports
from variorum import Collection
from variorum.errors import CollectionError, UsageError


@pytest.fixture
def opened(tmp_path):
    """Return a collection with five reports of three events."""
    with desk(tmp_path) as collection:
        yield collection


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


def test_the_story_that_grew_last_comes_first(opened):
    """Stories are listed by their last arrival; `limit` and `offset` cut the list."""
    assert [story.id for story in opened.stories()] == ["st3", "st2", "st1"]
    assert [story.id for story in opened.stories(limit=1, offset=1)] == ["st2"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"outlet": "the herald"}, {"st1", "st3"}),
        ({"outlet": "Nobody"}, set()),
        ({"since": "2031-05-15"}, {"st2", "st3"}),
        ({"until": "2031-05-14"}, {"st1"}),
        ({"since": "2031-05-15", "until": "2031-05"}, {"st2", "st3"}),
        ({"since": "2031-05-16", "until": "2031-05-20"}, set()),
        ({"words": "governor"}, {"st2"}),
        ({"words": "ferry", "since": "2031-05-20"}, {"st3"}),
        ({"quiet": True}, set()),
        ({"quiet": False}, {"st1", "st2", "st3"}),
    ],
)
def test_stories_are_found_by_what_is_asked(opened, asked, found):
    """Each filter keeps the stories of which one article has it; the days are included."""
    assert {story.id for story in opened.stories(**asked)} == found


def test_a_day_that_is_none_is_wrong_usage(opened):
    """A word for a day is told, not taken for no filter."""
    with pytest.raises(UsageError, match="yesterday"):
        opened.stories(since="yesterday")


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


def test_a_file_edited_in_place_is_a_new_version(tmp_path):
    """Without an address the name of the file counts, where the texts are alike; another text is another article."""
    file = tmp_path / "report.txt"
    with Collection.open(tmp_path / "d.variorum") as collection:
        for text in (FERRY, FERRY.replace("14", "15"), REPORTS[2][3]):
            file.write_text(f"Ferry runs onto rocks\n\n{text}\n" if text != REPORTS[2][3] else text, "utf-8")
            added = collection.add([file])
        assert added.new == ("a2",)
        assert len(collection.versions("a1")) == 2


def test_captures_are_kept_unchanged(opened, tmp_path):
    """The bytes come out as they went in, of every version."""
    raw = (tmp_path / "reports.jsonl").read_bytes().split(b"\n")
    assert [opened.capture(f"a{n}").data for n in range(1, 6)] == raw[:5]
    with pytest.raises(UsageError, match="version 2"):
        opened.capture("a1", 2)


def test_files_that_are_not_on_the_disk(tmp_path):
    """Bytes with a name are read as a file is; what cannot be read is a problem."""
    with Collection.open(tmp_path / "d.variorum") as collection:
        added = collection.add_files([("ferry.txt", FERRY.encode()), ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(40))])
    assert added.new == ("a1",)
    assert [(problem.path, problem.fatal) for problem in added.problems] == [("picture.png", True)]


def test_search(opened):
    """All words are wanted, endings aside; places are those of the words in the article's text."""
    assert {hit.article for hit in opened.search("rescued boat")} == {"a1", "a2"}
    (hit,) = opened.search('"harbour master Ilka"')
    text = opened.article(hit.article).text
    assert text[hit.excerpt.start : hit.excerpt.end] == hit.excerpt.text
    assert [text[span.start : span.end] for span in hit.found] == ["harbour master Ilka"]
    assert {hit.story for hit in opened.search("cost*")} == {"st2"}


@pytest.mark.parametrize(
    "words", ["", '"', "AND", "a OR b NOT", "*", "ferry AND", "x:y", "-ferry", "NEAR(a b)", "\0", "('"]
)
def test_any_words_may_be_searched_for(opened, words):
    """What a person types is never a mistake of grammar."""
    assert isinstance(opened.search(words), tuple)


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


@pytest.mark.parametrize("name", ["st9", "9", "x", "st", "st-1", "st1.5", "st99999999999999999999"])
def test_a_story_that_is_not_there(opened, name):
    """It is told by name."""
    with pytest.raises(UsageError, match=name):
        opened.story(name)


def test_merging_and_taking_back(opened, tmp_path):
    """Merged stories are one, and take what fits either; undo parts them again."""
    made = opened.decide("merge", "st1", "st3")
    assert (made.id, made.undone) == ("d1", False)
    assert [one.id for one in opened.story("st1").articles] == ["a1", "a2", "a5"]
    with pytest.raises(UsageError, match="st3"):
        opened.story("st3")
    later = record("post", "Silver Gull in port", "2031-05-21", REPORTS[4][3] + " Tugs left.")
    assert opened.add([lines(tmp_path / "later.jsonl", [later])]).new == ("a6",)
    assert "a6" in [one.id for one in opened.story("st1").articles]
    assert [one.decision.verb for one in opened.decisions()] == ["merge"]
    opened.decide("undo", "d1")
    assert [one.id for one in opened.story("st3").articles] == ["a5"]
    assert opened.decisions() == ()


def test_splitting_and_taking_back(opened):
    """Split articles are a story of their own; undo puts them back."""
    made = opened.decide("split", "st2", "a4")
    assert made.decision.stories == ("st2", "st4")
    assert [one.id for one in opened.story("st4").articles] == ["a4"]
    opened.decide("undo", made.id)
    assert [one.id for one in opened.story("st2").articles] == ["a3", "a4"]


@pytest.mark.parametrize(
    "said",
    [
        ("merge", "st1"),
        ("merge", "st1", "st1"),
        ("merge", "st1", "st9"),
        ("split", "st1", "a1", "a2"),
        ("split", "st1", "a3"),
        ("split", "st1"),
        ("undo", "d7"),
        ("undo",),
        ("same",),
        ("nonsense", "st1"),
    ],
)
def test_a_decision_that_does_not_fit_changes_nothing(opened, said):
    """It is told, and the collection stays as it was."""
    before = opened.stories()
    with pytest.raises(UsageError):
        opened.decide(*said)
    assert opened.stories() == before
    assert opened.decisions() == ()


def test_a_decision_on_a_claim_is_in_the_account(opened):
    """A note on a claim of a story is kept in the collection, told in the account, and taken back."""
    account = opened.show("st1")
    made = opened.decide("note", "st1", account.claims[0].id, "the harbour confirms it")
    noted = opened.show("st1")
    assert [note.text for note in noted.notes] == ["the harbour confirms it"]
    assert opened.show("st2").notes == ()
    opened.decide("undo", made.id)
    assert opened.show("st1") == account


def test_decisions_hold_for_whoever_opens_the_file_next(tmp_path):
    """A merge is remembered by another program, which goes on from it."""
    with desk(tmp_path) as first:
        first.decide("merge", "st1", "st3")
    with Collection.open(tmp_path / "desk.variorum") as second:
        later = record("post", "Silver Gull in port", "2031-05-21", REPORTS[4][3] + " Tugs left.")
        second.add([lines(tmp_path / "later.jsonl", [later])])
        assert "a6" in [one.id for one in second.story("st1").articles]


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


def test_reprints_are_found_once(opened, tmp_path):
    """A pair is told with its stories and kind; only what is new is compared; an edit forgets it."""
    assert opened.reuse() == ()
    _, *rest = REPORTS[0]
    opened.add([lines(tmp_path / "reprint.jsonl", [record("courier", *rest)])])
    (pair,) = opened.reuse()
    assert (pair.articles, pair.stories, pair.overlap) == (("a1", "a6"), ("st1", "st1"), 1.0)
    assert opened.reuse() == (pair,)
    other = record("courier", *rest[:2], "The Morning Tide was taken to Kelun by tugs, and its owners said nothing.")
    assert opened.add([lines(tmp_path / "edited.jsonl", [other])]).changed == ("a6",)
    assert opened.reuse() == ()


def test_what_is_parsed_is_kept_once(opened, tmp_path):
    """`annotate` parses each passage once, with any number of processes, and an account of it is the same."""
    account = opened.show("st2")
    kept = opened.stats().passages
    _, *rest = REPORTS[2]
    added = opened.add([lines(tmp_path / "reprint.jsonl", [record("courier", *rest)])], annotate=True)
    assert len(added.new) == 1
    assert opened.stats().passages <= kept + 1  # the title stands above the text alone
    opened.add([reports(tmp_path)], annotate=True, jobs=2)
    assert opened.show("st2").claims[0].text == account.claims[0].text


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


def test_stats(opened):
    """The numbers are those of what was added."""
    stats = opened.stats()
    assert (stats.articles, stats.stories, stats.several, stats.outlets, stats.undated) == (5, 3, 2, 4, 0)
    assert (stats.first, stats.last) == ("2031-05-14", "2031-05-21")
    assert stats.size > 0


def test_json_of_stories_has_the_keys_of_the_contract(opened):
    """`story`, `title` and `articles` with six keys, as programs expect them."""
    from variorum.model.collection import StoryEntry
    from variorum.render.collection import told_of

    rows = json.loads(told_of(StoryEntry, opened.stories(), "json"))
    assert list(rows[0])[:3] == ["story", "title", "articles"]
    assert {"id", "url", "path", "outlet", "published", "joined_because"} <= set(rows[0]["articles"][0])
    assert json.loads(told_of(StoryEntry, [], "json")) == []


def test_quiet_is_told_by_the_collection_itself(opened, tmp_path):
    """A story is quiet when others are a month younger; one page with a date of the far future makes none quiet."""
    later = [
        record("post", f"Fair at Kelun {n}", "2031-07-01", f"The fair number {n} opened at Kelun.") for n in range(3)
    ]
    far = [record("times", "Bridge planned", "2099-01-01", "A bridge is planned over the Dool, the mayor said.")]
    opened.add([lines(tmp_path / "far.jsonl", far)])
    assert opened.stories(quiet=True) == ()
    opened.add([lines(tmp_path / "many.jsonl", [{**one, "date": "2031-05-20"} for one in many(90)])])
    assert {"st1", "st2", "st3"} & {story.id for story in opened.stories(quiet=True)} == set()
    opened.add([lines(tmp_path / "later.jsonl", [{**one, "date": "2031-07-01"} for one in many(200, seed=2)] + later)])
    assert {"st1", "st2", "st3"} <= {story.id for story in opened.stories(quiet=True)}


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


def test_reading_anew_keeps_the_search_in_order(opened):
    """The words of an old reading are out of the index, those of the new one in it, each once."""
    (article,) = opened._base.rows("SELECT packed FROM versions WHERE article = 2")
    opened._base.run("UPDATE makers SET made_by = 'variorum 0.0.1'")
    opened.vacuum()
    assert [hit.article for hit in opened.search("praised")] == ["a2"]
    opened._base.run("INSERT INTO words (words) VALUES ('integrity-check')")
    assert opened._base.rows("SELECT packed FROM versions WHERE article = 2") == [article]


def test_two_programs_index_once(tmp_path):
    """Whoever searches first indexes what waits; nothing is found twice."""
    with desk(tmp_path) as one, Collection.open(tmp_path / "desk.variorum") as other:
        for collection in (one, other):
            assert {hit.article for hit in collection.search("conceded")} == {"a3", "a4"}
        assert other._base.number("SELECT count(*) FROM words") == 5


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
