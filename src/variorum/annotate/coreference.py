"""Who is meant by each name, description and pronoun within one article.

One pass in reading order over a growing list of things, with rules in the order of their precision, after the sieves
of Lee et al. (2013, "Deterministic coreference resolution based on entity-centric, precision-ranked rules"): names
first, then appositions, descriptions, and pronouns last. Where nothing fits, nothing is said: such a pronoun is no
mention.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.annotate._companies import companies
from variorum.annotate._name_chains import chains
from variorum.annotate._names_as_things import named_thing
from variorum.annotate.descriptions import refer
from variorum.annotate.discourse import Discourse
from variorum.annotate.later_names import join_later_names
from variorum.annotate.noun_phrases import Phrase, phrases
from variorum.annotate.pronouns import Pronoun, meant, pronouns, who_speaks
from variorum.model import Annotated, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.annotate.names import Name
    from variorum.annotate.things import Thing
    from variorum.model import EntityType, MentionKind

Item = tuple[int, int, "Name | Phrase | Pronoun", str]


def resolve(annotated: Annotated, names: Sequence[Name]) -> Annotated:
    """Return the article with its mentions in reading order, each with the number of the thing meant."""
    discourse = Discourse(annotated)
    waiting: list[Pronoun] = []
    for _, _, item, chain in _items(discourse, names):
        if isinstance(item, Pronoun):
            if item.quoted or item.gender == "speaker":
                waiting.append(item)
            else:
                discourse.note(item.token, item.token + 1, meant(discourse, item), "pronoun")
        elif isinstance(item, Phrase):
            discourse.note(item.first, item.last, refer(discourse, item), "nominal", item.head)
        else:
            discourse.note(item.first, item.last, named_thing(discourse, item, chain), "name", item.last - 1)
    join_later_names(discourse)
    for pronoun in waiting:
        discourse.note(pronoun.token, pronoun.token + 1, who_speaks(discourse, pronoun), "pronoun")
    return replace(annotated, mentions=_mentions(annotated, discourse))


def _items(discourse: Discourse, names: Sequence[Name]) -> list[Item]:
    """Return all that may mean something, in reading order, the wider first."""
    annotated = discourse.annotated
    taken = {i for name in names for i in range(name.first, name.last)}
    keys = chains(annotated, names)
    discourse.companies = companies(annotated, names, keys)
    items: list[Item] = [(name.first, -name.last, name, chain) for name, chain in zip(names, keys, strict=True)]
    items += [(phrase.first, -phrase.last, phrase, "") for phrase in phrases(annotated, taken)]
    items += [(pronoun.token, 0, pronoun, "") for pronoun in pronouns(annotated, discourse.quoted)]
    return sorted(items, key=lambda item: item[:2])


def _mentions(annotated: Annotated, discourse: Discourse) -> tuple[Mention, ...]:
    numbers: dict[int, str] = {}
    found = []
    for first, last, thing, kind in sorted(discourse.noted, key=lambda note: (note[0], -note[1])):
        real = thing.real()
        number = numbers.setdefault(id(real), f"e{len(numbers) + 1}")
        found.append(_mention(annotated, first, last, real, kind, number))
    return tuple(found)


def _mention(annotated: Annotated, first: int, last: int, thing: Thing, kind: MentionKind, number: str) -> Mention:
    words = annotated.excerpt(first, last)
    kind_of_thing: EntityType = thing.type
    return Mention(annotated.article.id, words.start, words.end, words.text, kind_of_thing, kind, number)
