"""Whom a description means: somebody spoken of before, or somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotate.things import Thing, fits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.annotate.discourse import Discourse
    from variorum.annotate.noun_phrases import Phrase

REACH_OF_UNNAMED = 8
"""Sentences after which an unnamed person is no longer taken up by 'the official': without a
limit, 84 of 100 such references in 120 reports go back at most this far, and farther ones are the less sure."""
LONGEST_GAP = 8
"""Tokens between a name and its apposition: an age and a place of origin have fewer."""
POINTED = frozenset({"man", "woman", "person", "soldier", "captive", "fighter", "suspect", "victim", "official"})
"""Classes of nouns with 'that' that take up whoever was spoken of just before, by whatever noun."""
LATEST = 4
"""Sightings to look through for one within a phrase: a phrase of a few words holds no more of one thing."""
FORMER = frozenset({"former", "retired", "ex"})
VARIED = frozenset({"executive", "athlete", "artist", "cleric"})
"""Classes of nouns with which news varies a name that everybody knows."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def refer(discourse: Discourse, phrase: Phrase) -> Thing:
    """Return the thing a description means, bringing a new one in where it takes up nothing."""
    thing = _apposed(discourse, phrase) or _taken_up(discourse, phrase)
    if thing is None:
        thing = discourse.add(Thing(phrase.type, plural=phrase.plural, number=phrase.number))
    thing.learn(phrase.role, phrase.gender)
    thing.age = thing.age or phrase.age
    return thing


def _apposed(discourse: Discourse, phrase: Phrase) -> Thing | None:
    """Return whoever the phrase stands in apposition to, or is said to be: 'Aron Vale, the governor of Brenn'."""
    token = discourse.annotated.tokens[phrase.head]
    thing = None
    if token.dep == "appos" and _touches(discourse, phrase, token.head):
        thing = discourse.meant_at(token.head)
    elif token.dep == "attr" and _is_said_to_be(discourse, token.head):
        thing = discourse.subject(token.head)
    if thing is None or thing.plural != phrase.plural or not _of_one_kind(phrase, thing):
        return None
    return None if _holds(phrase, thing) else thing


def _is_said_to_be(discourse: Discourse, verb: int) -> bool:
    """Tell whether a verb is a plain 'is': not denied, not asked, not what somebody says in a quotation."""
    annotated = discourse.annotated
    plain = not any(annotated.dependents(verb, "neg", "aux")) and not discourse.quoted[verb]
    return annotated.tokens[verb].lemma == "be" and plain


def _touches(discourse: Discourse, phrase: Phrase, head: int) -> bool:
    """Tell whether only a comma, an age or a short tail parts the phrase from what it is said to stand beside."""
    between = discourse.annotated.tokens[head + 1 : phrase.first]
    if not between or len(between) > LONGEST_GAP or between[-1].text not in {",", "—", "–", "-", "("}:
        return False
    return not any(t.pos in {"VERB", "AUX"} for t in between)


def _holds(phrase: Phrase, thing: Thing) -> bool:
    """Tell whether the thing is named within the phrase: 'Vale's wife' is not Vale."""
    return any(phrase.first <= s.token < phrase.last for s in thing.sightings[-LATEST:])


def _of_one_kind(phrase: Phrase, thing: Thing) -> bool:
    if phrase.age and thing.age and phrase.age != thing.age:
        return False
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
    fitting = [
        thing for thing in _candidates(discourse, phrase) if thing is not whole and _can_be(discourse, phrase, thing)
    ]
    fitting = [thing for thing in fitting if _same_noun(phrase, thing)] or fitting
    known = _latest(_of_country(discourse, phrase, fitting))
    return known or _told_more(discourse, phrase)


