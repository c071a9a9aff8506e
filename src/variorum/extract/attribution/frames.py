"""What a cue takes for its content: the frames of complement over the parse.

A frame is a name (`that`, `to`, `ing`, `np`, `of`, `as`, `small` …) and the tokens of the complement. Which frames make
an attribution of which word is not decided here but in the tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.extract.attribution.page import Page
    from variorum.model import Token


class Frame(NamedTuple):
    """One complement of a cue: the frame's name, the token heading it, all its tokens."""

    name: str
    head: int
    tokens: tuple[int, ...]


def frames(page: Page, cue: Token) -> list[Frame]:
    """Return the complements that the parse gives a verb, noun or adjective."""
    simple = list(_of_word(page, cue))
    return [*simple, *_joined(simple), *_parenthetic(page, cue)]


ORDER = (
    "that", "bare", "wh", "clear", "np+to", "np+oprd", "np+small", "np+acomp", "np+p-as", "np+p-of", "np+p-for",
    "np+p-on", "np+p-to", "np+p-from", "np+p-about", "p-on+to", "p-to+to", "p-with+to",
    "to", "ing", "as", "small", "oprd", "paren", "as-paren", "np",
)  # fmt: skip
"""Clauses come before predicates, predicates before plain objects, objects before prepositions."""


def given(page: Page, cue: Token) -> dict[str, Frame]:
    """Return the complements by name; a clause that stands behind the cue goes before one in front of it."""
    found = frames(page, cue)
    clauses = {"that", "bare", "wh"}
    behind = any(f.name in clauses and f.head > cue.i for f in found)
    if cue.tag in {"VBG", "VB"} or behind:
        found = [f for f in found if f.name not in clauses | {"paren"} or (f.name in clauses and f.head > cue.i)]
    by_name = {f.name: f for f in reversed(found)}
    return {**_within_object(page, by_name.get("np")), **by_name}


def _within_object(page: Page, thing: Frame | None) -> dict[str, Frame]:
    """Return "the firm of hiding the leak" as object and preposition where the parse made it one noun phrase."""
    if thing is None:
        return {}
    preps = [t for t in page.annotated.dependents(thing.head, "prep") if t.lower in {"of", "as", "for"}]
    heads = {t.lower: next(page.annotated.dependents(t.i, "pobj", "pcomp"), t) for t in preps}
    return {f"np+p-{name}": Frame(f"np+p-{name}", head.i, thing.tokens) for name, head in heads.items()}


def best(wanted: frozenset[str], complements: dict[str, Frame]) -> Frame | None:
    """Return the complement that says most, of those that the table wants."""
    names = [*ORDER, *sorted(n for n in complements if n.startswith("p-"))]
    return next((complements[n] for n in names if n in wanted and n in complements), None)


def _joined(simple: list[Frame]) -> Iterator[Frame]:
    """Yield an object with what is said of it as one complement: "urged the council to act", "called it a mistake"."""
    for thing in [f for f in simple if f.name in {"p-on", "p-to", "p-with"}]:
        yield from (
            Frame(f"{thing.name}+to", f.head, tuple(sorted({*thing.tokens, *f.tokens})))
            for f in simple
            if f.name == "to" and f.head > thing.head
        )
    things = [f for f in simple if f.name == "np"]
    if len(things) > 1 and things[0].tokens[-1] + 1 == things[1].tokens[0]:
        yield Frame("np+oprd", things[1].head, (*things[0].tokens, *things[1].tokens))
    for thing in things[:1]:
        for other in simple:
            if other.name in JOINED and other.head > thing.head:
                yield Frame(f"np+{other.name}", other.head, tuple(sorted({*thing.tokens, *other.tokens})))


JOINED = frozenset({"to", "as", "small", "oprd", "acomp", "ing", "p-of", "p-for", "p-as", "p-on", "p-to", "p-from"})


