"""Laws of attribution: whatever the text, spans are its words, and what stands elsewhere changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build import article, parsed
from constructions import CASES
from variorum.annotate import annotate
from variorum.extract.attribution import attributions
from variorum.model import Timex

STORY = """"The dam will hold," Mayor Oda Brenn said on Friday. "We built it well."

Engineers said the wall was "sound," adding that two pumps had failed.

According to the fire service, nine people were hurt. The governor denied that money had been lost."""
WORDS = [*["Brenn", "said", "the", "dam", "holds", "that", "he", "added"], *",.\"“”'‘:—?", "\n\n"]


STRAIGHT = str.maketrans("“”", '""')


def _bare(statements):
    return [
        (s.source.text if s.source else None, s.cue.text, tuple(p.text.translate(STRAIGHT) for p in s.content), s.mode)
        for s in statements
    ]


def test_every_span_is_the_articles_own_words():
    """Source, relays, cue and content point at exactly their words, within the article."""
    page = parsed(STORY)
    for s in attributions(page):
        for words in (s.source, *s.via, s.cue, *s.content):
            assert words is not None
            assert page.article.text[words.start : words.end] == words.text


def test_content_lies_in_the_paragraph_of_its_cue():
    """Without a quotation that runs on, a content stays in the paragraph of its cue."""
    page = parsed(STORY)
    parts = page.article.parts
    for s in attributions(page):
        part = next(p for p in parts if p.start <= s.cue.start < p.end)
        assert all(part.start <= p.start and p.end <= part.end for p in s.content)


def test_an_unrelated_paragraph_changes_nothing_elsewhere():
    """A paragraph added at the end leaves every statement of the others as it was."""
    alone, more = annotate([article(STORY), article(STORY + "\n\nThe river at Velm is forty metres wide.")])
    assert _bare(attributions(alone)) == _bare(attributions(more))


def test_curly_marks_for_straight_ones_change_nothing():
    """The shape of the quotation marks does not matter."""
    curly, opening = [], True
    for char in STORY:
        curly.append(("“" if opening else "”") if char == '"' else char)
        opening = not opening if char == '"' else opening
    assert _bare(attributions(parsed(STORY))) == _bare(attributions(parsed("".join(curly))))


@pytest.mark.parametrize("space", ["\u00a0", "\u2009"])
def test_a_hard_space_does_not_hide_an_addition(space):
    """Another kind of blank after the comma leaves ", adding that" what it is."""
    page = parsed(f"Brenn said the dam would hold,{space}adding that two pumps had failed.")
    assert [s.text for s in attributions(page)] == ["the dam would hold", "two pumps had failed"]


def test_when_and_where_it_was_said():
    """`said_on` is the date in the cue's clause, `channel` the medium there."""
    page = parsed("Brenn said in a statement on Friday that the dam had held since 2019.")
    text = page.article.text
    at, year = text.index("Friday"), text.index("2019")
    times = [
        Timex(page.article.id, at, at + 6, "Friday", "DATE", "2031-05-09"),
        Timex(page.article.id, year, year + 4, "2019", "DATE", "2019"),
    ]
    (statement,) = attributions(page, times)
    assert (statement.said_on, statement.channel) == ("2031-05-09", "a statement")


def test_a_date_before_a_colon_is_not_when_it_was_said():
    """What a label's date tells is the label's: "Update, 5 March: …"."""
    page = parsed("Update, 5 March: The council said that the dam had held.")
    at = page.article.text.index("5 March")
    times = [Timex(page.article.id, at, at + 7, "5 March", "DATE", "2031-03-05")]
    assert [s.said_on for s in attributions(page, times)] == [None]


def test_an_agency_that_is_told_is_a_channel():
    """Who is told is no source."""
    (statement,) = attributions(parsed('"The dam will hold," Brenn told Reuters.'))
    assert statement.source is not None
    assert (statement.source.text, statement.channel) == ("Brenn", "Reuters")


