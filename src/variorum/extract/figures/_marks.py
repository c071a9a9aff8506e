"""Numbers that are no figure of an account: dates, names and labels, ordinals, scores, "one of the men"."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from typing import TYPE_CHECKING, Literal

from variorum.extract.figures._counted import is_people, singular
from variorum.extract.figures._hedges import Hedge
from variorum.extract.figures._units import currency_before
from variorum.lexicon import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.extract.figures._amounts import Amount
    from variorum.extract.figures._counted import Counted
    from variorum.extract.figures._pieces import Line
    from variorum.model import Timex

Mark = Literal["date", "ordinal", "label", "score", "partitive", "pronoun", "anaphor", "single", "none", "conversion"]
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_HYPHENS = frozenset("-‑–—")
_MONTHS = frozenset(m.lower() for m in (*month_name, *month_abbr, "Sept") if m)
_YEAR_BEFORE = frozenset(
    {"in", "since", "by", "of", "until", "till", "during", "from", "before", "after", "year", "early", "late", "mid"},
)
_PLACES = frozenset({"GPE", "LOC"})
_NAMES = frozenset({"PRODUCT", "ORG", "FAC", "GPE", "LOC", "WORK_OF_ART", "LAW", "EVENT", "PERSON", "NORP"})
_PLURAL_ENDS = ("s", "ese", "ish", "i")
_SMALL = 4
_YEARS = range(1000, 2200)
_RECENT = range(1940, 2060)
_CLOCK = frozenset(
    {"a.m", "p.m", "a.m.", "p.m.", "am", "pm", "gmt", "bst", "est", "utc", "o'clock", "o’clock", "et", "cet"}
)
_PAST = frozenset({"ago", "later", "earlier", "beforehand", "afterwards"})
_SIMPLE_PARTS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128})


def dated(line: Line, amount: Amount, times: Sequence[Timex]) -> bool:
    """Tell whether the amount lies in a time expression that is no duration."""
    piece = line.pieces[amount.number]
    inside = [t for t in times if t.start < piece.end and piece.start < t.end]
    if inside:
        return all(t.type != "DURATION" for t in inside)
    return _year(line, amount) or _day(line, amount) or _clock(line, amount) or _passed(line, amount)


def _bare(line: Line, amount: Amount) -> bool:
    return amount.style == "digits" and amount.unit is None and not amount.scaled and line.text(amount.number).isdigit()


def _year(line: Line, amount: Amount) -> bool:
    text = line.text(amount.number)
    if not _bare(line, amount) or len(text) not in {2, 4}:
        return False
    if line.lower(amount.last) == "s" and line.glued(amount.last):
        return True
    if len(text) != 4 or int(text) not in _YEARS:  # noqa: PLR2004 - the digits of a year
        return False
    token = line.token(amount.number)
    follows = line.token(amount.last).tag if amount.last < len(line) else ""
    if follows in {"NNS", "NNPS"} and token.entity != "DATE" and not _recent(line, amount):
        return False
    return (
        token.entity == "DATE"
        or _recent_modifier(line, amount)
        or line.lower(amount.first - 1) in _YEAR_BEFORE | _MONTHS
    )


def _recent_modifier(line: Line, amount: Amount) -> bool:
    return amount.last < len(line) and line.kind(amount.last) == "word" and _recent(line, amount)


def _recent(line: Line, amount: Amount) -> bool:
    """Tell "2018 sales" from "1500 people": a count of people or hundreds written like a recent year is rare."""
    following = line.token(amount.last)
    return int(line.text(amount.number)) in _RECENT and not is_people(singular(following))


def _day(line: Line, amount: Amount) -> bool:
    if not _bare(line, amount) or amount.high > 31:  # noqa: PLR2004 - the days of a month
        return False
    before = line.lower(amount.first - 1)
    before = line.lower(amount.first - 2) if before == "." else before
    following = line.lower(amount.last)
    return (before in _MONTHS and before != "may") or following in _MONTHS - {"may"} or _may(line, amount)


def _may(line: Line, amount: Amount) -> bool:
    return "May" in {line.text(amount.first - 1), line.text(amount.last)}


def _clock(line: Line, amount: Amount) -> bool:
    if line.lower(amount.last) in _CLOCK and amount.unit is None:
        return True
    colon = line.lower(amount.last) == ":" and line.kind(amount.last + 1) == "digits" and line.glued(amount.last + 1)
    return colon or (line.lower(amount.first - 1) == ":" and line.kind(amount.first - 2) == "digits")


def _passed(line: Line, amount: Amount) -> bool:
    timed = amount.unit is not None and amount.unit.kind == "time"
    return timed and line.lower(amount.last) in _PAST


def mark(line: Line, amount: Amount, hedge: Hedge, found: Counted | None) -> Mark | None:
    """Return why an amount is no figure of an account; `None` where nothing speaks against it."""
    if _ordinal(line, amount):
        return "ordinal"
    if _score(line, amount):
        return "score"
    if _code(line, amount) or _named(line, amount, hedge, found):
        return "label"
    if amount.style == "none":
        return "none"
    return _one(amount, found) or ("anaphor" if _anaphor(line, amount, hedge, found) else None)


def _ordinal(line: Line, amount: Amount) -> bool:
    return line.lower(amount.last) in _ORDINAL and line.glued(amount.last)


def _score(line: Line, amount: Amount) -> bool:
    """Tell "2-1 victory" from "10-12 people": a score does not rise, or stands beside a word of games."""
    if amount.unit is not None or amount.style != "digits":
        return False
    if amount.join == "dash":
        beside = {*line.words(amount.first - 5, amount.first), *line.words(amount.last, amount.last + 3)}
        return bool(beside & column("games", "word")) and amount.high < 200  # noqa: PLR2004
    return _falls(line, amount.last, amount.number) or _falls_before(line, amount)


def _falls(line: Line, dash: int, number: int) -> bool:
    return (
        line.lower(dash) in _HYPHENS and line.glued(dash) and line.glued(dash + 1) and line.kind(dash + 1) == "digits"
    )


def _falls_before(line: Line, amount: Amount) -> bool:
    dash = amount.first - 1
    return (
        line.lower(dash) in _HYPHENS
        and line.glued(dash)
        and line.glued(amount.first)
        and line.kind(dash - 1) == "digits"
    )


def _code(line: Line, amount: Amount) -> bool:
    """Tell "5G", "F-16", "Covid-19", "M21", "24/7", "#3": letters or marks that hang on the digits."""
    first, last = amount.first, amount.last
    if line.kind(amount.number) != "digits":
        return amount.style == "words" and _hangs(line, first) and line.glued(first)
    if "/" in line.text(amount.number) and not _simple_part(line.text(amount.number)):
        return True
    if line.kind(last) == "word" and line.glued(last) and amount.unit is None:
        return True
    if line.glued(first) and currency_before(line, first) is None:
        return _hangs(line, first)
    return line.lower(first - 1) == "#"


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
    if before.lower == ".":
        return line.lower(amount.first - 2) in {"no", "nos"}
    if before.lower in column("label_nouns", "noun"):
        return before.lower != "no" and not _own_plural(line, amount, found)
    if not line.text(amount.number).isdigit() or line.sentence.kind == "headline":
        return False
    return _models(line, found) or (before.kind == "word" and _after_name(line, amount, found))


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


def _after_name(line: Line, amount: Amount, found: Counted | None) -> bool:
    """Tell "Apple Watch 5", "Big 12", "S&P 500 utilities" from "in Kesh 12 died"."""
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


def _anaphor(line: Line, amount: Amount, hedge: Hedge, found: Counted | None) -> bool:
    """Tell "the two countries", "its two neighbours": they say again who is spoken of, and count no people."""
    if found is None or hedge.senses or amount.style != "words" or amount.unit is not None or amount.high > _SMALL:
        return False
    tag = line.token(amount.first - 1).tag if amount.first else ""
    return tag in {"DT", "PRP$", "POS"} and not is_people(singular(line.annotated.tokens[found.head]))


def _one(amount: Amount, found: Counted | None) -> Mark | None:
    """Mark "one of the men", "one" alone and "one man": cited only where something is measured of it."""
    if amount.low != 1 or amount.high != 1 or amount.style != "words" or amount.unit is not None:
        return None
    if found is None:
        return "pronoun"
    return "partitive" if found.partitive else "single"
