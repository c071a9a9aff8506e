"""Sentence vectors."""

import pytest

from variorum.annotate import vectors

pytestmark = pytest.mark.skipif(not vectors.available(), reason="the weights of the sentence vectors are missing")

LINES = ("The ferry sank off Tesil", "A ferry went down near Tesil", "Parliament adopted the budget")


def test_rows_have_unit_length_and_the_order_of_the_texts():
    """One row a text, in order, each of length one."""
    rows = vectors.vectors(LINES)
    assert rows.shape == (3, vectors.WIDTH)
    assert [round(float(row @ row), 4) for row in rows] == [1.0, 1.0, 1.0]


def test_the_same_in_other_words_lies_nearer_than_something_else():
    """A paraphrase is nearer than another event."""
    a, b, c = vectors.vectors(LINES)
    assert a @ b > a @ c


def test_a_row_does_not_depend_on_the_texts_beside_it():
    """A text alone has the same row as among others: accounts do not change with what else is read."""
    assert (vectors.vectors(LINES)[0] == vectors.vectors(LINES[:1])[0]).all()


def test_no_texts_no_rows():
    """Nothing in, nothing out."""
    assert vectors.vectors([]).shape == (0, vectors.WIDTH)
