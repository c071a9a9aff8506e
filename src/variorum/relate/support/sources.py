"""On whose word: the primary sources of a claim, and why two that look like two are one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from variorum.lexicon import column, mapping
from variorum.model import PrimarySource
from variorum.relate.support.parties import ANY_BODY, ANYONE, Party, is_pronoun, party

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from variorum.model import Entity, Statement

OTHERS = frozenset({"another", "other", "others", "second", "third"})
"""Words by which a description says that it is not the one before."""

OF_NAME = 2
"""Words of a body's name in a description of who speaks for it: one ("service", "council") is of too many bodies."""


WORDS = 6
"""Words of a statement that two speakers do not hit upon alike: "there were no survivors" may be said by two."""
_LETTERS = re.compile(r"[^\W_]+")


def same_word(a: Party, b: Party) -> str | None:
    """Return why two parties count as one primary source, `None` where they are two."""
    return next((why for rule in RULES if (why := rule(a, b))), None)


def _one_entity(a: Party, b: Party) -> str | None:
    return f"“{b.name}” is {a.name}" if a.entity is not None and a.entity == b.entity else None


def _one_name(a: Party, b: Party) -> str | None:
    if a.named and b.named and a.name.casefold() == b.name.casefold():
        return f"“{b.name}” is named in more than one report"
    return None


def _relay(a: Party, b: Party) -> str | None:
    if a.entity not in b.relays and b.entity not in a.relays:
        return None
    relay, relayed = (a, b) if a.entity in b.relays else (b, a)
    return f"“{relayed.name}” is known only through {relay.name}"


def _state_and_body(a: Party, b: Party) -> str | None:
    if a.is_state == b.is_state or not a.state or a.state != b.state or "people there" in {a.side, b.side}:
        return None
    state, body = (a, b) if a.is_state else (b, a)
    return f"“{state.name}” speaks through {body.name}"


def _one_state(a: Party, b: Party) -> str | None:
    one = a.is_state and b.is_state and a.state == b.state
    return f"“{a.name}” and “{b.name}” are one government" if one else None


def _one_description(a: Party, b: Party) -> str | None:
    same = not (a.named or b.named) and a.name.casefold() == b.name.casefold()
    return f"“{b.name}” is described alike in more than one place" if same else None


def _one_side(a: Party, b: Party) -> str | None:
    """Take a description for anybody of its side.

    Not one that names whom it speaks for ("a spokeswoman for X"), and not the police for the fire service.
    """
    two_bodies = a.body and b.body and a.body != b.body
    if (a.named and b.named) or not a.side or a.side != b.side or two_bodies:
        return None
    vague, other = (b, a) if a.named else (a, b)
    elsewhere = {w for w in _capitals(vague.name) if w not in other.name}
    return None if elsewhere else f"“{vague.name}” may be “{other.name}”"


def _capitals(name: str) -> list[str]:
    return [word for word in name.split()[1:] if word[0].isupper()]


def _speaks_for(a: Party, b: Party) -> str | None:
    """Take a spokesperson for the body, and two of one body for one source."""
    if a.bodies & b.forms or b.bodies & a.forms:
        voice, body = (a, b) if a.bodies & b.forms else (b, a)
        return f"“{voice.name}” speaks for {body.name}"
    shared = min(a.bodies & b.bodies, default=None)
    return f"“{a.name}” and “{b.name}” both speak for {shared}" if shared else None


def _shortened(a: Party, b: Party) -> str | None:
    """Take a name for one that has all of its words and more: "Bluewake" and "Bluewake Lines", "Varga" and "Jon Varga".

    Not a place or a state for a body that is called after it.
    """
    if not (a.named and b.named) or "place" in {a.kind, b.kind} or a.is_state or b.is_state:
        return None
    one, other = (frozenset(party.name.casefold().split()) for party in (a, b))
    return f"“{a.name}” and “{b.name}” may be one" if one < other or other < one else None


def _taken_up(a: Party, b: Party) -> str | None:
    """Take "the airline" for an organisation, "the military" for one that is called so, "the man" for a person."""
    if a.named == b.named:
        return None
    named, vague = (a, b) if a.named else (b, a)
    body = named.kind == "organization" and vague.taken_up in ANY_BODY | named.classes
    person = named.kind == "person" and vague.taken_up in ANYONE
    return f"“{vague.name}” may be “{named.name}”" if vague.taken_up and (body or person) else None


