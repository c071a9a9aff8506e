"""What changed between two accounts: by words, never by ids."""

from __future__ import annotations

from dataclasses import replace

import pytest

from render.account_fixture import account
from variorum.compose.changes import changes
from variorum.model import Appearance, Caveat, Claim, PrimarySource
from variorum.model.changes import ArticleChange, Bounds, Doubt


def renamed(found):
    """Return an account with every id of a claim, a statement and a group another one."""
    claims = tuple(
        replace(
            c,
            id=f"c1{c.id[1:]}",
            appearances=tuple(replace(a, statement=f"s1{a.statement[1:]}") for a in c.appearances),
            conflicts=tuple(replace(x, claim=f"c1{x.claim[1:]}") for x in c.conflicts),
        )
        for c in found.claims
    )
    return replace(
        found,
        claims=claims,
        statements=tuple(replace(s, id=f"s1{s.id[1:]}") for s in found.statements),
        caveats=tuple(replace(c, claims=tuple(f"c1{n[1:]}" for n in c.claims)) for c in found.caveats),
        figure_groups=tuple(replace(g, id=f"g1{g.id[1:]}") for g in found.figure_groups),
    )


def with_claim(found, name, **fields):
    """Return an account with other fields of one claim."""
    return replace(found, claims=tuple(replace(c, **fields) if c.id == name else c for c in found.claims))


@pytest.mark.parametrize("event", ["ferry", "border"])
def test_nothing_changed(event):
    """An account and itself, and an account with other ids, differ in nothing."""
    same = account(event)
    for other in (same, renamed(same)):
        found = changes(same, other)
        assert (found.articles, found.claims, found.figures) == ((), (), ())


def test_a_second_source_is_told():
    """A claim with a source and a label that it had not had says so, both ways."""
    claim = next(c for c in account().claims if c.primary_sources)
    new = with_claim(account(), claim.id, support="corroborated")
    gone = claim.primary_sources[-1]
    old = renamed(with_claim(new, claim.id, primary_sources=claim.primary_sources[:-1], support="echoed"))
    (there,) = changes(old, new).claims
    assert (there.change, there.old, there.new) == ("changed", f"c1{claim.id[1:]}", claim.id)
    assert (there.sources_gained, there.was, there.now) == ((gone.name,), "echoed", "corroborated")
    (back,) = changes(new, old).claims
    assert (back.sources_lost, back.was, back.now) == ((gone.name,), "corroborated", "echoed")


def test_another_spelling_is_no_new_source():
    """A source is known again under any of its spellings."""
    new = account()
    entity = next(e for e in new.entities if len({f.text for f in e.forms}) > 1)
    claim = new.claims[0]
    spelled = [PrimarySource(entity.id, form.text) for form in (entity.forms[0], entity.forms[-1])]
    old, later = (with_claim(new, claim.id, primary_sources=(source,)) for source in spelled)
    assert changes(old, later).claims == ()


def test_a_first_denial_is_told():
    """A denial where there was none is the first; a second one is only another doubt."""
    old = replace(account(), caveats=())
    claim, article = old.claims[0], old.articles[0]
    words = article.text[:9]
    denial = Caveat(article.id, 0, 9, words, "denied", None, (claim.id,))
    new = replace(old, caveats=(denial,))
    (found,) = changes(old, new).claims
    assert found.first_denial
    assert found.doubts == (Doubt("denied", words, article.publisher.name),)
    again = replace(new, caveats=(denial, replace(denial, end=8, text=words[:8])))
    (second,) = changes(new, again).claims
    assert second.doubts
    assert not second.first_denial


def test_reports_come_and_go():
    """A report is known by its bytes, else by its name; one with other words has changed."""
    full = account()
    first, second, *_ = full.articles
    told = ArticleChange("gone", first.id, first.path, first.publisher.name)
    assert changes(full, replace(full, articles=full.articles[1:])).articles == (told,)
    assert changes(replace(full, articles=full.articles[1:]), full).articles == (replace(told, change="new"),)
    moved = replace(full, articles=(replace(first, path="other.txt"), *full.articles[1:]))
    assert changes(full, moved).articles == ()
    edited = replace(second, sha256="0" * 64, text=second.text + " More.")
    assert [a.change for a in changes(full, replace(full, articles=(first, edited, *full.articles[2:]))).articles] == [
        "changed"
    ]


def test_new_gone_merged_and_split_claims():
    """A claim without a partner is new or gone, part of another one's or made of a part of it."""
    full = account()
    a, b = _two(full)
    rest = tuple(c for c in full.claims if c.id not in {a.id, b.id})
    both = replace(a, appearances=(*a.appearances, *b.appearances))
    joined = replace(full, claims=(both, *rest))
    assert _kinds(full, joined) >= {("merged", b.id, a.id)}
    assert _kinds(joined, full) >= {("split", a.id, b.id)}
    without = replace(full, claims=(a, *rest))
    assert ("gone", b.id, None) in _kinds(full, without)
    assert ("new", None, b.id) in _kinds(without, full)


def _two(full) -> tuple[Claim, Claim]:
    """Return two claims that share no statement with any other claim."""
    held = [appearance.statement for claim in full.claims for appearance in claim.appearances]
    own = [c for c in full.claims if all(held.count(a.statement) == 1 for a in c.appearances)]
    own.sort(key=lambda c: -len(c.appearances))
    return own[0], own[-1]


def _kinds(old, new):
    return {(c.change, c.old, c.new) for c in changes(old, new).claims}


def test_moved_figures():
    """A group of figures with other bounds, a new one and one that is gone are told."""
    new = account()
    group = new.figure_groups[0]
    moved = replace(group, low=1, high=2, verdict="differ")
    old = replace(new, figure_groups=(moved, *new.figure_groups[1:]))
    (found,) = changes(old, new).figures
    assert (found.change, found.measure) == ("changed", group.measure)
    assert found.was == Bounds(1, 2, "differ")
    assert found.now == Bounds(group.low, group.high, group.verdict)
    less = replace(new, figure_groups=new.figure_groups[1:])
    assert [f.change for f in changes(less, new).figures] == ["new"]
    assert [f.change for f in changes(new, less).figures] == ["gone"]


def test_an_older_account_without_words_is_understood():
    """An account whose appearances name statements alone is compared by the statements' words."""
    new = account()
    words = {s.id: s.content for s in new.statements}
    claims = tuple(
        replace(c, appearances=tuple(Appearance(a.statement, words[a.statement]) for a in c.appearances))
        for c in new.claims
    )
    assert changes(new, replace(new, claims=claims)).claims == ()
