"""The table of furniture's phrases (`furniture.tsv`) as patterns, and what of them fits a line.

Nearly all lines are the report's and fit none, so that this is most of what reading a text costs. All patterns that are
always to be tried are one, and a pattern that names what must stand in a line is tried only where it stands.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.clean import forms
from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from variorum.lexicon import Row
    from variorum.model import FurnitureKind

_CREDIT = 100
_BESIDE = re.compile(r"[(\[/|©]")
_FORMS = {"{agency}": forms.AGENCY, "{photo}": forms.PHOTO, "{outlet}": forms.OUTLET}
_AGENCY, _PHOTO, _OUTLET = (forms.MARKS[table] for table in ("agencies", "photo_sources", "outlets"))
_PIECES = {"{agency}": _AGENCY, "{photo}": f"{_AGENCY};{_PHOTO}", "{outlet}": _OUTLET}
Names = tuple[forms.Table, ...]
Seen = tuple[str, str]
"""A line, its names masked or not, and the same in small letters."""


class Rule(NamedTuple):
    """A row of the table: the `names` are masked in a line before it is tried, one of `needs` stands where it fits."""

    kind: FurnitureKind
    names: Names
    needs: tuple[str, ...]
    pattern: re.Pattern[str]

    def may_fit(self, small: str) -> bool:
        """Tell whether it is worth trying on a line that is given in small letters."""
        return not self.needs or any(map(small.__contains__, self.needs))


@cache
def rules(scope: str) -> tuple[Rule, ...]:
    """Return the rules of a scope in the table's order."""
    return tuple(_rule(row) for row in rows("furniture") if row["scope"] == scope)


def _rule(row: Row) -> Rule:
    needs, shape = row["needs"], row["pattern"]
    for name, form in _FORMS.items():
        needs, shape = needs.replace(name, _PIECES[name]), shape.replace(name, form)
    if row["scope"] == "tail":
        shape = rf"(?<!\w)(?:{shape})[ \t]*\Z"
    pieces = tuple(filter(None, needs.split(";")))
    return Rule(row["kind"], _names(row["pattern"]), pieces, re.compile(shape, re.IGNORECASE))  # type: ignore[arg-type]


def _names(pattern: str) -> Names:
    if "{outlet}" in pattern:
        return ("agencies", "outlets")
    if "{photo}" in pattern:
        return ("agencies", "photo_sources")
    return ("agencies",) if "{agency}" in pattern else ()


class _Sheaf(NamedTuple):
    """The rules of a scope that see a line with the same names masked, by their numbers.

    `always` is those without needs as one pattern, whose last group is named after the rule; `pieces` has the others by
    each of their needs.
    """

    names: Names
    always: re.Pattern[str]
    pieces: tuple[tuple[str, tuple[int, ...]], ...]

    def first(self, scope: Sequence[Rule], words: str, small: str) -> int:
        """Return the number of the first rule that fits, or that of rules where none does."""
        match = self.always.fullmatch(words)
        best = int(match.lastgroup[1:]) if match and match.lastgroup else len(scope)
        for number in sorted({n for piece, numbers in self.pieces if piece in small for n in numbers}):
            if number < best and scope[number].pattern.fullmatch(words):
                return number
        return best


@cache
def _sheaves(scope: str) -> tuple[_Sheaf, ...]:
    numbered = list(enumerate(rules(scope)))
    return tuple(
        _sheaf(names, [(n, rule) for n, rule in numbered if rule.names == names])
        for names in dict.fromkeys(rule.names for _, rule in numbered)
    )


def _sheaf(names: Names, numbered: Sequence[tuple[int, Rule]]) -> _Sheaf:
    always = [f"(?:{rule.pattern.pattern})(?P<r{n}>)" for n, rule in numbered if not rule.needs]
    pieces: dict[str, tuple[int, ...]] = {}
    for n, rule in numbered:
        for piece in rule.needs:
            pieces[piece] = (*pieces.get(piece, ()), n)
    return _Sheaf(names, re.compile("|".join(always) or r"(?!)", re.IGNORECASE), tuple(pieces.items()))


def fitting(scope: str, line: str) -> FurnitureKind | None:
    """Return the kind of the first rule that fits a whole line."""
    known, as_is = rules(scope), (line, in_small(line))
    seen: dict[Names, Seen] = {(): as_is}
    credits_somebody = _may_credit(line)
    best = len(known)
    for sheaf in _sheaves(scope):
        words, small = (seen.get(sheaf.names) or _masked(seen, sheaf.names)) if credits_somebody else as_is
        best = min(best, sheaf.first(known, words, small))
    return known[best].kind if best < len(known) else None


def opening(line: str, kinds: Container[str] | None = None, scope: str = "start") -> FurnitureKind | None:
    """Return the kind of the first rule that fits how a line begins, of these kinds alone where they are given."""
    small = in_small(line)
    for rule in rules(scope):
        if (kinds is None or rule.kind in kinds) and rule.may_fit(small) and rule.pattern.match(line):
            return rule.kind
    return None


def leading(words: str) -> tuple[int, FurnitureKind] | None:
    """Return where the furniture at the beginning of some words ends, and its kind; `None` where there is none."""
    small = in_small(words)
    for rule in rules("head"):
        if rule.may_fit(small) and (match := rule.pattern.match(words)):
            return match.end(), rule.kind
    return None


def closing(words: str) -> tuple[int, FurnitureKind] | None:
    """Return where the furniture at the end of some words begins, and its kind; `None` where there is none."""
    seen = forms.masked(words, "agencies") if words.endswith((")", "]")) else words
    small = in_small(seen)
    for rule in rules("tail"):
        if rule.may_fit(small) and (match := rule.pattern.search(seen)):
            return match.start(), rule.kind
    return None


def _masked(seen: dict[Names, Seen], names: Names) -> Seen:
    """Mask the names of one more table in a line that was seen with those of the others masked, and note it."""
    line, small = seen.get(names[:-1]) or _masked(seen, names[:-1])
    masked = forms.masked(line, names[-1])
    seen[names] = (masked, small if masked is line else in_small(masked))
    return seen[names]


def _may_credit(line: str) -> bool:
    """Tell whether it is worth looking for names: credits are short, or stand in brackets or after a stroke."""
    return len(line) <= _CREDIT or _BESIDE.search(line) is not None


def in_small(line: str) -> str:
    """Return a line in which a piece of small Latin letters stands wherever it stands in any case, as patterns see it.

    To a pattern that ignores case the long s is an s, the Kelvin sign a k, and an i without its dot or a capital with
    it an i.
    """
    if line.isascii():
        return line.lower()
    return line.casefold().replace("\u0307", "").replace("\u0131", "i")
