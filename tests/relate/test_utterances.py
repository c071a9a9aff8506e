"""One act of speech in many wordings."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from build import article
from told import entity, said
from variorum.relate.utterances import alike, utterances

POST = "We are ready to send the nine sailors home if Kharzun opens the strait to our ships"
TRANSLATED = "We are prepared to send the nine sailors home if Kharzun will open the strait to our ships"


def told(*wordings):
    """Return the utterances of one speaker, one wording an article."""
    articles = [article(text, name=f"a{n}") for n, text in enumerate(wordings, 1)]
    statements = [
        said(text, article=f"a{n}", source="Ina Bresk", entity="e1", name=f"s{n}") for n, text in enumerate(wordings, 1)
    ]
    return utterances(articles, statements, {"e1": entity("Ina Bresk")})


def test_two_translations_are_one_utterance():
    """Words of one speaker that differ as translations do are one act of speech, with the differing words marked."""
    (found,) = told(POST, TRANSLATED)
    fullest, other = found.wordings
    assert fullest.statement == "s2"
    assert [POST[d.start : d.end] for d in other.differs] == ["ready", "opens"]


def test_a_fragment_joins_the_fuller_quote():
    """A trimmed quote is a wording of the full one, and says what it is without."""
    (found,) = told(POST, "ready to send the nine sailors home")
    assert any("without" in note for note in found.wordings[1].notes)


def test_a_fragment_in_a_reporters_sentence_joins_the_fuller_quote():
    """Of a mixed statement the words in quotation marks count: the reporter's own words around them do not."""
    mixed = "The crews will “send the nine sailors home” from Port Sallis next week by night train"
    articles = [article(POST, name="a1"), article(mixed, name="a2")]
    statements = [
        said(POST, article="a1", source="Ina Bresk", entity="e1", name="s1"),
        replace(said(mixed, article="a2", source="Bresk", entity="e1", name="s2"), mode="mixed"),
    ]
    (found,) = utterances(articles, statements, {"e1": entity("Ina Bresk")})
    assert [w.statement for w in found.wordings] == ["s1", "s2"]


def test_two_quotes_stay_two():
    """Two different sentences of one speaker are two acts."""
    assert told(POST, "Nobody in this room has slept since the boats were taken") == []


def test_a_changed_number_is_flagged():
    """A wording with another number says so."""
    (found,) = told(POST, POST.replace("nine", "9"))
    assert "a number differs" in found.wordings[1].notes


def test_a_lost_negation_is_flagged():
    """A wording that lost its negation is flagged, not smoothed."""
    (found,) = told("We will not send the sailors home today", "We will send the sailors home today")
    assert any("“not” changes" in note for note in found.wordings[1].notes)


@given(st.lists(st.sampled_from(["we", "will", "not", "send", "nine", "sailors", "home"]), min_size=3, max_size=12))
def test_alike_is_symmetric_for_itself(words):
    """A wording is wholly like itself."""
    assert alike(words, words) == 1.0
