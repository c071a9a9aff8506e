"""On whose word."""

from dataclasses import replace

import pytest

from told import entity, said
from variorum.model import Speaker
from variorum.relate.support.sources import primary

KNOWN = {
    "e1": entity("Ina Bresk", entity_id="e1"),
    "e2": entity("France", kind="place", entity_id="e2"),
    "e3": entity("Harbour Service", "France's Harbour Service", kind="organization", entity_id="e3"),
    "e4": entity("Norway", kind="place", entity_id="e4"),
    "e5": entity("Ole Tarn", "Harbour Service spokesman Ole Tarn", entity_id="e5"),
    "e6": entity("Mara Quist", "Mara Quist, a spokeswoman for the Harbour Service", entity_id="e6"),
    "e7": entity("Bluewake", kind="organization", entity_id="e7"),
    "e8": entity("Bluewake Lines", kind="organization", entity_id="e8"),
    "e13": entity("Bluewake Lines Co. BWL -0.3 %", kind="organization", entity_id="e13"),
    "e9": entity("Lines of Torvel", kind="organization", entity_id="e9"),
    "e12": entity("Velm Guard", "the Velm army", kind="organization", entity_id="e12"),
    "e10": entity("Jon Varga", "The spokesman", entity_id="e10"),
    "e11": entity("Pia Holt", "The spokesman", entity_id="e11"),
}


def sources(*statements):
    """Return the names of the primary sources of statements of one claim."""
    return [s.name for s in primary(statements, KNOWN)[0]]


def test_one_person_in_three_outlets_is_one_source():
    """Outlets are not sources: one speaker, however often printed, is one."""
    assert sources(*(said("x", article=f"a{n}", source="Bresk", entity="e1") for n in range(3))) == ["Ina Bresk"]


def test_two_states_are_two_sources():
    """Two governments are two."""
    found = sources(said("x", source="France", entity="e2"), said("x", source="Norway", entity="e4"))
    assert found == ["France", "Norway"]


def test_a_state_speaks_through_its_service():
    """A country and its own service are one, and the line says why."""
    statements = said("x", source="Paris", entity="e2"), said("x", source="Harbour Service", entity="e3")
    found, why = primary(statements, KNOWN)
    assert [s.name for s in found] == ["Harbour Service"]
    assert "speaks through" in why[0]


def test_unnamed_people_of_one_side_may_be_the_same():
    """A prisoner in one report and a man in another are not two sources."""
    assert len(sources(said("x", source="one prisoner"), said("x", article="a2", source="One of the men"))) == 1


def test_a_spokesperson_is_nobody_else():
    """Who speaks for a body by name is not another named body of the same side."""
    found = sources(said("x", source="Harbour Service", entity="e3"), said("x", source="an official of Bluewake Lines"))
    assert len(found) == 2


def test_the_same_description_is_one_source():
    """Two outlets that describe their source in the same words may well mean one."""
    assert len(sources(said("x", source="a lorry driver"), said("x", article="a2", source="A lorry driver"))) == 1


def test_unnamed_sources_of_two_sides_are_two():
    """A witness and an official are two."""
    assert len(sources(said("x", source="a witness"), said("x", article="a2", source="a senior official"))) == 2


def test_a_relayed_source_and_its_relay_are_one():
    """Whose words are known only through a service adds no word to the service's own."""
    relayed = said("x", source="one sailor")
    relayed = replace(relayed, via=(Speaker("Harbour Service", 600, 615, "e3"),))
    assert len(sources(relayed, said("x", source="Harbour Service", entity="e3"))) == 1


def test_narration_is_nobodys_word():
    """What an article says in its own voice adds no source."""
    assert sources(said("x")) == []


def test_an_unknown_pronoun_is_nobody_else():
    """The word *they*, where nothing tells who they are, adds no source to a named one; alone it is one."""
    named = said("x", source="Bresk", entity="e1")
    for word in ("They", "which", "Each of", "the one", "Many"):
        unknown = said("x", source=word)
        assert sources(named, unknown) == ["Ina Bresk"]
        assert sources(unknown) == [word]


