"""What a comparison of two names comes to."""

from __future__ import annotations

from typing import Literal, NamedTuple

How = Literal["equal", "spelling", "short", "initials", "acronym", "known", "letters", ""]


class Likeness(NamedTuple):
    """By which rule two names are the same, `""` if they are not, and the rule in words.

    `equal`: the same letters; `spelling`: romanisations of one name; `known`: a table joins them; `acronym`;
    `short`: one leaves parts of the other out; `initials`; `letters`: one or two letters differ, as slips do.
    """

    how: How
    why: str

    @property
    def same(self) -> bool:
        """Whether they can be the same name."""
        return self.how != ""


DIFFERENT = Likeness("", "")
