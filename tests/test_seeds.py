"""What the account of three real reports of one event must show, told by its structure.

The reports are others' and lie beside the repository; where they do not, everything here is skipped.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import READ, checked, compared

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="SKIPPED: the three real reports (../shared/seeds) are not beside this repository"
)
DAY = "2025-01-13"


@pytest.fixture(scope="module")
def account() -> dict:
    """Return the account of the three reports: all are read, and it keeps every promise of its form."""
    done, found = compared(SEEDS)
    assert done.status == READ
    return found


def named(entity: dict) -> str:
    """Return the name and the spellings of an entity, to look a name up in."""
    return " | ".join([entity["name"], *(form["text"] for form in entity["forms"])])


def holding(rows: list[dict], words: str) -> list[dict]:
    """Return the rows whose text holds some words."""
    return [row for row in rows if words in row["text"]]


def said(statement: dict) -> str:
    """Return the content of a statement as one string."""
    return " ".join(piece["text"] for piece in statement["content"])


def claim_of(account: dict, words: str) -> dict:
    """Return the claim in most articles among those that have a statement with these words."""
    ids = {s["id"] for s in account["statements"] if words in said(s)}
    found = [c for c in account["claims"] if ids & {a["statement"] for a in c["appearances"]}]
    return max(found, key=lambda claim: len(claim["articles"]))


def test_three_articles_with_their_titles(account):
    """Each report has the title that stands above it."""
    assert len(account["articles"]) == 3
    for article in account["articles"]:
        assert article["title"]
        assert article["text"].lstrip("# \n").startswith(article["title"])


def test_whose_copy_it_is(account):
    """The agency of the byline and that of the dateline, as they stand there; the third report has none."""
    agencies = [article["agency"] for article in account["articles"]]
    assert [a and (a["name"], a["basis"]) for a in agencies] == [("AFP", "byline"), ("RFE/RL", "dateline"), None]


def test_who_printed_it(account):
    """From the address in the text, not at all, and from the outlet's own name."""
    publishers = [article["publisher"] for article in account["articles"]]
    assert [p and p["name"] for p in publishers] == ["The Moscow Times", None, "Sky News"]


def test_when_it_was_printed(account):
    """Stated in two; in the one that does not state it, inferred and marked so, or unknown."""
    first, second, third = [article["published"] for article in account["articles"]]
    assert (first["value"][:10], first["basis"]) == (DAY, "stated")
    assert (third["value"][:10], third["basis"]) == (DAY, "stated")
    assert second is None or second["basis"] == "inferred"


@pytest.mark.parametrize(
    ("number", "words", "kind"),
    [
        (0, "Related article", "related"),
        (0, "Telegram", "caption"),
        (1, "Leave a Reply", "comment-form"),
        (1, "Your email address", "comment-form"),
        (1, "free press is banned", "about"),
        (2, "Read more from", "related"),
        (2, "shot in IDF raid", "related"),
        (2, "Install the", "subscription"),
    ],
)
def test_furniture_is_found(account, number, words, kind):
    """Links, forms, the advertisement, the picture credit and the agency's about-line are marked by kind."""
    assert [f["kind"] for f in holding(account["articles"][number]["furniture"], words)] in ([kind], ["credit"])


def test_furniture_says_nothing(account):
    """What a link to another story says is nowhere in the account but in the article's own text."""
    rest = {key: value for key, value in account.items() if key != "articles"}
    assert "IDF" not in json.dumps(rest)


def test_one_person_under_three_spellings(account):
    """Three spellings are one person, and each article's own is kept."""
    people = [e for e in account["entities"] if "Zelensky" in named(e)]
    assert [e["type"] for e in people] == ["person"]
    forms = {form["text"].split()[-1] for form in people[0]["forms"]}
    assert {"Zelensky", "Zelenskiy", "Zelenskyy"} <= forms


def test_one_body_under_its_names(account):
    """A service by its full name, its letters and its description is one body."""
    bodies = [e for e in account["entities"] if "National Intelligence Service" in named(e)]
    assert len(bodies) == 1
    assert "NIS" in named(bodies[0])
    assert "spy agency" in named(bodies[0])


