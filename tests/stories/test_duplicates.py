"""Articles that share passages, among many."""

from itertools import combinations

from arriving import FERRY, FERRY_AGAIN, FERRY_LATER, VOTE, VOTE_AGAIN, report
from variorum.stories import near_duplicates

OTHERS = [report(f"o{n}", text) for n, text in enumerate((FERRY_AGAIN, FERRY_LATER, VOTE, VOTE_AGAIN))]


def test_finds_the_reprint():
    """The same copy under another head is found, other reports of the event are not."""
    own = "The Kelun Herald has asked the owners of the ship for a comment."
    found = near_duplicates([report("a", FERRY), *OTHERS, report("b", f"{own}\n{FERRY}")])
    assert [pair.articles for pair in found] == [("a", "b")]
    assert found[0].overlap == 1.0


def test_passages_say_the_same():
    """Each passage has the same words on both sides, capitals and marks aside."""
    a, b = report("a", FERRY), report("b", "Earlier.\n" + FERRY.replace("Tuesday", "Thursday").upper())
    (pair,) = near_duplicates([a, b])
    assert len(pair.passages) == 2
    for passage in pair.passages:
        one, two = a.text[passage.a.start : passage.a.end], b.text[passage.b.start : passage.b.end]
        assert one.lower() == two.lower()


def test_short_passages_do_not_count():
    """A shared phrase makes no copy."""
    assert near_duplicates([report("a", FERRY), report("b", VOTE + " " + FERRY[:40])]) == []


def test_little_or_no_text_is_no_copy():
    """Empty and very short articles equal nobody."""
    assert near_duplicates([report("a", ""), report("b", ""), report("c", "Yes"), report("d", "Yes")]) == []
    assert near_duplicates([]) == []


def test_order_changes_no_pair():
    """The pairs are the same whatever the order of the articles."""
    articles = [report("a", FERRY), *OTHERS, report("b", FERRY + " " + VOTE)]
    pairs = [{frozenset(p.articles) for p in near_duplicates(some)} for some in (articles, articles[::-1])]
    assert pairs[0] == pairs[1]
    assert pairs[0] >= {frozenset(pair) for pair in combinations(["a", "b"], 2)}
