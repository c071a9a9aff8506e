"""`diff` over accounts as values and as files."""

from __future__ import annotations

import pytest

from variorum.api import compare, decide, diff, explain
from variorum.errors import AccountError, UsageError
from variorum.render.exchange import encode

HERALD = "A tug sank off Pell on Friday, the harbour master said.\n"
POST = "A tug sank off Pell early on Friday, fisherman Oke Brandt said.\n"


@pytest.fixture(scope="module")
def accounts(tmp_path_factory):
    """Return two accounts, the second with one report more, and their files."""
    desk = tmp_path_factory.mktemp("desk")
    (desk / "herald.txt").write_text(HERALD, "utf-8")
    before = compare([desk])
    (desk / "post.txt").write_text(POST, "utf-8")
    after = compare([desk])
    files = desk / "old.json", desk / "new.json"
    for file, account in zip(files, (before, after), strict=True):
        file.write_bytes(encode(account))
    return (before, after), files


def test_a_claim_that_gained_a_source(accounts):
    """A new report that says the same on another's word gives the claim an outlet, a source and another label."""
    (before, after), files = accounts
    found = diff(before, after)
    assert diff(*files) == found
    assert [a.change for a in found.articles] == ["new"]
    (claim,) = [c for c in found.claims if c.change == "changed"]
    assert (claim.was, claim.now) == ("single", "corroborated")
    assert claim.outlets_gained == ("post.txt",)
    assert claim.sources_gained == ("Oke Brandt",)


def test_what_a_decision_did(accounts, tmp_path):
    """A decision shows as what it changed, and in the explanation of the claim."""
    (_, after), files = accounts
    claim = next(c for c in after.claims if c.outlets == 2)
    one, other = (a.statement for a in claim.appearances)
    made = decide(after, "different", one, other, decisions=tmp_path / "mine.txt")
    parted = compare([files[0].parent / name for name in ("herald.txt", "post.txt")], decisions=made.file)
    assert {c.change for c in diff(after, parted).claims} == {"changed", "split"}
    assert any("decision d1" in why for c in parted.claims for why in explain(parted, c.id).claim.why)


def test_why_a_claim_is_one(accounts):
    """Both passages of a claim tell what joined them, from a file as from a value."""
    (_, after), files = accounts
    claim = next(c for c in after.claims if c.outlets == 2)
    found = explain(after, claim.id)
    assert explain(files[1], claim.id) == found
    assert [one.outlet for one in found.appearances] == ["herald.txt", "post.txt"]
    assert all(one.because for one in found.appearances)


def test_files_that_are_no_account(accounts, tmp_path):
    """What is no account, and what is not there, is told by its name."""
    (before, _), files = accounts
    (tmp_path / "x.json").write_text("{}", "utf-8")
    for file in (tmp_path / "x.json", tmp_path / "missing.json"):
        with pytest.raises(AccountError, match=file.name):
            diff(before, file)
        with pytest.raises(AccountError, match=file.name):
            explain(file, "c1")
    with pytest.raises(UsageError, match="no claim c999"):
        explain(files[0], "c999")
