"""The words of a source: the whole noun phrase round its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.clauses import RELATIVES, SUBJECTS
from variorum.extract.attribution.content import body_start

if TYPE_CHECKING:
    from variorum.extract.attribution.page import Page
    from variorum.model import Token

OUTSIDE = frozenset({"punct", "cc"})
SET_OFF = frozenset({",", "(", "-", "–", "—", "--"})


def phrase(page: Page, head: Token, *, without: tuple[int, ...] = ()) -> tuple[int, ...]:
    """Return the tokens of the noun phrase headed by `head`, in one run, that do not belong to `without`.

    An apposition belongs to it; a verb's clause that the parse hung below the noun by mistake does not.
    """
    inverted = bool(without) and min(without) < head.i
    members = set(_below(page, head, told_beside=inverted)) - set(without)
    first = last = head.i
    members |= _double(page, head, members)
    start = body_start(page, page.segment(head.i).first)
    while first - 1 in members and first > start:
        first -= 1
    first = _undated(page, first, head.i)
    while last + 1 in members:
        last += 1
    return _trimmed(page, first, last + 1)


def _double(page: Page, head: Token, members: set[int]) -> set[int]:
    """Return what stands right before a name as a subject of its own: "[the party's leader] Anna Ferro said"."""
    other = page.tokens[min(members) - 1] if min(members, default=0) > 0 else head
    if (
        head.dep != "nsubj"
        or other.dep != "nsubj"
        or other.head != head.head
        or other.i == head.i
        or page.quoted(other.i)
    ):
        return set()
    return set(_below(page, other, told_beside=False))


def _undated(page: Page, first: int, head: int) -> int:
    """Leave out a day that the parse joined to the name: "On Friday, Ferro", "Friday, Ferro and her deputy"."""
    for i in range(first, head):
        if page.tokens[i].text == "," and page.tokens[i - 1].entity == page.tokens[first].entity == "DATE":
            return i + 1
    return first


def _below(page: Page, head: Token, *, told_beside: bool) -> list[int]:
    found, todo = [], [head.i]
    while todo:
        at = todo.pop()
        found.append(at)
        for c in page.annotated.children[at]:
            child = page.tokens[c]
            if _acts(page, child) or _quotes(page, child):
                continue
            if _belongs(page, child, head) and (told_beside or at != head.i or not _set_off(page, child)):
                todo.append(c)
    return found


def _belongs(page: Page, child: Token, head: Token) -> bool:
    if page.quoted(child.i) and not page.quoted(head.i):
        return len(page.words_inside(page.quotes[page.quote_of[child.i]])) <= NICKNAME
    if child.dep == "conj" and child.head == head.i:
        return child.pos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"} and not any(
            page.annotated.dependents(child.i, *SUBJECTS)
        )
    return child.dep not in {"parataxis", "advcl", "ccomp"} or child.head != head.i


def _acts(page: Page, clause: Token) -> bool:
    """Tell ", explaining why", which tells of the speaking, from ", who runs the office"."""
    return clause.dep == "acl" and clause.tag == "VBG" and _set_off(page, clause)


def _quotes(page: Page, clause: Token) -> bool:
    """Tell ", who called it 'a shame'", which has words of its own, from who somebody is."""
    return (
        clause.dep == "relcl"
        and lexis.verb(clause) is not None
        and _set_off(page, clause)
        and any(page.quoted(i) for i in page.annotated.subtree(clause.i))
    )


def _set_off(page: Page, clause: Token) -> bool:
    """Tell whether a clause stands behind a comma ("Ferro, who runs the office"): told beside, not who it is."""
    if clause.dep not in {"relcl", "acl"}:
        return False
    first = page.annotated.subtree(clause.i)[0]
    return page.before(first) in SET_OFF


NICKNAME = 2
"""So many quoted words inside a name are a nickname, not speech."""


def _trimmed(page: Page, first: int, last: int) -> tuple[int, ...]:
    while (
        last - first > 1
        and page.tokens[last - 1].dep in OUTSIDE | {"punct"}
        and page.tokens[last - 1].text not in ").”"
    ):
        last -= 1
    while last - first > 1 and (page.tokens[first].dep in OUTSIDE or page.tokens[first].text in SET_OFF):
        first += 1
    return tuple(range(first, last))


def antecedent(page: Page, relative: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for."""
    if relative.lower not in RELATIVES:
        return None
    at = relative
    for _ in range(4):
        up = page.tokens[at.head]
        if at.dep == "relcl":
            return up
        if up.i == at.i:
            return None
        at = up
    return None


def beside(page: Page, verb: Token, first: int, last: int) -> tuple[int, ...]:
    """Return the noun phrase next to `verb` among the tokens `first` to `last`, where the parse gives no subject."""
    before = range(verb.i - 1, first - 1, -1)
    after = range(verb.i + 1, last)
    for run in (after, before) if verb.i == first else (before, after):
        for i in run:
            token = page.tokens[i]
            if page.quoted(i) or token.text in {".", ":", ";"}:
                break
            if (
                token.pos in {"PROPN", "NOUN", "PRON", "NUM"}
                and token.entity not in {"DATE", "TIME"}
                and not (i < verb.i and _aside(page, token, verb))
            ):
                return phrase(page, _top(page, token, verb), without=(verb.i,))
    return ()


def _aside(page: Page, token: Token, verb: Token) -> bool:
    """Tell whether `token` stands in a relative clause before the verb ("an official who spoke of the plan said")."""
    at = token
    for _ in range(DEPTH):
        if at.dep == "relcl":
            return True
        up = page.tokens[at.head]
        if up.i in {at.i, verb.i}:
            return False
        at = up
    return False


DEPTH = 8


def _top(page: Page, token: Token, verb: Token) -> Token:
    """Climb from a word of a name to the head of its noun phrase."""
    while True:
        up = page.tokens[token.head]
        if (
            up.i in {token.i, verb.i}
            or up.pos not in {"PROPN", "NOUN"}
            or abs(up.i - verb.i) > REACH
            or page.quoted(up.i)
        ):
            return token
        token = up


REACH = 30
