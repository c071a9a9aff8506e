"""How far a complement reaches: behind the cue as parsed, in front of it from the sentence's start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.clauses import FINITE, RELATIVES, SUBJECTS, subject
from variorum.extract.attribution.content import body_start, filled, quoted_alone, trimmed, whole_quotes, with_quoted
from variorum.extract.attribution.frames import best, given
from variorum.extract.attribution.sources import phrase
from variorum.extract.attribution.trailing import contrasted, thing_before, trailing

if TYPE_CHECKING:
    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.frames import Frame
    from variorum.extract.attribution.page import Page
    from variorum.model import Token

CLAUSES = ("that", "bare", "wh", "paren")
DASHES = frozenset({",", "—", "–", "-", "--"})


def complement(page: Page, frame: Frame, group: Run, verb: Token) -> Run:
    """Return the words of a complement: those behind the cue as parsed, those before it from the sentence's start."""
    members = set(frame.tokens) - set(group)
    if frame.name in {*CLAUSES, "as-paren"} and min(members, default=verb.i) < verb.i:
        members = _fronted(page, members, group, verb)
    else:
        members = {i for i in members if i > verb.i} or members
        if frame.name in {"that", "bare", "wh"}:
            members |= trailing(page, verb, members)
            members |= contrasted(page, verb, members)
            members |= thing_before(page, verb, members)
    if frame.name == "np" or frame.name.startswith("p-"):
        members |= _after_noun(page, verb, members)
    if frame.name in PREDICATES and frame.head > verb.i:
        members |= _described(page, group, members)
    members = set(_undashed(page, verb, _cut(page, verb, sorted(members))))
    members = (members | _subjectless(page, frame, group, members)) - _opening(page, verb, members)
    run = trimmed(page, whole_quotes(page, filled(members, _holes(page, verb, group, members)), group))
    if not run or run[-1] <= verb.i:
        return run
    run = quoted_alone(page, run)
    return with_quoted(page, run) if frame.name in CLAUSES else run


def _after_noun(page: Page, verb: Token, members: set[int]) -> set[int]:
    """Return what the parse hung on the cue right behind a noun that it belongs to: "backed [the plan] to rebuild".

    Prepositions of time stay with the cue: on training articles of PolNeAR half of the annotators' contents end there,
    against one in ten before the others.
    """
    last, more = max(members, default=verb.i), set()
    for child in page.annotated.dependents(verb.i, "prep", "xcomp", "advcl"):
        below = page.annotated.subtree(child.i)
        first = page.tokens[below[0]].lower
        if below[0] == last + 1 > verb.i + 1 and (first == "to" or child.dep == "prep") and first not in TIMING:
            more.update(below)
            last = below[-1]
    return more


TIMING = frozenset({"during", "before", "after", "until", "since"})


PREDICATES = frozenset({"oprd", "small", "np+oprd", "np+small", "np+acomp"})


def _described(page: Page, group: Run, members: set[int]) -> set[int]:
    """Return what stands between the cue and a predicate: "called [what she saw] a disgrace"."""
    between = range(group[-1] + 1, min(members, default=0))
    return set() if any(page.tokens[i].text in {",", ";", ":"} for i in between) else set(between)


def with_preposition(page: Page, cue: Run, content: Run, frame: Frame) -> Run:
    """Return the cue with the preposition that leads to its content: "called for", "concerns about"."""
    if not frame.name.startswith("p-") or not content:
        return cue
    last = content[0] - 1
    leads = page.tokens[last].lower == frame.name[2:].split("+")[0]
    return (*cue, *range(cue[-1] + 1, last + 1)) if leads and 0 < last - cue[-1] <= REACH else cue


REACH = 3
"""A preposition further than so many words from its cue is not written into it."""


def _subjectless(page: Page, frame: Frame, group: Run, members: set[int]) -> set[int]:
    """Return the clause's subject where the parse joined it to whoever is told: "told AFP a driver fled"."""
    head = page.tokens[frame.head]
    first = min(members, default=0)
    if frame.name != "bare":
        return set()
    own = any(page.annotated.dependents(head.i, *SUBJECTS))
    if _opens_thing(page, group, first, own=own):
        return set(range(group[-1] + 1, first))
    if head.tag not in FINITE or own or any(page.annotated.dependents(head.i, "aux")):
        return set()
    opening = [
        t.i for t in page.tokens[group[-1] + 2 : first] if t.tag in {"DT", "PRP$", "CD"} and not page.quoted(t.i)
    ]
    return set(range(opening[0], first)) if opening and first > group[-1] else set()


def _opens_thing(page: Page, group: Run, first: int, *, own: bool) -> bool:
    """Tell whether the words between the cue and its clause belong to the clause, not to whoever is told.

    With a verb that tells somebody they do only where the clause has no subject of its `own`.
    """
    between = page.tokens[group[-1] + 1 : first]
    if not between or first <= group[-1] or "that" in {between[-1].lower, page.tokens[first].lower}:
        return False
    if own and lexis.takes(page.tokens[group[-1]], "whom"):
        return False
    opens = between[0]
    return opens.tag in {"DT", "PRP$", "WRB"} and opens.entity not in {"DATE", "TIME"} and not page.quoted(opens.i)