def test_the_offer_is_echoed(account):
    """Three outlets, two translations, two spellings: one claim and one primary source."""
    offer = claim_of(account, "ready to hand over")
    assert (offer["outlets"], offer["support"]) == (3, "echoed")
    assert len(offer["primary_sources"]) == 1
    assert offer["primary_sources"][0]["name"].startswith("Volodymyr")
    wordings = {said(s) for s in account["statements"] if s["mode"] == "direct" and "ready to hand over" in said(s)}
    assert len(wordings) == 3


def test_the_capture_is_corroborated(account):
    """Two independent sources; the words by which one leans on the other are shown."""
    capture = claim_of(account, "captured two North Korean soldiers")
    assert capture["support"] == "corroborated"
    assert len(capture["primary_sources"]) == 2
    assert any("real-time cooperation with" in why for why in capture["why"])


def test_a_fragment_is_joined_to_the_fuller_quote(account):
    """Three quoted words in one outlet and the whole sentence in another are one claim."""
    fragment = claim_of(account, "undoubtedly be more")
    assert (fragment["outlets"], len(fragment["primary_sources"])) == (2, 1)


@pytest.mark.parametrize(("relay", "content"), [("SBU", "going for training"), ("NIS", "received training")])
def test_relayed_speech(account, relay, content):
    """What a body says that a captive said is the captive's, by way of the body."""
    relayed = [s for s in account["statements"] if content in said(s) and s["via"]]
    assert any(relay in s["via"][0]["text"] and s["source"]["entity"] != s["via"][0]["entity"] for s in relayed)


def test_speech_through_an_interpreter(account):
    """The captive is the source of what an interpreter says for him."""
    spoken = [s for s in account["statements"] if "did not know he was" in said(s) and s["source"]]
    assert {s["article"] for s in spoken} == {"a1", "a3"}
    assert all(s["source"]["text"].startswith("One") for s in spoken)


def figures_with(account: dict, *texts: str) -> list[str]:
    """Return the ids of the figures with these words."""
    return [f["id"] for text in texts for f in account["figures"] if text in f["text"]]


def test_figures_that_agree(account):
    """The same number in two outlets agrees."""
    deployed = set(figures_with(account, "11,000"))
    assert [g["verdict"] for g in account["figure_groups"] if len(deployed & set(g["members"])) > 1] == ["agree"]


def test_figures_that_can_both_hold(account):
    """A bound on the killed or injured together, and the two apart, are compatible."""
    wanted = set(figures_with(account, "3,000", "300 North", "2,700"))
    assert [g["verdict"] for g in account["figure_groups"] if wanted <= set(g["members"])] == ["compatible"]


def test_a_figure_that_is_no_total_is_set_aside(account):
    """A week's losses are not compared with all losses, and the reason is told."""
    (week,) = figures_with(account, "some 1,000")
    assert any(week in pair["figures"] and pair["why"] for pair in account["not_compared"])
    assert not any(week in group["members"] for group in account["figure_groups"])


def test_the_caveats(account):
    """Six, of their kinds."""
    kinds = sorted((c["article"], c["kind"]) for c in account["caveats"])
    assert kinds == [
        ("a1", "no-evidence-given"),
        ("a1", "not-acknowledged"),
        ("a2", "did-not-respond"),
        ("a2", "no-evidence-given"),
        ("a3", "could-not-verify"),
        ("a3", "neither-confirmed-nor-denied"),
    ]


@pytest.mark.parametrize(
    ("words", "value"), [("Sunday", "2025-01-12"), ("last autumn", "2024-FA"), ("December 23", "2024-12-23")]
)
def test_dates_are_resolved(account, words, value):
    """A day, a season and a date without its year have the value that the report's date gives them."""
    assert {t["value"] for t in account["times"] if t["text"] == words} == {value}


def test_what_each_outlet_alone_reports(account):
    """Every article has claims that no other has."""
    alone = {a for c in account["claims"] if len(c["articles"]) == 1 for a in c["articles"]}
    assert alone == {"a1", "a2", "a3"}


def test_claims_without_a_source(account):
    """Claims that rest on nobody named are told apart from those that do."""
    bare = [c for c in account["claims"] if not c["primary_sources"]]
    assert bare
    assert {c["support"] for c in bare} <= {"single", "unattributed", "contested"}


def test_every_word_stands_there(account, tmp_path):
    """`check` reads the reports again and finds every quoted place."""
    done = checked(account, tmp_path)
    good, total = done.out.split()[:3:2]
    assert (done.status, good) == (READ, total)
