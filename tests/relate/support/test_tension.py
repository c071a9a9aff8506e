"""What one report tells as certain and another does not."""

from build import parsed
from variorum.extract import extract
from variorum.relate.propositions.taking import propositions, word_keys
from variorum.relate.support.tension import tensions


def _group(*sentences):
    annotated = [parsed(text, name=f"a{n}") for n, text in enumerate(sentences, 1)]
    readings = [extract(one) for one in annotated]
    return propositions(annotated, readings, {a.article.id: word_keys(a, {}) for a in annotated})


def test_a_condition_cut_is_told():
    """One prints the condition, the other does not: a line says so."""
    lines = tensions(_group("The plant will close.", "The plant will close unless the price of power falls."))
    assert len(lines) == 1
    assert "on a condition" in lines[0]


def test_what_all_tell_alike_is_no_tension():
    """The same mood, and a plain present beside a past, say nothing."""
    assert tensions(_group("The plant will close.", "The plant is going to close.")) == []
    assert tensions(_group("The plant may close.", "The plant might close.")) == []
