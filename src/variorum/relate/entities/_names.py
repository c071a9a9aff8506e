"""Joining things by their names."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from variorum.relate.entities._bodies import leading_word, names_known_for, whatever_order
from variorum.relate.entities._persons import family
from variorum.relate.entities._places import known_place
from variorum.relate.entities._words import key, person_words
from variorum.relate.entities.same_name import same_name
from variorum.text.acronyms import initials
from variorum.text.romanisation import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.relate.entities._clusters import Clusters
    from variorum.relate.entities._locals import Thing

BODIES = frozenset({"organization", "group", "other"})
LONG_ENOUGH_TO_SLIP = 6
"""Letters a name needs to be joined to another one letter apart; nothing shorter is a slip with any safety."""

BEST_KNOWN = 4
"""How many times as many reports as all others of his family name must name a person in full, for the family name alone
to mean him: four reports to one is the least that leaves no doubt to a reader."""


def _kind(thing: Thing) -> str:
    return "body" if thing.type in BODIES else thing.type


def join_equal_names(clusters: Clusters) -> None:
    """Join things of one kind whose fullest names are the same letters."""
    first: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for thing in clusters.things:
        if not thing.names or _is_bare(thing):
            continue
        for other in first[_kind(thing), plain(thing.name)]:
            if _may_be_one(other, thing) and clusters.join(other, thing, ""):
                break
        else:
            first[_kind(thing), plain(thing.name)].append(thing)


def _is_bare(thing: Thing) -> bool:
    """Tell whether only one word names a person: that waits until the full names are settled."""
    return thing.type == "person" and len(person_words(thing.name)) == 1


def _may_be_one(a: Thing, b: Thing) -> bool:
    """Tell whether nothing said of two bodies contradicts: the defence ministries of two countries are two."""
    if "person" in {a.type, b.type} or "place" in {a.type, b.type}:
        return True
    return not (a.profile.countries and b.profile.countries) or bool(a.profile.countries & b.profile.countries)


def join_like_names(clusters: Clusters) -> None:
    """Join things of one kind whose names are spellings, short forms or acronyms of one name."""
    countries: dict[int, list[tuple[Thing, Thing, str]]] = defaultdict(list)
    for a, b in _candidates(clusters):
        if clusters.are_joined(a, b) or not _may_be_one(a, b) or _two_full_names(a, b):
            continue
        for one in _comparable(a):
            for other in _comparable(b):
                found = same_name(one, other, a.type)
                if found.how == "short" and bool(a.profile.countries) != bool(b.profile.countries):
                    bare, told = (b, a) if a.profile.countries else (a, b)
                    countries[id(bare)].append((bare, told, found.why))
                elif found.same and (found.how != "letters" or _is_safe_slip(one, other, a.type)):
                    clusters.join(a, b, found.why, within=one == other and _is_defined(a, b, one))
    for pairs in countries.values():
        _join_with_country(clusters, pairs)


def _is_defined(a: Thing, b: Thing, name: str) -> bool:
    """Tell whether one report says of an acronym what it stands for: then it stands for it in the others, too."""
    return name.isupper() and a.type != "person" and len(a.names) != len(b.names)


def _join_with_country(clusters: Clusters, pairs: Sequence[tuple[Thing, Thing, str]]) -> None:
    """Join a body named without its country to the one of a country, if reports name those of one country alone."""
    if len(frozenset[str]().union(*(told.profile.countries for _, told, _ in pairs))) == 1:
        for bare, told, why in pairs:
            clusters.join(told, bare, why)
    else:
        names = ", ".join(dict.fromkeys(told.name for _, told, _ in pairs))
        clusters.note(pairs[0][0], f"“{pairs[0][0].name}” could be any of {names}: kept apart")


def _two_full_names(a: Thing, b: Thing) -> bool:
    """Tell whether two persons' fullest names are as long and unlike: no shorter form makes Kim Jong Il Kim Jong Un."""
    words_a, words_b = person_words(a.name), person_words(b.name)
    return a.type == "person" and len(words_a) == len(words_b) > 1 and not same_name(a.name, b.name, "person").same


