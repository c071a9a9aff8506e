"""Numbers that name a thing instead of counting it: "Flight 17", "5G", "Covid-19", "phase one", "575 Elm Road"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.extract.figures._counted import is_people, singular
from variorum.extract.figures._units import currency_before
from variorum.lexicon import column

if TYPE_CHECKING:
    from variorum.extract.figures._amounts import Amount
    from variorum.extract.figures._counted import Counted
    from variorum.extract.figures._hedges import Hedge
    from variorum.extract.figures._pieces import Line

_HYPHENS = frozenset("-‑")
_PLACES = frozenset({"GPE", "LOC"})
_NAMES = frozenset({"PRODUCT", "ORG", "FAC", "GPE", "LOC", "WORK_OF_ART", "LAW", "EVENT", "PERSON", "NORP"})
_PLURAL_ENDS = ("s", "ese", "ish", "i")
_SIMPLE_PARTS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128})
_SEPARATORS = frozenset({"-", "‑", ".", ")", "("})
_CALLED = 4
"""Pieces before a telephone number in which a word tells that it is one: "call the hotline on"."""
_LETTERS_OF_SHARE = 5
_NUMBERED = frozenset({"No", "Nos"})
_TWO = 2
_LONGEST = 7
"""Bare digits without separators from here on are an identifier or a telephone number: counts have commas by then."""


def is_label(line: Line, amount: Amount, hedge: Hedge, found: Counted | None) -> bool:
    """Tell whether the number is part of a name, a code, an identifier or an enumeration."""
    if _quote_of_share(line, amount) or _lettered(line, amount) or _itemised(line, amount):
        return True
    return _code(line, amount) or _enumerates(line, amount, found) or _named(line, amount, hedge, found)


def _lettered(line: Line, amount: Amount) -> bool:
    """Tell "Section 12C" from the 12 degrees of "at 12C"."""
    last = amount.last - 1
    hangs = amount.unit is not None and line.kind(last) == "word" and line.glued(last) and len(line.text(last)) == 1
    return hangs and line.lower(amount.first - 1) in column("label_nouns", "noun")


def _itemised(line: Line, amount: Amount) -> bool:
    """Tell the "(1)" before an item or a subsection."""
    whole = line.text(amount.first - 1) == "(" and line.text(amount.last) == ")" and amount.unit is None
    return whole and amount.first == 1 and amount.style == "digits"


def _quote_of_share(line: Line, amount: Amount) -> bool:
    """Tell the price tape that pages set behind a company's letters, "TRVL -0.42 %", from "the TRVL lost 0.42 %"."""
    before = line.text(amount.first - 1) if amount.first else ""
    letters = before.isupper() and before.isalpha() and 1 < len(before) <= _LETTERS_OF_SHARE
    share = amount.unit is not None and amount.unit.kind == "share" and not line.glued(amount.stop)
    return letters and share and amount.style == "digits" and "." in line.text(amount.number)


def _enumerates(line: Line, amount: Amount, found: Counted | None) -> bool:
    """Tell "Two, harden our defences" and the "Gang of Eight"."""
    if found is not None or amount.unit is not None or amount.style != "words" or amount.is_range:
        return False
    token = line.token(amount.number)
    if token.i == line.sentence.first or line.kind(amount.first - 1) == "mark":
        return line.lower(amount.last) == ","
    return token.text.istitle() and line.sentence.kind != "headline"


def _code(line: Line, amount: Amount) -> bool:
    """Tell "5G", "F-16", "Covid-19", "M21", "24/7", "#3": letters or marks that hang on the digits."""
    first, last = amount.first, amount.last
    if line.kind(amount.number) != "digits":
        return amount.style == "words" and _hangs(line, first) and line.glued(first)
    if _telephone(line, amount.number) or _stamp(line, amount):
        return True
    if "/" in line.text(amount.number) and not _simple_part(line.text(amount.number)):
        return True
    if line.kind(last) == "word" and line.glued(last) and amount.unit is None:
        return True
    if line.glued(first) and currency_before(line, first) is None:
        return _hangs(line, first)
    return line.lower(first - 1) == "#" or _identifier(line, amount)


def _stamp(line: Line, amount: Amount) -> bool:
    """Tell the clock of a running report, as in "21.20 The ferry has left"."""
    text, following = line.text(amount.number), line.text(amount.last)
    opens = amount.first == 0 and (not following or (line.kind(amount.last) == "word" and following[0].isupper()))
    return opens and amount.unit is None and re.fullmatch(r"([01]\d|2[0-3])[.:][0-5]\d", text) is not None


def _identifier(line: Line, amount: Amount) -> bool:
    text = line.text(amount.number)
    return text.isdigit() and len(text) >= _LONGEST and amount.unit is None and not text.endswith("000")


