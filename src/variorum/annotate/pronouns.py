"""Whom a pronoun means: the candidate that fits and stands nearest in the discourse.

Weights order the candidates as centering theory does (Grosz, Joshi & Weinstein 1995): subjects before objects, the
sentence before earlier ones; in news two habits outweigh both: a pronoun in what somebody is reported to say is mostly
that speaker, and "he said" goes on from the last speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from variorum.annotate.speech import speaking_verb, subject_of
from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.annotate.discourse import Discourse
    from variorum.annotate.things import Sighting, Thing
    from variorum.model import Annotated

WINDOW = 3
"""Sentences back to look for whom a pronoun means: with ten allowed, 98 of 100 pronouns resolved in 120
reports go back at most this far, 62 within their own sentence and 92 at most one sentence."""
REPORTED = 6.0
SPEAKER = 5.0
SAME_SENTENCE = 2.0
STEP_BACK = 1.5
RANKS = {"nsubj": 3.0, "nsubjpass": 3.0, "poss": 1.0, "dobj": 1.5, "appos": 1.0, "agent": 1.0}
FORCES = frozenset({"force", "army", "troops", "media", "team"})
NEUTER = frozenset({"organization", "place"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Pronoun(NamedTuple):
    """One pronoun and what its form tells; `quoted` if it stands in a quotation."""

    token: int
    gender: str
    number: str
    case: str
    quoted: bool


def pronouns(annotated: Annotated, quoted: Sequence[bool]) -> Iterator[Pronoun]:
    """Yield the pronouns that may mean somebody; `quoted` tells for each token whether it stands in a quotation."""
    forms = {row["pronoun"]: row for row in rows("pronouns")}
    for token in annotated.tokens:
        row = forms.get(token.lower) if token.pos in {"PRON", "DET"} else None
        if row is not None:
            yield Pronoun(token.i, row["gender"], row["number"], row["case"], quoted[token.i])


def meant(discourse: Discourse, pronoun: Pronoun) -> Thing | None:
    """Return whom a pronoun of the article's own voice means, `None` where nothing fits."""
    if pronoun.case == "relative":
        return _antecedent(discourse, pronoun)
    if pronoun.gender == "n" and not _may_be_body(discourse, pronoun):
        return None
    here = discourse.step(pronoun.token)
    near = discourse.seen_within(here, WINDOW)
    scored = [(score, -thing.serial, thing) for thing in near if (score := _score(discourse, pronoun, thing))]
    return max(scored, key=lambda s: s[:2])[2] if scored else None


def _antecedent(discourse: Discourse, pronoun: Pronoun) -> Thing | None:
    """Return what a relative clause hangs on."""
    tokens = discourse.annotated.tokens
    token = tokens[pronoun.token]
    for _ in range(6):
        if token.dep == "relcl":
            return discourse.meant_at(token.head)
        token = tokens[token.head]
    return None


def _may_be_body(discourse: Discourse, pronoun: Pronoun) -> bool:
    """Tell whether 'it' can be a body that acts: the subject of speech or in a body's speech, not 'it is clear'."""
    tokens = discourse.annotated.tokens
    token = tokens[pronoun.token]
    if pronoun.case != "subject":
        return True
    head = tokens[token.head]
    if token.dep != "nsubj" or head.lemma in {"be", "seem", "appear", "happen", "emerge"}:
        return False
    return speaking_verb(discourse.annotated, head.i) or _reporter(discourse, pronoun.token) is not None


def _reporter(discourse: Discourse, i: int) -> Thing | None:
    """Return whoever is the nearest to report the clause that a token stands in."""
    annotated = discourse.annotated
    child, verb = i, annotated.tokens[i].head
    for _ in range(12):
        if verb == child:
            return None
        token = annotated.tokens[child]
        if token.dep in {"ccomp", "advcl", "acl", "xcomp", "pcomp"} and subject_of(annotated, verb) not in {None, i}:
            thing = discourse.subject(verb)
            if thing is not None and (token.dep == "ccomp" or speaking_verb(annotated, verb)):
                return thing
        child, verb = verb, annotated.tokens[verb].head
    return None


