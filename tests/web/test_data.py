"""The JSON API, called with whatever its own description allows, and held to that description."""

from __future__ import annotations

import json

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from jsonschema import Draft202012Validator
from schemathesis.specs.openapi.checks import negative_data_rejection, unsupported_method

from render import account_fixture as fixture
from variorum import schema as account_schema
from variorum.web import Guarding, application
from variorum.web.answers import Refusal
from variorum.web.data import KINDS
from variorum.web.described import schemas
from variorum.web.desk import GIVEN
from web.desks import BASE, Fixed, client

DESK = Fixed(fixture.account())
described = schemathesis.openapi.from_asgi("/api/openapi.json", application(DESK, Guarding(hosts=frozenset())))


@described.parametrize()
@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_api_is_as_described(case):
    """Every call that the description allows, and many that it does not, is answered as it says; none is a defect.

    What is asked beside what is described is passed over. The calls are the same every time.
    """
    case.path_parameters["story"] = GIVEN
    if "article" in case.path_parameters and "0" in str(case.path_parameters.get("start", 0)):
        case.path_parameters["article"] = "a1"
    case.call_and_validate(excluded_checks=[negative_data_rejection, unsupported_method])


@pytest.fixture(scope="module")
def calling():
    """Return what calls the API of an account."""
    return client(Fixed(fixture.account()))


def test_the_account_is_the_account(calling):
    """What the API gives is what `variorum compare` writes, and validates against its schema."""
    given = calling.get(f"/api{BASE}").json()
    Draft202012Validator(account_schema()).validate(given)
    assert [claim["id"] for claim in given["claims"]] == [claim.id for claim in fixture.account().claims]


def test_claims_come_in_parts(calling):
    """Parts of the list are the list, and tell how many there are."""
    whole = calling.get(f"/api{BASE}/claims?limit=1000&order=least").json()
    parts = [
        calling.get(f"/api{BASE}/claims?limit=3&offset={n}&order=least").json() for n in range(0, whole["total"], 3)
    ]
    assert [claim for part in parts for claim in part["items"]] == whole["items"]
    assert len(whole["items"]) == whole["total"] == len(fixture.account().claims)


def test_words_are_verbatim(calling):
    """A place of a report gives the words that stand there; a place beyond its end is not there."""
    article = fixture.account().articles[0]
    assert calling.get(f"/api{BASE}/reports/{article.id}/5-25").json()["text"] == article.text[5:25]
    assert calling.get(f"/api{BASE}/reports/{article.id}/5-{len(article.text) + 1}").status_code == 404
    assert calling.get(f"/api{BASE}/reports/{article.id}/9-9").status_code == 404


def test_every_page_has_its_like(calling):
    """What a page shows can be had as JSON."""
    paths = calling.get("/api/openapi.json").json()["paths"]
    for page in (
        "matrix",
        "figures",
        "quotes",
        "timeline",
        "lineage",
        "names",
        "verify",
        "compare",
        "changes",
        "method",
    ):
        assert f"/api/stories/{{story}}/{page}" in paths


def test_nothing_is_left_undescribed(calling):
    """Each reference of the description is held in it, and each operation tells what it does."""
    described = calling.get("/api/openapi.json").json()
    held = described["components"]["schemas"]
    named = {part.split('"')[0] for part in json.dumps(described).split("#/components/schemas/")[1:]}
    assert named <= held.keys()
    assert {kind.__name__ for kind in KINDS} <= schemas().keys()
    assert all(o["description"] for path in described["paths"].values() for o in path.values())


def test_a_decision_names_the_account_it_is_on(calling):
    """A decision on an older account is refused; on the present one it is taken."""
    seen = calling.get(f"/api{BASE}/decisions").json()["seen"]
    body = {"verb": "note", "args": ["c1", "asked"], "seen": "0" * 12}
    refused = calling.post(f"/api{BASE}/decisions", json=body)
    assert refused.status_code == 409
    assert set(refused.json()) == set(Refusal.__slots__)
    taken = calling.post(f"/api{BASE}/decisions", json=body | {"seen": seen})
    assert taken.json()["decision"]["id"] == "d1"
