"""Words that show a source leaning on another: they are shown, and they add no source."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import column, mapping, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from variorum.model import Article, Speaker, Statement


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
        if at >= 0 and (at == 0 or not lower[at - 1].isalnum()) and _on_somebody(cue, text[at + len(cue) :]):
            yield f"leans on another: {source.text if source else 'the report'} says “{_phrase(text, at)}”"
            return


def _on_somebody(cue: str, behind: str) -> bool:
    """Tell "citing two officials" from "citing security concerns": a name, people, a body or words of theirs follow."""
    if not mapping("dependence_cues", "cue", "of")[cue]:
        return True
    words = re.split(r"[,;…\[\]]", behind)[0].split()[:8]
    return any(w[:1].isupper() or w.lower().strip("“”\"'.") in _sayers() for w in words)


@cache
def _sayers() -> frozenset[str]:
    """Return the nouns of people, bodies and things that speak, singular and plural."""
    told = {row["noun"] for row in rows("cue_nouns") if row["act"] == "speech"}
    nouns = column("nominals", "noun") | column("channels", "medium") | told
    return nouns | {f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in nouns}


def _phrase(text: str, at: int) -> str:
    """Quote the cue with the words around it, up to the next mark, at most ten words."""
    before = text[:at].rsplit(",", 1)[-1].split()[-2:]
    after = re.split(r"[,;…\[\]]", text[at:])[0].split()[:8]
    start = len(text[:at].rstrip()) - len(" ".join(before)) if before else at
    end = text.find(after[-1], at) + len(after[-1])
    return text[max(0, start) : end]