def _score(discourse: Discourse, pronoun: Pronoun, thing: Thing) -> float:
    """Return how well a thing fits, 0 if it cannot be meant."""
    here = discourse.step(pronoun.token)
    if not agrees(pronoun, thing) or _is_barred(discourse, pronoun, thing):
        return 0.0
    score = max(_weight(s, here) for s in thing.sightings[-6:])
    if _reporter(discourse, pronoun.token) is thing:
        score += REPORTED
    if _opens_speech(discourse, pronoun) and discourse.speaker_near(here, WINDOW) is thing:
        score += SPEAKER
    return score


def _weight(sighting: Sighting, here: int) -> float:
    back = here - sighting.step
    base = 10.0 + RANKS.get(sighting.relation, 0.5) - STEP_BACK * back
    return base + (SAME_SENTENCE if back == 0 else 0.0)


def agrees(pronoun: Pronoun, thing: Thing) -> bool:
    """Tell whether number, gender and kind allow the pronoun for the thing."""
    if pronoun.gender == "n":
        return thing.type in NEUTER and not thing.plural
    if pronoun.number == "plural":
        return thing.plural or thing.type == "group" or any(role.kind in FORCES for role in thing.roles)
    return thing.type == "person" and not thing.plural and not (thing.gender and thing.gender != pronoun.gender)


def _is_barred(discourse: Discourse, pronoun: Pronoun, thing: Thing) -> bool:
    """Tell whether the thing is the subject of the very verb whose object the pronoun is."""
    if pronoun.case != "object":
        return False
    tokens = discourse.annotated.tokens
    at = pronoun.token
    for _ in range(3):
        at = tokens[at].head
        if tokens[at].pos in {"VERB", "AUX"}:
            return discourse.subject(at) is thing
    return False


def _opens_speech(discourse: Discourse, pronoun: Pronoun) -> bool:
    token = discourse.annotated.tokens[pronoun.token]
    return token.dep in SUBJECTS and speaking_verb(discourse.annotated, token.head)


def who_speaks(discourse: Discourse, pronoun: Pronoun) -> Thing | None:
    """Return whom a pronoun within a quotation means: 'I' the speaker, the third person anybody but the speaker."""
    speaker = _speaker_of_quote(discourse, pronoun.token)
    if pronoun.gender == "speaker":
        return speaker if pronoun.quoted and speaker is not None and not speaker.plural else None
    if pronoun.case == "relative":
        return _antecedent(discourse, pronoun)
    return _in_quote(discourse, pronoun, speaker)


def _speaker_of_quote(discourse: Discourse, i: int) -> Thing | None:
    """Return who says what is quoted at a token: a subject of speech in its paragraph, else one before."""
    annotated = discourse.annotated
    sentence = annotated.tokens[i].sentence
    part = annotated.sentences[sentence].part
    earlier: Thing | None = None
    for at, thing in discourse.speakers_between(*_reach(discourse, sentence)):
        where = annotated.tokens[at].sentence
        if annotated.sentences[where].part == part and (at > i or where == sentence):
            return thing
        if at < i and discourse.step(i) - discourse.step(at) <= WINDOW:
            earlier = thing
    return earlier


def _reach(discourse: Discourse, sentence: int) -> tuple[int, int]:
    """Return the tokens from a few steps before a sentence to the end of its paragraph."""
    sentences = discourse.annotated.sentences
    part, first, last = sentences[sentence].part, sentence, sentence
    while last + 1 < len(sentences) and sentences[last + 1].part == part:
        last += 1
    here = discourse.step(sentences[sentence].first)
    while first and here - discourse.step(sentences[first - 1].first) <= WINDOW:
        first -= 1
    return sentences[first].first, sentences[last].last


def _in_quote(discourse: Discourse, pronoun: Pronoun, speaker: Thing | None) -> Thing | None:
    """Return the nearest thing named within the same quotation before the pronoun, if it fits."""
    if pronoun.gender == "n":
        return None
    for at in range(pronoun.token - 1, -1, -1):
        if not discourse.quoted[at]:
            return None
        thing = discourse.meant_at(at)
        if thing is not None and thing is not speaker and agrees(pronoun, thing):
            return thing
    return None
