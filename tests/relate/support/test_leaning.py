"""Words that show one source leaning on another."""

from build import article
from told import said
from variorum.relate.support.leaning import leaning


def test_leaning_words_are_quoted():
    """Words that show one source leaning on another are shown verbatim."""
    text = "In close cooperation with the Norwegian service it has found the wreck"
    (line,) = leaning([said(text, source="Harbour Service", entity="e3")], {"a1": article(text)})
    assert "cooperation with the Norwegian service" in line
