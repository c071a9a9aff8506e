"""What one article says."""

from told import figure, said
from variorum.model import Reading


def test_numbers_go_on_and_figures_follow_their_statements():
    """Renumbering goes on after the numbers given and keeps each figure with its statement."""
    reading = Reading("a2", (said("12 died", name="s1"),), (figure("12", 12, 12, name="f1", statement="s1"),))
    new = reading.renumbered(10, 4)
    assert [s.id for s in new.statements] == ["s11"]
    assert [(f.id, f.statement) for f in new.figures] == [("f5", "s11")]


def test_a_statement_asserts_its_whole_content_unless_taken_apart():
    """Without propositions the content is what is asserted."""
    assert said("12 died").asserted == ("12 died",)
