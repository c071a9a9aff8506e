"""Values for tests: articles from plain words, annotations by hand or by the engine."""

from __future__ import annotations

import hashlib
import re
import sys
from itertools import pairwise

from variorum.model import Annotated, Article, Part, Published, Sentence, Token


def article(text: str, *, name: str = "a1", published: str | None = "2031-05-14", title: str | None = None) -> Article:
    """Return an article whose paragraphs are the lines of `text` that are not blank, all of them body."""
    parts = tuple(Part(m.start(), m.end(), "body") for m in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text))
    return Article(
        id=name,
        path=f"{name}.txt",
        url=None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=title,
        text=text,
        parts=parts,
        published=Published(published, "stated") if published else None,
        language="en",
    )


def parsed(text: str, **fields: str | None) -> Annotated:
    """Return `article(text)` as the real engine annotates it."""
    from variorum.annotate import annotate

    return annotate([article(text, **fields)])[0]


def by_hand(rows: str, **fields: str | None) -> Annotated:
    """Return one annotated sentence from lines of `word lemma POS tag relation head [entity]`.

    Heads count from 0; a word is followed by one space unless it ends in `_`. `python tests/build.py "A sentence."`
    prints the lines that the engine would give.
    """
    cells = [line.split() for line in rows.strip().splitlines()]
    text, tokens = "", []
    for i, (word, lemma, pos, tag, dep, head, *entity) in enumerate(cells):
        start, bare = len(text), word.removesuffix("_") or "_"
        text += bare + ("" if word.endswith("_") and word != "_" else " ")
        label = entity[0] if entity else ""
        tokens.append(Token(i, start, start + len(bare), bare, lemma, pos, tag, dep, int(head), label, 0))
    return Annotated(article(text.rstrip(), **fields), tuple(tokens), (Sentence(0, len(tokens), 0, "body"),))


def _rows(text: str) -> str:
    tokens = parsed(text).tokens
    glued = [a.end == b.start for a, b in pairwise(tokens)] + [False]
    return "\n".join(
        f"{t.text}{'_' if g else ''} {t.lemma} {t.pos} {t.tag} {t.dep} {t.head} {t.entity}".rstrip()
        for t, g in zip(tokens, glued, strict=True)
    )


if __name__ == "__main__":
    sys.stdout.write(_rows(sys.argv[1]) + "\n")
