"""Active verbs as cues: with a clause, an infinitive, an object, a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.acts import act_of, negated
from variorum.extract.attribution.clauses import FINITE, SUBJECTS, implied, subject, verb_group
from variorum.extract.attribution.extents import CLAUSES, complement, with_preposition
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.frames import best, given
from variorum.extract.attribution.nominal import declares
from variorum.extract.attribution.passives import is_passive, passive_cue, raised_cue
from variorum.extract.attribution.quoting import quoted_by
from variorum.extract.attribution.sources import beside, phrase
from variorum.extract.attribution.tags import closing_tag, elsewhere, inside_tag
from variorum.lexicon import column

if TYPE_CHECKING:
    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.frames import Frame
    from variorum.extract.attribution.lexis import Cue
    from variorum.extract.attribution.page import Page
    from variorum.model import Token


def verb_cue(page: Page, verb: Token, cue: Cue) -> Finding | None:
    """Return the attribution that a verb of the tables makes in one of its frames."""
    if _aside(page, verb):
        return None
    complements = given(page, verb)
    group = verb_group(page, verb)
    if verb.tag == "VBN" and is_passive(page, verb):
        return passive_cue(page, verb, cue, complements, group)
    if "raise" in cue.frames:
        return raised_cue(page, verb, complements, group)
    return _active(page, verb, cue, complements)


def _active(page: Page, verb: Token, cue: Cue, complements: dict[str, Frame]) -> Finding | None:
    group = verb_group(page, verb)
    frame = best(cue.frames, complements)
    found = _by_order(page, verb, cue, frame, group) if "bare" in cue.frames else None
    if found is not None:
        return found
    if frame is None and "np" in complements and any(page.quoted(i) for i in complements["np"].tokens):
        frame = complements["np"]
    if frame is None or _left_to_noun(page, frame) or _unnamed(page, frame):
        return None
    return _by_frame(page, verb, cue, frame, group)


def _by_order(page: Page, verb: Token, cue: Cue, frame: Frame | None, group: Run) -> Finding | None:
    """Read the tag of an indirect content by the words' order, where the parse may mislead."""
    if cue.polarity != "deny" and (closing := closing_tag(page, group)) is not None:
        return _tag(page, verb, cue, group, closing, "verb:closing")
    if verb.tag not in FINITE or not (frame is None or frame.name.startswith(("p-", "np"))):
        return None
    inside = inside_tag(page, group) if frame is None else None
    if inside is not None:
        return _tag(page, verb, cue, group, inside, "verb:paren")
    run = elsewhere(page, verb, group)
    source = _source(page, verb, group, run) if run else ()
    return Finding(verb.i, group, source, (run,), cue.act, "verb:rest") if run else None


def _tag(page: Page, verb: Token, cue: Cue, group: Run, found: tuple[Run, Run], rule: str) -> Finding:
    source, run = found
    act = "thought" if negated(page, verb, source) else cue.act
    return Finding(verb.i, group, source, (run,), act, rule, _head(page, run))


def _by_frame(page: Page, verb: Token, cue: Cue, frame: Frame, group: Run) -> Finding | None:
    run = complement(page, frame, group, verb)
    if verb.tag == "VBG" and (quoting := quoted_by(page, verb)) is not None:
        source, via = quoting
        return Finding(verb.i, group, source, (run,), cue.act, "verb:as-saying", frame.head, via)
    source = _source(page, verb, group, run)
    if _nobodys(page, frame, source):
        return None
    act = "thought" if negated(page, verb, source) else act_of(page, cue, frame, verb, source)
    if cue.polarity == "deny" and _named_charge(page, source):
        return None
    words = with_preposition(page, group, run, frame)
    found = Finding(verb.i, words, source, (run,), act, f"verb:{frame.name}", frame.head)
    return found._replace(denies=cue.polarity == "deny")


def _nobodys(page: Page, frame: Frame, source: Run) -> bool:
    """Tell an attitude that nobody is named for, or a thing by "that", from an attribution.

    On training articles of PolNeAR one in eight of the former and one in five of the latter were annotated.
    """
    if frame.name in CLAUSES[:3]:
        return False
    return not source or (page.tokens[source[0]].lower == "that" and len(source) == 1)


