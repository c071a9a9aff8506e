"""Who is meant by each name, description and pronoun within one article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.model import Annotated, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.annotate.names import Name


def resolve(annotated: Annotated, names: Sequence[Name]) -> Annotated:
    """Return the article with its mentions, each with the number of the thing meant."""
    chains: dict[str, str] = {}
    mentions = []
    for name in names:
        words = annotated.excerpt(name.first, name.last)
        chain = chains.setdefault(words.text, f"e{len(chains) + 1}")
        mentions.append(Mention(annotated.article.id, words.start, words.end, words.text, name.type, "name", chain))
    return replace(annotated, mentions=tuple(mentions))
