"""People's decisions, applied: places found again, groups joined and held apart, nothing dropped without a word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import article
from variorum.model import Anchor, Annotated, Decision, Excerpt, Mention, Reading, Speaker, Statement
from variorum.relate.decisions._mentions import Identity, joined, parted
from variorum.relate.decisions._passages import Decided, meant
from variorum.relate.decisions._places import Place, Ruling, rulings
from variorum.relate.decisions._sources import sourced
from variorum.relate.propositions.taking import Proposition

TEXT = "Nine boats sank. The mayor said nine boats sank."
REPORT = article(TEXT)


def anchor(words, start, report=REPORT, path="a1.txt"):
    """Return an anchor at words of a report."""
    return Anchor(path, report.sha256[:12], start, start + len(words), words)


def note(*anchors):
    """Return a decision with the anchors."""
    return Decision("d1", "note", anchors, "x")


def place_of(decision, *articles):
    """Return where the one anchor of a decision is found, and what is told of it."""
    found, problems = rulings([decision], articles)
    return (found[0].places[0] if found else None), [p.code for p in problems]


def test_words_are_found_where_they_stood():
    """Words that stand where they stood are there, also where they stand elsewhere, too."""
    assert place_of(note(anchor("ine boats sank", 33)), REPORT) == (Place("a1", 33, 47), [])


def test_words_that_have_moved_are_found_nearest():
    """In a file that was changed, words are taken where they stand nearest to their old place."""
    changed = article(f"New. {TEXT}")
    assert place_of(note(anchor("ine boats sank", 33)), changed) == (Place("a1", 38, 52), [])


def test_a_renamed_file_is_known_by_its_bytes():
    """The bytes tell an input before its name does."""
    other = article("Other words.", name="a2")
    wanted = note(anchor("Nine boats", 0, path="elsewhere/a2.txt"))
    assert place_of(wanted, other, REPORT)[0] == Place("a1", 0, 10)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (replace(anchor("Nine boats", 0), path="b.txt", sha256="0" * 12), "b.txt is not among the reports"),
        (replace(anchor("Nine boats", 0), text="Ten boats"), "a1.txt does not say “Ten boats” any more"),
    ],
)
def test_a_decision_whose_words_are_gone_is_told(wanted, told):
    """A decision that fits no report is a problem that names it and says what to do."""
    found, (problem,) = rulings([note(wanted)], [REPORT])
    assert found == []
    assert problem.code == "stale-decision"
    assert problem.message == f"decision d1 (note) no longer fits: {told}; undo it"


DECISION = Decision("d1", "same", (anchor("Nine boats", 0), anchor("The mayor", 17)))
APART = replace(DECISION, id="d2", verb="different")

partitions = st.lists(st.integers(0, 3), min_size=1, max_size=8).map(
    lambda labels: sorted(tuple(i for i, at in enumerate(labels) if at == k) for k in set(labels))
)


@given(partitions, st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=4))
def test_merging_keeps_every_member_once(groups, pairs):
    """Whatever is decided, each proposition stays in one group, and decided pairs share theirs."""
    count = sum(map(len, groups))
    same = {(min(p), max(p)): DECISION for p in pairs if max(p) < count and p[0] != p[1]}
    merged, problems = Decided(same, {}, {}).merge(groups)
    assert sorted(i for group in merged for i in group) == list(range(count))
    assert problems == []
    home = {i: group for group in merged for i in group}
    assert all(home[i] == home[j] for i, j in same)
    assert merged == sorted(merged)


def test_what_is_held_apart_is_not_joined():
    """Where two decisions contradict each other the one that keeps apart wins, and the other is told."""
    merged, (problem,) = Decided({(0, 1): DECISION}, {(0, 2): APART}, {}).merge([(0,), (1, 2)])
    assert merged == [(0,), (1, 2)]
    assert "decision d2 holds the two apart" in problem.message


def proposition(order, start, end):
    """Return a proposition at a place of the report."""
    piece = Excerpt(start, end, TEXT[start:end])
    said = Statement(f"s{order}", "a1", "narration", "speech", None, (), None, (piece,))
    nothing = frozenset()
    return Proposition(said, (piece,), piece.text, order, nothing, nothing, "", nothing, nothing, nothing, (), False)


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        (Place("a1", 0, 15), [0]),
        (Place("a1", 0, 48), [0, 1, 2]),
        (Place("a1", 17, 47), [1]),
        (Place("a1", 32, 46), [2]),
        (Place("a1", 15, 17), []),
        (Place("a2", 0, 15), []),
    ],
)
def test_the_proposition_that_fits_a_place_is_meant(place, wanted):
    """The clause that fits is meant and not the one round it; a place of several clauses means them all."""
    found = [proposition(0, 0, 15), proposition(1, 17, 47), proposition(2, 32, 47)]
    assert meant(place, found) == wanted


def test_a_piece_beside_a_cue_means_its_whole():
    """Where a cue stands inside what is said, either piece is enough to know the proposition by."""
    whole = proposition(0, 0, 48)
    parted_by_cue = replace(whole, pieces=(Excerpt(0, 10, TEXT[:10]), Excerpt(26, 48, TEXT[26:48])))
    assert meant(Place("a1", 0, 10), [parted_by_cue]) == [0]
    assert meant(Place("a1", 12, 24), [parted_by_cue]) == []


NAMES = "Ada Quill and Bo Quill met. Quill left."


def annotated(*places):
    """Return a report whose names at the places are all taken for one thing."""
    mentions = tuple(Mention("a1", s, e, NAMES[s:e], "person", "name", "e1") for s, e in places)
    return Annotated(article(NAMES), (), (), mentions)


def said_by(start, end):
    """Return a reading with one statement of a speaker at a place."""
    speaker = Speaker(NAMES[start:end], start, end, "e1")
    content = (Excerpt(28, 38, "Quill left"),)
    return Reading("a1", (Statement("s1", "a1", "indirect", "speech", speaker, (), None, content),))


def ruling(verb, *places):
    """Return a ruling whose words stand at the places of the names."""
    anchors = tuple(anchor(NAMES[s:e], s) for s, e in places)
    return Ruling(Decision("d1", verb, anchors), tuple(Place("a1", s, e) for s, e in places))


def test_a_spelling_that_is_somebody_else_is_parted_within_its_report():
    """Two people whom one report's names were taken together for become two, and their speakers with them."""
    one = annotated((0, 9), (14, 22), (28, 33))
    split = ruling("split-entity", (14, 22))
    (parted_one,), (reading,) = parted([one], [said_by(14, 22)], [split])
    assert [m.entity for m in parted_one.mentions] == ["e1", "e1/d1", "e1"]
    assert reading.statements[0].source.entity == "e1/d1"
    things, problems = joined([parted_one], [split])
    assert things == [Identity((("a1", "e1/d1"),), apart=True, why=split.why)]
    assert problems == []


