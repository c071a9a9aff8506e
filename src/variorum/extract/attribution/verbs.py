"""Active verbs as cues: with a clause, an infinitive, an object, a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.acts import act_of, negated
from variorum.extract.attribution.clauses import FINITE, SUBJECTS, implied, subject, verb_group
from variorum.extract.attribution.extents import CLAUSES, complement, with_preposition
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.frames import best, given
from variorum.extract.attribution.named_before import righted
from variorum.extract.attribution.nominal import declares
from variorum.extract.attribution.passives import is_passive, passive_cue, raised_cue
from variorum.extract.attribution.quoting import quoted_by
from variorum.extract.attribution.sources import beside, phrase
from variorum.extract.attribution.tags import closing_tag, elsewhere, inside_tag
from variorum.lexicon import column, mapping

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
    complements = given(page, verb) or _shared(page, verb)
    group = verb_group(page, verb)
    if verb.tag == "VBN" and is_passive(page, verb):
        found = passive_cue(page, verb, cue, complements, group)
    elif "raise" in cue.frames:
        found = raised_cue(page, verb, complements, group)
    else:
        found = _active(page, verb, cue, complements)
    return found or (_names_so(page, verb, group) if "np+oprd" in cue.frames else None)


def _names_so(page: Page, verb: Token, group: Run) -> Finding | None:
    """Read "one resident called Brenn 'the mayor of mud'" by the words' order: the parse seldom sees the predicate."""
    quote = next((q for q in page.quotes if q.first > verb.i), None)
    if quote is None or page.segment_of[quote.first] != page.segment_of[verb.i] or verb.tag in {"VBG", "VB"}:
        return None
    thing = page.tokens[group[-1] + 1 : quote.first]
    if not 0 < len(thing) <= LONGEST_THING or thing[-1].pos not in NAMES or any(t.pos not in OF_NAMES for t in thing):
        return None
    own = subject(page, verb)
    named = own if own is not None and own.i < verb.i else None
    if named is None or page.quoted(named.i) or any(page.annotated.dependents(verb.i, "auxpass")):
        return None
    source = phrase(page, named, without=(*group, *page.annotated.subtree(verb.i)))
    return Finding(verb.i, group, source, (tuple(range(thing[0].i, quote.last)),), "speech", "verb:np+oprd")


NAMES = frozenset({"PROPN", "NOUN", "PRON"})
OF_NAMES = NAMES | {"DET", "ADJ", "NUM", "PART", "ADP"}
LONGEST_THING = 8
"""Words of what is called something."""


def _shared(page: Page, verb: Token) -> dict[str, Frame]:
    """Return the clause that a verb shares with the one joined to it: "Varr said and Orn confirmed that …"."""
    if not any(t.lower == "and" for t in page.annotated.dependents(verb.i, "cc")):
        return {}
    for other in page.annotated.dependents(verb.i, "conj"):
        if other.tag == verb.tag in FINITE and lexis.takes(other, "that") and lexis.takes(verb, "that"):
            found = given(page, other)
            return {name: found[name] for name in ("that", "wh") if name in found and found[name].head > other.i}
    return {}


def _active(page: Page, verb: Token, cue: Cue, complements: dict[str, Frame]) -> Finding | None:
    group = verb_group(page, verb)
    frame = best(cue.frames, complements)
    found = _by_order(page, verb, cue, frame, group) if "bare" in cue.frames else None
    if found is not None:
        return found
    if frame is None and "np" in complements and any(page.quoted(i) for i in complements["np"].tokens):
        frame = complements["np"]
    if (
        frame is None
        or _measured(page, frame)
        or _left_to_noun(page, frame)
        or _unnamed(page, frame)
        or _titled(page, frame)
    ):
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
    if _nobodys(page, frame, source) or _empty(page, run) or ("deed" in cue.frames and _fights(page, source)):
        return None
    act = "thought" if negated(page, verb, source) else act_of(page, cue, frame, verb, source)
    if cue.polarity == "deny" and _named_charge(page, source):
        return None
    words = with_preposition(page, group, run, frame)
    found = Finding(verb.i, words, source, (run,), act, f"verb:{frame.name}", frame.head)
    return found._replace(denies=cue.polarity == "deny")


def _fights(page: Page, source: Run) -> bool:
    """Tell who attacks with arms ("around a dozen gunmen") from who does so with words."""
    kinds = (mapping("nominals", "noun", "class").get(page.tokens[i].lemma.lower(), "") for i in source)
    return not FIGHTING.isdisjoint(kinds)


FIGHTING = frozenset({"fighter", "force", "soldier", "army", "suspect"})


def _empty(page: Page, run: Run) -> bool:
    """Tell a content that says nothing by itself: "that is what Brenn said"."""
    return len(run) == 1 and page.tokens[run[0]].lower in {"what", "that", "which", "so", "whatever", "something"}


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


def _titled(page: Page, frame: Frame) -> bool:
    """Tell the title of a work ("wrote 'The Long Flood'") from speech: a quotation in headline case without its end."""
    words = [page.tokens[i] for i in frame.tokens if page.quoted(i) and page.tokens[i].text.isalpha()]
    if frame.name != "np" or len(words) < TITLE or not page.quoted(frame.tokens[0]):
        return False
    final = page.tokens[frame.tokens[-1]]
    return final.text not in {".", "!", "?"} and all(t.text[0].isupper() for t in words if len(t.text) > TITLE)


TITLE = 3
"""A title has so many words, and those of more letters begin with a capital."""


def _measured(page: Page, frame: Frame) -> bool:
    """Tell "weighs 600 kg" from "weighs a plan"."""
    return frame.name == "np" and page.tokens[frame.head].entity == "QUANTITY"


def _unnamed(page: Page, frame: Frame) -> bool:
    """Tell "asked not to be named" from what is asked of others."""
    passive = any(page.annotated.dependents(frame.head, "auxpass"))
    return frame.name == "to" and passive and page.tokens[frame.head].lemma in column("anonymity", "verb")


def _source(page: Page, verb: Token, group: Run, content: Run) -> Run:
    found = _behind(page, verb, content) or _speaker(page, verb, group, content)
    return _not_in(righted(page, verb, group, found, page.segment(verb.i).first), content)


def _behind(page: Page, verb: Token, content: Run) -> Run:
    """Return the name behind an inverted tag, whatever the parse takes for its subject: "…, said Ilse Varr, who …"."""
    after = page.tokens[verb.i + 1 : verb.i + 2]
    named = bool(after) and after[0].entity == "PERSON" and page.before(verb.i) == "," and not page.quoted(after[0].i)
    if not named or verb.tag not in FINITE or not lexis.takes(verb, "quote") or lexis.takes(verb, "whom"):
        return ()
    if not content or content[-1] > verb.i:
        return ()
    return beside(page, verb, verb.i, page.segment(verb.i).last)


def _speaker(page: Page, verb: Token, group: Run, content: Run) -> Run:
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
