"""What the parse hung on the cue though it belongs to the clause that is said: its end, its "but", its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.clauses import FINITE, SUBJECTS

if TYPE_CHECKING:
    from variorum.extract.attribution.page import Page
    from variorum.model import Token


def trailing(page: Page, verb: Token, members: set[int]) -> set[int]:
    """Return what the parse hung on the cue behind its clause though it belongs to the clause: "… on Monday"."""
    if not members:
        return set()
    last, more = max(members), set()
    for child in page.annotated.dependents(verb.i, *TRAILING):
        if child.dep in {"ccomp", "conj"} and verb.dep == "acl":
            continue
        if child.dep == "conj" and not _lacks_verb(page, child, members):
            continue
        below = page.annotated.subtree(child.i)
        if below[0] == last + 1 and (child.dep != "advcl" or page.tokens[below[0]].lower in REASONS):
            more.update(below)
            last = below[-1]
    return more


def _lacks_verb(page: Page, verb: Token, members: set[int]) -> bool:
    """Tell whether a verb without subject stands for a noun joined last: "heard a boom and [everything] went grey"."""
    if verb.tag not in FINITE or any(page.annotated.dependents(verb.i, *SUBJECTS, "aux")):
        return False
    return any(page.tokens[i].dep == "conj" and page.tokens[i].pos in {"NOUN", "PRON", "PROPN"} for i in members)


TRAILING = ("prep", "npadvmod", "advmod", "ccomp", "advcl", "conj")
"""A further clause right behind the content is its own verb: "said [everything in the square] suddenly went grey"."""
REASONS = frozenset({"because", "unless", "when", "than"})


def contrasted(page: Page, verb: Token, members: set[int]) -> set[int]:
    """Return ", but the road was open" behind the content, which the parse may join to the cue.

    On training articles of PolNeAR the annotators' contents go on over such a "but" seven times in eight.
    """
    if not members:
        return set()
    last = max(members)
    for child in page.annotated.dependents(verb.i, "conj"):
        below = page.annotated.subtree(child.i)
        between = [t for t in page.tokens[last + 1 : below[0]] if not t.text.isspace()]
        links = [t.lower for t in between]
        own = any(page.annotated.dependents(child.i, *SUBJECTS))
        if own and links == [",", "but"] and lexis.verb(child) is None and not any(page.quoted(i) for i in below):
            return set(range(last + 1, below[-1] + 1))
    return set()


def thing_before(page: Page, verb: Token, members: set[int]) -> set[int]:
    """Return the clause's subject where the parse took it for a time of the cue: "said [the way it ran] was safe"."""
    first = min(members, default=0)
    for child in page.annotated.dependents(verb.i, "npadvmod"):
        below = page.annotated.subtree(child.i)
        if child.entity == "" and verb.i < below[0] and below[-1] + 1 == first:
            return set(below)
    return set()
