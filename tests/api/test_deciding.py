"""What a person decides is written beside the reports, applied by `compare`, told in the account, and undoable."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from variorum.api import compare, decide
from variorum.errors import AccountError, UsageError
from variorum.render.exchange import decode, encode

HERALD = """Four dead as bridge at Ondal falls

The old bridge at Ondal collapsed on Tuesday, killing four people, police said.

“We heard a crack and then nothing,” said Mira Tolk, a baker.

Workers tore down what was left of it.
"""
POST = """Ondal mourns its dead

At least five people were killed when the bridge at Ondal gave way, the fire brigade said on Tuesday.

Mayor Jon Tolk said the bridge had been checked in May. “We heard a crack and then nothing,” baker Mira Tolk said.

The remains were cleared away by a crew. A clerk said that no money had been found for it.
"""


@pytest.fixture
def desk(tmp_path):
    """Return a folder with two reports."""
    (tmp_path / "herald.txt").write_text(HERALD, "utf-8")
    (tmp_path / "post.txt").write_text(POST, "utf-8")
    return tmp_path


def claim(account, words):
    """Return the one claim that has the words among its appearances."""
    found = [c for c in account.claims if any(words in w.text for a in c.appearances for w in a.words)]
    assert len(found) == 1
    return found[0]


def statement(account, words):
    """Return the one statement that has the words."""
    (found,) = [s for s in account.statements if words in s.text]
    return found


def entity(account, name):
    """Return the entity of the name."""
    (found,) = [e for e in account.entities if e.name == name]
    return found


def lines(desk):
    """Return the lines of the file of decisions, remarks left out."""
    text = (desk / "decisions.variorum.txt").read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_two_claims_are_made_one_and_two_again(desk):
    """`same` joins what was not seen to be one, `undo` parts it, and both lines stay to be read."""
    before = compare([desk])
    a, b = claim(before, "tore down what was left"), claim(before, "cleared away by a crew")
    assert a.id != b.id
    made = decide(before, "same", a.id, b.id)
    after = compare([desk])
    joined = claim(after, "tore down what was left")
    assert claim(after, "cleared away by a crew") == joined
    assert joined.outlets == 2
    assert any(why.startswith("decision d1: same: ") for why in joined.why)
    assert any("decision d1" in (a.because or "") for a in joined.appearances)
    assert after.decisions == (made.decision,)
    assert after.problems == ()
    decide(after, "undo", "d1")
    again = compare([desk])
    assert again == before
    assert len(lines(desk)) == 2


def test_one_claim_is_made_two(desk):
    """`different` parts two passages of one claim."""
    before = compare([desk])
    whole = claim(before, "killing four people")
    assert claim(before, "At least five people were killed") == whole
    two = [statement(before, words).id for words in ("killing four people", "At least five people were killed")]
    decide(before, "different", *two)
    after = compare([desk])
    assert claim(after, "killing four people") != claim(after, "At least five people were killed")


def test_statements_that_share_more_than_one_claim_are_parted_whole(tmp_path):
    """Two statements that are decided to be different share no claim any more, however many they shared."""
    for name in ("herald", "post"):
        text = f"News of {name}.\n\nA tug hit the pier at Pell and two deckhands were hurt, the coast guard said.\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    before = compare([tmp_path])
    pair = [s.id for s in before.statements if "tug hit" in s.text]
    assert sum({a.statement for a in c.appearances} == set(pair) for c in before.claims) == 2
    decide(before, "different", *pair)
    after = compare([tmp_path])
    assert not [c for c in after.claims if {a.statement for a in c.appearances} >= set(pair)]


def test_who_is_who(desk):
    """`merge-entity` makes two one, and `split-entity` takes a report's own out of one again."""
    before = compare([desk])
    mira, jon = entity(before, "Mira Tolk"), entity(before, "Jon Tolk")
    decide(before, "merge-entity", mira.id, jon.id)
    merged = compare([desk])
    one = next(e for e in merged.entities if {"Mira Tolk", "Jon Tolk"} <= {f.text for f in e.forms})
    assert any("decision d1: merge-entity" in why for why in one.why)
    assert any("decision d1" in why for why in claim(merged, "checked in May").why)
    decide(merged, "undo", "d1")
    decide(before, "split-entity", mira.id, next(a.id for a in before.articles if a.path.endswith("post.txt")))
    parted = compare([desk])
    miras = [e for e in parted.entities if e.name == "Mira Tolk"]
    assert [{f.article for f in e.forms} for e in miras] == [{"a1"}, {"a2"}]
    assert len(claim(parted, "We heard a crack and then nothing").primary_sources) == 2


def test_on_whose_word(desk):
    """`source` puts a statement on the word of somebody whom the report names."""
    before = compare([desk])
    told = statement(before, "The old bridge at Ondal collapsed")
    decide(before, "source", told.id, "Mira Tolk")
    after = compare([desk])
    assert statement(after, "The old bridge at Ondal collapsed").source.text == "Mira Tolk"
    assert any("decision d1: source" in why for why in claim(after, "The old bridge at Ondal collapsed").why)


