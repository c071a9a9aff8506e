"""Decisions in a collection: what fits is kept, what does not changes nothing."""

from __future__ import annotations

import pytest

from variorum.errors import UsageError


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
