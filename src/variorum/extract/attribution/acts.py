"""Speech or thought, and whether the cue is denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution.extents import CLAUSES
from variorum.lexicon import column

if TYPE_CHECKING:
    from variorum.extract.attribution.finding import Finding, Run
    from variorum.extract.attribution.frames import Frame
    from variorum.extract.attribution.lexis import Cue
    from variorum.extract.attribution.page import Page
    from variorum.model import Act, Token

BODIES = frozenset({"ORG", "GPE", "NORP"})
SAYING = frozenset({*CLAUSES, "as-paren", "clear", "np+to", "p-on+to", "p-to+to", "p-with+to", "to", "as"})
CHARGING = frozenset({"p-of", "p-for", "np+p-of", "np+p-for"})
"""Frames in which a clause is charged to somebody: "accused the firm of hiding the leak"."""

NAMED = frozenset({"np+p-as", "np+oprd", "np+small", "np+acomp", "oprd", "p-as"})
"""Frames in which somebody says what a thing is: "described the flood as a disgrace"."""
WORDED = frozenset({"describe", "evaluate", "say", "urge"})
"""Classes of verbs that tell of words where words are quoted: "cited 'a lack of pumps'"."""

NO = frozenset({"neither", "no", "none", "nobody", "nor", "never", "hardly"})


def act_of(page: Page, cue: Cue, frame: Frame, verb: Token, source: Run) -> Act:
    """Return speech only where a clause is reported; what a noun phrase names is an attitude to it.

    What an agency, a government or its officials now believe is their published finding, so it counts as speech.
    """
    head = page.tokens[frame.head]
    if frame.name == "bare" and head.pos not in {"VERB", "AUX"}:
        return "thought"
    if (
        frame.name == "bare"
        and head.tag in {"VBG", "VB", "VBN"}
        and not any(page.annotated.dependents(head.i, "aux", "auxpass"))
    ):
        return "thought"
    if cue.kind == "believe" and cue.act == "thought" and frame.name in {"that", "bare"}:
        return "speech" if verb.tag in {"VBZ", "VBP"} and _judges(page, verb, source) else "thought"
    if frame.name == "ing" and cue.kind == "say" and cue.polarity == "assert":
        return cue.act
    if _words_given(page, cue, frame):
        return "speech"
    charged = head.dep == "pcomp" and frame.name in CHARGING
    return cue.act if frame.name in SAYING or charged else "thought"


def _has_to(page: Page, noun: Token) -> bool:
    """Tell "plans to build a mill", which says what was said, from "the capture of the town"."""
    return any(t.tag == "VB" for t in page.annotated.dependents(noun.i, "acl", "relcl"))


def _words_given(page: Page, cue: Cue, frame: Frame) -> bool:
    """Tell a noun phrase that gives what was said: "called it 'a shame'", "announced plans to build a mill"."""
    ends = (frame.tokens[0], frame.tokens[-1])
    if frame.name in NAMED:
        return "given" in cue.frames or (cue.kind in WORDED and _worded(page, frame))
    if frame.name != "np":
        return False
    quoted = cue.kind == "say" and all(page.quoted(i) for i in ends)
    return quoted or ("given" in cue.frames and _has_to(page, page.tokens[frame.head]))


def _worded(page: Page, frame: Frame) -> bool:
    """Tell whether words are quoted in a complement."""
    return any(page.quoted(i) for i in frame.tokens)


def _judges(page: Page, verb: Token, source: Run) -> bool:
    """Tell whether a body or its officials believe: "the agency believes that"."""
    if verb.lemma not in column("cue_judges", "verb"):
        return False
    inside = set(source)
    heads = [page.tokens[i] for i in source if page.tokens[i].head not in inside or page.tokens[i].head == i]
    return any(t.entity in BODIES or t.lemma.lower() in column("cue_judges", "body") for t in heads)


def tells(finding: Finding) -> bool:
    """Tell speech that others' speech may stand in: a clause or a quotation, not what somebody calls a thing."""
    return finding.act == "speech" and finding.rule.removeprefix("verb:") not in NAMED


def negated(page: Page, verb: Token, source: Run) -> bool:
    """Tell whether nobody says it: "did not say", "neither confirmed nor denied", "no one said", "courts may find"."""
    if any(page.annotated.dependents(verb.i, "neg")) or _supposed(page, verb):
        return True
    if any(t.lower in NO for t in page.annotated.dependents(verb.i, "preconj", "cc", "advmod") if t.i < verb.i):
        return True
    over = page.tokens[verb.head]
    if verb.dep == "xcomp" and over.lemma in column("negative_verbs", "lemma"):
        return True
    if verb.dep == "conj" and any(t.lower in NO for t in page.annotated.dependents(over.i, "preconj", "cc")):
        return True
    if not source:
        return False
    return page.tokens[source[0]].lower in NO or page.before(source[0]).lower() in NO


def _supposed(page: Page, verb: Token) -> bool:
    """Tell words that somebody may, could or must yet say from words that were said."""
    return any(t.tag == "MD" and t.lower in SUPPOSING for t in page.annotated.dependents(verb.i, "aux"))


SUPPOSING = frozenset({"could", "may", "might", "should", "must"})
