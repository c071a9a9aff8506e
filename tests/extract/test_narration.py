"""Narration: what an article asserts in its own voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build import article
from variorum.annotate import annotate
from variorum.extract.attribution import attributions
from variorum.extract.narration import narration
from variorum.model import Annotated, Excerpt, Part, PartKind, Speaker, Statement

TOLD = {
    "The dam broke on Monday.": ["The dam broke on Monday"],
    "The dam broke on Monday, officials said.": [],
    "Tessa Brandl, who visited the scene, said the dam was safe.": ["Tessa Brandl … who visited the scene"],
    "The dam held, the mayor of a small town in the hills said.": [],
    "According to the army, the dam broke on Monday.": [],
    "“The dam is safe,” Brandl said after arriving at the scene.": ["after arriving at the scene"],
    "Some officials say the dam broke, although Vell has not commented on it.": ["Vell has not commented on it"],
    "A wave swept over the pier of Orvan.": ["A wave swept over the pier of Orvan"],
    "Who broke the dam?": [],
    "Watch the video of the dam.": [],
    "A dry town in the hills.": [],
    "“The dam is safe. Nobody was hurt by it.”": [],
    "Police named the three men who died.": ["Police named the three men who died"],
    "The storm killed 10 people, but seven survived the night.": [
        "The storm killed 10 people",
        "seven survived the night",
    ],
    "The dam broke. It rained.": ["The dam broke"],
    "The dam was built in a year and, the mayor said, it leaked from the first day.": ["The dam was built in a year"],
    # a participle that leads up to a saying, or leans on another's word, tells nothing itself
    "Speaking on condition of anonymity, one official warned that the dam could break.": [],
    "The dam broke, the network reported, citing a lawmaker.": [],
    "Asked about the dam, Brandl said he could not rule it out.": [],
    # a past tense that was read as a participle, a subject that was not read as one
    "A Kesh van going north collided with a Brell lorry.": ["A Kesh van going north collided with a Brell lorry"],
    "The square, normally full of guests, was swept up in panic.": [
        "The square, normally full of guests, was swept up in panic",
    ],
    # a clause without a subject has the words that name one
    "Three guards, who were all on duty, died at the dam.": [
        "Three guards … died at the dam",
        "Three guards … who were all on duty",
    ],
    "Thousands of anglers filled the pier, waving their rods.": [
        "Thousands of anglers filled the pier",
        "Thousands of anglers … waving their rods",
    ],
    "The wave hit the pier, killing two anglers.": ["The wave hit the pier", "The wave … killing two anglers"],
    "The wave hit the pier, officials said, killing two anglers.": ["killing two anglers"],
    "The pier, built for the ferry in May, was empty.": [
        "The pier … was empty",
        "The pier … built for the ferry in May",
    ],
    "They met in the hall, where ten had died in May.": ["They met in the hall", "where ten had died in May"],
    "The street was named after Pope Anselm – who will also be honoured in Orvan.": [
        "The street was named after Pope Anselm",
        "Pope Anselm … who will also be honoured in Orvan",
    ],
    # so has an adverbial clause with a pronoun
    "The bus was on the old bridge of Orvan when it plunged into the river.": [
        "The bus was on the old bridge of Orvan",
        "The bus … it plunged into the river",
    ],
    "Tessa Brandl was shot dead in the town hall of Orvan when she went to look at the dam.": [
        "Tessa Brandl was shot dead in the town hall of Orvan",
        "Tessa Brandl … she went to look at the dam",
    ],
    "The ferry was crossing the bay between the islands of Orvan when it became dark over the hills.": [
        "The ferry was crossing the bay between the islands of Orvan",
        "it became dark over the hills",
    ],
    # what somebody wants or refuses is no word of theirs: the article tells it
    "Brandl has refused to open the dam.": ["Brandl has refused to open the dam"],
    "Brandl wants to sell the dam to the army.": ["Brandl wants to sell the dam to the army"],
    "The dam is expected to be closed in May.": [],
    # a clause of time that is measured from stays; a day is no thing that a clause speaks of
    "The votes in Vell come weeks after the council missed the deadline to shut down its old mill in Orlo.": [
        "The votes in Vell come weeks after the council missed the deadline to shut down its old mill in Orlo",
    ],
    "The tug sank in the harbour of Orlo on Monday after it had left the quay with four men on board.": [
        "The tug sank in the harbour of Orlo on Monday",
        "The tug … it had left the quay with four men on board",
    ],
    "On May 2, 2029, counsel for the guild, who is charged with theft in Vell, filed a paper.": [
        "counsel for the guild",
        "the guild … who is charged with theft in Vell",
    ],
    # particles, hyphens and brackets stay with their words
    "People shouted and tried to make their way out down stairwells.": [
        "People shouted and tried to make their way out down stairwells",
    ],
    "You have been re-directed to the police website.": ["You have been re-directed to the police website"],
    "The affiliate, Al Base in the Islamic Orvan (ABIO), is active in Brell.": [
        "The affiliate … is active in Brell",
        "The affiliate … Al Base in the Islamic Orvan (ABIO)",
    ],
}
"""Paragraphs with what is told in the article's own voice."""