def _opening(page: Page, verb: Token, members: set[int]) -> set[int]:
    """Return what stands between the cue and the clause: a "that" taken for an article, a bare day."""
    first = min(members, default=verb.i)
    if first <= verb.i or page.quoted(first):
        return set()
    token, after = page.tokens[first], page.tokens[first + 1 : first + 2]
    if token.lower == "that" and token.dep in {"det", "dobj"} and after and after[0].tag in CLAUSE_STARTS:
        return {first}
    if token.lower == "on" and after and after[0].entity == "DATE" and after[0].tag == "NNP":
        behind = page.tokens[first + 2 : first + 3]
        return {first, first + 1} if behind and behind[0].tag in CLAUSE_STARTS | {"DT", "PRP$"} else set()
    day = token.dep == "npadvmod" and token.entity == "DATE" and not page.annotated.children[first]
    return {first} if day and first + 1 in members else set()


CLAUSE_STARTS = frozenset({"NN", "NNS", "NNP", "PRP", "EX"})


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
    if after and all(page.tokens[i].lower in RELATIVES for i in before):
        return before | set(range(max(group) + 1, max(after) + 1))
    first = body_start(page, page.segment(verb.i).first)
    return {i for i in before if i >= first} | after


def _cut(page: Page, verb: Token, run: list[int]) -> list[int]:
    """End the content before what the reporter adds: ", adding that …", ", which …", ", though …"."""
    for n, i in enumerate(run):
        token = page.tokens[i]
        if i < verb.i or page.quoted(i) or n == 0 or not _parted(page, i):
            continue
        if (
            token.tag == "VBG"
            and lexis.takes(token, "that")
            and token.dep in {"advcl", "acl", "conj", "ccomp", "dep", "amod"}
        ):
            return run[:n]
        if token.lower in {"which", "who"} and _closing(page, token, run):
            return run[:n]
        if token.lower in {"though", "although"} or (token.lower == "according" and i > verb.i):
            return run[:n]
        if token.tag == "DT" and _beside(page, token, run):
            return run[:n]
    return _uncoordinated(page, verb, run)


def _undashed(page: Page, verb: Token, run: list[int]) -> list[int]:
    """End the content before a last dash with no verb behind it: "hit the group [- members of a club in Lom]".

    Where words are quoted the dash may be the speaker's own.
    """
    dashes = [n for n, i in enumerate(run) if i > verb.i and page.tokens[i].text in RULES and not page.quoted(i)]
    if len(dashes) != 1 or page.tokens[run[dashes[0]]].start == page.tokens[run[dashes[0]] - 1].end:
        return run
    tail = [page.tokens[i] for i in run[dashes[0] :]]
    aside = SHORTEST_ASIDE <= len(tail) <= LONGEST_ASIDE and tail[1].tag in THINGS
    spoken = any(t.tag in FINITE | {"MD"} or t.text == "," for t in tail)
    quoted = any(page.quoted(i) for i in run) or page.before(run[-1] + 2) != "."
    return run[: dashes[0]] if aside and not spoken and not quoted else run


RULES = frozenset({"-", "–"})
SHORTEST_ASIDE, LONGEST_ASIDE = 4, 12
THINGS = frozenset({"NN", "NNS", "NNP", "DT", "JJ"})


def _beside(page: Page, article: Token, run: list[int]) -> bool:
    """Tell whether an apposition ends the content: "cut 30 jobs, [the first wave of a plan]" is the reporter's own.

    On training articles of PolNeAR the annotators' contents end before it twice as often as behind it.
    """
    noun = page.tokens[article.head]
    return noun.dep == "appos" and noun.i > article.i and page.annotated.subtree(noun.i)[-1] >= run[-1]


def _parted(page: Page, i: int) -> bool:
    """Tell whether a comma or dash stands before the token, be it inside the marks of a quotation that ends there."""
    return page.before(i) in DASHES or (page.quoted(i - 1) and page.before(i - 1) == ",")


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
        if any(page.annotated.dependents(i, "nsubjpass", "aux", "auxpass")) or not _reports(page, token):
            continue
        own = next(page.annotated.dependents(i, "nsubj"), None)
        if own is not None and not _says_too(page, token):
            continue
        back = n - (i - page.annotated.subtree(own.i)[0]) if own is not None else n
        link = next((k for k in range(back - 1, max(back - 4, 0), -1) if page.tokens[run[k]].dep == "cc"), None)
        if link:
            return run[:link]
    return run


def _reports(page: Page, verb: Token) -> bool:
    """Tell "and added that …" from "and ordered a coffee": the verb has what the table wants of it."""
    cue = lexis.verb(verb)
    return cue is not None and best(cue.frames - {"np"}, given(page, verb)) is not None


def _says_too(page: Page, verb: Token) -> bool:
    """Tell whether another speaker says a clause of his own: "and Orn said it was open"."""
    return lexis.takes(verb, "bare") and any(
        t.i > verb.i and t.tag in FINITE for t in page.annotated.dependents(verb.i, "ccomp")
    )


def _closing(page: Page, relative: Token, run: list[int]) -> bool:
    """Tell whether the relative clause of `relative` ends the content."""
    clause = page.tokens[relative.head]
    while clause.dep != "relcl" and clause.head != clause.i and clause.dep in {"prep", "pobj", "poss", "ccomp", "conj"}:
        clause = page.tokens[clause.head]
    return clause.dep == "relcl" and max(page.annotated.subtree(clause.i)) >= run[-1]
