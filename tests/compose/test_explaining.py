"""What one claim rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from render.account_fixture import account
from variorum.compose.explaining import explanation
from variorum.errors import UsageError
from variorum.model import Appearance, Note


@pytest.mark.parametrize("event", ["ferry", "border"])
def test_every_claim_can_be_explained(event):
    """Each appearance has its words where they stand; figures are those in the words; conflicts have both wordings."""
    full = account(event)
    texts = {article.id: article.text for article in full.articles}
    for claim in full.claims:
        found = explanation(full, claim.id)
        assert [one.statement.id for one in found.appearances] == [a.statement for a in claim.appearances]
        for one in found.appearances:
            assert all(texts[one.statement.article][w.start : w.end] == w.text for w in one.words)
        spans = [(one.statement.article, w.start, w.end) for one in found.appearances for w in one.words]
        for counted in found.figures:
            assert any(a == counted.figure.article and s <= counted.figure.start < e for a, s, e in spans)
            assert counted.group is None or counted.figure.id in counted.group.members
        assert [a.claim for a in found.against] == [c.claim for c in claim.conflicts]
        assert all(a.text for a in found.against)


def test_what_joined_and_what_was_noted_is_there():
    """The reason of joining and the notes come along."""
    full = account()
    claim = full.claims[0]
    told = tuple(replace(a, because="same utterance as s2") for a in claim.appearances)
    notes = (Note(claim.id, "ask again", "d1"), Note("c2", "other", "d2"))
    full = replace(full, claims=(replace(claim, appearances=told), *full.claims[1:]), notes=notes)
    found = explanation(full, claim.id)
    assert {one.because for one in found.appearances} == {"same utterance as s2"}
    assert found.notes == notes[:1]


def test_no_such_claim():
    """A claim that is not there is told with those that are."""
    with pytest.raises(UsageError, match="it has c1 to c"):
        explanation(account(), "c999")
    with pytest.raises(UsageError, match="it has none"):
        explanation(replace(account(), claims=()), "c1")
    assert explanation(replace(account(), rows=(), reuse=()), "c1").appearances[0].mark is None
    gone = replace(account().claims[0], appearances=(Appearance("s999"),))
    assert explanation(replace(account(), claims=(gone,)), gone.id).appearances == ()