def _comparable(thing: Thing) -> tuple[str, ...]:
    """Return the names by which a thing may be joined: of a person those of several words."""
    if thing.type != "person":
        return thing.names
    return tuple(name for name in thing.names if len(person_words(name)) > 1)


def _is_safe_slip(a: str, b: str, kind: str) -> bool:
    """Tell whether a letter apart is a slip: in names of several words, and in long ones of places."""
    several = len(plain(a).split()) > 1
    return min(len(plain(a)), len(plain(b))) >= LONG_ENOUGH_TO_SLIP and (several or kind == "place")


def _candidates(clusters: Clusters) -> Iterator[tuple[Thing, Thing]]:
    """Yield pairs of things that share a key; of things with one name only the first, so that the cost stays linear."""
    blocks: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for group in clusters.groups():
        seen: set[str] = set()
        for thing in group:
            if not thing.names or _is_bare(thing) or thing.name in seen:
                continue
            seen.add(thing.name)
            for block in sorted(_blocks(thing)):
                blocks[_kind(thing), block].append(thing)
    for sharing in blocks.values():
        yield from combinations(sharing, 2)


def _blocks(thing: Thing) -> set[str]:
    if thing.type == "person":
        return {key(word) for word in person_words(thing.name) if len(word) > 1}
    found = set()
    for name in thing.names:
        found |= {plain(name), initials(name).lower(), *(plain(other) for other in names_known_for(name))}
        found |= {leading_word(name), whatever_order(name)} | {"".join(key(w) for w in plain(name).split())}
    if thing.type == "place":
        found |= {known_place(name) for name in thing.names}
    return found - {""}


def join_bare_names(clusters: Clusters) -> None:
    """Join a person named by one word to the one full name it belongs to; if there are several it stays apart."""
    places = {plain(thing.name): thing for thing in reversed(clusters.things) if thing.type == "place" and thing.names}
    full: dict[str, list[Thing]] = defaultdict(list)
    bare: dict[str, list[Thing]] = defaultdict(list)
    for group in clusters.groups():
        for thing in group:
            if thing.type == "person" and thing.names and not _is_bare(thing):
                full[key(family(person_words(thing.name)))].append(thing)
            elif thing.type == "person" and thing.names:
                bare[key(person_words(thing.name)[0])].append(thing)
    for word, things in bare.items():
        place = places.get(plain(things[0].name))
        if place is not None and not full[word]:
            for thing in things:
                clusters.join(place, thing, f"“{thing.name}” is a place in another report")
        else:
            _join_bare(clusters, things, full[word])


def _join_bare(clusters: Clusters, things: list[Thing], full: list[Thing]) -> None:
    people: list[Thing] = []
    for thing in full:
        if not any(clusters.are_joined(thing, other) for other in people):
            people.append(thing)
    known = _best_known(clusters, people)
    for thing in things:
        if known is not None:
            clusters.join(known, thing, f"“{thing.name}” is the family name of {known.name}{_others(people, known)}")
        elif not people:
            clusters.join(
                things[0], thing, f"“{thing.name}” alone, as in another report" if thing is not things[0] else ""
            )
        else:
            names = ", ".join(person.name for person in people)
            clusters.note(thing, f"“{thing.name}” could be any of {names}: kept apart")


def _best_known(clusters: Clusters, people: list[Thing]) -> Thing | None:
    """Return the only bearer of a family name, or the one whom far more reports name in full than all others."""
    if len(people) <= 1:
        return people[0] if people else None
    counts = [(len({t.article for t in clusters.members(person)}), -n) for n, person in enumerate(people)]
    most, at = max(counts)
    rest = sum(count for count, _ in counts) - most
    return people[-at] if most >= BEST_KNOWN * rest else None


def _others(people: list[Thing], known: Thing) -> str:
    others = [person.name for person in people if person is not known]
    return f", named in far more reports than {', '.join(others)}" if others else ""
