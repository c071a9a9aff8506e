"""Hashed runs of words of many texts at once."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.text.passages import words
from variorum.text.shingles import shingles

TEXTS = st.lists(st.text(max_size=40), max_size=5)
PLAIN = st.lists(st.sampled_from(["a", "b", "cc", "dée", "F1"]), max_size=9).map(" ".join)


def _of(found, n):
    return found.hashes[int(found.offsets[n]) : int(found.offsets[n + 1])].tolist()


def test_marks_and_capitals_do_not_count():
    """The same words in another dress have the same hashes."""
    found = shingles(["The boat, “Tide”, sank.", "the BOAT Tide sank"], 3)
    assert _of(found, 0) == _of(found, 1)
    assert len(_of(found, 0)) == 2


@given(TEXTS, st.integers(1, 4))
def test_a_batch_is_each_text_alone(texts, width):
    """What stands beside a text in the batch changes none of its hashes."""
    found = shingles(texts, width)
    assert len(found.offsets) == len(texts) + 1
    assert [_of(found, n) for n in range(len(texts))] == [shingles([text], width).hashes.tolist() for text in texts]


@given(PLAIN, PLAIN, st.integers(1, 3))
def test_equal_hashes_are_equal_words(a, b, width):
    """Two runs have one hash exactly where their words are the same, in the same order."""
    runs = [_runs(text, width) for text in (a, b)]
    found = shingles([a, b], width)
    hashed = [_of(found, n) for n in range(2)]
    assert [len(one) for one in hashed] == [len(one) for one in runs]
    known = list(zip(runs[0] + runs[1], hashed[0] + hashed[1], strict=True))
    assert all((x[0] == y[0]) == (x[1] == y[1]) for x in known for y in known)


def _runs(text, width):
    own = [word.text for word in words(text)]
    return [tuple(own[i : i + width]) for i in range(len(own) - width + 1)]
