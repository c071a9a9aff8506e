"""The index of all words (FTS5): what was stored and not yet indexed, which articles have some words, and where."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from variorum.model.naming import ARTICLE
from variorum.store.articles import articles
from variorum.store.marks import mark, set_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.model import Article
    from variorum.store.database import Database

BATCH = 128
"""Articles indexed in one transaction: each one alone takes four times as long."""
_MARK = "words"
_ASKED = re.compile(r'"([^"]*)"?|(\S+)')
_OPEN, _SHUT = "\ue0f0", "\ue0f1"
_FREE = dict.fromkeys((0xE0F0, 0xE0F1), "\ufffd")
"""Marks of the private use area stand for nothing in news; where a text has them they give way to ours."""
_TOKENIZER = "porter unicode61 remove_diacritics 2"


def phrases(words: str) -> list[str]:
    """Return what a person typed as FTS5's phrases: words, "several in this order", and `begin*` beginnings."""
    found = []
    for phrase, word in _ASKED.findall(words):
        bare = (phrase or word).rstrip("*").replace('"', " ").replace("\0", " ").strip()
        if any(mark.isalnum() for mark in bare):
            found.append(f'"{bare}"' + ("*" if word.endswith("*") else ""))
    return found


def index(base: Database) -> None:
    """Index the words of all articles that are not indexed yet, where this may be written."""
    while not base.readonly and waiting(base):
        with base.writing():  # what is waiting is asked for within, since others index, too
            rows = base.rows("SELECT id FROM articles WHERE id > ? ORDER BY id LIMIT ?", mark(base, _MARK), BATCH)
            found = articles(base, [row[0] for row in rows])
            base.many("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", map(_row, found.values()))
            set_mark(base, _MARK, max((row[0] for row in rows), default=mark(base, _MARK)))


def waiting(base: Database) -> int:
    """Return how many articles are not indexed yet."""
    return base.number("SELECT count(*) FROM articles WHERE id > ?", mark(base, _MARK))


def forget(base: Database, old: Article) -> None:
    """Take the words of a version out of the index, before another takes its place."""
    if ARTICLE.number(old.id) <= mark(base, _MARK):
        base.run("INSERT INTO words (words, rowid, title, body) VALUES ('delete', ?, ?, ?)", *_row(old))


def learn(base: Database, new: Article) -> None:
    """Put the words of a version in the place of those that were forgotten."""
    if ARTICLE.number(new.id) <= mark(base, _MARK):
        base.run("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", *_row(new))


def matching(base: Database, words: str, limit: int) -> list[int]:
    """Return the numbers of the articles that have the words, the best first (BM25), of equals the newer."""
    wanted = " AND ".join(phrases(words))
    if not wanted:
        return []
    sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 4.0, 1.0), rowid DESC LIMIT ?"
    return [row[0] for row in base.rows(sql, wanted, limit)]


def places(texts: Sequence[str], words: str) -> list[list[tuple[int, int]]]:
    """Return for each text where some of the words stand in it, found by the same rules as in the index."""
    any_of = " OR ".join(phrases(words))
    with closing(sqlite3.connect(":memory:")) as scratch:
        scratch.execute(f"CREATE VIRTUAL TABLE t USING fts5 (body, tokenize='{_TOKENIZER}')")
        scratch.executemany("INSERT INTO t (rowid, body) VALUES (?, ?)", enumerate(t.translate(_FREE) for t in texts))
        sql = "SELECT rowid, highlight(t, 0, ?, ?) FROM t WHERE t MATCH ?"
        marked = dict(scratch.execute(sql, (_OPEN, _SHUT, any_of)).fetchall()) if any_of else {}
    return [list(_spans(marked.get(n, ""))) for n in range(len(texts))]


def _spans(marked: str) -> Iterator[tuple[int, int]]:
    at = 0
    for before, inside in re.findall(f"(.*?){_OPEN}(.*?){_SHUT}", marked, re.DOTALL):
        start = at + len(before)
        at = start + len(inside)
        yield start, at


def _row(article: Article) -> tuple[int, str | None, str]:
    body = "\n".join(article.text[p.start : p.end] for p in article.parts if p.kind != "headline") or article.text
    return ARTICLE.number(article.id), article.title, body