def _aside(page: Page, verb: Token) -> bool:
    """Tell "That said, …" from a cue."""
    after = page.tokens[verb.i + 1 : verb.i + 2]
    return page.before(verb.i).lower() in {"that", "having"} and bool(after) and after[0].text == ","


def _named_charge(page: Page, source: Run) -> bool:
    """Tell ", a charge Velm denies", which the parse takes for a speaker, from a speaker."""
    words = [page.tokens[i] for i in source[:2]]
    return len(source) > len(words) and words[0].tag == "DT" and words[1].lemma.lower() in lexis.nouns()


def _head(page: Page, run: Run) -> int:
    """Return the verb heading a content, which may itself be a cue."""
    inside = set(run)
    tops = (i for i in run if page.tokens[i].head == i or page.tokens[i].head not in inside)
    return next((i for i in tops if page.tokens[i].pos in {"VERB", "AUX"}), -1)


def _left_to_noun(page: Page, frame: Frame) -> bool:
    """Tell whether another cue within has the clause: "issued a warning that …", "quoted her as saying …"."""
    head = page.tokens[frame.head]
    if head.dep == "pcomp" and frame.name == "np+p-as":
        return lexis.takes(head, "that")
    return frame.name == "np" and declares(page, head)


def _unnamed(page: Page, frame: Frame) -> bool:
    """Tell "asked not to be named" from what is asked of others."""
    passive = any(page.annotated.dependents(frame.head, "auxpass"))
    return frame.name == "to" and passive and page.tokens[frame.head].lemma in column("anonymity", "verb")


def _source(page: Page, verb: Token, group: Run, content: Run) -> Run:
    if verb.tag == "VBN" and (verb.i == page.segment(verb.i).first or _when_asked(page, verb)):
        return ()
    head = _going_on(page, verb) or _coordinated(page, verb) or subject(page, verb)
    if head is not None and not page.quoted(head.i) and head.i not in content:
        return phrase(page, head, without=(*group, *content))
    segment = page.segment(verb.i)
    if verb.tag in {"VBD", "VBZ", "VBP"}:
        return _not_in(beside(page, verb, segment.first, segment.last), content)
    if verb.tag in {"VBG", "VB"} and head is None:
        near = implied(page, verb, segment.first)
        return _not_in(phrase(page, near, without=(*group, *content)), content) if near is not None else ()
    return ()


def _when_asked(page: Page, verb: Token) -> bool:
    """Tell "when asked whether" and "as promised", where nobody is named, from a tense."""
    own = page.annotated.dependents(verb.i, *SUBJECTS, "aux", "auxpass")
    return page.before(verb.i).lower() in {"when", "if", "as", "once", "until"} and not any(own)


def _going_on(page: Page, verb: Token) -> Token | None:
    """Return the speaker who goes on in a participle: "Ferro denied that the dam had failed, adding that …"."""
    if verb.tag != "VBG" or verb.i == 0 or page.before(verb.i) != ",":
        return None
    over = page.tokens[verb.head]
    if lexis.verb(over) is not None:
        return None
    for token in reversed(page.tokens[page.segment(verb.i).first : verb.i]):
        if token.tag in FINITE and not page.quoted(token.i) and token.dep != "relcl" and lexis.verb(token) is not None:
            return subject(page, token)
    return None


def _coordinated(page: Page, verb: Token) -> Token | None:
    """Return the speaker of "and warned that" where the parse joined it to the clause said before."""
    if verb.dep != "conj" or any(page.annotated.dependents(verb.i, *SUBJECTS)):
        return None
    first = page.tokens[verb.head]
    over = page.tokens[first.head]
    same = over.tag == verb.tag and over.tag in FINITE and first.dep == "ccomp" and lexis.takes(over, "that")
    return subject(page, over) if same and over.i < first.i else None


def _not_in(run: Run, content: Run) -> Run:
    return () if set(run) & set(content) else run
