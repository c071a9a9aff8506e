"""Who stands behind a statement, as far as the words tell: a name, a side, a state, a relay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from variorum.lexicon import column, mapping, rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Entity, Statement

_SOME_OF = re.compile(r"^(?:the )?(?:one|two|three|some|several|many|most|both|another|others?) of ", re.IGNORECASE)
_AFTER_HEAD = re.compile(r"\s(?:of|in|at|on|from|for|who|with|to|told|near)\s|,")
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_TICKER = re.compile(r"\s+[A-Z]{1,5}(?:[.:][A-Z]{1,4})?\s+[-+−]?\d+(?:\.\d+)?\s*%$")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")

ANY_OFFICIALS = frozenset({"government", "local government", "official", "country", "ministry"})
"""Classes of bodies that may speak through others: "the authorities" may be the police."""

ANY_BODY = frozenset({"company", "broadcaster", "newspaper", "outlet", "media", "association", "team"})
"""Classes of bodies that a bare noun takes up, whatever the name: "the airline", "the network"."""
ANYONE = frozenset({"man", "woman", "person"})
"""Classes of persons that a noun with "the" takes up, whatever the name."""

OTHER_PRONOUNS = frozenset({"that", "these", "this", "those", "us", "we", "which"})

FORMS_KEPT = 4096
"""Forms of names whose country is remembered: the reports of one event have fewer."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on whose word a statement rests.

    `named` tells a named entity from a description; `side` is what kind of people a description may mean; `state` is
    the country that the party is or speaks for, `is_state` that it is the country itself; `relays` are the entities
    through whom alone the words are known; `words` are those of the description, `through` those of the relays; `roles`
    are what it is described as ("lawyer"), `body` which kind of body it is ("police"), where it is one; `kind` is the
    type of the entity, `forms` are all that it is called, `bodies` those whose spokesperson it is called. `taken_up` is
    the class of a body or person that a bare description may take up, `classes` are those of the forms' own nouns.
    """

    entity: str | None
    name: str
    named: bool
    side: str
    state: str | None
    is_state: bool
    relays: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    body: str = ""
    kind: str = ""
    forms: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    taken_up: str = ""
    classes: frozenset[str] = frozenset()


def party(statement: Statement, entities: Mapping[str, Entity]) -> Party | None:
    """Return on whose word the statement finally rests: the innermost speaker. `None` for the article's own word."""
    source = statement.source
    if source is None or not source.text:
        return None
    entity = entities.get(source.entity or "")
    named = entity is not None and is_name(entity.name)
    said = entity.name if entity and is_pronoun(source.text) else source.text
    name = _TICKER.sub("", entity.name if entity and named else said)
    texts = list(dict.fromkeys([said, *(f.text for f in entity.forms)] if entity else [said]))
    is_state = entity is not None and any(_state_names().get(f.lower()) for f in (entity.name, source.text))
    relays = frozenset(speaker.entity for speaker in statement.via if speaker.entity)
    through = frozenset(word for speaker in statement.via for word in _described(speaker.text))
    roles = frozenset(role for text in texts if (role := _head_noun(text)))
    return Party(
        source.entity,
        name,
        named,
        _side(texts),
        _state(texts),
        is_state,
        relays,
        _described(said),
        through,
        roles,
        _body(said),
        entity.type if entity else "",
        frozenset(map(_bare, [name, *texts])),
        frozenset(body for text in [source.text, *texts] if (body := _spoken_for(text))),
        "" if named else _taken_up(said),
        frozenset(_class(words[-1]) for text in texts if (words := _WORD.findall(text))) - {""},
    )


def is_pronoun(text: str) -> bool:
    """Tell a pronoun by itself: "they", "which", "many", "each of"."""
    words = text.lower().removesuffix(" of").removeprefix("the ")
    return words in column("pronouns", "pronoun") | column("indefinite_words", "word") | OTHER_PRONOUNS


def _bare(text: str) -> str:
    return _ARTICLE.sub("", text).casefold()


