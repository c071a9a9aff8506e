"""One act of speech in many wordings: translations, trimmings and fragments of what one speaker said."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from variorum.lexicon import column
from variorum.model import PrimarySource, Span, Utterance, Wording
from variorum.text.linkage import clusters
from variorum.text.passages import Word, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from variorum.model import Article, Entity, Excerpt, Statement

_MARKS = re.compile(r"[“\"«„][^”\"»“„]+")
"""A run in quotation marks: from an opening mark to the next mark, or to the end where the mark closes outside."""

ALIKE = 0.5
"""Share of the shorter wording's words that the other must have in the same order. Two translations of one post share
.6 to .9, two different quotes of one speaker on one event at most .35 (own examples)."""

FEWEST_WORDS = 3
"""A shorter fragment ("just training") is in too many sentences to tell which of them it was cut from."""


def utterances(
    articles: Sequence[Article], statements: Sequence[Statement], entities: Mapping[str, Entity]
) -> list[Utterance]:
    """Return the acts of speech that at least two articles give, in the order of their first wording."""
    said = [s for s in statements if s.mode in {"direct", "mixed"} and s.source and s.source.entity]
    spoken = [_words(s) for s in said]
    scores = dict(_scores(said, spoken))
    groups = [g for g in clusters(len(said), scores, (), ALIKE) if len({said[i].article for i in g}) > 1]
    texts = {article.id: article.text for article in articles}
    return [_utterance(n, [(said[i], spoken[i]) for i in group], texts, entities) for n, group in enumerate(groups, 1)]


def _words(statement: Statement) -> list[Word]:
    """Return the words of a statement at their places; of a mixed one those in quotation marks, where there are some.

    What the reporter put around a fragment is no wording of the speaker's.
    """
    spoken = [w for piece in statement.content for w in _placed(piece.text, piece.start)]
    if statement.mode != "mixed":
        return spoken
    quoted = [(piece.start + m.start(), piece.start + m.end()) for piece in statement.content for m in _quoted(piece)]
    fragment = [w for w in spoken if any(start <= w.start < end for start, end in quoted)]
    return fragment if len(fragment) >= FEWEST_WORDS else spoken


def _placed(text: str, start: int) -> list[Word]:
    return [Word(w.text, w.start + start, w.end + start) for w in words(text)]


def _quoted(piece: Excerpt) -> Iterator[re.Match[str]]:
    return _MARKS.finditer(piece.text)


def _scores(said: Sequence[Statement], spoken: Sequence[list[Word]]) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the pairs of one speaker that are alike; what two of them say in the same words is compared once."""
    speakers: dict[str, list[int]] = defaultdict(list)
    for place, statement in enumerate(said):
        speakers[(statement.source and statement.source.entity) or ""].append(place)
    plain = [tuple(w.text for w in own) for own in spoken]
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}
    for i, j in (pair for places in speakers.values() for pair in combinations(places, 2)):
        pair = plain[i], plain[j]
        if pair not in known:
            known[pair] = alike(*pair)
        if known[pair] >= ALIKE:
            yield (i, j), known[pair]


def alike(a: Sequence[str], b: Sequence[str]) -> float:
    """Return the share of the shorter wording's words that the other has in the same order, 0 to 1."""
    shorter = min(len(a), len(b))
    if shorter < FEWEST_WORDS:
        return 0.0
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / shorter


def _utterance(
    n: int, wordings: list[tuple[Statement, list[Word]]], texts: Mapping[str, str], entities: Mapping[str, Entity]
) -> Utterance:
    ordered = sorted(wordings, key=lambda pair: -len(pair[1]))
    fullest, full_words = ordered[0]
    entity = fullest.source.entity if fullest.source else None
    known = entities.get(entity or "")
    name = known.name if known else (fullest.source.text if fullest.source else "")
    return Utterance(
        id=f"u{n}",
        source=PrimarySource(entity, name),
        wordings=tuple(_wording(s, own, full_words, texts[s.article]) for s, own in ordered),
    )


def _wording(statement: Statement, own: list[Word], full: list[Word], text: str) -> Wording:
    matcher = SequenceMatcher(None, [w.text for w in full], [w.text for w in own], autojunk=False)
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    differs = tuple(Span(own[j].start, own[k - 1].end) for _tag, _a, _b, j, k in codes if k > j)
    notes = tuple(dict.fromkeys(note for code in codes for note in _notes(code, full, own, text)))
    return Wording(statement.id, differs, notes)


def _notes(code: tuple[str, int, int, int, int], full: list[Word], own: list[Word], text: str) -> Iterator[str]:
    """Say what was cut, added or changed; a number, a negation or a modal that changed is named as such."""
    tag, a, b, j, k = code
    was, now = " ".join(w.text for w in full[a:b]), text[own[j].start : own[k - 1].end] if k > j else ""
    flagged = _flag({w.text for w in full[a:b]} ^ {w.text for w in own[j:k]})
    if flagged and not (tag == "delete" and a == 0):
        yield flagged
    if tag == "delete":
        yield f"without “{was}”"
    elif tag == "insert":
        yield f"has “{now}” besides"
    else:
        yield f"“{now}” for “{was}”"


def _flag(changed: set[str]) -> str | None:
    if any(any(c.isdigit() for c in word) for word in changed):
        return "a number differs"
    for word in sorted(changed):
        if word in column("polar_words", "word"):
            return f"“{word}” changes what is said"
    return None