def test_a_note_stands_on_its_claim(desk):
    """`note` keeps free text on a claim, line ends and all, and the account shows it there."""
    before = compare([desk])
    decide(before, "note", claim(before, "no money had been found").id, "ask the\nclerk", "again")
    after = compare([desk])
    (found,) = after.notes
    assert (found.claim, found.text) == (claim(after, "no money had been found").id, "ask the\nclerk again")
    assert len(lines(desk)) == 1
    assert after.claims == before.claims


def test_decisions_go_on_to_a_desk_that_has_more_reports(desk):
    """A decision is held by words, so that it fits when reports come and ids change; a lost report is told."""
    before = compare([desk])
    decide(before, "same", claim(before, "tore down what was left").id, claim(before, "cleared away by a crew").id)
    (desk / "a-first.txt").write_text("A tug was stolen at Pell on Friday, the harbour master said.\n", "utf-8")
    after = compare([desk])
    assert claim(after, "tore down what was left") == claim(after, "cleared away by a crew")
    assert after.problems == ()
    (desk / "post.txt").unlink()
    left = compare([desk])
    assert [p.code for p in left.problems] == ["stale-decision"]
    assert "post.txt is not among the reports" in left.problems[0].message


def test_the_order_of_arguments_changes_nothing(desk):
    """With decisions, too, the same reports give the same bytes; the file itself is no report."""
    before = compare([desk])
    decide(before, "different", *[statement(before, w).id for w in ("killing four people", "At least five people")])
    paths = [str(desk / "herald.txt"), str(desk / "post.txt"), str(desk / "decisions.variorum.txt")]
    assert encode(compare(paths)) == encode(compare(paths[::-1]))
    assert len(compare([desk]).articles) == 2


def test_which_file_is_applied(desk, tmp_path_factory):
    """A file that is named is applied alone, `none` applies none, and one that is not there is told."""
    before = compare([desk])
    other = tmp_path_factory.mktemp("other") / "mine.txt"
    name = claim(before, "no money had been found").id
    made = decide(before, "note", name, "here", decisions=other)
    assert made.file == other
    assert not (desk / "decisions.variorum.txt").exists()
    assert [n.text for n in compare([desk], decisions=other).notes] == ["here"]
    decide(before, "note", name, "there")
    assert [n.text for n in compare([desk]).notes] == ["there"]
    assert compare([desk], decisions="none") == before
    with pytest.raises(UsageError, match="cannot be read"):
        compare([desk], decisions=desk / "missing.txt")


@pytest.mark.parametrize(
    ("verb", "args", "told"),
    [
        ("agree", ("c1", "c2"), "is no decision"),
        ("same", ("c1",), "needs two claims"),
        ("same", ("c1", "c2", "c3"), "needs two claims"),
        ("same", ("c1", "c1"), "one claim already"),
        ("same", ("c1", "s999"), "no statement s999"),
        ("different", ("c1", "c1"), "name the two"),
        ("merge-entity", ("e1", "e1"), "one entity already"),
        ("merge-entity", ("e1", "e999"), "no entity e999"),
        ("split-entity", ("e1", "Nobody"), "its spellings are"),
        ("note", ("c999", "x"), "no claim c999"),
        ("source", ("s1", "Nobody"), "does not stand in"),
        ("undo", ("d1",), "undo needs one decision"),
    ],
)
def test_what_does_not_fit_is_refused(desk, verb, args, told):
    """A decision that cannot be meant is refused in one line, and no file is made."""
    account = compare([desk])
    with pytest.raises(UsageError, match=told):
        decide(account, verb, *args)
    assert not (desk / "decisions.variorum.txt").exists()


def test_the_same_decision_is_written_once(desk):
    """A decision that stands already is refused and names the one that stands."""
    account = compare([desk])
    name = claim(account, "no money had been found").id
    decide(account, "note", name, "x")
    with pytest.raises(UsageError, match="this decision already: d1"):
        decide(account, "note", name, "x")


def test_an_account_is_opened_from_its_file(desk, tmp_path, monkeypatch):
    """A path stands for its account; reports that lie beside it are found, wherever it was made."""
    account = compare([desk])
    name = claim(account, "no money had been found").id
    moved = replace(
        account, articles=tuple(replace(a, path=f"gone/{a.path.rsplit('/')[-1]}") for a in account.articles)
    )
    (desk / "account.json").write_bytes(encode(moved))
    monkeypatch.chdir(tmp_path)
    made = decide(desk / "account.json", "note", name, "x")
    assert made.file == desk / "decisions.variorum.txt"
    assert made.decision.anchors[0].path == "post.txt"
    (desk / "account.json").unlink()
    assert decode(encode(compare([desk]))).notes[0].text == "x"
    with pytest.raises(AccountError, match="cannot be read"):
        decide(desk / "account.json", "note", name, "x")
    with pytest.raises(UsageError, match="is not found from here"):
        decide(moved, "note", name, "x")


def test_an_account_in_json_has_its_decisions(desk):
    """What was decided is a part of the account, read back as it was written."""
    account = compare([desk])
    decide(account, "note", claim(account, "no money had been found").id, "x")
    data = encode(compare([desk]))
    assert json.loads(data)["decisions"][0]["verb"] == "note"
    assert decode(data) == compare([desk])