def _telephone(line: Line, at: int) -> bool:
    """Tell "020 7946 0018", "+44 20 7946", "(555) 010-4477", "call 555-1234": groups of digits that count nothing."""
    first, last = at, at
    while (before := _group_before(line, first)) is not None:
        first = before
    while (after := _group_before(line, last, 1)) is not None:
        last = after
    groups = [piece.text for piece in line.pieces[first : last + 1] if piece.kind == "digits"]
    if len(groups) == 1 or len("".join(groups)) < _LONGEST:
        return False
    called = set(line.words(first - _CALLED, first)) & column("telephone_words", "word")
    return bool(called) or len(groups) > _TWO or any(group[0] == "0" for group in groups)


def _group_before(line: Line, at: int, way: int = -1) -> int | None:
    """Return the group of digits beside the one at piece `at`, over at most one mark; `None` where none is."""
    beside = at + way
    if line.text(beside) in _SEPARATORS:
        beside += way
    return beside if line.text(beside).isdigit() and beside >= 0 else None


def _simple_part(text: str) -> bool:
    above, below = (int(part) for part in re.split(r"[/⁄]", text))
    return above < below and below in _SIMPLE_PARTS


def _hangs(line: Line, first: int) -> bool:
    before = line.lower(first - 1)
    if line.kind(first - 1) == "word":
        return True
    if before in {"#", "_", "@", "/", "."}:
        return True
    if before in _HYPHENS and line.glued(first - 1) and line.kind(first - 2) == "word":
        return line.lower(first - 2) not in {"sub", "now", "minus", "to", "mid", "under", "over", "plus"}
    return False


def _named(line: Line, amount: Amount, hedge: Hedge, found: Counted | None) -> bool:
    """Tell "Flight 17", "phase one", "Apple Watch 5": the number names the noun before it."""
    if hedge.senses or amount.unit is not None or amount.is_range or amount.scaled:
        return False
    if amount.first == 0:
        return line.sentence.kind != "headline" and line.kind(amount.number) == "digits" and _models(line, found)
    before = line.pieces[amount.first - 1]
    if before.lower == "." or before.text in _NUMBERED:
        return _numbered(line, amount)
    if before.lower in column("label_nouns", "noun"):
        return before.lower != "no" and not _own_plural(line, amount, found)
    if not line.text(amount.number).isdigit() or line.sentence.kind == "headline":
        return False
    return _models(line, found) or (before.kind == "word" and _after_name(line, amount, found))


def _numbered(line: Line, amount: Amount) -> bool:
    """Tell "No. 10" and "No 10", a house or a rank, from "No ten people"."""
    if line.lower(amount.first - 1) == ".":
        return line.lower(amount.first - 2) in {"no", "nos"}
    return amount.style == "digits"


def _models(line: Line, found: Counted | None) -> bool:
    """Tell "787 Dreamliner", "12 Pro Max", "575 Elm Road" from "12 Kharzuni": a name that has no plural here."""
    if found is None:
        return False
    head = line.annotated.tokens[found.head]
    if head.tag != "NNP" or head.entity == "NORP" or head.lower.endswith(_PLURAL_ENDS):
        return head.lower in column("street_words", "noun")
    return not is_people(singular(head))


def _own_plural(line: Line, amount: Amount, found: Counted | None) -> bool:
    """Tell whether the number has a plural noun of its own: "Route 66 buses" has none, "Kesh 12 soldiers" has."""
    if found is None or line.token(amount.number).head != found.head:
        return False
    return line.annotated.tokens[found.head].tag in {"NNS", "NNPS"}


def _ends_name(line: Line, amount: Amount, found: Counted | None) -> bool:
    """Tell "the Great 8." and "the Brell 12, a choir": article, name and number, and nothing after."""
    first = amount.first - 1
    while first > 0 and line.text(first)[0].isupper() and line.token(first).tag != "DT":
        first -= 1
    ends = found is None and line.kind(amount.last) in {"mark", ""} and first < amount.first - 1
    return ends and line.token(first).tag == "DT"


def _after_name(line: Line, amount: Amount, found: Counted | None) -> bool:
    """Tell "Apple Watch 5", "Big 12", "S&P 500 utilities" from "in Kesh 12 died"."""
    if _ends_name(line, amount, found):
        return True
    token, before = line.token(amount.number), line.token(amount.first - 1)
    if (
        before.pos not in {"PROPN", "ADJ"}
        or before.i == line.sentence.first
        or not before.text[0].isupper()
        or before.entity in {"DATE", "TIME"}
    ):
        return False
    if _own_plural(line, amount, found):
        return before.text.isupper() and len(before.text) > 1 and before.entity not in _PLACES
    return before.dep != "pobj" or token.head <= token.i or token.entity in _NAMES
