"""Words that show one source leaning on another."""

from build import article
from told import said
from variorum.relate.support.leaning import leaning


def test_leaning_words_are_quoted():
    """Words that show one source leaning on another are shown verbatim."""
    text = "In close cooperation with the Norwegian service it has found the wreck"
    (line,) = leaning([said(text, source="Harbour Service", entity="e3")], {"a1": article(text)})
    assert "cooperation with the Norwegian service" in line


def test_a_reason_is_nobody_to_lean_on():
    """Who cites concerns leans on nobody; who cites officials, a name or a report does."""
    for told, leans in {
        "the road stays shut, citing security concerns": False,
        "the road stays shut, based on a rough count": False,
        "the road stays shut, citing two officials": True,
        "the road stays shut, citing Ilse Varr": True,
        "the road stays shut, based on a report": True,
    }.items():
        lines = list(leaning([said(told, source="Harbour Service", entity="e3")], {"a1": article(told)}))
        assert bool(lines) is leans, told
