"""Two articles side by side: what they share word for word, and which claims each has."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from variorum.render import marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Article, Claim, Passage, Reuse
    from variorum.render.lookup import Lookup


class Beside(NamedTuple):
    """Two articles, their paragraphs with shared passages marked, and the claims of both and of each alone."""

    articles: tuple[Article, Article]
    texts: tuple[list[list[marked.Segment]], list[list[marked.Segment]]]
    reuse: Reuse | None
    both: list[Claim]
    alone: tuple[list[Claim], list[Claim]]


def beside(look: Lookup, a: Article, b: Article) -> Beside:
    """Return two articles of an account side by side."""
    reuse = next((r for r in look.account.reuse if set(r.articles) == {a.id, b.id}), None)
    passages = reuse.passages if reuse else ()
    turned = reuse is not None and reuse.articles != (a.id, b.id)
    claims = look.account.claims
    return Beside(
        (a, b),
        (_text(a, passages, second=turned), _text(b, passages, second=not turned)),
        reuse,
        [c for c in claims if a.id in c.articles and b.id in c.articles],
        (
            [c for c in claims if a.id in c.articles and b.id not in c.articles],
            [c for c in claims if b.id in c.articles and a.id not in c.articles],
        ),
    )


def _text(article: Article, passages: Sequence[Passage], *, second: bool) -> list[list[marked.Segment]]:
    places = [passage.b if second else passage.a for passage in passages]
    marks = [marked.Marked(place.start, place.end, "shared", f"p{n}", f"p{n}") for n, place in enumerate(places, 1)]
    marks += [marked.Marked(f.start, f.end, "furniture") for f in article.furniture]
    return list(marked.paragraphs(article.text, marks))
