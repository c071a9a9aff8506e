"""Words that news uses for one thing."""

from variorum.lexicon import rows
from variorum.relate.propositions.senses import sense, senses, telling


def test_a_verb_and_its_noun_are_one_word():
    """To deny is to give a denial."""
    assert sense("denial", "NOUN") == sense("deny", "VERB")


def test_a_word_may_mean_another_thing_as_another_part_of_speech():
    """To fire is no fire."""
    assert sense("fire", "NOUN") == sense("blaze", "NOUN")
    assert sense("fire", "VERB") == sense("shoot", "VERB") != sense("blaze", "NOUN")


def test_a_word_without_a_fellow_stands_for_itself():
    """What no row has is its own sense."""
    assert sense("lighthouse", "NOUN") == "lighthouse"


def test_senses_of_any_part_of_speech_need_none():
    """Where nothing tells the part of speech only rows without one speak."""
    assert senses()["ceasefire"] == senses()["truce"]
    assert "fire" not in senses()


def test_a_measure_is_told_by_all_words_of_its_sense():
    """Dead and killed tell one measure."""
    assert sense("death", "NOUN") in telling("killed")


def test_no_word_stands_twice_in_a_row_and_every_part_of_speech_is_one():
    """A row has at least two spellings of its sense, none of them twice."""
    for row in rows("senses"):
        words = row["words"].split("|")
        assert len(words) == len(set(words)), row
        assert set(words) - {row["sense"]}, row
        assert row["part"] in {"", "NOUN", "VERB", "ADJ", "ADV"}
