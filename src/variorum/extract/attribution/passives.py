"""Passive cues: "is said to have fled", "was called a mistake", "was reported by", "it was announced that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution.clauses import subject
from variorum.extract.attribution.content import trimmed, whole_quotes
from variorum.extract.attribution.extents import CLAUSES, complement
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.frames import Frame
from variorum.extract.attribution.sources import phrase

if TYPE_CHECKING:
    from variorum.extract.attribution.finding import Run
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
    agent = next(page.annotated.dependents(verb.i, "agent"), None)
    doer = next(page.annotated.dependents(agent.i, "pobj"), None) if agent is not None else None
    reason = _reason(page, doer) if doer is not None and "np+p-for" in cue.frames else ()
    held = _held(page, doer) if doer is not None and "to" not in given else None
    given = {**given, "to": held} if held is not None else given
    taken = (*group, *reason, *(held.tokens if held is not None else ()))
    source = phrase(page, doer, without=taken) if doer is not None else ()
    return (
        _of_subject(page, verb, cue, given, group, source)
        or _with_clause(page, verb, cue, given, group, source)
        or _charged(page, verb, cue, given, group, (source, reason))
        or _plain(page, verb, cue, group, source)
    )


def _of_subject(page: Page, verb: Token, cue: Cue, given: dict[str, Frame], group: Run, source: Run) -> Finding | None:
    """Read "is said to have fled" and "was called a mistake"."""
    top = next(page.annotated.dependents(verb.i, "nsubjpass"), None)
    for name, inner in (("passive-to", "to"), ("passive-as", "p-as"), ("passive-oprd", "oprd")):
        if name in cue.frames and inner in given and top is not None:
            run = (*_subject_run(page, top, group), *given[inner].tokens)
            act = cue.act if cue.polarity == "assert" and name == "passive-to" else "thought"
            return Finding(verb.i, group, source, (trimmed(page, tuple(sorted(run))),), act, f"verb:{name}")
    return None


def _with_clause(page: Page, verb: Token, cue: Cue, given: dict[str, Frame], group: Run, source: Run) -> Finding | None:
    """Read "it was announced that"; of one who "is convinced that" it is the thought."""
    name = next((n for n in CLAUSES[:3] if n in cue.frames and n in given), None)
    if name is None:
        return None
    run, act = complement(page, given[name], group, verb), cue.act
    top = next(page.annotated.dependents(verb.i, "nsubjpass"), None)
    if "felt" in cue.frames and top is not None and not source:
        source, act = phrase(page, top, without=group), "thought"
    return Finding(verb.i, group, source, (run,), act, f"verb:passive-{name}", given[name].head)


def _plain(page: Page, verb: Token, cue: Cue, group: Run, source: Run) -> Finding | None:
    """Read "the ban was announced by the ministry" and "the ban was criticised"."""
    top = next(page.annotated.dependents(verb.i, "nsubjpass"), None)
    name = "passive-by" if source else "passive"
    if name not in cue.frames or top is None:
        return None
    return Finding(verb.i, group, source, (_subject_run(page, top, group),), "thought", f"verb:{name}")


def _charged(
    page: Page, verb: Token, cue: Cue, given: dict[str, Frame], group: Run, by: tuple[Run, Run]
) -> Finding | None:
    """Read "was criticised by Varr for hiding it" and, by nobody named, "was accused of hiding it"."""
    source, reason = by
    reason = given["p-for"].tokens if "p-for" in given else reason[1:]
    if source and "np+p-for" in cue.frames and reason:
        head = page.tokens[reason[0]]
        run = trimmed(page, tuple(range(reason[0], page.segment(verb.i).last)))
        return Finding(verb.i, group, source, (run,), "speech" if head.tag == "VBG" else "thought", "verb:passive-for")
    charge = given.get("p-of")
    if charge is None or source or "np+p-of" not in cue.frames or page.tokens[charge.head].tag != "VBG":
        return None
    run = trimmed(page, whole_quotes(page, charge.tokens, group))
    return Finding(verb.i, group, (), (run,), "thought", "verb:passive-of", charge.head)


def _held(page: Page, doer: Token) -> Frame | None:
    """Return "to hold" where the parse hung it on whoever expects it: "is expected by engineers to hold"."""
    for clause in page.annotated.dependents(doer.i, "relcl", "acl"):
        if clause.tag == "VB" and page.tokens[page.annotated.subtree(clause.i)[0]].lower == "to":
            return Frame("to", clause.i, tuple(page.annotated.subtree(clause.i)))
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
