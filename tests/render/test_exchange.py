"""The account as JSON: the keys of the contract, and nothing lost on the way."""

from __future__ import annotations

import dataclasses
import json
import types
import typing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from render import account_fixture as fixture
from variorum.errors import AccountError
from variorum.model import FORMAT, Account, Excerpt, Furniture, Part, Span
from variorum.render.exchange import decode, encode, schema

CONTRACT = {
    "articles": (
        "id path url sha256 title text parts publisher agency byline published language furniture version place"
    ),
    "entities": "id type name forms mentions",
    "statements": "id article mode act source via cue content said_on channel",
    "figures": "id article start end text low high approximate unit change counted measure as_of statement",
    "times": "article start end text type value",
    "caveats": "article start end text kind source claims",
    "claims": "id text appearances articles outlets origins primary_sources support why conflicts",
    "figure_groups": "id measure members verdict low high why",
    "not_compared": "figures why",
    "timeline": "value text claims articles",
    "reuse": "articles kind origin overlap passages",
    "problems": "path code message",
}
PLACES = st.tuples(st.integers(0, 99), st.integers(0, 9)).map(lambda pair: (pair[0], sum(pair)))
EXCERPTS = st.tuples(st.integers(0, 99), st.text(max_size=5)).map(lambda t: Excerpt(t[0], t[0] + len(t[1]), t[1]))
PRIMITIVE = {
    str: st.text(max_size=5),
    int: st.integers(0, 2**40),
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    type(None): st.none(),
    Excerpt: EXCERPTS,
    Span: PLACES.map(lambda place: Span(*place)),
    Part: PLACES.map(lambda place: Part(*place, "body")),
    Furniture: EXCERPTS.map(lambda e: Furniture(e.start, e.end, e.text, "about")),
}


def anything(kind):
    """Return a strategy for any value of a type of the model."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind in PRIMITIVE:
        return PRIMITIVE[kind]
    if origin is typing.Literal:
        return st.sampled_from(inner)
    if origin in {typing.Union, types.UnionType}:
        return st.one_of(*map(anything, inner))
    if origin is tuple and inner[-1] is Ellipsis:
        return st.lists(anything(inner[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(anything, inner))
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{field.name: anything(hints[field.name]) for field in dataclasses.fields(kind)})


@pytest.mark.parametrize("event", ["ferry", "border"])
def test_decoding_gives_back_what_was_encoded(event):
    """A whole account of an example event survives the way through JSON."""
    assert decode(encode(fixture.account(event))) == fixture.account(event)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_every_noun_survives(data):
    """The law `decode(encode(x)) == x` holds for any values that the nouns allow, at any place of the account."""
    hints = typing.get_type_hints(Account)
    name = data.draw(st.sampled_from([f.name for f in dataclasses.fields(Account) if f.name != "format"]))
    account = dataclasses.replace(fixture.empty(), **{name: data.draw(anything(hints[name]))})
    assert decode(encode(account)) == account


def test_keys_are_those_of_the_contract():
    """Every key of the contract is written, whatever else is."""
    account = json.loads(encode(fixture.account("border")))
    assert account["format"] == FORMAT
    assert account["made_by"].keys() >= {"variorum", "model", "settings"}
    for name, keys in CONTRACT.items():
        assert all(set(keys.split()) <= item.keys() for item in account[name]), name


def test_unknown_is_null_and_counts_are_whole():
    """Nothing unknown is written as an empty string, and 22 is 22, not 22.0."""
    account = json.loads(encode(fixture.account("border")))
    most = next(f for f in account["figures"] if f["low"] is None)
    assert isinstance(most["high"], float)
    assert all(isinstance(f["low"], int) for f in account["figures"] if f["low"] and f["low"] >= 1)
    assert account["articles"][0]["url"] is None


def test_the_same_account_has_the_same_bytes():
    """Writing is deterministic, and reading and writing again changes nothing."""
    written = encode(fixture.account())
    assert encode(decode(written)) == written


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{", b"\xff\xfe", b'{"format": "variorum-account/1"}', b"null"],
    ids=["nothing", "a list", "cut off", "no UTF-8", "no account", "null"],
)
def test_what_is_no_account_is_told_in_one_line(data):
    """A file that is not an account raises our own error, in one line."""
    with pytest.raises(AccountError) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


def test_another_format_is_refused():
    """An account of a format that this version does not know is not read as if it did."""
    with pytest.raises(AccountError, match="variorum-account/9"):
        decode(encode(fixture.empty()).replace(b"variorum-account/1", b"variorum-account/9"))


def test_an_excerpt_shorter_than_its_place_is_refused():
    """Words that cannot stand where they are said to stand are found while reading."""
    account = json.loads(encode(fixture.account()))
    account["statements"][0]["content"][0]["end"] += 1
    with pytest.raises(AccountError, match="no such words"):
        decode(json.dumps(account).encode())


def test_unknown_keys_are_passed_over():
    """A later version may add keys; this one reads the rest."""
    account = json.loads(encode(fixture.account()))
    account["added_later"] = account["claims"][0]["added_later"] = 1
    assert decode(json.dumps(account).encode()) == fixture.account()


@pytest.mark.parametrize("made", [fixture.account, fixture.empty, fixture.crowd])
def test_accounts_validate_against_the_schema(made):
    """Every account that is written validates against the schema that is printed."""
    jsonschema = pytest.importorskip("jsonschema", reason="install jsonschema to check accounts against the schema")
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(encode(made())), schema())
