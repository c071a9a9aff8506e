"""Nouns and adjectives as cues: "the claim that", "her fear of", "confident that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.clauses import subject, verb_group
from variorum.extract.attribution.content import trimmed, whole_quotes
from variorum.extract.attribution.extents import with_preposition
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.frames import best, given
from variorum.extract.attribution.sources import phrase
from variorum.lexicon import column

if TYPE_CHECKING:
    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.frames import Frame
    from variorum.extract.attribution.lexis import Cue
    from variorum.extract.attribution.page import Page
    from variorum.model import Token


def noun_cue(page: Page, noun: Token, cue: Cue) -> Finding | None:
    """Return the attribution that a noun of the tables makes in one of its frames."""
    complements = given(page, noun)
    frame = best(cue.frames, complements)
    if frame is None and (equated := _equated(page, noun, cue)) is not None:
        return equated
    if frame is None or (frame.name == "that" and not _declares(page, frame)):
        return None
    behind = [i for i in frame.tokens if i > noun.i]
    if frame.name == "that" and page.tokens[behind[0]].lower == "that":
        behind = behind[1:]
    run = trimmed(page, whole_quotes(page, behind, (noun.i,)))
    source = _owner(page, noun, frame)
    if not source and (frame.name in OWNED or (noun.tag == "NN" and noun.dep in BESIDE)):
        return None
    act = cue.act if frame.name == "that" else "thought"
    group = with_preposition(page, (noun.i,), run, frame)
    return Finding(noun.i, group, source, (run,), act if source else "thought", f"noun:{frame.name}", frame.head)


def _equated(page: Page, noun: Token, cue: Cue) -> Finding | None:
    """Read "Varr's view is that the repair is a waste"."""
    verb = page.tokens[noun.head]
    if noun.dep != "nsubj" or verb.lemma != "be" or "that" not in cue.frames:
        return None
    clause = next((t for t in page.annotated.dependents(verb.i, "ccomp") if t.i > verb.i), None)
    owner = next(page.annotated.dependents(noun.i, "poss"), None)
    if clause is None or owner is None or not any(page.annotated.dependents(clause.i, "mark")):
        return None
    run = trimmed(page, whole_quotes(page, page.annotated.subtree(clause.i), (noun.i,)))
    group = tuple(range(noun.i, verb.i + 1))
    return Finding(noun.i, group, phrase(page, owner), (run,), cue.act, "noun:that", clause.i)


OWNED = frozenset({"p-against"})
"""Frames in which a noun that is nobody's names a deed: "attacks against the convoy"."""
BESIDE = frozenset({"pobj", "npadvmod", "appos"})
"""Where a single notion that is nobody's is only touched on: on training articles one in seven was annotated."""


def _declares(page: Page, frame: Frame) -> bool:
    """Tell a clause that says what was claimed from a relative clause and a participle ("the claim made by")."""
    parts = [t for t in page.annotated.dependents(frame.head) if t.i < frame.head]
    if any(t.dep == "mark" and t.lower == "that" for t in parts):
        return True
    taken = any(t.lower == "that" and t.dep == "dobj" for t in parts)
    head = page.tokens[frame.head]
    return taken and any(t.dep == "nsubj" for t in parts) and head.lemma not in column("carrier_verbs", "verb")


def declares(page: Page, noun: Token) -> bool:
    """Tell whether a noun is a cue that has its content in a that-clause."""
    cue = lexis.nouns().get(noun.lemma.lower())
    if cue is None or "that" not in cue.frames:
        return False
    complements = given(page, noun)
    return "that" in complements and _declares(page, complements["that"])


def _owner(page: Page, noun: Token, frame: Frame) -> Run:
    for child in page.annotated.dependents(noun.i, "poss"):
        return phrase(page, child)
    for prep in page.annotated.dependents(noun.i, "prep", "agent"):
        if prep.lower in {"by", "from", "of"} and prep.i < frame.head and f"p-{prep.lower}" != frame.name:
            for child in page.annotated.dependents(prep.i, "pobj"):
                return phrase(page, child, without=frame.tokens)
    up = page.tokens[noun.head]
    if noun.dep == "pobj" and up.lower in ACTING:
        up = page.tokens[up.head]
    if noun.dep not in {"dobj", "pobj"} or up.pos != "VERB" or up.lemma.lower() in column("cause_verbs", "verb"):
        return ()
    head = subject(page, up)
    return phrase(page, head, without=(up.i,)) if head is not None and not page.quoted(head.i) else ()


ACTING = frozenset({"with", "in", "under", "on", "from", "to", "without"})
"""Prepositions behind which a noun holds what the subject says or thinks: "acts on the assumption that"."""


def adjective_cue(page: Page, word: Token, cue: Cue) -> Finding | None:
    """Return the attribution that an adjective of the tables makes in one of its frames."""
    complements = given(page, word)
    frame = best(cue.frames, complements)
    up = page.tokens[word.head]
    if frame is None:
        return None
    head = subject(page, up) if word.dep in {"acomp", "oprd", "conj"} else up if word.dep == "amod" else None
    group = (
        tuple(range(min(verb_group(page, up)[0], word.i), word.i + 1))
        if word.dep == "acomp" and up.i < word.i
        else (word.i,)
    )
    run = trimmed(page, whole_quotes(page, [i for i in frame.tokens if i > word.i], group))
    source = (
        phrase(page, head, without=(*group, *run)) if head is not None and head.lower not in {"it", "there"} else ()
    )
    group = with_preposition(page, group, run, frame)
    return Finding(word.i, group, source, (run,), "thought", f"adjective:{frame.name}") if source else None
