"""Indirect and mixed attribution: a verb, noun or adjective of the tables with its complement over the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.clauses import implied, subject, verb_group
from variorum.extract.attribution.content import body_start, filled, trimmed, whole_quotes
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.frames import Frame, frames
from variorum.extract.attribution.sources import beside, phrase
from variorum.lexicon import column

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.lexis import Cue
    from variorum.extract.attribution.page import Page
    from variorum.model import Act, Token

CLAUSES = ("that", "bare", "wh", "paren")
ORDER = (
    "that", "bare", "wh", "np+to", "np+oprd", "np+small", "np+acomp", "np+p-as", "np+p-of", "np+p-for", "np+p-on",
    "np+p-to", "np+p-from", "np+p-about", "to", "ing", "as", "small", "oprd", "paren",
)  # fmt: skip
"""Clauses come before predicates, predicates before plain objects, objects before prepositions."""


def cued(page: Page, used: Container[int]) -> Iterator[Finding]:
    """Yield the attributions of cues outside quotation marks that are not in `used`."""
    for token in page.tokens:
        if token.i in used or page.quoted(token.i):
            continue
        if token.pos in {"VERB", "AUX"} or token.lower in {"said", "says"}:
            cue = lexis.verb(token)
            found = _verb(page, token, cue) if cue else None
        elif token.pos == "NOUN":
            cue = lexis.nouns().get(token.lemma.lower())
            found = _noun(page, token, cue) if cue else None
        elif token.pos == "ADJ":
            cue = lexis.adjectives().get(token.lemma.lower())
            found = _adjective(page, token, cue) if cue else None
        else:
            continue
        if found is not None and found.contents[0]:
            yield found


def _verb(page: Page, verb: Token, cue: Cue) -> Finding | None:
    given = _given(page, verb)
    group = verb_group(page, verb)
    if verb.tag == "VBN" and _passive(page, verb):
        return _passive_verb(page, verb, cue, given, group)
    if "raise" in cue.frames:
        return _raised(page, verb, given, group)
    frame = _best(cue, given)
    if "bare" in cue.frames and verb.tag in FINITE and (frame is None or frame.name.startswith(("p-", "np"))):
        run = _rest(page, verb, group)
        if run:
            return Finding(verb.i, group, _source(page, verb, group, run), (run,), cue.act, "verb:rest")
    if frame is None:
        return None
    run = _content(page, frame, group, verb)
    source = _source(page, verb, group, run)
    negated = any(page.annotated.dependents(verb.i, "neg"))
    act = "thought" if negated else _act(page, cue, frame, source)
    return Finding(verb.i, group, source, (run,), act, f"verb:{frame.name}", frame.head)


FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _rest(page: Page, verb: Token, group: Run) -> Run:
    """Find the clause that the parse hung elsewhere: behind a later "that", or before ", Ferro said" at the end."""
    segment = page.segment(verb.i)
    behind = page.tokens[group[-1] + 1 : segment.last]
    that = next((t.i for t in behind if t.lower == "that" and t.dep == "mark" and not page.quoted(t.i)), None)
    if that is not None and not any(
        t.tag in FINITE and not page.quoted(t.i) for t in page.tokens[group[-1] + 1 : that]
    ):
        return trimmed(page, whole_quotes(page, range(that + 1, segment.last), group))
    head = subject(page, verb)
    own = phrase(page, head, without=group) if head is not None else ()
    start = min((*group, *own))
    if any(t.text not in '.”"' and t.pos != "ADV" for t in behind) or start - 1 < segment.first:
        return ()
    if page.tokens[start - 1].text != "," or not any(t.tag in FINITE for t in page.tokens[segment.first : start]):
        return ()
    return trimmed(page, whole_quotes(page, range(body_start(page, segment.first), start), group))


def _given(page: Page, cue: Token) -> dict[str, Frame]:
    """Return the complements by name; a clause that stands behind the cue goes before one in front of it."""
    found = frames(page, cue)
    behind = [f for f in found if f.name in CLAUSES and f.head > cue.i]
    if cue.tag in {"VBG", "VB"} or any(f.name != "paren" for f in behind):
        found = [f for f in found if f.name not in CLAUSES or (f.head > cue.i and f.name != "paren")]
    return {f.name: f for f in reversed(found)}


def _best(cue: Cue, given: dict[str, Frame]) -> Frame | None:
    names = [
        n for n in (*ORDER, "np", *sorted(n for n in given if n.startswith("p-"))) if n in cue.frames and n in given
    ]
    return given[names[0]] if names else None


def _act(page: Page, cue: Cue, frame: Frame, source: Run) -> Act:
    """Return speech only where a clause is reported; what a noun phrase names is an attitude to it."""
    head = page.tokens[frame.head]
    if cue.kind == "believe" and frame.name in {"that", "bare"} and source:
        top = page.tokens[source[-1]]
        judged = top.pos != "PRON" and head.tag != "VBG"
        return "speech" if judged and page.tokens[frame.head].dep == "ccomp" and cue.act == "speech" else cue.act
    clause = frame.name in {*CLAUSES, "np+to", "to", "as"} or head.dep == "pcomp"
    return cue.act if clause else "thought"


def _passive(page: Page, verb: Token) -> bool:
    if any(page.annotated.dependents(verb.i, "auxpass", "nsubjpass", "agent")):
        return True
    return verb.dep == "acl"


def _passive_verb(page: Page, verb: Token, cue: Cue, given: dict[str, Frame], group: Run) -> Finding | None:
    """Read "is said to have fled", "was called a mistake", "was reported by", "it was announced that"."""
    agent = next(iter(page.annotated.dependents(verb.i, "agent")), None)
    doer = next(iter(page.annotated.dependents(agent.i, "pobj")), None) if agent is not None else None
    source = phrase(page, doer, without=group) if doer is not None else ()
    top = next(iter(page.annotated.dependents(verb.i, "nsubjpass")), None)
    for name, inner in (("passive-to", "to"), ("passive-as", "p-as"), ("passive-oprd", "oprd")):
        if name in cue.frames and inner in given and top is not None:
            run = (*_subject_run(page, top, group), *given[inner].tokens)
            return Finding(verb.i, group, source, (trimmed(page, tuple(sorted(run))),), cue.act, f"verb:{name}")
    for name in CLAUSES[:3]:
        if name in cue.frames and name in given:
            run = _content(page, given[name], group, verb)
            return Finding(verb.i, group, source, (run,), cue.act, f"verb:passive-{name}", given[name].head)
    if "passive-by" in cue.frames and source and top is not None:
        return Finding(verb.i, group, source, (_subject_run(page, top, group),), "thought", "verb:passive-by")
    if "passive" in cue.frames and not source and top is not None:
        return Finding(verb.i, group, (), (_subject_run(page, top, group),), "thought", "verb:passive")
    return None


def _subject_run(page: Page, top: Token, group: Run) -> Run:
    return trimmed(page, whole_quotes(page, phrase(page, top, without=group), group))


def _raised(page: Page, verb: Token, given: dict[str, Frame], group: Run) -> Finding | None:
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


def _source(page: Page, verb: Token, group: Run, content: Run) -> Run:
    head = _going_on(page, verb) or subject(page, verb)
    if head is not None and not page.quoted(head.i) and head.i not in content:
        return phrase(page, head, without=(*group, *content))
    segment = page.segment(verb.i)
    if verb.tag in {"VBD", "VBZ", "VBP"}:
        return _not_in(beside(page, verb, segment.first, segment.last), content)
    if verb.tag in {"VBG", "VB"} and head is None:
        near = implied(page, verb, segment.first)
        return _not_in(phrase(page, near, without=(*group, *content)), content) if near is not None else ()
    return ()


def _going_on(page: Page, verb: Token) -> Token | None:
    """Return the speaker who goes on in a participle: "Ferro denied that the dam had failed, adding that …"."""
    if verb.tag != "VBG" or verb.i == 0 or page.tokens[verb.i - 1].text != ",":
        return None
    over = page.tokens[verb.head]
    if lexis.verb(over) is not None:
        return None
    for token in reversed(page.tokens[page.segment(verb.i).first : verb.i]):
        if token.tag in FINITE and not page.quoted(token.i) and token.dep != "relcl" and lexis.verb(token) is not None:
            return subject(page, token)
    return None


def _not_in(run: Run, content: Run) -> Run:
    return () if set(run) & set(content) else run


def _content(page: Page, frame: Frame, group: Run, verb: Token) -> Run:
    """Return the words of a complement: those behind the cue as parsed, those before it from the sentence's start."""
    members = set(frame.tokens) - set(group)
    if frame.name in {"that", "bare", "paren", "wh"} and min(members, default=verb.i) < verb.i:
        members = _fronted(page, members, group, verb)
    else:
        members = {i for i in members if i > verb.i} or members
        members |= _trailing(page, verb, members) if frame.name in {"that", "bare", "wh"} else set()
    members = set(_cut(page, verb, sorted(members)))
    return trimmed(page, whole_quotes(page, filled(page, members, _holes(page, verb, group, members)), group))