def test_a_headline_makes_no_statement_unless_it_is_a_colon_form():
    """Of a headline only "X: …" is read: the rest repeats what the body says with its source."""
    text = "Governor says bridge will hold\n\nBrenn: dam will hold\n\nDam is safe, says Brenn"
    page = article(text)
    headlines = replace(page, parts=tuple(replace(part, kind="headline") for part in page.parts))
    assert [s.text for s in attributions(annotate([headlines])[0])] == ["dam will hold", "Dam is safe"]


def test_the_topic_of_a_headline_is_not_its_speaker():
    """Of "TOPIC: X says Y" the one who says is the source, not what stands before the colon."""
    page = article("Brenn Affair: Prosecutor Says Charge 'Not Fit for Trial'")
    headlines = replace(page, parts=tuple(replace(part, kind="headline") for part in page.parts))
    (statement,) = attributions(annotate([headlines])[0])
    assert statement.source is not None
    assert (statement.source.text, statement.text) == ("Prosecutor", "Charge 'Not Fit for Trial'")


def test_ids_are_in_reading_order():
    """Statements are numbered as they stand."""
    found = attributions(parsed(STORY))
    assert [s.id for s in found] == [f"s{n}" for n in range(1, len(found) + 1)]
    assert [s.start for s in found] == sorted(s.start for s in found)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_no_text_breaks_it(words):
    """However broken the marks, every span is the article's own words."""
    page = parsed(" ".join(words))
    for s in attributions(page):
        assert s.content
        assert all(page.article.text[p.start : p.end] == p.text for p in s.content)


PLAIN = (
    "The river at Velm is forty metres wide.",
    "Two ferries cross it each hour.",
    "Snow fell on the pass in the night.",
    "The market opens at seven on Thursdays.",
)
"""Paragraphs in which nobody says anything."""
COMPOSED = st.lists(st.sampled_from([case.text for case in CASES]), min_size=1, max_size=3).map("\n\n".join)


def _curled(text):
    """Return the text with each pair of straight marks curled, paragraph by paragraph."""
    parts = []
    for part in text.split("\n\n"):
        pieces = part.split('"')
        parts.append(
            "".join(p + ("" if n == len(pieces) - 1 else "“" if n % 2 == 0 else "”") for n, p in enumerate(pieces))
        )
    return "\n\n".join(parts)


def _part_of(page, place):
    return next(n for n, part in enumerate(page.article.parts) if part.start <= place <= part.end)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(COMPOSED)
def test_every_span_lies_in_the_paragraph_of_its_cue_or_goes_on_in_quotation_marks(text):
    """What stands in another paragraph than the cue is a quotation that begins or ends that paragraph."""
    page = parsed(text)
    for s in attributions(page):
        assert s.cue is not None
        here = _part_of(page, s.cue.start)
        for piece in s.content:
            part = page.article.parts[_part_of(page, piece.start)]
            assert piece.end <= part.end
            if _part_of(page, piece.start) != here:
                lead = page.article.text[part.start : piece.start]
                assert lead.strip(" ") in {'"', "“", "”", "‘", "'", "``", "«", "„", "‹"}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(COMPOSED, st.sampled_from(PLAIN), st.booleans())
def test_an_unrelated_paragraph_added_to_any_text_changes_no_statement(text, plain, first):
    """A paragraph in which nobody speaks leaves what stands below it, or above it, as it was."""
    more = f"{plain}\n\n{text}" if first else f"{text}\n\n{plain}"
    assert _bare(attributions(parsed(text))) == _bare(attributions(parsed(more)))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(COMPOSED.filter(lambda text: all(part.count('"') % 2 == 0 for part in text.split("\n\n"))))
def test_curly_marks_for_straight_ones_change_nothing_in_any_text(text):
    """The shape of the quotation marks does not matter, whatever the constructions."""
    assert _bare(attributions(parsed(text))) == _bare(attributions(parsed(_curled(text))))
