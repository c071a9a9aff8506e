"""Sentence vectors."""

import numpy as np
import pytest

from variorum.annotate import vectors

pytestmark = pytest.mark.skipif(not vectors.available(), reason="the weights of the sentence vectors are missing")

LINES = ("The ferry sank off Tesil", "A ferry went down near Tesil", "Parliament adopted the budget")


def test_vectors_have_unit_length_and_the_order_of_the_texts():
    """One of the whole and one a word piece, each of length one."""
    for text, found in zip(LINES, vectors.vectors(LINES), strict=True):
        assert found.whole.shape == (vectors.WIDTH,)
        assert found.rows.shape == (len(found.pieces), vectors.WIDTH)
        assert len(found.pieces) >= len(text.split())
        assert np.allclose([found.whole @ found.whole, *(found.rows**2).sum(axis=1)], 1.0, atol=1e-4)


def test_the_same_in_other_words_lies_nearer_than_something_else():
    """A paraphrase is nearer than another event."""
    a, b, c = (found.whole for found in vectors.vectors(LINES))
    assert a @ b > a @ c


def test_vectors_do_not_depend_on_the_texts_beside_it():
    """A text alone has the same ones as among others: accounts do not change with what else is read."""
    among, alone = vectors.vectors(LINES)[0], vectors.vectors(LINES[:1])[0]
    assert (among.whole == alone.whole).all()
    assert (among.rows == alone.rows).all()
    assert among.pieces == alone.pieces


def test_equal_pieces_have_equal_numbers():
    """The numbers tell which pieces are the same word."""
    (found,) = vectors.vectors(["ferry by ferry"])
    assert found.pieces[0] == found.pieces[2] != found.pieces[1]


def test_no_texts_no_vectors():
    """Nothing in, nothing out; a text of nothing has a vector all the same."""
    assert vectors.vectors([]) == []
    assert vectors.vectors([""])[0].whole.shape == (vectors.WIDTH,)
