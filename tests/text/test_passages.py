"""The same runs of words in two texts."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.text.passages import shared_runs, words

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=30)


def test_words_keep_their_places():
    """A word's place is that of its letters in the text, marks left out."""
    text = "“The mayor’s boat,” he said."
    assert [(w.text, text[w.start : w.end]) for w in words(text)][1] == ("mayor's", "mayor’s")


def test_grows_to_the_full_run():
    """A run is given whole, not shingle by shingle."""
    runs = shared_runs(["x", "a", "b", "c", "d", "e", "y"], ["z", "z", "a", "b", "c", "d", "e"], 3)
    assert [(r.a, r.b, r.length) for r in runs] == [(1, 2, 5)]


@given(TEXTS, TEXTS, st.integers(1, 4))
def test_runs_say_the_same(a, b, shortest):
    """Each run has the same words on both sides, is long enough, and no word is used twice."""
    runs = shared_runs(a, b, shortest)
    for run in runs:
        assert a[run.a : run.a + run.length] == b[run.b : run.b + run.length]
        assert run.length >= shortest
    used = [i for r in runs for i in range(r.a, r.a + r.length)]
    assert len(used) == len(set(used))


@given(TEXTS)
def test_a_text_shares_all_with_itself(a):
    """A text and itself share one run of its whole length."""
    assert not a or shared_runs(a, a, 1)[0].length == len(a)
