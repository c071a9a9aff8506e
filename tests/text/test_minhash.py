"""Signatures propose what has much in common."""

import numpy as np
import pytest

from variorum.text.minhash import CROWD, PERMUTATIONS, proposed, signatures

LONG = " ".join(f"word{n}" for n in range(200))
HALF = " ".join(f"word{n}" if n < 150 else f"other{n}" for n in range(200))
APART = " ".join(f"thing{n}" for n in range(200))


def test_proposes_what_is_alike():
    """Copies and halves are proposed, strangers are not, and the lower row comes first."""
    assert proposed(signatures([LONG, APART, HALF, LONG]), 0.3) == [(0, 2), (0, 3), (2, 3)]


def test_likeness_decides():
    """A pair below the asked resemblance is left out."""
    assert proposed(signatures([LONG, APART, HALF, LONG]), 0.95) == [(0, 3)]


def test_only_what_is_new():
    """Pairs among the rows before `first` are known already."""
    assert proposed(signatures([LONG, LONG, APART, LONG]), 0.9, first=2) == [(0, 3), (1, 3)]


def test_short_texts_equal_nobody():
    """A text without a shingle is like no other, not even like another such."""
    assert proposed(signatures(["", "", "two words", "two words"]), 0.0) == []
    assert signatures([]).shape == (0, PERMUTATIONS)


def test_a_crowd_says_nothing():
    """What stands in more texts than a crowd proposes no pair of them."""
    assert proposed(signatures([LONG] * (CROWD + 1)), 0.5) == []
    assert len(proposed(signatures([LONG] * 20), 0.5)) == 190


@pytest.mark.parametrize("at", [1, 63, 64, 65, 130])
def test_batches_change_nothing(at):
    """A signature does not depend on its neighbours."""
    texts = [f"{LONG} {n}" for n in range(at)]
    assert np.array_equal(signatures([*texts, LONG])[-1], signatures([LONG])[0])
