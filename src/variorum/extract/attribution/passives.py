"""Passive cues: "is said to have fled", "was called a mistake", "was reported by", "it was announced that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution.clauses import subject
from variorum.extract.attribution.content import trimmed, whole_quotes
from variorum.extract.attribution.extents import CLAUSES, complement
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.sources import phrase

if TYPE_CHECKING:
    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.frames import Frame
    from variorum.extract.attribution.lexis import Cue
    from variorum.extract.attribution.page import Page
    from variorum.model import Token


def is_passive(page: Page, verb: Token) -> bool:
    """Tell whether a past participle is passive."""
    if any(page.annotated.dependents(verb.i, "auxpass", "nsubjpass", "agent")):
        return True
    return verb.dep == "acl"


def passive_cue(page: Page, verb: Token, cue: Cue, given: dict[str, Frame], group: Run) -> Finding | None:
    """Read "is said to have fled", "was called a mistake", "was reported by", "it was announced that"."""
    agent = next(iter(page.annotated.dependents(verb.i, "agent")), None)
    doer = next(iter(page.annotated.dependents(agent.i, "pobj")), None) if agent is not None else None
    reason = _reason(page, doer) if doer is not None and "np+p-for" in cue.frames else ()
    source = phrase(page, doer, without=(*group, *reason)) if doer is not None else ()
    top = next(iter(page.annotated.dependents(verb.i, "nsubjpass")), None)
    for name, inner in (("passive-to", "to"), ("passive-as", "p-as"), ("passive-oprd", "oprd")):
        if name in cue.frames and inner in given and top is not None:
            run = (*_subject_run(page, top, group), *given[inner].tokens)
            act = cue.act if cue.polarity == "assert" and name == "passive-to" else "thought"
            return Finding(verb.i, group, source, (trimmed(page, tuple(sorted(run))),), act, f"verb:{name}")
    for name in CLAUSES[:3]:
        if name in cue.frames and name in given:
            run = complement(page, given[name], group, verb)
            return Finding(verb.i, group, source, (run,), cue.act, f"verb:passive-{name}", given[name].head)
    reason = given["p-for"].tokens if "p-for" in given else reason[1:]
    if source and "np+p-for" in cue.frames and reason:
        head = page.tokens[reason[0]]
        run = trimmed(page, tuple(range(reason[0], page.segment(verb.i).last)))
        return Finding(verb.i, group, source, (run,), "speech" if head.tag == "VBG" else "thought", "verb:passive-for")
    if "passive-by" in cue.frames and source and top is not None:
        return Finding(verb.i, group, source, (_subject_run(page, top, group),), "thought", "verb:passive-by")
    if "passive" in cue.frames and not source and top is not None:
        return Finding(verb.i, group, (), (_subject_run(page, top, group),), "thought", "verb:passive")
    return None


def _reason(page: Page, doer: Token) -> Run:
    """Return "for hiding the leak" where the parse hung it on whoever criticised."""
    for prep in page.annotated.dependents(doer.i, "prep"):
        if prep.lower == "for" and any(page.annotated.dependents(prep.i, "pcomp")):
            return tuple(page.annotated.subtree(prep.i))
    return ()


def _subject_run(page: Page, top: Token, group: Run) -> Run:
    return trimmed(page, whole_quotes(page, phrase(page, top, without=group), group))


def raised_cue(page: Page, verb: Token, given: dict[str, Frame], group: Run) -> Finding | None:
    """Read "seems to have fled": what seems is the subject with the predicate; nobody is named to whom."""
    rest = next((given[n] for n in ("to", "oprd", "acomp", "small", "bare", "that", "p-like") if n in given), None)
    top = subject(page, verb)
    if rest is None:
        return None
    run = {*rest.tokens}
    if top is not None and top.dep in {"nsubj", "nsubjpass"} and top.lower not in {"it", "there"}:
        run.update(_subject_run(page, top, group))
    content = trimmed(page, tuple(sorted(run - set(group))))
    return Finding(verb.i, group, (), (content,), "thought", "verb:raise")