def _holes(page: Page, verb: Token, group: Run, members: set[int]) -> set[int]:
    """Return the cue's own clause ("he said") where the content stands on both sides of it."""
    if not members or not min(members) < verb.i < max(members):
        return set()
    head = subject(page, verb)
    own = set(group)
    if head is not None and head.i not in members:
        own.update(phrase(page, head, without=group))
    for child in page.annotated.dependents(verb.i):
        if child.i not in members and not members & set(page.annotated.subtree(child.i)):
            own.update(page.annotated.subtree(child.i))
    return set(range(min(own), max(own) + 1)) - members


def _fronted(page: Page, members: set[int], group: Run, verb: Token) -> set[int]:
    own = set(group)
    head = subject(page, verb)
    if head is not None and head.i not in members:
        own.update(phrase(page, head, without=group))
    start = min(own)
    before = {i for i in members if i < start}
    after = {i for i in members if i > max(own)}
    if not before:
        return members - own
    return before | after


def _trailing(page: Page, verb: Token, members: set[int]) -> set[int]:
    """Return what the parse hung on the cue behind its clause though it belongs to the clause: "… on Monday"."""
    if not members:
        return set()
    last, more = max(members), set()
    for child in page.annotated.dependents(verb.i, "prep", "npadvmod", "advmod"):
        below = page.annotated.subtree(child.i)
        if below[0] == last + 1:
            more.update(below)
            last = below[-1]
    return more


