"""What holds of every figure, whatever the words and however wrong the grammar."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build import article
from variorum.extract.figures import figures, quantities
from variorum.model import Annotated, Sentence, Timex, Token

NUMBERS = [
    "1",
    "2",
    "10",
    "12,500",
    "4.2bn",
    "1/0",
    "9/11",
    "3G",
    "007",
    "40%",
    "$5",
    "£3m",
    "½",
    "12th",
    "#4",
    "5:30",
    "1.234,50",
    "020",
]
MARKS = ["(", ")", ",", ".", "-", "–", "—", "'", '"', "\u202b", "\x00", "'s"]
SMALL = ["a", "an", "the", "of", "to", "and", "or", "in", "between", "from", "per", "her", "up", "no", "none", "nobody"]
HEDGES = ["at", "least", "more", "than", "nearly", "some", "about", "minus", "fell", "by", "aged"]
SPELLED = [
    "pair",
    "couple",
    "half",
    "third",
    "dozen",
    "dozens",
    "hundred",
    "million",
    "two",
    "twenty",
    "one",
    "seventies",
    "70s",
]
NOUNS = [
    "people",
    "soldiers",
    "mph",
    "metres",
    "percent",
    "day",
    "killed",
    "died",
    "hurt",
    "Brell",
    "1950",
    "2031",
    "May",
]
WORDS = [*NUMBERS, *MARKS, *SMALL, *HEDGES, *SPELLED, *NOUNS]
TAGS = (
    "NUM CD",
    "NOUN NNS",
    "NOUN NN",
    "PROPN NNP",
    "VERB VBD",
    "VERB VBN",
    "ADP IN",
    "ADJ JJ",
    "PUNCT HYPH",
    "DET DT",
)
DEPS = ("nummod", "nsubj", "dobj", "pobj", "prep", "amod", "conj", "ROOT", "relcl", "xcomp", "punct")


@st.composite
def annotated(draw: st.DrawFn) -> Annotated:
    """Draw a sentence of any words with any grammar, sound or not."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
    glue = draw(st.lists(st.sampled_from(["", " "]), min_size=len(words), max_size=len(words)))
    text, tokens = "", []
    for i, (word, gap) in enumerate(zip(words, glue, strict=True)):
        pos, tag = draw(st.sampled_from(TAGS)).split()
        head = draw(st.integers(0, len(words) - 1))
        entity = draw(st.sampled_from(["", "DATE", "GPE", "PERSON"]))
        start = len(text)
        tokens.append(
            Token(i, start, start + len(word), word, word, pos, tag, draw(st.sampled_from(DEPS)), head, entity, 0)
        )
        text += word + gap
    tokens[0] = tokens[0]._replace(head=0)
    safe = [t._replace(head=min(t.head, t.i)) for t in tokens]  # heads to the left: a tree, as every parse is
    return Annotated(article(text), tuple(safe), (Sentence(0, len(safe), 0, "body"),))


@given(annotated())
def test_no_words_break_the_grammar_and_spans_quote_them(drawn: Annotated) -> None:
    """No input raises, and every figure's text is exactly what stands at its place, in reading order by id."""
    found = figures(drawn)
    assert all(drawn.article.text[f.start : f.end] == f.text and f.text for f in found)
    assert [f.id for f in found] == [f"f{n}" for n in range(1, len(found) + 1)]


@given(annotated())
def test_a_bound_never_excludes_its_own_number(drawn: Annotated) -> None:
    """The number that is written lies within the bounds that its words allow."""
    for q in quantities(drawn):
        low, high = q.figures[0].low, q.figures[-1].high
        assert low is None or low <= max(q.first, q.last)
        assert high is None or high >= min(q.first, q.last)


@given(annotated(), st.sampled_from(["DATE", "TIME", "SET"]))
def test_a_number_within_a_date_is_no_figure(drawn: Annotated, kind: str) -> None:
    """Where a DATE, TIME or SET covers all words, no figure is left."""
    text = drawn.article.text
    everything = Timex("a1", 0, len(text), text, kind, "2031")  # type: ignore[arg-type]
    ages = [f for f in figures(drawn, [everything]) if not f.rule.endswith("decade")]
    assert ages == []
