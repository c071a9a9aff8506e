"""What the engine said of a paragraph as few bytes, and back: by columns, what follows from the words left out."""

from __future__ import annotations

import zlib
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from variorum.annotate.engine import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.annotate.engine import Parsed

FORM = "parse/1"
"""What the bytes mean; another number where the columns change."""
_LABELS = ("pos", "tag", "dep", "entity")
_USUAL = b"""SPACE SYM INTJ X NUM AUX PART CCONJ SCONJ PRON ADV ADJ DET ADP PUNCT PROPN NOUN VERB
WP WDT WRB UH RBR JJR PDT FW EX MD POS RP CC CD VBG VBP VB VBZ VBN VBD PRP PRP$ TO RB , . `` '' : HYPH JJ NNPS NNS NNP
NN IN DT oprd agent csubj dative meta nummod npadvmod nsubjpass auxpass acl relcl appos attr ccomp xcomp advcl poss case
cc conj neg mark prt pcomp aux advmod amod compound dobj pobj prep nsubj det punct ROOT LANGUAGE LAW EVENT WORK_OF_ART
QUANTITY PRODUCT FAC LOC MONEY PERCENT ORDINAL TIME NORP CARDINAL DATE ORG GPE PERSON NOUN VERB ADP DET NN IN DT nsubj
prep pobj det punct ."""
"""The engine's labels, the commonest last: a paragraph is too short for deflate to learn them from itself."""


def packed(parsed: Parsed, text: str) -> bytes:
    """Return the parse of the paragraph `text` as bytes, about 5 a word."""
    ends = [0, *(word.end for word in parsed)]
    columns = [
        [word.start - end for word, end in zip(parsed, ends, strict=False)],
        [word.end - word.start for word in parsed],
        [_kept(word, text) for word in parsed],
        [word.head - i for i, word in enumerate(parsed)],
        [word.begins_name + 2 * word.begins_sentence for word in parsed],
        *(" ".join(map(attrgetter(label), parsed)) for label in _LABELS),
    ]
    packer = zlib.compressobj(6, zlib.DEFLATED, -15, zdict=_USUAL)
    return packer.compress(msgspec.msgpack.encode(columns)) + packer.flush()


def unpacked(data: bytes, text: str) -> Parsed:
    """Return the parse of the paragraph `text` from its bytes. Raises `ValueError` where they are another text's."""
    try:
        raw = zlib.decompressobj(-15, zdict=_USUAL).decompress(data)
        gaps, lengths, lemmas, heads, begins, *labels = msgspec.msgpack.decode(raw)
        return _words(text, (gaps, lengths, lemmas, heads, begins), [label.split(" ") for label in labels])
    except (zlib.error, msgspec.DecodeError, IndexError) as error:
        raise ValueError(str(error)) from error


def _kept(word: Word, text: str) -> str | int:
    """Return 0 for a lemma that is the word, 1 for one that is the word in small letters, else the lemma."""
    written = text[word.start : word.end]
    return 0 if word.lemma == written else 1 if word.lemma == written.lower() else word.lemma


def _words(text: str, columns: Sequence[Sequence[int]], labels: Sequence[Sequence[str]]) -> Parsed:
    words = []
    end = 0
    for i, (gap, length, lemma, head, begins) in enumerate(zip(*columns, strict=True)):
        start = end + gap
        end = start + length
        written = text[start:end]
        pos, tag, dep, entity = (label[i] for label in labels)
        own = (written, written.lower())[lemma] if isinstance(lemma, int) else lemma
        words.append(Word(start, end, written, own, pos, tag, dep, i + head, entity, begins % 2 == 1, begins > 1))
    return tuple(words)
