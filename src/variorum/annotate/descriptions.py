"""Whom a description means: somebody spoken of before, or somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotate.things import Thing, fits
from variorum.lexicon import column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.annotate.discourse import Discourse
    from variorum.annotate.noun_phrases import Phrase

REACH_OF_UNNAMED = 8
"""Sentences after which an unnamed person is no longer taken up by 'the official': in 60 annotated news articles nine
of ten such references stood within five sentences, and later ones often meant another official."""
OTHER_ONES = frozenset({"first", "last", "only", "next", "second", "third", "deputy", "vice"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def refer(discourse: Discourse, phrase: Phrase) -> Thing:
    """Return the thing a description means, bringing a new one in where it takes up nothing."""
    thing = _apposed(discourse, phrase) or _taken_up(discourse, phrase)
    if thing is None:
        thing = discourse.add(Thing(phrase.type, plural=phrase.plural, number=phrase.number))
    thing.learn(phrase.role, phrase.gender)
    return thing


def _apposed(discourse: Discourse, phrase: Phrase) -> Thing | None:
    """Return whoever the phrase stands in apposition to, or is said to be: 'Aron Vale, the governor of Brenn'."""
    token = discourse.annotated.tokens[phrase.head]
    thing = None
    if token.dep == "appos":
        thing = discourse.meant_at(token.head)
    elif token.dep == "attr" and discourse.annotated.tokens[token.head].lemma == "be":
        thing = discourse.subject(token.head)
    if thing is None or thing.plural != phrase.plural or not _of_one_kind(phrase, thing):
        return None
    return thing


def _of_one_kind(phrase: Phrase, thing: Thing) -> bool:
    if thing.gender and phrase.gender and thing.gender != phrase.gender:
        return False
    return phrase.type == thing.type or {phrase.type, thing.type} == {"group", "organization"}


def _taken_up(discourse: Discourse, phrase: Phrase) -> Thing | None:
    if phrase.reach in {"indefinite", "other"}:
        return None
    if phrase.reach == "demonstrative" and not phrase.plural:
        pointed = _just_before(discourse, phrase)
        if pointed is not None:
            return pointed
    whole = discourse.around(phrase.first, phrase.last)
    fitting = [thing for thing in _candidates(discourse, phrase) if thing is not whole and _can_be(phrase, thing)]
    return _latest([thing for thing in fitting if _same_noun(phrase, thing)] or fitting) or _told_more(
        discourse, phrase
    )


def _told_more(discourse: Discourse, phrase: Phrase) -> Thing | None:
    """Return the one named person just spoken of, whom a rich description says more about: 'the retired surgeon'.

    Offices are left out: another country's minister may well come up in the next sentence.
    """
    role = phrase.role
    rich = role.modifiers and phrase.reach == "definite" and phrase.type == "person" and phrase.head - phrase.first > 1
    if not rich or role.country or role.kind in column("offices", "class") or role.modifiers & OTHER_ONES:
        return None
    here = discourse.annotated.tokens[phrase.head].sentence
    near = [t for t in discourse.seen_within(here, 2) if t.name and t.type == "person" and _of_one_kind(phrase, t)]
    opens = discourse.annotated.tokens[phrase.head].dep in SUBJECTS
    return near[0] if len(near) == 1 and opens else None


def _same_noun(phrase: Phrase, thing: Thing) -> bool:
    return any(role.noun == phrase.role.noun for role in thing.roles)


def _candidates(discourse: Discourse, phrase: Phrase) -> Iterable[Thing]:
    """Return the things met lately and all that have a name: a named official stays in mind to the end."""
    here = discourse.annotated.tokens[phrase.head].sentence
    near = discourse.seen_within(here, REACH_OF_UNNAMED)
    return dict.fromkeys([*near, *(thing for thing in discourse.named if thing.merged is None and thing.roles)])


def _can_be(phrase: Phrase, thing: Thing) -> bool:
    if thing.plural != phrase.plural or not _of_one_kind(phrase, thing):
        return False
    if phrase.reach == "bare" and not _same_words(phrase, thing):
        return False
    if phrase.plural and not _same_number(phrase, thing):
        return False
    return fits(phrase.role, thing)


def _same_number(phrase: Phrase, thing: Thing) -> bool:
    """Tell whether two groups can be one: equal counts, or none said and the same noun; not "the men" and witnesses."""
    if phrase.number and thing.number:
        return phrase.number == thing.number
    if phrase.role.kind in {"man", "woman", "person"} and phrase.role.noun not in {role.noun for role in thing.roles}:
        return thing.number == "two" and not phrase.number
    return True


def _same_words(phrase: Phrase, thing: Thing) -> bool:
    """Tell whether a description without article repeats an earlier one: 'witnesses', 'police', 'Varnian officials'."""
    return any(
        role.noun == phrase.role.noun
        and role.modifiers == phrase.role.modifiers
        and role.country == phrase.role.country
        for role in thing.roles
    )


def _just_before(discourse: Discourse, phrase: Phrase) -> Thing | None:
    """Return the one person who was the subject of the sentence before: 'the other man … that soldier'."""
    here = discourse.annotated.tokens[phrase.head].sentence
    near = [
        thing
        for thing in discourse.seen_within(here, 1)
        if _of_one_kind(phrase, thing)
        and not thing.plural
        and any(s.sentence == here - 1 and s.relation in SUBJECTS for s in thing.sightings)
    ]
    fitting = [thing for thing in near if fits(phrase.role, thing)]
    return _first_subject(fitting or near, here - 1)


def _first_subject(things: Iterable[Thing], sentence: int) -> Thing | None:
    def place(thing: Thing) -> int:
        return min(s.token for s in thing.sightings if s.sentence == sentence and s.relation in SUBJECTS)

    return min(things, key=place, default=None)


def _latest(things: Iterable[Thing]) -> Thing | None:
    """Return the thing seen last; in one sentence its subject before others."""

    def place(thing: Thing) -> tuple[int, bool, int]:
        last = thing.sightings[-1].sentence
        here = [s for s in thing.sightings if s.sentence == last]
        return last, any(s.relation in SUBJECTS for s in here), here[-1].token

    return max(things, key=place, default=None)
