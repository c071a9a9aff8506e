"""An article's text cut where something begins or ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from render import account_fixture as fixture
from variorum.render.interlinear import columns
from variorum.render.lookup import Lookup
from variorum.render.marked import Marked, in_context, of_article, paragraphs, segments
from variorum.render.plain import clipped, line, visible

TEXTS = st.text(alphabet="ab \n\r\x0c\u2028é", max_size=40)


@st.composite
def marked_texts(draw):
    """Draw a text with marks at any places in it."""
    text = draw(TEXTS)
    edge = st.integers(0, len(text))
    marks = draw(st.lists(st.tuples(edge, edge, st.sampled_from("xyz")), max_size=6))
    return text, [Marked(min(a, b), max(a, b), kind, f"n{i}", f"n{i}") for i, (a, b, kind) in enumerate(marks)]


@given(marked_texts())
def test_cutting_loses_nothing(drawn):
    """The segments of a text are the text, and each carries the kinds of exactly the marks that cover it."""
    text, marks = drawn
    cut = segments(text, 0, len(text), marks)
    assert "".join(s.text for s in cut) == text
    at = 0
    for segment in cut:
        covering = {m.kind for m in marks if m.start <= at and at + len(segment.text) <= m.end and m.start < m.end}
        assert set(segment.kinds) == covering
        at += len(segment.text)


@given(marked_texts())
def test_each_mark_begins_and_ends_once(drawn):
    """A mark that covers anything has one beginning and one end in the whole text."""
    text, marks = drawn
    cut = segments(text, 0, len(text), marks)
    real = sorted(m.name for m in marks if m.start < m.end)
    assert sorted(name for s in cut for name in s.begins) == real
    assert sorted(name for s in cut for name in s.ends) == real


@given(TEXTS)
def test_paragraphs_hold_every_word(text):
    """Lines become paragraphs; only white space at their ends and blank lines are left out."""
    shown = ["".join(s.text for s in paragraph) for paragraph in paragraphs(text, [])]
    assert shown == [row.rstrip() for row in text.splitlines() if row.strip()]


def test_every_statement_begins_in_its_article():
    """Each statement has one anchor in its article's text, at its first word."""
    account = fixture.account("border")
    look = Lookup(account)
    for article in account.articles:
        cut = [s for p in paragraphs(article.text, of_article(article, look)) for s in p]
        anchors = [name for s in cut for name in s.begins if name.startswith("s")]
        assert sorted(anchors) == sorted(s.id for s in account.statements if s.article == article.id)


def test_context_holds_the_words():
    """A statement is shown within its own paragraph, its words marked and whole."""
    account = fixture.account()
    articles = {a.id: a for a in account.articles}
    for statement in account.statements:
        cut = in_context(articles[statement.article], statement)
        marked = "".join(s.text for s in cut if {"says", "tells"} & set(s.kinds))
        assert marked == "".join(piece.text for piece in statement.content)
        assert "\n" not in "".join(s.text for s in cut)


def test_wordings_stand_word_under_word():
    """Reading along either line of a gloss gives the words of that wording, and equal columns are equal."""
    account = fixture.account()
    said = {s.id: s for s in account.statements}
    texts = {a.id: a.text for a in account.articles}
    first, second = (said[w.statement] for w in account.utterances[0].wordings)
    gloss = columns(first, second, (texts[first.article], texts[second.article]))
    assert [c.full for c in gloss if not c.same] == ["shall establish", "allowed the", "to leave port", "those people"]
    assert [c.other for c in gloss if not c.same] == ["will find out", "let this", "sail", "they"]
    assert " ".join(c.other for c in gloss) == "We will find out who let this ship sail and they will answer for it"


@given(st.text(max_size=60), st.integers(4, 30))
def test_clipping_keeps_the_beginning(text, limit):
    """What is clipped fits, begins as the line does, and is not cut without a sign."""
    short, whole = clipped(text, limit), line(text)
    assert len(short) <= limit
    assert short == whole or (short.endswith("…") and whole.startswith(short[:-1]))


@given(st.text(max_size=60))
def test_making_visible_moves_nothing(text):
    """One code point for one, so that every place in the text stays true; doing it twice is doing it once."""
    assert len(visible(text)) == len(text)
    assert visible(visible(text)) == visible(text)