def test_a_thing_of_one_spelling_keeps_its_number():
    """Where a report knows somebody by that spelling alone, the whole thing is taken out, descriptions and all."""
    one = annotated((0, 9))
    (same,), (reading,) = parted([one], [said_by(0, 9)], [ruling("split-entity", (0, 9))])
    assert same == one
    assert reading.statements[0].source.entity == "e1"


def test_a_name_that_is_read_no_more_is_told():
    """A merge of what is nobody's name any more is a problem."""
    things, (problem,) = joined([annotated((0, 9))], [ruling("merge-entity", (0, 9), (28, 33))])
    assert things == []
    assert "“Quill” is not read as anybody's name" in problem.message


def test_a_source_that_was_decided_is_the_source():
    """The statement rests on the words decided on; what the report told in its own voice is indirect speech."""
    reading = said_by(0, 9)
    own_voice = replace(reading, statements=(replace(reading.statements[0], source=None, mode="narration"),))
    (told,), touched, problems = sourced([annotated((14, 22))], [own_voice], [ruling("source", (28, 38), (14, 22))])
    (statement,) = told.statements
    assert (statement.mode, statement.source) == ("indirect", Speaker("Bo Quill", 14, 22, "e1"))
    assert touched == {"s1": ["decision d1: source: “Quill left” and “Bo Quill”"]}
    assert problems == []


def test_a_statement_that_is_read_no_more_is_told():
    """A source for what is no statement any more is a problem."""
    _told, touched, (problem,) = sourced([annotated()], [said_by(0, 9)], [ruling("source", (0, 9), (14, 22))])
    assert touched == {}
    assert "no statement is found there" in problem.message
