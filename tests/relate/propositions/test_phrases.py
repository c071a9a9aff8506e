"""Verbs that mean another thing with a small word or an object."""

import pytest

from build import parsed
from variorum.relate.propositions.phrases import object_verbs, particle_verbs


@pytest.mark.parametrize(
    ("sentence", "verb", "word"),
    [
        ("The navy launched two rockets.", "launched", "fire"),
        ("Two rockets were launched on Monday.", "launched", "fire"),
        ("The ministry launched an inquiry.", "launched", "investigate"),
        ("The club fired its coach.", "fired", "dismiss"),
        ("The storm claimed nine lives.", "claimed", "kill"),
        ("The mayor will not face charges.", "face", "prosecute"),
    ],
)
def test_an_object_tells_what_a_verb_means(sentence, verb, word):
    """To launch a rocket is to fire it, to launch an inquiry is to investigate; in the passive as well."""
    one = parsed(sentence)
    assert [(one.tokens[at].text, found) for at, found in object_verbs(one)] == [(verb, word)]


def test_other_objects_leave_a_verb_as_it_is():
    """Who launches a book fires nothing."""
    assert list(object_verbs(parsed("The author launched a book."))) == []


def test_a_particle_tells_what_a_verb_means():
    """What is called off is cancelled."""
    one = parsed("The club called off the match.")
    assert [(one.tokens[verb].text, one.tokens[small].text, word) for verb, small, word in particle_verbs(one)] == [
        ("called", "off", "cancel")
    ]
