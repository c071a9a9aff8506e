"""Things joined step by step, each joining with its reason."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.relate.entities._locals import Thing


class Clusters:
    """A growing partition of things. What one article keeps apart under two names is never joined."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self.things = list(things)
        self._at = {id(thing): n for n, thing in enumerate(self.things)}
        self._leader = list(range(len(self.things)))
        self._members = [[thing] for thing in self.things]
        self._named_in = [_named_in([thing]) for thing in self.things]
        self._why: dict[int, list[str]] = defaultdict(list)

    def _find(self, n: int) -> int:
        while self._leader[n] != n:
            self._leader[n] = self._leader[self._leader[n]]
            n = self._leader[n]
        return n

    def members(self, thing: Thing) -> list[Thing]:
        """Return what is joined with a thing, itself included."""
        return self._members[self._find(self._at[id(thing)])]

    def are_joined(self, a: Thing, b: Thing) -> bool:
        """Tell whether two things are one already."""
        return self._find(self._at[id(a)]) == self._find(self._at[id(b)])

    def join(self, a: Thing, b: Thing, why: str, *, within: bool = False) -> bool:
        """Join two things and tell whether they are one now; `within` allows it for two things of one article."""
        one, other = sorted((self._find(self._at[id(a)]), self._find(self._at[id(b)])))
        if one == other:
            return True
        if not within and self._named_in[one] & self._named_in[other]:
            return False
        self._named_in[one] |= self._named_in[other]
        self._leader[other] = one
        self._members[one] += self._members[other]
        self.note(a, why)
        return True

    def split(self, thing: Thing) -> None:
        """Take a thing out of whatever it was joined with."""
        n = self._at[id(thing)]
        rest = [other for other in self.members(thing) if other is not thing]
        self._leader[n], self._members[n] = n, [thing]
        self._named_in[n] = _named_in([thing])
        if rest:
            first = min(self._at[id(other)] for other in rest)
            for other in rest:
                self._leader[self._at[id(other)]] = first
            self._members[first] = rest
            self._named_in[first] = _named_in(rest)

    def note(self, thing: Thing, why: str) -> None:
        """Add a line to what is told of a thing, once."""
        lines = self._why[self._at[id(thing)]]
        if why and why not in lines:
            lines.append(why)

    def groups(self) -> list[list[Thing]]:
        """Return the joined things, in the order of their first mention."""
        leaders = sorted({self._find(n) for n in range(len(self.things))})
        return [sorted(self._members[n], key=lambda t: self._at[id(t)]) for n in leaders]

    def why(self, group: Sequence[Thing]) -> tuple[str, ...]:
        """Return the reasons for a group, in the order of its things."""
        lines = (line for thing in group for line in self._why.get(self._at[id(thing)], ()))
        return tuple(dict.fromkeys(lines))


def _named_in(things: Sequence[Thing]) -> set[str]:
    """Return the articles that name any of the things."""
    return {thing.article for thing in things if thing.names}
