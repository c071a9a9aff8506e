"""Finding one's way in an account."""

from __future__ import annotations

from dataclasses import replace

import pytest

from render import account_fixture as fixture
from variorum.render.lookup import Lookup


def test_an_article_without_publisher_goes_by_its_file():
    """The file's name stands for an outlet that is not known; where two files share it, their whole paths do."""
    ferry = fixture.account()
    paths = ("x/one.txt", "y/one.txt", "z/two.txt")
    articles = tuple(replace(a, publisher=None, path=path) for a, path in zip(ferry.articles[:3], paths, strict=True))
    look = Lookup(replace(ferry, articles=articles))
    assert look.outlets(look.articles) == ["x/one.txt", "y/one.txt", "two.txt"]


def test_remarks_name_outlets_instead_of_ids():
    """The ids of articles in a remark become outlets; what is quoted stays as it stands in the report."""
    look = Lookup(fixture.account())
    assert look.told("a3 and a4 share words, “the a1 road” too, a99 not") == (
        "Kelun Herald and Sallis Courier share words, “the a1 road” too, a99 not"
    )
    assert [goal for _, goal in look.pieces("c2 against a1") if goal] == ["c2", "a1"]


def test_a_pronoun_is_followed_by_the_name():
    """A speaker is quoted as written, with the name where the words do not hold it."""
    look = Lookup(fixture.account())
    said = look.account.statements[0]
    entity = next(e.id for e in look.account.entities if e.name == "Coast Rescue Service")
    for words, shown in {
        "She": "She (Coast Rescue Service)",
        "The Coast Rescue Service": "The Coast Rescue Service",
    }.items():
        speaker = replace(said.source, text=words, end=said.source.start + len(words), entity=entity)
        assert look.speakers(replace(said, source=speaker)) == [shown]


def test_evidence_comes_by_article():
    """A claim's evidence is what each article says of it, in the order of the articles, with its mark."""
    look = Lookup(fixture.account())
    for claim in look.account.claims:
        evidence = look.evidence(claim)
        assert tuple(found.article.id for found in evidence) == claim.articles
        assert sum(len(found.statements) for found in evidence) == len(claim.appearances)


@pytest.mark.parametrize(("claims", "told"), [(1, "the one claim"), (2, "both claims"), (3, "all 3 claims")])
def test_what_to_read_first_is_told_in_plain_words(claims, told):
    """One claim is not all of them, and two are both."""
    ferry = fixture.account()
    shared = [c for c in ferry.claims if c.outlets > 1][:claims]
    look = Lookup(replace(ferry, claims=tuple(shared), read_first=shared[0].articles[:1]))
    whole = replace(look.account, claims=tuple(replace(c, articles=shared[0].articles) for c in shared))
    assert Lookup(whole).first_of() == f"1 of the {len(ferry.articles)} reports has {told}"
