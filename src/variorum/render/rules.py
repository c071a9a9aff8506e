"""What rule found each statement, one line a statement: what `variorum extract --explain` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from variorum.lexicon import mapping
from variorum.render.plain import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.model import Article, Reading, Statement
    from variorum.render import Plain


def rules(article: Article, reading: Reading, form: Plain = "text") -> Iterator[str]:
    """Yield a line for each statement of an article that tells the rule which found it.

    As `text` the fields are parted by tabs: the article's path with the code points of the content (end excluded),
    mode, source, cue, the rule's name and words; `-` stands for what is not there. As `json` a line is an object with
    `path`, the statement as in an account, and `rule_words`.
    """
    for statement in reading.statements:
        yield (_text if form == "text" else _json)(article, statement) + "\n"


def rule_words(name: str) -> str:
    """Return what the rule reads, in words; a rule without words of its own has those of its family; else `""`."""
    words = mapping("rule_words", "rule", "words")
    family = name.replace("/", ":").split(":")[0]
    return words.get(name, words.get(family, ""))


def _json(article: Article, statement: Statement) -> str:
    row = {"path": article.path, "statement": statement, "rule_words": rule_words(statement.rule) or None}
    return msgspec.json.encode(row).decode()


def _text(article: Article, statement: Statement) -> str:
    place = f"{line(article.path)}:{statement.start}-{statement.end}"
    return "\t".join((place, statement.mode, _source(statement), _cue(statement), _rule(statement.rule)))


def _source(statement: Statement) -> str:
    speakers = [line(s.text) for s in (statement.source, *statement.via) if s]
    return " via ".join(speakers) or "-"


def _cue(statement: Statement) -> str:
    return line(statement.cue.text) if statement.cue else "-"


def _rule(name: str) -> str:
    told = rule_words(name)
    return f"{name} ({told})" if told else name or "-"
