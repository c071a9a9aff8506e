"""The JSON API of a collection, held to its own description."""

from __future__ import annotations

from functools import cached_property

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import (
    negative_data_rejection,
    positive_data_acceptance,
    unsupported_method,
)

from variorum.web import Collected, Guarding, application
from variorum.web.work import Works
from web.desks import client, collection


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Return the desk of a collection of one event."""
    found = collection(tmp_path_factory.mktemp("desk") / "desk.variorum", "border")
    yield found
    found.collection.close()


class Later(Collected):
    """The desk of a collection that is opened when it is first asked for something."""

    def __init__(self) -> None:
        self.works = Works()

    @cached_property
    def collection(self):
        """Return the collection that the test has made."""
        return Later.desk.collection


described = schemathesis.openapi.from_asgi("/api/openapi.json", application(Later(), Guarding(hosts=frozenset())))
described = described.include(path_regex=r"^/api/(stories|search|stats|judged|articles/\{article\})$")


@described.parametrize()
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_api_is_as_described(case, desk):
    """Every call that the description allows, and many that it does not, is answered as it says.

    Which days, stories and articles there are no description can tell: such calls may be refused.
    """
    Later.desk = desk
    case.call_and_validate(excluded_checks=[negative_data_rejection, positive_data_acceptance, unsupported_method])


def test_what_a_story_is_for_programs(desk):
    """A program finds a story, a report in it by words, and how much there is."""
    calling = client(desk)
    listed = calling.get("/api/stories").json()["items"]
    assert sum(len(story["articles"]) for story in listed) == calling.get("/api/stats").json()["articles"] == 5
    hit = calling.get("/api/search?q=waterworks").json()["items"][0]
    article = calling.get(f"/api/articles/{hit['article']}").json()
    assert article["text"][hit["excerpt"]["start"] : hit["excerpt"]["end"]] == hit["excerpt"]["text"]


def test_stories_are_merged_by_programs(desk):
    """A decision on stories is taken as JSON, and taken back."""
    calling = client(desk)
    names = [story["id"] for story in calling.get("/api/stories").json()["items"]]
    if len(names) < 2:
        first = desk.collection.story(names[0]).articles[0].id
        made = calling.post("/api/judged", json={"verb": "split", "args": [names[0], first]}).json()
        assert made["stories"]["verb"] == "split"
        assert calling.post("/api/judged", json={"verb": "undo", "args": [made["id"]]}).json()["undone"]
    assert calling.post("/api/judged", json={"verb": "merge", "args": ["st1", "st99"]}).status_code == 422