def _of_word(page: Page, cue: Token) -> Iterator[Frame]:
    for child in page.annotated.dependents(cue.i):
        if child.dep in {"prep", "agent"}:
            yield from _preposition(page, cue, child)
        elif child.dep == "advcl" and child.tag == "VB" and child.i > cue.i and _marker(page, child) == "for":
            below = _without(page, child.i, cue.i)
            yield Frame("p-for", child.i, tuple(i for i in below if page.tokens[i].lower != "for" or i != below[0]))
        elif child.dep == "ccomp" and child.tag == "JJ" and child.lower in CLEAR:
            yield from _clear(page, cue, child)
        elif name := _name(page, cue, child):
            yield Frame(name, child.i, _without(page, child.i, cue.i))


CLEAR = frozenset({"clear", "plain", "known"})


def _clear(page: Page, cue: Token, word: Token) -> Iterator[Frame]:
    """Yield the clause of "made it clear that"."""
    for clause in page.annotated.dependents(word.i, "advcl", "ccomp"):
        if _marker(page, clause) == "that":
            yield Frame("clear", clause.i, _without(page, clause.i, cue.i))


PLAIN = {
    "dobj": "np",
    "attr": "attr",
    "oprd": "oprd",
    "acomp": "acomp",
    "nsubjpass": "subject",
}


def _name(page: Page, cue: Token, child: Token) -> str:
    """Return the frame that a dependent makes by its relation, `""` where it makes none."""
    if child.dep == "ccomp":
        return _clause_name(page, child)
    if child.dep == "xcomp":
        return "ing" if child.tag == "VBG" else "to" if _has_to(page, child) else "small"
    if child.dep == "advcl":
        return "as" if child.tag == "VBG" and _marker(page, child) == "as" else ""
    if child.dep in {"relcl", "acl"} and cue.pos == "NOUN":
        return "to" if child.dep == "acl" and _has_to(page, child) else "that"
    return PLAIN.get(child.dep, "")


def _clause_name(page: Page, child: Token) -> str:
    words = [t for t in page.annotated.dependents(child.i) if t.i < child.i]
    if any(t.dep == "mark" and t.lower == "that" for t in words):
        return "that"
    if any(t.lower in {"whether", "if"} for t in words if t.dep == "mark"):
        return "wh"
    first = page.tokens[min(page.annotated.subtree(child.i))]
    if first.lower == "that" and first.dep == "mark":
        return "that"
    return "wh" if first.tag in {"WP", "WRB", "WDT"} else "bare"


def _has_to(page: Page, verb: Token) -> bool:
    return any(t.lower == "to" for t in page.annotated.dependents(verb.i, "aux"))


def _marker(page: Page, verb: Token) -> str:
    return next((t.lower for t in page.annotated.dependents(verb.i, "mark", "prep")), "")


def _preposition(page: Page, cue: Token, prep: Token) -> Iterator[Frame]:
    doubled = any(page.annotated.dependents(prep.i, "conj"))
    described = ("amod", "acomp") if prep.lower == "as" else ()
    for child in page.annotated.dependents(prep.i, "pobj", "pcomp", "prep", *described):
        tokens = _without(page, prep.i if doubled else child.i, cue.i)
        yield Frame(f"p-{prep.lower}", child.i, tuple(i for i in tokens if i != prep.i))


def _without(page: Page, top: int, cue: int) -> tuple[int, ...]:
    """Return the subtree of `top`, less any branch that holds the cue."""
    return tuple(i for i in page.annotated.subtree(top) if i != cue)


def _parenthetic(page: Page, cue: Token) -> Iterator[Frame]:
    """Find the clause that "he said" stands in or after, where the parse hangs the cue below it."""
    up = page.tokens[cue.head]
    if cue.dep not in {"parataxis", "ccomp", "dep", "advcl", "conj"} or up.i == cue.i or up.pos not in {"VERB", "AUX"}:
        return
    if any(t.lower != "as" for t in page.annotated.dependents(cue.i, "mark")):
        return
    below = set(page.annotated.subtree(cue.i))
    before = page.before(min(below))
    first = page.tokens[min(below)]
    opening = first.lower == "as" and first.i == page.segment(cue.i).first
    if before not in {",", "-", "–", "—", "--"} and first.text != "," and not opening:
        return
    rest = tuple(i for i in page.annotated.subtree(up.i) if i not in below)
    yield Frame("as-paren" if first.lower == "as" and cue.lemma == "put" else "paren", up.i, rest)
