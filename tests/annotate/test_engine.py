"""The language engine: what it is given in pieces, and what bounds its sentences."""

from __future__ import annotations

import subprocess
import sys

import pytest

from variorum.annotate import engine

NOVEL = "The harbour of Ostrel was closed on Wednesday. Mira Talven said at least 12 boats were damaged. " * 120
"""11,500 characters without a line end."""
ODD = {
    "no full stop": "boats " * 1800,
    "no blank": "boat," * 2100,
    "one word": "b" * 10_500,
    "a novel in one line": NOVEL,
    "brackets": "(" * 4000 + "boats" + "]" * 4000,
    "emoji": "\U0001f6a4 " * 1200,
}


@pytest.fixture(scope="module")
def parsed() -> dict[str, engine.Parsed]:
    """Return what the engine says of all the odd paragraphs."""
    return engine.parse(ODD.values())


@pytest.mark.parametrize("name", sorted(ODD))
def test_words_of_a_long_paragraph_stand_where_they_say(name, parsed):
    """However a paragraph is cut to be parsed, places count from its beginning and no letter is lost."""
    text = ODD[name]
    words = parsed[text]
    assert all(text[word.start : word.end] == word.text for word in words)
    assert "".join(word.text for word in words).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("name", sorted(ODD))
def test_no_sentence_is_longer_than_prose_has_them(name, parsed):
    """Sentences stay bounded, and no word hangs on one in another sentence."""
    words = parsed[ODD[name]]
    sentence, number = [], -1
    for word in words:
        number += word.begins_sentence
        sentence.append(number)
    assert all(sentence[word.head] == sentence[i] for i, word in enumerate(words))
    assert max(map(sentence.count, set(sentence))) <= engine.LONGEST_SENTENCE


def test_a_long_paragraph_is_cut_between_sentences(parsed):
    """Prose without line ends is parsed as it would be in paragraphs: every sentence is whole."""
    words = parsed[NOVEL]
    assert sum(word.begins_sentence for word in words) == NOVEL.count(".")


def test_the_vectors_are_loaded_after_what_both_sides_import():
    """Two threads that import numpy at once can each see half of it: it is there before the second begins."""
    script = (
        "import sys; from variorum.annotate import vectors\n"
        "class Thread:\n"
        "    def __init__(self, **_): pass\n"
        "    def start(self): print('numpy' in sys.modules)\n"
        "vectors.Thread = Thread; vectors.available = lambda: True; vectors.warm()"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert done.stdout.strip() == "True"


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u202f", "\t"])
def test_every_blank_is_read_as_a_plain_one(blank):
    """Another kind of blank between words changes neither words nor their places nor their parse."""
    text = "Oda Brenn said on Friday that the dam would hold."
    odd = text.replace(" ", blank)
    assert engine.parse([odd])[odd] == engine.parse([text])[text]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("-Oda Brenn", ["-", "Oda", "Brenn"]),
        ('Brenn:"We know"', ["Brenn", ":", '"', "We", "know", '"']),
        ("“It is so.”—Brenn", ["“", "It", "is", "so", ".", "”", "—", "Brenn"]),
        ("a well-known mayor", ["a", "well", "-", "known", "mayor"]),
    ],
)
def test_marks_part_from_the_words_that_they_stand_on(text, words):
    """A dash before a name and the marks round a colon are tokens of their own; a hyphen parts words as before."""
    assert [word.text for word in engine.parse([text])[text]] == words
