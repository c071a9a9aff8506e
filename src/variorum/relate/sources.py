"""On whose word: the primary sources of a claim, those that are one, and those that lean on another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import column, mapping, rows
from variorum.model import PrimarySource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from variorum.model import Article, Entity, Speaker, Statement

_SOME_OF = re.compile(
    r"^(?:the )?(?:one|two|three|some|several|many|most|both|another|other|others) of ", re.IGNORECASE
)
_AFTER_HEAD = re.compile(r"\s(?:of|in|at|on|from|for|who|with|to|told|near)\s|,")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on whose word a statement rests.

    `named` tells a named entity from a description; `side` is what kind of people a description may mean;
    `state` is the country that the party is or speaks for, `is_state` that it is the country itself.
    """

    entity: str | None
    name: str
    named: bool
    side: str
    state: str | None
    is_state: bool


def party(statement: Statement, entities: Mapping[str, Entity]) -> Party | None:
    """Return on whose word the statement finally rests: the innermost speaker. `None` for the article's own word."""
    source = statement.source
    if source is None or not source.text:
        return None
    entity = entities.get(source.entity or "")
    named = entity is not None and _is_name(entity.name)
    name = entity.name if entity and named else source.text
    texts = [source.text, *([f.text for f in entity.forms] if entity else [])]
    is_state = entity is not None and any(_state_names().get(f.lower()) for f in (entity.name, source.text))
    return Party(source.entity, name, named, _side(texts), _state(texts), is_state)


def _is_name(name: str) -> bool:
    """Tell a name ("Anna Ferro", "SBU") from a description ("a senior official")."""
    words = _WORD.findall(name)
    return bool(words) and words[0].lower() not in {"a", "an", "one", "some", "the", "two"} and words[-1][0].isupper()


def _side(texts: Sequence[str]) -> str:
    """Return on which side a description stands: that of the last noun before "of", "in", "who" and the like."""
    for text in texts:
        head = _AFTER_HEAD.split(_SOME_OF.sub("", text))[0]
        for word in reversed(_WORD.findall(head.lower())):
            kind = mapping("nominals", "noun", "class").get(_singular(word))
            if kind:
                return mapping("source_sides", "class", "side").get(kind, kind)
    return ""


def _singular(word: str) -> str:
    table = mapping("nominals", "noun", "class")
    endings = (("men", "man"), ("ies", "y"), ("es", ""), ("s", ""))
    forms = [word, *(word.removesuffix(end) + new for end, new in endings if word.endswith(end))]
    return next((form for form in forms if form in table), word)


@cache
def _state_names() -> dict[str, str]:
    return {
        name.lower(): row["code"]
        for row in rows("countries")
        for cell in (row["people"], row["aliases"], row["capital"], row["name"])
        for name in cell.split("|")
        if name
    }


def _state(texts: Sequence[str]) -> str | None:
    """Return the country that the words name: "Ukraine", "Kyiv", "South Korea's spy agency", "the Turkish minister"."""
    for text in texts:
        words = [w.removesuffix("'s").removesuffix("’s").lower() for w in _WORD.findall(text)]
        for length in (3, 2, 1):
            for at in range(len(words) - length + 1):
                if code := _state_names().get(" ".join(words[at : at + length])):
                    return code
    return None


def same_word(a: Party, b: Party) -> str | None:
    """Return why two parties count as one primary source, `None` where they are two."""
    if a.entity is not None and a.entity == b.entity:
        return f"“{b.name}” is {a.name}"
    if a.named and b.named and a.name.casefold() == b.name.casefold():
        return f"“{b.name}” is named in more than one report"
    if a.is_state != b.is_state and a.state and a.state == b.state and "people there" not in {a.side, b.side}:
        state, body = (a, b) if a.is_state else (b, a)
        return f"“{state.name}” speaks through {body.name}"
    if a.is_state and b.is_state and a.state == b.state:
        return f"“{a.name}” and “{b.name}” are one government"
    if not (a.named and b.named) and a.side and a.side == b.side:
        vague, other = (a, b) if not a.named else (b, a)
        return f"“{vague.name}” may be “{other.name}”"
    return None


def primary(statements: Sequence[Statement], entities: Mapping[str, Entity]) -> tuple[list[PrimarySource], list[str]]:
    """Return the primary sources of statements of one claim, and one line for each collapse of two into one."""
    parties = list(dict.fromkeys(p for s in statements if (p := party(s, entities))))
    parties.sort(key=lambda p: (not p.named, p.is_state))
    kept: list[Party] = []
    why: list[str] = []
    for one in parties:
        reason = next((r for other in kept if (r := same_word(other, one))), None)
        if reason is None:
            kept.append(one)
        elif one.entity is None or all(one.entity != other.entity for other in kept):
            why.append(f"one source: {reason}")
    return [PrimarySource(p.entity, p.name) for p in kept], list(dict.fromkeys(why))


def leaning(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[str]:
    """Yield a line for each place where the words show a source leaning on another."""
    for statement in statements:
        text = articles[statement.article].text
        for piece in statement.content:
            yield from _cues(text[piece.start : piece.end], statement.source)
        for relay in statement.via:
            speaker = statement.source.text if statement.source else ""
            if relay.text:
                yield f"“{speaker}” is known only through “{relay.text}”"


def _cues(text: str, source: Speaker | None) -> Iterator[str]:
    lower = text.lower()
    for cue in sorted(column("dependence_cues", "cue"), key=lambda c: (-len(c), c)):
        at = lower.find(cue)
        if at >= 0 and (at == 0 or not lower[at - 1].isalnum()):
            yield f"leans on another: {source.text if source else 'the report'} says “{_phrase(text, at)}”"
            return


def _phrase(text: str, at: int) -> str:
    """Quote the cue with the words around it, up to the next mark, at most ten words."""
    before = text[:at].rsplit(",", 1)[-1].split()[-2:]
    after = re.split(r"[,;…\[\]]", text[at:])[0].split()[:8]
    start = len(text[:at].rstrip()) - len(" ".join(before)) if before else at
    end = text.find(after[-1], at) + len(after[-1])
    return text[max(0, start) : end]
