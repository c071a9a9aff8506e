"""Which places an article names."""

from arriving import report
from variorum.stories import features, places


def test_places_by_their_names_in_the_tables():
    """A people stands for its country; the place named most comes first; what no table has is none."""
    one = report("a", "Norwegian envoys met in Kyiv. Norway asked; Norwegians answered. Sallis was quiet.")
    assert places(features(one)) == ("Norway", "Kyiv")


def test_no_place():
    """An article that names none has none."""
    assert places(features(report("a", "It rained."))) == ()
