"""The name that a clause begins with, what is told beside it, and the verb: "Orn, head of the port at Lom, said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution.clauses import RELATIVES

if TYPE_CHECKING:
    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.page import Page
    from variorum.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "PART", "ADP", "SPACE"})
HELD = frozenset({"pobj", "dobj", "pcomp"})
LONGEST = 12
"""Words of a name with its office; what is longer is a clause."""


def righted(page: Page, verb: Token, group: Run, source: Run, first: int) -> Run:
    """Return `source`, or the name before it where the parse took the last noun of an aside for the one who acts.

    A noun that a preposition or another verb holds is the subject of nothing.
    """
    if not source or verb.tag not in FINITE or source[-1] > verb.i or not _held(page, source):
        return source
    return _behind_place(page, source) or named_before(page, min(group), first) or source


def _behind_place(page: Page, source: Run) -> Run:
    """Return "a couple" of "In Lom, a couple said", where the parse took the couple for an apposition of the place."""
    if source[0] == 0 or page.tokens[source[0] - 1].pos != "ADP":
        return ()
    comma = next((i for i in reversed(source) if page.tokens[i].text == ","), None)
    rest = source[source.index(comma) + 1 :] if comma is not None else ()
    named = any(page.tokens[i].pos in {"NOUN", "PROPN"} for i in rest)
    return rest if named and page.tokens[rest[0]].tag in STARTS else ()


STARTS = frozenset({"DT", "NNP", "NN", "NNS", "JJ", "PRP$", "CD"})


def _held(page: Page, source: Run) -> bool:
    inside = set(source)
    head = next((page.tokens[i] for i in source if page.tokens[i].head not in inside), page.tokens[source[0]])
    return head.dep in HELD


def named_before(page: Page, verb: int, first: int) -> Run:
    """Return the name, with the aside behind it where that is no clause, if a comma stands before the verb."""
    words = [t for t in page.tokens[first:verb] if not t.text.isspace()]
    if not words or words[-1].text != "," or page.quoted(words[-1].i):
        return ()
    while page.quoted(words[0].i):
        words = words[1:]
    pieces = _pieces(page, words)
    for n, piece in enumerate(pieces[:-1]):
        if _names(page, piece, told=pieces[n + 1][0].lower in RELATIVES):
            aside = [t for other in pieces[n + 1 :] for t in other]
            last = piece[-1] if any(t.tag in FINITE for t in aside) else aside[-1]
            return tuple(range(piece[0].i, last.i + 1))
    return ()


def _pieces(page: Page, words: list[Token]) -> list[list[Token]]:
    """Return the runs of words between commas; what stands in quotation marks begins none."""
    pieces: list[list[Token]] = [[]]
    for token in words:
        if token.text == "," and not page.quoted(token.i):
            pieces.append([])
        else:
            pieces[-1].append(token)
    return [piece for piece in pieces if piece]


def _names(page: Page, piece: list[Token], *, told: bool) -> bool:
    """Tell a name, or a noun of which a relative clause tells ("one resident, who …, said")."""
    if len(piece) > LONGEST or piece[0].pos == "ADP" or any(page.quoted(t.i) or t.pos not in NAMING for t in piece):
        return False
    kinds = {"PROPN", "NOUN"} if told else {"PROPN"}
    return any(t.pos in kinds for t in piece) and piece[0].entity not in {"DATE", "TIME"}
