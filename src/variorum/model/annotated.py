"""An article with its grammar: what the language engine says of the words, as plain values.

Part-of-speech tags and relations are those of the engine's English models: Universal POS in `pos`, Penn Treebank in
`tag`, ClearNLP dependencies in `dep` (https://github.com/clir/clearnlp-guidelines). Tests build these by hand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from variorum.model.span import Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.model.article import Article, PartKind

EntityType = Literal["person", "organization", "place", "group", "other"]
MentionKind = Literal["name", "nominal", "pronoun"]


class Token(NamedTuple):
    """One word or mark. `i` and `head` are indexes into the article's tokens; a root is its own head.

    `start` and `end` are code points into the article's text; `entity` is the engine's own label
    (`PERSON`, `GPE`, `DATE`, …) or `""`; `sentence` is an index into the article's sentences.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    sentence: int

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()


class Sentence(NamedTuple):
    """A run of tokens, last excluded, within one part of the article (`part` indexes `article.parts`)."""

    first: int
    last: int
    part: int
    kind: PartKind


@dataclass(frozen=True, slots=True)
class Mention:
    """The words of one thing at one place; `entity` is the article's own number for the thing (`e1`, `e2`, …)."""

    article: str
    start: int
    end: int
    text: str
    type: EntityType
    kind: MentionKind
    entity: str


@dataclass(frozen=True)
class Annotated:
    """An article, its tokens and sentences, and who is meant by each name, description and pronoun."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = field(default=())

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indexes of its dependents, in reading order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(tuple(indexes) for indexes in below)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(token.end for token in self.tokens)

    def subtree(self, i: int) -> list[int]:
        """Return the token `i` and all that hangs on it, in reading order."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self.children[at])
        return sorted(found)

    def dependents(self, i: int, *deps: str) -> Iterator[Token]:
        """Yield the dependents of `i` whose relation is one of `deps` (all of them when none is named)."""
        return (self.tokens[c] for c in self.children[i] if not deps or self.tokens[c].dep in deps)

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def excerpt(self, first: int, last: int) -> Excerpt:
        """Quote the article from token `first` up to, not including, token `last`."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Excerpt(start, end, self.article.text[start:end])

    def tokens_within(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that overlap the code points from `start` to `end`."""
        first = bisect_right(self._ends, start)
        return self.tokens[first : max(first, bisect_left(self._starts, end))]

    def mention_at(self, start: int, end: int) -> Mention | None:
        """Return the widest mention that lies within `start` to `end`, the earliest of equals; else `None`."""
        inside = [m for m in self.mentions if start <= m.start and m.end <= end]
        return max(inside, key=lambda m: (m.end - m.start, -m.start), default=None)
