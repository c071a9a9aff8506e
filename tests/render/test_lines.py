"""JSON Lines: one article, one line."""

from __future__ import annotations

import json

from build import article
from variorum.model import Figure, Mention, Reading
from variorum.render.lines import line


def test_an_article_is_one_line_whatever_its_text():
    """Line ends within the text do not end the line, and the text comes back as it was."""
    told = line(article("One.\n\nTwo\u2028three."))
    assert told.endswith("\n")
    assert len(told.split("\n")) == 2
    assert json.loads(told)["article"]["text"] == "One.\n\nTwo\u2028three."


def test_a_reading_adds_what_the_article_says():
    """The five lists stand beside the article; a whole bound is a whole number; unknown is null."""
    figure = Figure("f1", "a1", 0, 2, "22", 22.0, None)
    mention = Mention("a1", 3, 7, "Kelu", "person", "name", "e1")
    row = json.loads(line(article("22 Kelun"), Reading("a1", figures=(figure,)), (mention,)))
    assert list(row) == ["article", "statements", "figures", "times", "caveats", "mentions"]
    assert (row["figures"][0]["low"], row["figures"][0]["high"]) == (22, None)
    assert '"low":22,' in line(article("22 Kelun"), Reading("a1", figures=(figure,)))
    assert row["mentions"][0]["text"] == "Kelu"