def _of_country(discourse: Discourse, phrase: Phrase, fitting: list[Thing]) -> list[Thing]:
    """Return those of the country that a description names; a person of unknown country only if alone and just met.

    'President Vale' of an article need not be 'the Varnian president' of it.
    """
    if not phrase.role.country:
        return fitting
    same = [thing for thing in fitting if thing.country == phrase.role.country]
    here = discourse.step(phrase.head)
    near = [thing for thing in fitting if here - thing.sightings[-1].step <= 1 and thing.type == "person"]
    return same or (near if len(fitting) == 1 else [])


def _told_more(discourse: Discourse, phrase: Phrase) -> Thing | None:
    """Return the named person just spoken of, if news would vary his name so: 'the former mayor', 'the billionaire'.

    Only what journalists vary a name with: former offices, trades of the known; and only the subject of the sentence
    before, if no other person came up since.
    """
    role, here = phrase.role, discourse.step(phrase.head)
    varies = role.modifiers & FORMER or (role.kind in VARIED and role.modifiers)
    opens = discourse.annotated.tokens[phrase.head].dep in SUBJECTS
    if not varies or phrase.reach != "definite" or phrase.type != "person" or role.country or not opens:
        return None
    near = [t for t in discourse.seen_within(here, 1) if t.type == "person" and not t.plural]
    if len(near) != 1 or not near[0].name or not _of_one_kind(phrase, near[0]):
        return None
    return near[0] if any(s.step == here - 1 and s.relation in SUBJECTS for s in near[0].sightings) else None


def _same_noun(phrase: Phrase, thing: Thing) -> bool:
    return any(role.noun == phrase.role.noun for role in thing.roles)


def _candidates(discourse: Discourse, phrase: Phrase) -> Iterable[Thing]:
    """Return the things met lately and all that have a name: a named official stays in mind to the end."""
    here = discourse.step(phrase.head)
    near = discourse.seen_within(here, REACH_OF_UNNAMED)
    return dict.fromkeys([*near, *(thing for thing in discourse.named if thing.merged is None and thing.roles)])


def _can_be(discourse: Discourse, phrase: Phrase, thing: Thing) -> bool:
    if thing.plural != phrase.plural or not _of_one_kind(phrase, thing) or _holds(phrase, thing):
        return False
    if phrase.age and phrase.age == thing.age:
        return True
    if phrase.reach == "bare" and not _same_words(phrase, thing):
        return False
    if phrase.plural and not _same_number(phrase, thing):
        return False
    if _tells_of_what(discourse, phrase) and not _same_noun(phrase, thing):
        return False
    return fits(phrase.role, thing)


def _tells_of_what(discourse: Discourse, phrase: Phrase) -> bool:
    """Tell whether a description says of what somebody is the head: "the head of the army" is no president."""
    after = discourse.annotated.tokens[phrase.head + 1 : phrase.last]
    return bool(after) and after[0].lower in {"of", "for"} and phrase.type == "person"


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
    here = discourse.step(phrase.head)
    near = [
        thing
        for thing in discourse.seen_within(here, 1)
        if _of_one_kind(phrase, thing)
        and not thing.plural
        and any(s.step == here - 1 and s.relation in SUBJECTS for s in thing.sightings)
    ]
    fitting = [thing for thing in near if fits(phrase.role, thing)]
    return _first_subject(fitting or (near if phrase.role.kind in POINTED else []), here - 1)


def _first_subject(things: Iterable[Thing], sentence: int) -> Thing | None:
    def place(thing: Thing) -> int:
        return min(s.token for s in thing.sightings if s.step == sentence and s.relation in SUBJECTS)

    return min(things, key=place, default=None)


def _latest(things: Iterable[Thing]) -> Thing | None:
    """Return the thing seen last; in one sentence its subject before others."""

    def place(thing: Thing) -> tuple[int, bool, int]:
        last = thing.sightings[-1].step
        here = [s for s in thing.sightings if s.step == last]
        return last, any(s.relation in SUBJECTS for s in here), here[-1].token

    return max(things, key=place, default=None)
