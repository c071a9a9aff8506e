"""The methods that stories are measured beside: each tells two events apart, and none loses an article."""

from __future__ import annotations

import numpy as np
import pytest

from arriving import FERRY, FERRY_AGAIN, FERRY_LATER, VOTE, VOTE_AGAIN, report
from story_add import matched
from story_batch import BATCH, average_linkage, dense
from story_graph import Communities
from story_likeness import Remembered, in_time
from story_methods import PLAIN
from story_sets import Report, arrivals, halves
from story_table import shown
from story_trained import trained
from variorum.stories import features


def reports() -> list[Report]:
    """Return two events of two reports each, and one of one, as they come."""
    came = [("ferry", FERRY), ("vote", VOTE), ("ferry", FERRY_AGAIN), ("vote", VOTE_AGAIN), ("later", FERRY_LATER)]
    made = []
    for n, (event, text) in enumerate(came):
        article = report(f"a{n}", text, day=f"2031-{5 + 2 * (n // 4):02}-{14 + n}", title=text.split(".")[0])
        read = features(article)
        made.append(Report(article, event, read.when[0], read))
    return made


def together(given: list[int]) -> list[list[int]]:
    """Return the places of each story's reports."""
    return [[n for n, story in enumerate(given) if story == one] for one in dict.fromkeys(given)]


LINKED = [one for one in BATCH if one.grouped is average_linkage]


@pytest.mark.parametrize("method", [*PLAIN, *LINKED, trained([reports()])], ids=lambda one: one.name)
def test_some_setting_of_each_method_finds_the_events(method):
    """Every method puts both reports of one event together, and leaves the later ferry alone, at one setting."""
    found = [together(method.stories(reports(), setting)) for setting in method.settings]
    assert [[0, 2], [1, 3], [4]] in found


def test_communities_pass_over_articles_of_few_names():
    """The reports of the ferry share their names; the others name too few, and are alone."""
    assert together(Communities().stories(reports(), (0.5,))) == [[0, 2], [1], [3], [4]]


def test_noise_is_a_story_each():
    """HDBSCAN finds two dense pairs, and each point that it leaves as noise is alone."""
    places = np.array([0.0, 0.01, 0.3, 0.31, 0.7, 1.2])
    given = dense(np.abs(places[:, None] - places), "leaf")
    assert together(given) == [[0, 1], [2, 3], [4], [5]]


def test_an_unknown_day_is_neither_near_nor_far():
    """Two articles of one day are as near as can be, those of which one has no day less, and so in both directions."""
    some = [one._replace(day=day) for one, day in zip(reports(), (1.0, 1.0, None, 31.0, 31.0), strict=True)]
    near = in_time(some, 15.0)
    assert near[0, 1] == 1.0
    assert near[0, 3] == pytest.approx(0.1353, abs=1e-4)
    assert near[0, 2] == near[2, 0] == near[2, 2] == 0.85


def test_what_was_found_once_is_not_found_again():
    """The same articles in another order are other articles; in the same order nothing is computed anew."""
    asked = []
    found = Remembered(lambda some: asked.append(some) or len(some))
    whole = reports()
    assert [found(whole), found(whole), found(whole[::-1])] == [5, 5, 5]
    assert asked == [whole, whole[::-1]]


def test_a_row_is_found_by_its_line_or_address():
    """A row's story is that of the article from its line, else of its address; one that is in none is told."""
    rows = [{"id": name, "url": f"https://herald.example/{name}"} for name in "pqr"]
    stories = [
        {"story": "st1", "articles": [{"path": "set.jsonl#1", "url": None}]},
        {"story": "st2", "articles": [{"path": "set.jsonl#7", "url": "https://herald.example/q"}]},
    ]
    assert matched(rows, stories) == ({"p": "st1", "q": "st2"}, [rows[2]])


def test_the_parts_hold_all_events_and_dev_its_largest_one():
    """Less its largest event dev is dev, and both halves together are the whole."""
    parts = halves(reports(), lambda event: event != "vote")
    assert [len(some) for some in parts.values()] == [1, 3, 2, 5]


def test_each_order_of_arrival_has_every_report():
    """Reports come on their days; one without a day comes at a place that is drawn."""
    some = [one._replace(day=None) if one.event == "later" else one for one in reports()]
    for order in arrivals(some, 5):
        assert [one.article.id for one in order if one.day] == ["a0", "a1", "a2", "a3"]
        assert len(order) == 5


def test_a_setting_is_shown_without_idle_zeros():
    """Whole numbers are shown whole, and words as they are."""
    assert shown((10.0, "leaf")) == "10, leaf"
