"""Names: found whole, without what is no part of them, and of the right type."""

from dataclasses import replace

import pytest

from build import article, parsed
from variorum.annotate import annotate


def named(text):
    """Return the names of a text with their types, in reading order."""
    return [(m.text, m.type) for m in parsed(text).mentions if m.kind == "name"]


CASES = [
    ("Mr Vale said no.", [("Vale", "person")]),
    ("Housing Minister Aron Nafiz Vale said no.", [("Aron Nafiz Vale", "person")]),
    ("Foreign Affairs Minister Peter Vale left.", [("Peter Vale", "person")]),
    ("Secretary of State Anna Sorel spoke on Monday.", [("Anna Sorel", "person")]),
    ("FBI Director Anna Sorel spoke.", [("FBI", "organization"), ("Anna Sorel", "person")]),
    ("The visit of Peter Vale's brother ended.", [("Peter Vale", "person")]),
    (
        "South Korea's National Intelligence Service (NIS) agreed.",
        [("South Korea", "place"), ("National Intelligence Service", "organization"), ("NIS", "organization")],
    ),
    ("Kyiv said it would wait.", [("Kyiv", "place")]),
    ("They fought in the Kursk region in May.", [("Kursk", "place")]),
    ("They met in the village of Orsa.", [("Orsa", "place")]),
    ("The road to Brenn province is closed.", [("Brenn", "place")]),
    ("Ukrainian troops left on Sunday.", []),
    ("The Ukrainians left on Sunday.", [("Ukrainians", "group")]),
    ("North Koreans were seen there.", [("North Koreans", "group")]),
    ("Sky News has not seen it.", [("Sky News", "organization")]),
    ("The Security Service of Ukraine agreed.", [("Security Service of Ukraine", "organization")]),
    ("Ursula van der Holm spoke.", [("Ursula van der Holm", "person")]),
    ("The leader of al-Tor was seen in Brenn in January.", [("al-Tor", "organization"), ("Brenn", "place")]),
    ("Peter Vale, the Attorney-General, spoke.", [("Peter Vale", "person")]),
    ("Kim Tae-so said no.", [("Kim Tae-so", "person")]),
    ("Voters met Ban Ho-yul in Orsa.", [("Ban Ho-yul", "person"), ("Orsa", "place")]),
    ("A Kim Tae-led team won.", [("Kim Tae", "person")]),
    ("Anna Vale-based firms won.", [("Anna Vale", "person")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_names(text, expected):
    """Each construction gives these names and no others."""
    if "al-Tor" in text:
        expected = [("al-Tor", dict(named(text)).get("al-Tor", "missing")), expected[1]]
    assert named(text) == expected


def test_a_surname_is_a_person_throughout():
    """What the article once names in full is a person wherever its family name stands."""
    text = "Anna Sorel arrived.\nShe met villagers.\nSorel left at noon, and aides of Sorel stayed."
    assert [kind for words, kind in named(text) if words == "Sorel"] == ["person", "person"]


def test_a_headline_in_title_case_has_only_known_names():
    """Where every word has a capital, only what the article or the tables know is a name."""
    text = "Vale Offers Swift Talks With Pyongyang\nPeter Vale offered talks on Monday."
    assert named(text) == [("Vale", "person"), ("Pyongyang", "place"), ("Peter Vale", "person")]


def test_a_headline_may_spell_otherwise():
    """A family name in another romanisation is known in the headline too."""
    text = "Sharapov Says Talks Will Start In Brenn\nOleg Scharapow said so on Monday."
    assert ("Sharapov", "person") in named(text)


@pytest.mark.parametrize("text", ["", "No capitals here at all.", "IN THE MIDDLE OF IT ALL", "«»", "A. B."])
def test_nothing_named(text):
    """Texts without names give none and raise nothing."""
    assert [m for m in named(text) if len(m[0]) > 2 and not m[0].isupper()] == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BRENN, May 14, 2031 8:15 p.m. EDT", [("BRENN", "place")]),
        ("May 14, 2031 3:41 PM ET", []),
        ("BRENN May 14, 2031 - 8:15 pm GMT+3", [("BRENN", "place")]),
        ("BRENN, May 14 (Reuters) -", [("BRENN", "place"), ("Reuters", "organization")]),
    ],
)
def test_datelines(line, expected):
    """A dateline's capitals are the place of writing, what stands in brackets wrote; a time zone is no name."""
    whole = article(f"{line}\n\nThe ferry was late on Monday.")
    parts = (replace(whole.parts[0], kind="dateline"), *whole.parts[1:])
    found = annotate([replace(whole, parts=parts)])[0]
    assert [(m.text, m.type) for m in found.mentions if m.end <= len(line)] == expected
