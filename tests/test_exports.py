"""The public surface: what `variorum` itself offers."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import variorum
from variorum import api

VERBS = [name for name in api.__all__ if inspect.isfunction(getattr(api, name))]


def test_all_is_sorted_and_without_doubles():
    """`__all__` is in order, so that a change of the public surface is one line to read."""
    assert list(variorum.__all__) == sorted(set(variorum.__all__))


@pytest.mark.parametrize("name", variorum.__all__)
def test_what_is_promised_is_there(name):
    """Each public name leads to something that explains itself."""
    assert name == "__version__" or inspect.getdoc(getattr(variorum, name))


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_public(verb):
    """Each verb of the API is a name of the package, and the same function."""
    assert verb in variorum.__all__
    assert getattr(variorum, verb) is getattr(api, verb)


def test_what_is_not_there_is_an_attribute_error():
    """A name that does not exist is told as Python tells it."""
    with pytest.raises(AttributeError, match="nonsense"):
        variorum.nonsense  # noqa: B018 - the access is the test


def test_a_verb_stays_a_verb():
    """The room of a verb's name, once imported, does not take its place."""
    code = "import variorum, variorum.extract.narration; assert variorum.extract.__module__ == 'variorum.api.reading'"
    subprocess.run([sys.executable, "-c", code], check=True)
