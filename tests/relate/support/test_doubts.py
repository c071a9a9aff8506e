"""Which claims a caveat speaks of."""

from build import article
from variorum.model import Caveat, Excerpt, Reading, Speaker, Statement
from variorum.relate.support.doubts import about, touches

TEXT = "The army said: We did not cross the line, and whoever says so wants a war. Night fell."


def _piece(words):
    start = TEXT.index(words)
    return Excerpt(start, start + len(words), words)


def _speaker(words):
    return Speaker(words, TEXT.index(words), TEXT.index(words) + len(words))


def _statement(name, words, source=None, propositions=()):
    pieces = tuple(map(_piece, propositions))
    mode = "indirect" if source else "narration"
    return Statement(name, "a1", mode, "speech", source, (), None, (_piece(words),), propositions=pieces)


CROSSED, WAR = "We did not cross the line", "whoever says so wants a war"
SAID = _statement("s1", f"{CROSSED}, and {WAR}", _speaker("The army"), (CROSSED, WAR))


def _denial(words, source=None):
    piece = _piece(words)
    return Caveat("a1", piece.start, piece.end, words, "denied", source)


def test_a_caveat_in_one_clause_speaks_of_that_clause():
    """A denial that stands in the first of two clauses leaves the second alone."""
    denial = _denial(CROSSED)
    assert touches(denial, SAID, (_piece(CROSSED),))
    assert not touches(denial, SAID, (_piece(WAR),))


def test_a_caveat_outside_the_clauses_speaks_of_all():
    """Doubt that stands beside a statement is about all that it asserts."""
    doubt = _denial("Night fell")
    assert touches(doubt, SAID, (_piece(CROSSED),))
    assert touches(doubt, SAID, (_piece(WAR),))


def test_a_denial_is_of_what_its_speaker_says():
    """What the sentence tells beside it, in the report's own voice, is not denied."""
    beside = _statement("s2", "Night fell")
    denial = _denial(TEXT, _speaker("The army"))
    reading = Reading("a1", (SAID, beside), (), (), (denial,))
    assert about(denial, article(TEXT), reading, {"s1": ["c1"], "s2": ["c2"]}) == ("c1",)


REPORT = (
    "The river talks were cancelled, an official said. Envoys spoke of trade.\n"
    "Ruvania has not confirmed that the talks were cancelled."
)


def _in_report(words):
    start = REPORT.index(words)
    return Excerpt(start, start + len(words), words)


def test_a_doubt_in_words_of_its_own_is_about_those_words():
    """What has not been confirmed is what was said in the same words, not what was said last."""
    talks = Statement(
        "s1", "a1", "narration", "speech", None, (), None, (_in_report("The river talks were cancelled"),)
    )
    trade = Statement("s2", "a1", "narration", "speech", None, (), None, (_in_report("Envoys spoke of trade"),))
    words = "Ruvania has not confirmed that the talks were cancelled"
    doubt = Caveat("a1", _in_report(words).start, _in_report(words).end, words, "unconfirmed")
    reading = Reading("a1", (talks, trade), (), (), (doubt,))
    assert about(doubt, article(REPORT), reading, {"s1": ["c1"], "s2": ["c2"]}) == ("c1",)


FAR = (
    "Norwegian ships left Norway with salted herring, a trader said. The weather was fine.\n"
    "Norway's trade board rejected a study on Norwegian whales."
)


def test_the_name_of_a_country_ties_a_caveat_to_nothing():
    """Two sentences on one country may speak of two things: what has only its name in common is not denied."""
    words = ("Norwegian ships left Norway with salted herring", "a trader")
    start = [FAR.index(w) for w in words]
    ships = Excerpt(start[0], start[0] + len(words[0]), words[0])
    speaker = Speaker(words[1], start[1], start[1] + len(words[1]))
    statement = Statement("s1", "a1", "indirect", "speech", speaker, (), None, (ships,))
    at = FAR.index("Norway's")
    study = Excerpt(at, len(FAR) - 1, FAR[at:-1])
    narrated = Statement("s2", "a1", "narration", "speech", None, (), None, (study,))
    caveat = Caveat("a1", at, len(FAR) - 1, FAR[at:-1], "rejected", Speaker("Norway's trade board", at, at + 20))
    reading = Reading("a1", (statement, narrated), (), (), (caveat,))
    assert about(caveat, article(FAR), reading, {"s1": ["c1"]}) == ()