def test_reports_that_name_nobody_add_no_source():
    """Whose they are nobody knows; a report that somebody made is theirs."""
    named = said("x", source="Bresk", entity="e1")
    for words in ("Reports", "Initial reports", "unconfirmed media reports", "Rumours"):
        assert sources(named, said("x", source=words)) == ["Ina Bresk"]
    assert sources(named, said("x", source="a police report")) == ["Ina Bresk", "a police report"]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("Harbour Service", "e3"), ("Tarn", "e5"), "“Ole Tarn” speaks for Harbour Service"),
        (("Tarn", "e5"), ("Quist", "e6"), "“Ole Tarn” and “Mara Quist” both speak for harbour service"),
        (("Bluewake", "e7"), ("Bluewake Lines", "e8"), "“Bluewake” and “Bluewake Lines” may be one"),
        (("Varga", "e10"), ("Holt", "e11"), None),
        (("Bluewake", "e7"), ("the airline", None), "“the airline” may be “Bluewake”"),
        (("Bluewake", "e7"), ("Company officials", None), "“Company officials” may be “Bluewake”"),
        (("Bluewake", "e7"), ("the military", None), None),
        (("Velm Guard", "e12"), ("the military", None), "“the military” may be “Velm Guard”"),
        (("Varga", "e10"), ("The man on the tape", None), "“The man on the tape” may be “Jon Varga”"),
        (("Varga", "e10"), ("a neighbour", None), None),
        (("Bluewake", "e7"), ("Lines of Torvel", "e9"), None),
        (("Bresk", "e1"), ("Tarn", "e5"), None),
    ],
)
def test_a_body_and_who_speaks_for_it_are_one(one, other, why):
    """A spokesperson is the body, two of one body are one, so is a body under half its name or as "the airline"."""
    statements = [said("x", source=name, entity=number) for name, number in (one, other)]
    found, reasons = primary(statements, KNOWN)
    assert (len(found), reasons) == ((1, [f"one source: {why}"]) if why else (2, []))


def test_the_same_words_at_length_are_one_act():
    """Whom two reports call different things is one who is given the same words; of few words this is not sure."""
    words = "We always knew that the old pumps would fail."
    speakers = {"source": "Bresk", "entity": "e1"}, {"source": "the harbour's owner", "article": "a2"}
    long = [said(words.replace("We", start), **who) for start, who in zip(("We", "“We"), speakers, strict=True)]
    assert sources(*long) == ["Ina Bresk"]
    assert len(sources(*(said("The pumps failed.", **who) for who in speakers))) == 2


def test_the_head_of_a_body_speaks_for_it():
    """Whoever heads a body, told by two words of its name, is that body; not whoever heads another one."""
    known = KNOWN | {"e15": entity("Coast Rescue Service", kind="organization", entity_id="e15")}
    body = said("x", source="the Coast Rescue Service", entity="e15")
    head = said("z", article="a2", source="the head of Tarn's rescue service")
    other = said("y", article="a2", source="the head of Tarn's fire service")
    assert [s.name for s in primary((body, head), known)[0]] == ["Coast Rescue Service"]
    assert len(primary((body, other), known)[0]) == len((body, other))


def test_a_share_price_behind_a_name_is_no_part_of_it():
    """What a page puts behind the name of a company makes no second company of it."""
    found = sources(
        said("x", source="Bluewake Lines", entity="e8"),
        said("y", source="Bluewake Lines Co. BWL -0.3 %", entity="e13"),
    )
    assert len(found) == 1
    assert "%" not in found[0]


def test_lawmakers_are_no_officials():
    """Who sits in a parliament does not speak for the government; two lawmakers may be one."""
    assert len(sources(said("x", source="three lawmakers"), said("y", source="government officials"))) == 2
    assert len(sources(said("x", source="a lawmaker"), said("y", source="one of the lawmakers"))) == 1