def _one_role(a: Party, b: Party) -> str | None:
    """Take "Vass's lawyer" for whoever is named and called a lawyer, unless the words tell of somebody else's."""
    if a.named == b.named:
        return None
    named, vague = (a, b) if a.named else (b, a)
    if vague.words & OTHERS or not vague.roles & named.roles & column("singular_roles", "noun"):
        return None
    return f"“{vague.name}” may be “{named.name}”"


def _part_of_description(a: Party, b: Party) -> str | None:
    """Take a bare description for whoever is described so, with a name or in more words: "engineer"."""
    vague, other = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if vague.named or not vague.words or vague.words & OTHERS or other.words & OTHERS:
        return None
    if vague.words <= other.words:
        return f"“{vague.name}” may be “{other.name}”"
    return f"“{other.name}” is known only through “{vague.name}”" if vague.words <= other.through else None


def _nobody_known(a: Party, b: Party) -> str | None:
    """Take a pronoun of which nothing tells whom it means, and "reports", for anybody: they corroborate nothing."""
    vague = next((p for p in (b, a) if _is_hearsay(p) or (p.entity is None and is_pronoun(p.name))), None)
    if vague is None:
        return None
    return f"“{vague.name}” may be “{(a if vague is b else b).name}”"


def _is_hearsay(one: Party) -> bool:
    table = mapping("hearsay", "word", "part")
    return one.words <= table.keys() and any(table[word] == "noun" for word in one.words)


def _voice_of_body(a: Party, b: Party) -> str | None:
    """Take "the head of Norway's rescue service" for the Coast Rescue Service: two words of its name are said of it."""
    if a.named == b.named or (a.state and b.state and a.state != b.state):
        return None
    body, voice = (a, b) if a.named else (b, a)
    speaks = bool(voice.roles & column("body_voices", "noun")) and not voice.words & OTHERS
    return f"“{voice.name}” speaks for {body.name}" if speaks and len(voice.words & body.words) >= OF_NAME else None


RULES: tuple[Callable[[Party, Party], str | None], ...] = (
    _one_entity,
    _one_name,
    _relay,
    _state_and_body,
    _one_state,
    _one_description,
    _one_side,
    _speaks_for,
    _shortened,
    _taken_up,
    _one_role,
    _part_of_description,
    _nobody_known,
    _voice_of_body,
)
"""In the order of certainty: the first that holds is the reason given."""


def primary(
    statements: Sequence[Statement], entities: Mapping[str, Entity], apart: Collection[str] = ()
) -> tuple[list[PrimarySource], list[str]]:
    """Return the primary sources of statements of one claim, and one line for each collapse of two into one.

    `apart` are entities that were decided to be somebody else than their namesakes.
    """
    given: dict[Party, set[str]] = {}
    for statement in statements:
        if speaker := party(statement, entities):
            given.setdefault(speaker, set()).update(_long(statement))
    kept: list[Party] = []
    why: list[str] = []
    for one in sorted(given, key=lambda p: (not p.named, p.is_state)):
        others = (other for other in kept if not _namesakes(one, other, apart))
        reason = next((r for other in others if (r := same_word(other, one) or _one_wording(other, one, given))), None)
        if reason is None:
            kept.append(one)
        elif one.entity is None or all(one.entity != other.entity for other in kept):
            why.append(f"one source: {reason}")
    return [PrimarySource(p.entity, p.name) for p in kept], list(dict.fromkeys(why))


def _long(statement: Statement) -> Iterator[str]:
    """Yield the words said, by their letters, where they are too many to be said by two alike."""
    words = _LETTERS.findall(" ".join(piece.text for piece in statement.content).casefold())
    if len(words) >= WORDS:
        yield " ".join(words)


def _one_wording(a: Party, b: Party, given: Mapping[Party, set[str]]) -> str | None:
    """Take two that are given the same words at length for one, whom two reports call different things."""
    return f"“{a.name}” and “{b.name}” are given the same words" if given[a] & given[b] else None


def _namesakes(a: Party, b: Party, apart: Collection[str]) -> bool:
    return a.named and b.named and a.entity != b.entity and (a.entity in apart or b.entity in apart)
