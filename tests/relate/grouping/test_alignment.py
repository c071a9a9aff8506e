"""Texts held against each other, word piece by word piece."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model import Vectors
from variorum.relate.grouping.alignment import aligned

SHIP, SANK, CREW, SAVED = range(4)


def text(*pieces):
    """Return a text of words that have nothing to do with each other: each is like itself alone."""
    rows = np.eye(4, dtype=np.float32)[list(pieces)]
    return Vectors(rows.mean(axis=0), pieces, rows)


def score(a, b, *others):
    """Return the alignment of two texts among others."""
    texts = [a, b, *others]
    ((_, _, found),) = aligned(texts, [(0, 1)], [1] * len(texts))
    return found


def test_the_same_words_are_one_and_others_nothing():
    """1 where each says all that the other says, 0 where they have nothing in common; the order says nothing."""
    assert score(text(SHIP, SANK), text(SANK, SHIP)) == 1.0
    assert score(text(SHIP, SANK), text(CREW, SAVED)) == 0.0


def test_rare_words_count_more():
    """What all texts of an event speak of tells least of what two of them say."""
    others = [text(SHIP, CREW), text(SHIP, SAVED)]
    of_the_ship = score(text(SHIP, SANK), text(SHIP, SAVED), *others)
    of_the_sinking = score(text(SHIP, SANK), text(CREW, SANK), *others)
    assert of_the_sinking > of_the_ship > 0


def test_a_text_that_says_less_is_aligned_half():
    """The longer one's words without a fellow count against the pair, the shorter one's are all there."""
    assert 0.5 < score(text(SHIP), text(SHIP, SANK, CREW)) < 1


@given(st.lists(st.lists(st.sampled_from(range(4)), min_size=1, max_size=5), min_size=2, max_size=6))
def test_all_at_once_is_as_one_by_one(texts):
    """The pairs asked for beside a pair do not change its alignment."""
    made = [text(*pieces) for pieces in texts]
    sizes = [1] * len(made)
    pairs = [(i, j) for i in range(len(made)) for j in range(i + 1, len(made))]
    for i, j, found in aligned(made, pairs, sizes):
        ((_, _, alone),) = aligned(made, [(i, j)], sizes)
        assert found == pytest.approx(alone, abs=1e-4)
        assert -1e-4 <= found <= 1 + 1e-4
