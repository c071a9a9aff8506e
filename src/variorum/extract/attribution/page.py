"""An annotated article with its quotations: what the rules of attribution read."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from variorum.extract.attribution import lexis
from variorum.extract.attribution.marks import Quotation, quotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.model import Annotated, Token

FINAL = frozenset(".?!")
MARKS = frozenset({'"', "“", "”", "„", "«", "»", "‹", "›", "``", "''", "‘", "’", "'"})
CLAUSE_RELATIONS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "xcomp", "acl", "conj", "pcomp", "csubj", "parataxis"})


class Quote(NamedTuple):
    """A quotation as tokens, last excluded; `inner_last` is the index of the last word or mark inside."""

    first: int
    last: int
    of: Quotation


class Segment(NamedTuple):
    """A sentence as a reader sees it, quotations whole: tokens, last excluded, of part `part`."""

    first: int
    last: int
    part: int


@dataclass(frozen=True)
class Page:
    """An annotated article, its quotations and its segments."""

    annotated: Annotated

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The article's tokens."""
        return self.annotated.tokens

    @property
    def text(self) -> str:
        """The article's text."""
        return self.annotated.article.text

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations as runs of tokens."""
        starts = [t.start for t in self.tokens]
        found = []
        for quotation in quotations(self.text, self.annotated.article.parts):
            first = bisect_left(starts, quotation.start)
            last = bisect_left(starts, quotation.end)
            if first < last:
                found.append(Quote(first, last, quotation))
        return tuple(found)

    @cached_property
    def quote_of(self) -> tuple[int, ...]:
        """For each token the number of the quotation that it stands in, or -1."""
        numbers = [-1] * len(self.tokens)
        for n, quote in enumerate(self.quotes):
            numbers[quote.first : quote.last] = [n] * (quote.last - quote.first)
        return tuple(numbers)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The article's sentences, each quotation whole within one."""
        return tuple(self._segments())

    @cached_property
    def segment_of(self) -> tuple[int, ...]:
        """For each token the number of its segment."""
        return tuple(n for n, s in enumerate(self.segments) for _ in range(s.first, s.last))

    def segment(self, i: int) -> Segment:
        """Return the segment of the token `i`."""
        return self.segments[self.segment_of[i]]

    def quoted(self, i: int) -> bool:
        """Tell whether the token `i` stands in a quotation."""
        return self.quote_of[i] >= 0

    def outside(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """Yield those tokens that stand in no quotation."""
        return (t for t in tokens if not self.quoted(t.i))

    def before(self, i: int) -> str:
        """Return the word or mark before the token `i`, blanks left out; `""` at the text's start."""
        at = i - 1
        while at >= 0 and self.tokens[at].text.isspace():
            at -= 1
        return self.tokens[at].text if at >= 0 else ""

    def words_inside(self, quote: Quote) -> list[Token]:
        """Return the words of a quotation, marks left out."""
        start, end = quote.of.inner
        return [t for t in self.tokens[quote.first : quote.last] if start <= t.start < end]

    def _segments(self) -> Iterator[Segment]:
        part_of = [s.part for s in self.annotated.sentences]
        begins = {s.first for s in self.annotated.sentences}
        first, ended = 0, False
        for token in self.tokens:
            part = part_of[token.sentence]
            after = token.i + 1
            ended = self._ends(token, begins) if not token.text.isspace() else ended
            if (
                after == len(self.tokens)
                or part_of[self.tokens[after].sentence] != part
                or (ended and not self.tokens[after].text.isspace())
            ):
                yield Segment(first, after, part)
                first = after

    def _next(self, i: int) -> Token | None:
        """Return the word or mark behind the token `i`, blanks left out."""
        return next((t for t in self.tokens[i + 1 : i + 5] if not t.text.isspace()), None)

    def _ends(self, token: Token, begins: set[int]) -> bool:
        """Tell whether a sentence ends with `token`."""
        number = self.quote_of[token.i]
        if number < 0 and token.text[-1:] not in FINAL:
            return False
        after = self._next(token.i)
        if after is None:
            return True
        if number < 0:
            return (token.text in FINAL or (token.text[-1:] in "!?" and after.i in begins)) and not _small(after)
        quote = self.quotes[number]
        if token.i + 1 < quote.last:
            return False
        final = self.text[quote.of.inner[0] : quote.of.inner[1]].rstrip(" \u00a0'’")[-1:]
        if final == ".":
            return not _small(after)
        return final in "?!…" and after.text not in {",", ";"} and not _small(after) and not self._tagged(after.i)

    def _tagged(self, i: int) -> bool:
        """Tell whether what follows a quotation that ends in ? or ! looks like "Ferro asked."."""
        for token in self.tokens[i : i + 12]:
            if self.quoted(token.i) or token.text in {".", ":"}:
                return False
            if token.pos == "VERB" and token.dep not in {"relcl", "acl", "amod"}:
                after = self.tokens[token.i + 1 : token.i + 2]
                ends = bool(after) and (after[0].text in {".", ",", ";"} or after[0].tag in {"IN", "RB"})
                return ends or (lexis.takes(token, "quote") and not self._complemented(token))
        return False

    def _complemented(self, verb: Token) -> bool:
        """Tell whether the verb has a clause of its own behind it."""
        kids = self.annotated.dependents(verb.i, "ccomp", "xcomp")
        return any(t.i > verb.i and not self.quoted(t.i) for t in kids)


def _small(token: Token) -> bool:
    return token.text[:1].islower()
