"""British and American spelling."""

import pytest

from variorum.text.spelling import one_spelling


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organise", "organize"),
        ("organisation", "organization"),
        ("harbour", "harbor"),
        ("centre", "center"),
        ("defence", "defense"),
        ("travelled", "traveled"),
        ("neighbouring", "neighboring"),
    ],
)
def test_meet_in_one_key(british, american):
    """Both spellings have one key."""
    assert one_spelling(british) == one_spelling(american)


@pytest.mark.parametrize("word", ["four", "rise", "wise", "hall", "tree", "bring"])
def test_other_words_stay_apart(word):
    """Words that only look alike keep a key of their own."""
    assert one_spelling(word) == word
