"""Small invented events, each round one hard thing: what an editor would check in its account.

A file holds the reports of one event: `== outlet | published | headline`, then the text.
"""

import json
import re
from pathlib import Path

import pytest

from variorum import compare

FOLDER = Path(__file__).parent / "events"
EVENTS = sorted(file.stem for file in FOLDER.glob("*.txt"))


def _reports(name):
    for block in re.split(r"^== ", (FOLDER / f"{name}.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, text = block.partition("\n")
        outlet, date, title = (cell.strip() for cell in head.split("|"))
        yield {"outlet": outlet, "date": date, "title": title, "text": text.strip()}


@pytest.fixture(scope="session")
def accounts(tmp_path_factory):
    """Return the account of every event."""
    found = {}
    for name in EVENTS:
        folder = tmp_path_factory.mktemp(name)
        for n, report in enumerate(_reports(name)):
            (folder / f"{n}.json").write_text(json.dumps(report), "utf-8")
        found[name] = compare([folder])
    return found


def _claim(account, words):
    """Return the claim that holds most of the statements with these words."""
    wanted = {s.id for s in account.statements if words in s.text}
    assert wanted, words
    return max(account.claims, key=lambda c: len(wanted & {a.statement for a in c.appearances}))


def _group(account, measure):
    groups = [g for g in account.figure_groups if g.measure == measure]
    assert len(groups) == 1, groups
    return groups[0]


def _texts(account, group):
    return {f.text.lower() for f in account.figures if f.id in group.members}


def _sources(claim):
    return [s.name for s in claim.primary_sources]


@pytest.mark.parametrize("name", EVENTS)
def test_every_line_has_words(accounts, name):
    """What a claim shows stands in its article, and no event is taken for several."""
    account = accounts[name]
    texts = {a.id: a.text for a in account.articles}
    statements = {s.id: s for s in account.statements}
    for claim in account.claims:
        for appearance in claim.appearances:
            for piece in appearance.words:
                assert texts[statements[appearance.statement].article][piece.start : piece.end] == piece.text
    assert not account.problems


def test_a_correction_is_heeded(accounts):
    """What a report itself calls wrong is no figure of it: two died, and nobody says twelve."""
    account = accounts["correction"]
    group = _group(account, "killed")
    assert group.verdict == "agree"
    assert (group.low, group.high) == (2, 2)
    assert not any("12" in claim.text for claim in account.claims)
    assert _claim(account, "killed two people").outlets == 3


def test_a_figure_taken_back_is_superseded(accounts):
    """An outlet that says eight after it said thirty does not contradict itself."""
    account = accounts["rolled_back"]
    group = _group(account, "missing")
    assert group.verdict == "superseded"
    assert "eight" in group.why.lower()
    assert _claim(account, "buried a campsite").support != "contested"


def test_a_denial_contests_and_its_speaker_is_no_source(accounts):
    """The accused who denies is named as denying; the claim rests on the accuser alone."""
    claim = _claim(accounts["denial"], "had taken money")
    assert claim.support == "contested"
    assert _sources(claim) == ["Nadia Crewe"]
    assert any("Reet denied" in line for line in claim.why)


def test_translations_of_one_post_are_one_source(accounts):
    """Three outlets that print one post in their own words have one source."""
    account = accounts["translations"]
    claim = _claim(account, "every neighbour")
    assert (claim.support, claim.outlets, _sources(claim)) == ("echoed", 3, ["Rolf Stane"])
    assert len(account.utterances) == 1


def test_an_outlet_cited_by_others_is_no_second_source(accounts):
    """The engineer told one paper; whoever cites the paper has nobody else."""
    claim = _claim(accounts["second_source"], "had been cracked")
    assert (claim.support, claim.outlets, _sources(claim)) == ("echoed", 3, ["Lena Oddo"])
    assert any("is the outlet of" in line for line in claim.why)


def test_two_people_of_one_surname_stay_two(accounts):
    """The mayor and the lawyer share a name and no word."""
    account = accounts["surname"]
    people = {e.name for e in account.entities if e.type == "person"}
    assert {"Anna Ferro", "Luca Ferro"} <= people
    assert _sources(_claim(account, "8 million")) == ["Anna Ferro"]
    assert _sources(_claim(account, "too small")) == ["Luca Ferro"]


def test_a_toll_that_rose_is_superseded(accounts):
    """Four, seven, nine, each later than the last: no contradiction, and all are shown."""
    account = accounts["late_update"]
    group = _group(account, "killed")
    assert group.verdict == "superseded"
    assert (group.low, group.high) == (4, 9)
    assert all(claim.support != "contested" for claim in account.claims)


def test_a_trimmed_agency_story_counts_once_and_its_cut_shows(accounts):
    """Two prints of one agency's text are one origin; the condition that one of them cut is told."""
    account = accounts["trimmed"]
    claim = _claim(account, "will close its plant")
    assert (claim.support, claim.outlets, claim.origins) == ("echoed", 2, 1)
    assert {pair.origin for pair in account.reuse} == {"Reuters"}
    assert any("on a condition" in line for line in claim.why)


def test_tolls_of_three_places_are_never_compared(accounts):
    """A roundup gives three tolls; each is held against its own town's alone."""
    account = accounts["three_places"]
    groups = [_texts(account, g) for g in account.figure_groups if g.measure == "killed"]
    assert len(groups) == 3
    assert all(g.verdict == "agree" for g in account.figure_groups)
    assert all(claim.support != "contested" for claim in account.claims)


def test_relayed_words_rest_on_who_first_spoke_them(accounts):
    """The commander told the envoy, the envoy told the press: one source, and its relay is named."""
    claim = _claim(accounts["relayed"], "held in Teshk")
    assert (claim.support, _sources(claim)) == ("echoed", ["Omar Selwick"])
    assert any("known only through" in line and "Lunde" in line for line in claim.why)


def test_an_unnamed_official_and_the_minister_contradict_each_other(accounts):
    """One says it will, one says it will not: two claims, each contested by the other."""
    account = accounts["unnamed"]
    will, will_not = _claim(account, "will pull out"), _claim(account, "will not pull out")
    assert will.id != will_not.id
    assert {c.claim for c in will.conflicts} == {will_not.id}
    assert (will.support, will_not.support) == ("contested", "contested")


def test_a_verdict_and_its_denial(accounts):
    """Three outlets report one sentence; the lawyer and the court are one source each; the denial is of the charge."""
    account = accounts["court"]
    assert _group(account, "sentence").verdict == "agree"
    assert _claim(account, "jailed the former minister").support != "contested"
    assert _sources(_claim(account, "would appeal")) == ["Tomas Rehn"]
    assert len(_sources(_claim(account, "1.2 million crowns"))) == 1
    charged = _claim(account, "sold his office")
    assert charged.support == "contested"
    assert any("denies all charges" in line for line in charged.why)


def test_a_company_by_the_first_word_of_its_name(accounts):
    """Northline is Northline Rail, and one source, whoever cites it how."""
    account = accounts["merger"]
    deal = _claim(account, "2.4 billion dollars for Harrow")
    assert (deal.outlets, _sources(deal)) == (3, ["Northline Rail"])
    (harrow,) = [e for e in account.entities if any(f.text == "Harrow Freight" for f in e.forms)]
    assert {"Harrow", "Harrow Freight"} <= {f.text for f in harrow.forms}
    assert _group(account, "price").verdict == "agree"


def test_what_is_off_for_one_and_on_for_another(accounts):
    """Talks that were called off and talks that go ahead are two claims against each other; four and five differ."""
    account = accounts["summit"]
    off, on = _claim(account, "called off"), _claim(account, "would go ahead")
    off = next(c for c in account.claims if "called off" in c.text)
    assert [c.kind for c in on.conflicts] == ["denial"]
    assert [c.claim for c in on.conflicts] == [off.id]
    assert _group(account, "deported").verdict == "differ"
    assert _claim(account, "involved in espionage").support == "contested"
    (doubt,) = [c for c in account.caveats if c.kind == "unconfirmed"]
    assert off.id in doubt.claims


def test_two_services_are_two_sources(accounts):
    """The police and the fire service are two; dozens, at least 20 and 34 can all hold; an inspection is contested."""
    account = accounts["stand"]
    hurt = _claim(account, "hurt")
    assert (hurt.support, _sources(hurt)) == ("corroborated", ["police", "the fire service"])
    assert _group(account, "injured").verdict == "compatible"
    assert _claim(account, "had been inspected").support == "contested"
    assert _claim(account, "never inspected").support == "contested"


def test_a_count_that_rose_within_a_day_is_no_contradiction(accounts):
    """31, up from 23: nobody contradicts anybody; four and then five have died."""
    account = accounts["outbreak"]
    assert _group(account, "killed").verdict == "superseded"
    infected = [g for g in account.figure_groups if g.measure == "infected"]
    assert infected
    assert all(g.verdict != "differ" for g in infected)
    assert _claim(account, "Four people have died").support != "contested"


def test_a_suspect_held_and_let_go(accounts):
    """Two reports of one death and one arrest; the release is no second word for the arrest."""
    account = accounts["shooting"]
    assert _claim(account, "died at the scene").outlets == 2
    held, free = _claim(account, "detained a suspect"), _claim(account, "have released")
    assert held.id != free.id
    assert held.outlets == 2
