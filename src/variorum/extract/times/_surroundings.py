"""Whether the words around let a word of time be one: tests that the grammar's rules name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from variorum.lexicon import mapping, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from variorum.extract.times._pieces import Piece
    from variorum.model import Annotated, Token

_OF_THE = frozenset({"DT", "JJ", "JJS", "PRP$", "POS"})
"""Tags before "days of" that make it a time in somebody's life, not how long something lasts."""
Answer = Literal["yes", "no", "joined"]
"""`joined`: a time only together with another beside it ("Sunday" + "morning")."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a rule found its words: pieces `first` up to, not including, `last` of a paragraph."""

    annotated: Annotated
    run: Sequence[Piece]
    first: int
    last: int

    def near(self, offset: int) -> str:
        """Return the word so many pieces before (negative) or after (positive) the words found; else `""`."""
        at = self.first + offset if offset < 0 else self.last + offset - 1
        return self._lower(self.run[at]) if 0 <= at < len(self.run) else ""

    def words(self) -> list[str]:
        """Return the words found."""
        return [self._lower(piece) for piece in self.run[self.first : self.last]]

    def token(self, at: int) -> Token:
        """Return the token of a piece among those found (-1 the last)."""
        return self.annotated.tokens[self.run[self.first : self.last][at].token]

    def capital(self, at: int) -> bool:
        """Tell whether a piece among those found begins with a capital."""
        piece = self.run[self.first : self.last][at]
        return self.annotated.article.text[piece.start].isupper()

    def next_token(self) -> Token | None:
        """Return the token after the words found, in the same paragraph."""
        return self.annotated.tokens[self.run[self.last].token] if self.last < len(self.run) else None

    def _lower(self, piece: Piece) -> str:
        return piece.lower or self.annotated.tokens[piece.token].lower


def allows(check: str, site: Site) -> Answer:
    """Return the answer of the test that a rule names; a rule without a test is always right."""
    return TESTS[check](site) if check else "yes"


def in_title(site: Site) -> bool:
    """Tell the name of a programme or movement ("the Tonight programme", "the April 6 movement") from a time."""
    if not site.capital(0):
        return False
    named = "title" if site.words()[-1] in _context("title-time") else "title-of-day"
    return site.near(1) in _context(named)


@cache
def _context(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("time_contexts") if row["context"] == name)


def _yes(holds: bool) -> Answer:
    return "yes" if holds else "no"


def _month(site: Site) -> Answer:
    token, after = site.token(-1), site.next_token()
    if not site.capital(-1):
        return _yes(token.tag == "NNP" and site.near(-1) in _context("before-month"))
    if token.tag not in {"NNP", "NN", "NNPS"} or token.entity in {"PERSON", "ORG"}:
        return "no"
    name = after is not None and after.tag == "NNP" and after.entity == "PERSON"
    return _yes(not name and (token.entity == "DATE" or site.near(-1) in _context("before-month")))


def _year(site: Site) -> Answer:
    token, after = site.token(-1), site.near(1)
    if site.last - site.first > 1:
        return _yes(after not in _context("not-years"))
    before = site.near(-1)
    if before in _context("before-figure") or after in _context("not-years") or _counts(site):
        return "no"
    if before.isdigit() and len(before) > len("31"):
        return "no"  # the last group of a telephone number
    if before in _context("before-number") and token.entity != "DATE":
        return "no"
    if token.end < len(site.annotated.article.text) and site.annotated.article.text[token.end] in "%°":
        return "no"
    recent = 1900 <= int(site.words()[-1]) < 2100  # noqa: PLR2004 - years that news speaks of
    return _yes(before in _context("before-year") or (recent and token.entity in {"DATE", ""}))


def _counts(site: Site) -> bool:
    """Tell whether the number counts the plural noun after it ("2000 people", not "the 2012 talks")."""
    after = site.next_token()
    bare = site.near(-1) not in _context("before-year-noun") and site.token(-1).entity != "DATE"
    return bare and after is not None and after.tag == "NNS" and site.token(-1).head == after.i


def _season(site: Site) -> Answer:
    noun, after = site.token(-1).tag in {"NN", "NNP"}, site.next_token()
    if site.capital(-1) and after is not None and after.tag in {"NNP", "NNPS"}:
        return "no"  # a name: "the Winter Games"
    return _yes(noun and site.near(-1) in _context("before-season") and site.near(1) != "of")


def _economic(site: Site) -> Answer:
    here = site.annotated.sentences[site.token(0).sentence]
    return _yes(any(token.lower in _context("economic") for token in site.annotated.words(here)))


def _weekday(site: Site) -> Answer:
    around = [site.near(-2), site.near(-1), site.words()[-1], site.near(1), site.near(2)]
    joined = {" ".join(around[a:b]) for a, b in ((0, 3), (1, 3), (2, 4), (2, 5))}
    person = site.token(-1).entity == "PERSON"
    return _yes(not person and not joined & _context("name"))


def _capital(site: Site) -> Answer:
    return _yes(site.capital(0))


def _after_the(site: Site) -> Answer:
    return _yes("the" in site.words())


def _decade(site: Site) -> Answer:
    """Ask for "the" or an apostrophe before two digits: "in his 30s" is an age, "the lower 20s" are degrees."""
    words = site.words()
    whole = len(words[-1]) > len("90s")
    return _yes(whole or "'" in words or (words[0] == "the" and "mid" not in words))


def _overnight(site: Site) -> Answer:
    return _yes(site.near(1) not in _context("overnight-other"))


def _part(site: Site) -> Answer:
    """Let a part of the day stand alone after a preposition ("in the evening"), else only beside a day."""
    if "-" in site.words() and site.words()[0] != "the":
        return "joined"
    return "yes" if site.near(-1) in _context("before-part") else "joined"