def _cut(page: Page, verb: Token, run: list[int]) -> list[int]:
    """End the content before what the reporter adds: ", adding that …", ", which …", ", though …"."""
    for n, i in enumerate(run):
        token = page.tokens[i]
        if i < verb.i or page.quoted(i) or n == 0 or page.tokens[i - 1].text not in {",", "—", "–", "-", "--"}:
            continue
        if token.tag == "VBG" and lexis.takes(token, "that") and token.dep in {"advcl", "acl", "conj", "ccomp", "dep"}:
            return run[:n]
        if token.lower in {"which", "who"} and _closing(page, token, run):
            return run[:n]
        if token.lower in {"though", "although"}:
            return run[:n]
    return _uncoordinated(page, verb, run)


def _uncoordinated(page: Page, verb: Token, run: list[int]) -> list[int]:
    """End the content before "and added that …", which the parse may take for a part of it."""
    for n, i in enumerate(run):
        token = page.tokens[i]
        if (
            i <= verb.i
            or token.dep != "conj"
            or token.tag != verb.tag
            or token.tag not in {"VBD", "VBZ"}
            or page.quoted(i)
        ):
            continue
        if any(page.annotated.dependents(i, "nsubj", "nsubjpass", "aux", "auxpass")) or lexis.verb(token) is None:
            continue
        link = next((k for k in range(n - 1, max(n - 4, 0), -1) if page.tokens[run[k]].dep == "cc"), None)
        if link:
            return run[:link]
    return run


def _closing(page: Page, relative: Token, run: list[int]) -> bool:
    """Tell whether the relative clause of `relative` ends the content."""
    clause = page.tokens[relative.head]
    while clause.dep != "relcl" and clause.head != clause.i and clause.dep in {"prep", "pobj", "poss", "ccomp", "conj"}:
        clause = page.tokens[clause.head]
    return clause.dep == "relcl" and max(page.annotated.subtree(clause.i)) >= run[-1]


def _noun(page: Page, noun: Token, cue: Cue) -> Finding | None:
    given = {f.name: f for f in reversed(frames(page, noun))}
    frame = _best(cue, given)
    if frame is None or (frame.name == "that" and not _declares(page, frame)):
        return None
    run = trimmed(page, whole_quotes(page, [i for i in frame.tokens if i > noun.i], (noun.i,)))
    source = _owner(page, noun, frame)
    act = cue.act if frame.name == "that" else "thought"
    return Finding(noun.i, (noun.i,), source, (run,), act if source else "thought", f"noun:{frame.name}", frame.head)


def _declares(page: Page, frame: Frame) -> bool:
    """Tell a clause that says what was claimed from a relative clause and a participle ("the claim made by")."""
    marks = [t for t in page.annotated.dependents(frame.head) if t.i < frame.head]
    return any(t.dep == "mark" and t.lower == "that" for t in marks)


def _owner(page: Page, noun: Token, frame: Frame) -> Run:
    for child in page.annotated.dependents(noun.i, "poss"):
        return phrase(page, child)
    for prep in page.annotated.dependents(noun.i, "prep", "agent"):
        if prep.lower in {"by", "from", "of"} and prep.i < frame.head and f"p-{prep.lower}" != frame.name:
            for child in page.annotated.dependents(prep.i, "pobj"):
                return phrase(page, child, without=frame.tokens)
    up = page.tokens[noun.head]
    if noun.dep == "pobj" and up.lower in {"with", "in"}:
        up = page.tokens[up.head]
    if noun.dep not in {"dobj", "pobj"} or up.pos != "VERB" or up.lemma.lower() in column("cause_verbs", "verb"):
        return ()
    head = subject(page, up)
    return phrase(page, head, without=(up.i,)) if head is not None and not page.quoted(head.i) else ()


def _adjective(page: Page, word: Token, cue: Cue) -> Finding | None:
    given = {f.name: f for f in reversed(frames(page, word))}
    frame = _best(cue, given)
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
    return Finding(word.i, group, source, (run,), "thought", f"adjective:{frame.name}") if source else None
