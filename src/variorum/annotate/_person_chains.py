"""Which persons' names of one article name the same person: full names and what is short for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from variorum.annotate import gazetteer
from variorum.annotate._spelling import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Parts = tuple[str, ...]


class Use(NamedTuple):
    """One use of a person's name: its words, and the gender that a title before it tells."""

    text: str
    gender: str


def person_keys(uses: Sequence[Use]) -> list[str]:
    """Return for each use, in reading order, the key of the person meant.

    A family name belongs to the one person so named; of several to the one whose gender its title tells, else to the
    one whom the article had named when it first used the family name alone; else it stays apart.
    """
    full = _full_names(uses)
    introduced: dict[Parts, int] = {}
    bare: dict[str, int] = {}
    for at, use in enumerate(uses):
        parts = split(use.text)
        if len(parts) > 1:
            introduced.setdefault(full[parts], at)
        else:
            bare.setdefault(parts[0], at)
    bearers = _bearers(dict.fromkeys(full.values()))
    titled = {split(use.text)[0]: use.gender for use in uses if use.gender and len(split(use.text)) == 1}
    return [
        _key(_person(parts, use.gender or titled.get(parts[0], ""), full, bearers, introduced, bare))
        for use in uses
        for parts in (split(use.text),)
    ]


def split(text: str) -> Parts:
    """Return the words of a name; a hyphen parts them too."""
    return tuple(text.replace("-", " ").split()) or (text,)


def _key(parts: Parts) -> str:
    return "person " + " ".join(key(part) for part in parts)


def _full_names(uses: Sequence[Use]) -> dict[Parts, Parts]:
    """Return for each name of several words the fullest name of the article that it must be short for."""
    names = sorted({parts for use in uses if len(parts := split(use.text)) > 1}, key=lambda p: (-len(p), p))
    found: dict[Parts, Parts] = {}
    leaders: dict[str, list[Parts]] = {}
    for parts in names:
        kin = leaders.setdefault(key(gazetteer.surname(parts)), [])
        same = [leader for leader in kin if _is_short_of(parts, leader)]
        found[parts] = same[0] if len(same) == 1 else parts
        if found[parts] is parts:
            kin.append(parts)
    return found


def _is_short_of(short: Parts, full: Parts) -> bool:
    """Tell whether a name only leaves out, shortens or spells otherwise parts of another of its family name."""
    rest = [key(part) for part in full]
    for part in map(key, short):
        same = next(
            (n for n, other in enumerate(rest) if other == part or (len(part) == 1 and other[:1] == part)), None
        )
        if same is None:
            return False
        rest = rest[same + 1 :]
    return True


def _person(
    parts: Parts,
    gender: str,
    full: dict[Parts, Parts],
    bearers: Mapping[str, list[Parts]],
    introduced: dict[Parts, int],
    bare: dict[str, int],
) -> Parts:
    if len(parts) > 1:
        return full[parts]
    fitting = bearers.get(key(parts[0]), [])
    if gender:
        fitting = [p for p in fitting if gazetteer.given_names().get(p[0], gender) in {gender, ""}]
    if len(fitting) > 1:
        fitting = [p for p in fitting if introduced[p] < bare[parts[0]]]
    return fitting[0] if len(fitting) == 1 else parts


def _bearers(leaders: Iterable[Parts]) -> dict[str, list[Parts]]:
    """Return under the key of each single word the full names of which it is the family name, else the given name."""
    family: dict[str, list[Parts]] = {}
    given: dict[str, list[Parts]] = {}
    for parts in leaders:
        family.setdefault(key(gazetteer.surname(parts)), []).append(parts)
        given.setdefault(key(parts[0]), []).append(parts)
    return given | family