def _that(site: Site) -> Answer:
    return _yes(site.token(0).tag == "DT" or site.token(0).lower != "that")


def _current_span(site: Site) -> Answer:
    words = site.words()
    if "of" in words:
        return "yes"
    return _yes(site.near(-1) in _context("before-span") and site.near(-2) in _context("early-or-late"))


def _weekend(site: Site) -> Answer:
    return _yes(site.near(-1) in _context("before-weekend"))


def _around(site: Site) -> Answer:
    """Ask for an adverb, not a preposition: "two days before" ends there, "two days before the vote" goes on."""
    if site.words()[-1] != "before":
        return _yes(site.near(1) != "than")
    after = site.next_token()
    return _yes(after is None or after.pos == "PUNCT" or after.sentence != site.token(-1).sentence)


def _duration(site: Site) -> Answer:
    words = site.words()
    if site.capital(-1) and site.near(-1):
        return "no"
    if _goes_on(site) or (words[-1] == "hour" and site.near(-1) in _context("speed")):
        return "no"
    if words[-1] in {"quarter", "quarters"}:
        return _yes(words[0] not in {"a", "half"} and site.near(1) != "of")
    if words[-2:] == ["one", "day"]:
        return _yes(site.near(-1) in _context("around-one-day") or site.near(1) in _context("around-one-day"))
    return "yes"


def _wide(site: Site) -> Answer:
    words = site.words()
    return _yes(words[-2] in {"last", "next", "past", "coming"} and words[-1] not in {"day", "weekend", "century"})


def _bare_plural(site: Site) -> Answer:
    if site.token(0).tag != "NNS" or (site.capital(0) and not _begins_sentence(site)):
        return "no"
    after = site.words()[-1] if site.last - site.first > 1 else site.near(1)
    if after == "of" and site.first and site.annotated.tokens[site.run[site.first - 1].token].tag in _OF_THE:
        return "no"  # "the days of", "his early years of": a time in life, not how long
    return _yes(site.near(-1) in _context("before-bare-units") or after in _context("after-bare-units"))


def _begins_sentence(site: Site) -> bool:
    token = site.token(0)
    words = site.annotated.words(site.annotated.sentences[token.sentence])
    return all(word.pos == "PUNCT" for word in words if word.i < token.i)


def _often(site: Site) -> Answer:
    return _yes(site.near(1) not in _context("periodical"))


def _now(site: Site) -> Answer:
    after = site.next_token()
    glued = after is not None and after.text == "-" and after.start == site.token(-1).end
    return _yes(not glued and site.near(1) != "that")


def _adverb(site: Site) -> Answer:
    """Ask for "the day before" without what it is before of."""
    after = site.next_token()
    return _yes(after is None or after.pos in {"PUNCT", "CCONJ"} or after.sentence != site.token(-1).sentence)


def _in_or_for(site: Site) -> Answer:
    return _yes(site.near(-1) in {"in", "for", "into"} and site.near(1) != "of")


def _counted(site: Site) -> Answer:
    """Tell "300 patients a day", "$5 a week" from "stayed a day": what stands before is a number or counted by one."""
    if not site.first or site.near(1) in _context("after-length") or _goes_on(site):
        return "no"
    before = site.annotated.tokens[site.run[site.first - 1].token]
    if site.near(-1) in _context("speed"):
        return "no"
    number = any(token.pos == "NUM" for token in site.annotated.dependents(before.i, "nummod", "quantmod"))
    return _yes(before.pos == "NUM" or number)


def _festival(site: Site) -> Answer:
    return _yes(not _goes_on(site))


def _goes_on(site: Site) -> bool:
    """Tell whether a hyphen right after makes the words part of another word ("day-to-day")."""
    after, end = site.next_token(), site.run[site.last - 1].end
    text = site.annotated.article.text
    return after is not None and text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()


def _quarter_alone(site: Site) -> Answer:
    return _yes(site.capital(0))


def _past(site: Site) -> Answer:
    return _yes(site.near(-1) == "in" and site.near(1) not in {"of", "few"})


def _historic(site: Site) -> Answer:
    nouns = mapping("time_historic", "name", "noun")[" ".join(site.words())].split()
    return _yes(not nouns or site.near(1) in nouns)


def _clock_before_zone(site: Site) -> Answer:
    """Four digits are an hour where the same hour of another zone follows in brackets ("1100 (0900 GMT)")."""
    return _yes(site.near(1) == "(" and len(site.near(2)) == 4 and site.near(2).isdigit() and site.near(3) in _zones())  # noqa: PLR2004


@cache
def _zones() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("time_words") if row["class"] in {"zone", "zoneword"})


def _race(site: Site) -> Answer:
    return _yes(site.near(-1) in _context("race"))


TESTS: dict[str, Callable[[Site], Answer]] = {
    "month": _month,
    "year": _year,
    "after-the": _after_the,
    "season": _season,
    "economic": _economic,
    "weekday": _weekday,
    "capital": _capital,
    "decade": _decade,
    "overnight": _overnight,
    "part": _part,
    "that-span": _that,
    "current-span": _current_span,
    "weekend": _weekend,
    "around": _around,
    "duration": _duration,
    "wide": _wide,
    "bare-plural": _bare_plural,
    "often": _often,
    "now": _now,
    "adverb": _adverb,
    "in-or-for": _in_or_for,
    "counted": _counted,
    "festival": _festival,
    "quarter-alone": _quarter_alone,
    "past": _past,
    "historic": _historic,
    "clock-before-zone": _clock_before_zone,
    "race": _race,
}