def _told(annotated: Annotated) -> list[str]:
    return [s.text for s in narration(annotated, attributions(annotated))]


@pytest.mark.parametrize(("line", "wanted"), TOLD.items())
def test_only_the_articles_own_voice_is_narration(line: str, wanted: list[str]):
    """Attributed words, cues, questions, commands, quotations and fragments are none; clauses on a source are."""
    found = _told(annotate([article(line)])[0])
    assert found == wanted


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("headline", ["Ten killed in Pellmark slide"]), ("standfirst", []), ("dateline", []), ("body", [])],
)
def test_a_headline_needs_no_finite_verb(kind: PartKind, wanted: list[str]):
    """A headline without a verb asserts; the same words elsewhere do not."""
    whole = article("Ten killed in Pellmark slide")
    headed = replace(whole, parts=(Part(0, len(whole.text), kind),))
    assert _told(annotate([headed])[0]) == wanted


@pytest.mark.parametrize(
    "title", ["Oda Brenn celebrates re-election in Vell", "Bomb kills pro-western politician in Orlo"]
)
def test_a_hyphen_within_a_word_of_a_headline_names_no_speaker(title: str):
    """Only a dash that stands apart does: "Dam will hold - Brenn"."""
    whole = article(title)
    assert _told(annotate([replace(whole, parts=(Part(0, len(title), "headline"),))])[0]) == [title]


def test_a_statement_of_narration_has_no_speaker():
    """Narration is speech of the article: no source, no cue, ids n1 and on, a rule that tells the kind of clause."""
    told = narration(annotate([article("The dam broke on Monday, flooding two villages.")])[0], [])
    assert [s.id for s in told] == ["n1", "n2"]
    assert {(s.mode, s.act, s.source, s.cue, s.via) for s in told} == {("narration", "speech", None, None, ())}
    assert [s.rule for s in told] == ["narration/main", "narration/participial"]


def test_furniture_is_never_narrated():
    """Text outside the article's parts says nothing."""
    whole = article("The dam broke on Monday.\nThe editor made a list of dams.")
    assert _told(annotate([replace(whole, parts=whole.parts[:1])])[0]) == ["The dam broke on Monday"]


def test_a_thing_named_by_a_cue_leaves_the_clause_to_the_article():
    """Where the attributed content is no proposition, the clause with its cue is the article's own."""
    annotated = annotate([article("Vell announced the closure of the dam.")])[0]
    said = Statement(
        "s1",
        "a1",
        "indirect",
        "speech",
        Speaker("Vell", 0, 4),
        (),
        Excerpt(5, 14, "announced"),
        (Excerpt(15, 37, "the closure of the dam"),),
    )
    assert [s.text for s in narration(annotated, [said])] == ["Vell announced the closure of the dam"]


def test_a_paragraph_added_changes_no_narration_before_it():
    """What one paragraph tells does not depend on the next, even if that has an unclosed quotation mark."""
    one, two = annotate([article("The dam broke."), article("The dam broke.\n“The town is lost.")])
    assert _told(two)[:1] == _told(one) == ["The dam broke"]


def test_every_piece_is_verbatim():
    """Each piece of a narrated clause stands in the text where it says, also where another clause interrupts it."""
    annotated = annotate([article("The mayor, who visited the scene, opened a shelter in the town hall.")])[0]
    told = narration(annotated, [])
    assert [len(s.content) for s in told] == [2, 2]
    assert all(annotated.article.text[p.start : p.end] == p.text for s in told for p in s.content)