def _taken_up(text: str) -> str:
    """Return the class of what "the airline", "airline officials" or "the man on the tape" may mean."""
    words = _WORD.findall(_AFTER_HEAD.split(_bare(text))[0])
    if len(words) == 1 or (len(words) == 2 and _class(words[1]) == "official"):  # noqa: PLR2004 - body and officials
        return _class(words[0])
    definite = text.lower().startswith("the ")
    return found if definite and words and (found := _class(words[-1])) in ANYONE else ""


def _class(word: str) -> str:
    return mapping("nominals", "noun", "class").get(_singular(word.lower()), "")


def _spoken_for(text: str) -> str:
    """Return whose spokesperson a description tells of: "the Harbour Service's spokesman Ole Tarn"."""
    found = _spokesperson().search(text)
    body = _bare(f"{found['of'] or found['before'] or ''} ").strip() if found else ""
    return body if body != "chief" else ""


@cache
def _spokesperson() -> re.Pattern[str]:
    nouns = "|".join(noun for noun, kind in mapping("nominals", "noun", "class").items() if kind == "spokesperson")
    return re.compile(rf"(?:^(?P<before>.+?)(?:['’]s?)? )?\b(?:{nouns})\b(?: (?:for|of|at|from) (?P<of>[^,]+))?")


def _head_noun(text: str) -> str:
    """Return the last noun of a description before "of", "in", "who" and the like: "Mr Vass's lawyer" is a lawyer."""
    words = _WORD.findall(_AFTER_HEAD.split(_SOME_OF.sub("", text))[0])
    return words[-1].lower() if words and words[-1].islower() else ""


def _described(text: str) -> frozenset[str]:
    """Return the words of a description without articles."""
    return frozenset(_WORD.findall(text.lower())) - {"a", "an", "the", "his", "her", "its", "their"}


def is_name(name: str) -> bool:
    """Tell a name ("Anna Ferro", "SBU") from a description ("a senior official")."""
    words = _WORD.findall(_TICKER.sub("", name))
    return bool(words) and words[0].lower() not in {"a", "an", "one", "some", "the", "two"} and words[-1][0].isupper()


def _side(texts: Sequence[str]) -> str:
    """Return on which side a description stands: that of the last noun before "of", "in", "who" and the like."""
    for text in texts:
        head = _AFTER_HEAD.split(_SOME_OF.sub("", text))[0]
        for word in reversed(_WORD.findall(head.lower())):
            kind = mapping("nominals", "noun", "class").get(_singular(word))
            if kind:
                return mapping("source_sides", "class", "side").get(kind, kind)
    return ""


def _body(text: str) -> str:
    """Return the word for the kind of body that a description names: not for those that speak for all officials."""
    head = _singular(_head_noun(text))
    table = mapping("nominals", "noun", "class")
    kind = mapping("nominals", "noun", "kind").get(head)
    return head if kind == "body" and table[head] not in ANY_OFFICIALS else ""


def _singular(word: str) -> str:
    table = mapping("nominals", "noun", "class")
    endings = (("men", "man"), ("ies", "y"), ("es", ""), ("s", ""))
    forms = [word, *(word.removesuffix(end) + new for end, new in endings if word.endswith(end))]
    return next((form for form in forms if form in table), word)


@cache
def _state_names() -> dict[str, str]:
    return {
        name.lower(): row["code"]
        for row in rows("countries")
        for cell in (row["people"], row["aliases"], row["capital"], row["name"])
        for name in cell.split("|")
        if name
    }


def _state(texts: Sequence[str]) -> str | None:
    """Return the country that the words name: "Ukraine", "Kyiv", "South Korea's spy agency", "the Turkish minister"."""
    return next((code for text in texts if (code := _named_state(text))), None)


@lru_cache(FORMS_KEPT)
def _named_state(text: str) -> str | None:
    words = [w.removesuffix("'s").removesuffix("’s").lower() for w in _WORD.findall(text)]
    runs = (words[at : at + n] for n in (3, 2, 1) for at in range(len(words) - n + 1))
    return next((code for run in runs if (code := _state_names().get(" ".join(run)))), None)
