"""From articles to annotated articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.annotate.coreference import resolve
from variorum.annotate.engine import Parsed, parse
from variorum.annotate.headlines import mended
from variorum.annotate.names import names
from variorum.model import Annotated, Article, Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PARSED_LANGUAGES = frozenset({"en", None})


def annotate(
    articles: Sequence[Article],
    progress: Callable[[int, int], None] | None = None,
    known: Mapping[str, Parsed] | None = None,
) -> list[Annotated]:
    """Annotate articles, in the order given; a paragraph that stands in several of them is parsed once.

    `known` are paragraphs that this model has parsed already. An article in a language without a parser comes back
    without tokens. Raises `EngineError` where the language model is missing.
    """
    wanted = [paragraphs(article) for article in articles]
    parsed = dict(known or {})
    parsed |= parse((text for texts in wanted for text in texts if text not in parsed), progress)
    return [_annotated(article, texts, parsed) for article, texts in zip(articles, wanted, strict=True)]


def paragraphs(article: Article) -> list[str]:
    """Return the words of an article that the engine is to parse; none of a language without a parser."""
    if article.language not in PARSED_LANGUAGES:
        return []
    return [article.text[part.start : part.end] for part in article.parts]


def _annotated(article: Article, paragraphs: list[str], parsed: dict[str, Parsed]) -> Annotated:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    starts: list[bool] = []
    for number, (text, part) in enumerate(zip(paragraphs, article.parts, strict=False)):
        words, first = parsed[text], len(tokens)
        for word in words:
            if word.begins_sentence:
                sentences.append(Sentence(len(tokens), len(tokens), number, part.kind))
            starts.append(word.begins_name)
            tokens.append(
                Token(
                    len(tokens),
                    part.start + word.start,
                    part.start + word.end,
                    word.text,
                    word.lemma,
                    word.pos,
                    word.tag,
                    word.dep,
                    first + word.head,
                    word.entity,
                    len(sentences) - 1,
                )
            )
            sentences[-1] = sentences[-1]._replace(last=len(tokens))
    bare = Annotated(article, tuple(tokens), tuple(sentences))
    bare = replace(bare, tokens=mended(bare))
    return resolve(bare, names(bare, starts))
