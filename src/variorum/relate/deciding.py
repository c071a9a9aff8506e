"""From what somebody says of an account's claims, statements and entities to a decision with anchors."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from variorum.errors import UsageError
from variorum.model import Anchor, Decision, Excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from variorum.model import Account, Article, Claim, DecisionVerb, Entity, Reference, Statement

DIGITS = 12
"""Of a sha256: enough to tell the inputs of a desk apart, short enough to be read in a line."""
_WORD = re.compile(r"\w+")


class Passage(NamedTuple):
    """Words of an article."""

    article: str
    words: Excerpt


def deciding(account: Account, name: str, verb: str, args: Sequence[str]) -> Decision:
    """Return the decision `name`: the ids of `args` become words and places that outlive them.

    Raises `UsageError` for a verb, an id or a number of arguments that does not fit, and for what is so already.
    """
    if verb not in _VERBS:
        msg = f"{verb!r} is no decision; there are {', '.join(_VERBS)} and undo"
        raise UsageError(msg)
    count, more, usage, make = _VERBS[verb]
    if len(args) < count or (len(args) > count and not more):
        msg = f"{verb} needs {usage}"
        raise UsageError(msg)
    return make(_Of(account), name, args)


class _Of:
    """An account with its things by id."""

    def __init__(self, account: Account) -> None:
        self.articles: Mapping[str, Article] = {a.id: a for a in account.articles}
        self.claims: Mapping[str, Claim] = {c.id: c for c in account.claims}
        self.statements: Mapping[str, Statement] = {s.id: s for s in account.statements}
        self.entities: Mapping[str, Entity] = {e.id: e for e in account.entities}

    def entity(self, name: str) -> Entity:
        if name not in self.entities:
            msg = f"there is no entity {name} in this account; `entities` in its JSON has their ids"
            raise UsageError(msg)
        return self.entities[name]

    def statement(self, name: str) -> Statement:
        if name not in self.statements:
            msg = f"there is no statement {name} in this account; variorum explain shows those of a claim"
            raise UsageError(msg)
        return self.statements[name]

    def claim(self, name: str) -> Claim:
        if name not in self.claims:
            msg = f"there is no claim {name} in this account"
            raise UsageError(msg)
        return self.claims[name]

    def claims_of(self, name: str) -> list[str]:
        """Return the ids of the claims that a claim or a statement is of."""
        if name in self.claims:
            return [name]
        self.statement(name)
        return [c.id for c in self.claims.values() if any(a.statement == name for a in c.appearances)]

    def passages(self, name: str) -> list[Passage]:
        """Return the passages that a claim or a statement stands for."""
        if name not in self.claims:
            said = self.statement(name)
            text = self.articles[said.article].text
            return [Passage(said.article, Excerpt(said.start, said.end, text[said.start : said.end]))]
        found = [(self.statements[a.statement], a.words) for a in self.claims[name].appearances]
        return [Passage(said.article, piece) for said, words in found for piece in words or said.content]

    def within(self, name: str, claims: Sequence[str]) -> list[Passage]:
        """Return the passages of some claims: those of a statement alone where the name is that of one."""
        found = [(a, self.statements[a.statement]) for claim in claims for a in self.claims[claim].appearances]
        own = [(a, said) for a, said in found if name in (*claims, said.id)]
        return [Passage(said.article, piece) for a, said in own for piece in a.words or said.content]

    def anchor(self, passage: Passage) -> Anchor:
        article, words = self.articles[passage.article], passage.words
        return Anchor(article.path, article.sha256[:DIGITS], words.start, words.end, words.text)


def _same(of: _Of, name: str, args: Sequence[str]) -> Decision:
    a, b = args[:2]
    for one in (a, b):
        made = of.claims_of(one)
        if len(made) != 1:
            claims = ", ".join(made) or "none"
            msg = f"{one} is of several claims or of none ({claims}); name the claims that are the same"
            raise UsageError(msg)
    if of.claims_of(a) == of.claims_of(b):
        msg = f"{a} and {b} are one claim already"
        raise UsageError(msg)
    return _on_two("same", of, name, (of.passages(a), of.passages(b)))


def _different(of: _Of, name: str, args: Sequence[str]) -> Decision:
    """Anchor at the words of the one claim that the two share; statements that share more of them are parted whole."""
    a, b = args[:2]
    if a == b:
        msg = f"{a} is one claim or statement: name the two that are different"
        raise UsageError(msg)
    shared = [claim for claim in of.claims_of(a) if claim in of.claims_of(b)]
    one_claim = len(shared) == 1
    both = (of.within(a, shared), of.within(b, shared)) if one_claim else (of.passages(a), of.passages(b))
    return _on_two("different", of, name, both)


def _on_two(verb: DecisionVerb, of: _Of, name: str, both: tuple[list[Passage], list[Passage]]) -> Decision:
    """Anchor a decision on two claims at their two passages that are most alike: those that could be joined."""
    pairs = [(a, b) for a, b in product(*both) if not _overlap(a, b)]
    if not pairs:
        msg = "the two have no passages that could be told apart"
        raise UsageError(msg)
    a, b = max(pairs, key=lambda pair: _alike(pair[0].words.text, pair[1].words.text))
    return Decision(name, verb, (of.anchor(a), of.anchor(b)))


def _overlap(a: Passage, b: Passage) -> bool:
    return a.article == b.article and a.words.start < b.words.end and b.words.start < a.words.end


def _alike(a: str, b: str) -> float:
    one, other = (set(_WORD.findall(words.lower())) for words in (a, b))
    return len(one & other) / max(1, len(one | other))


def _merge(of: _Of, name: str, args: Sequence[str]) -> Decision:
    one, other = (of.entity(arg) for arg in args[:2])
    if one.id == other.id:
        msg = f"{one.id} is one entity already"
        raise UsageError(msg)
    anchors = (of.anchor(_passage(_telling(one))), of.anchor(_passage(_telling(other))))
    return Decision(name, "merge-entity", anchors)


def _split(of: _Of, name: str, args: Sequence[str]) -> Decision:
    """Anchor one mention an article and spelling; an article stands for all spellings in it."""
    entity = of.entity(args[0])
    forms = [f for f in entity.forms if any(arg in {f.text, f.article} for arg in args[1:])]
    missing = [arg for arg in args[1:] if not any(arg in {f.text, f.article} for f in forms)]
    if missing:
        known = ", ".join(dict.fromkeys(f"“{f.text}”" for f in entity.forms))
        msg = f"{entity.id} has no “{missing[0]}”; its spellings are {known}, and a report's id stands for all in it"
        raise UsageError(msg)
    if len(forms) == len(entity.forms):
        msg = f"these are all the spellings of {entity.id}: nothing would be left of it"
        raise UsageError(msg)
    found = (
        next((m for m in entity.mentions if m.article == f.article and _line(m.text) == f.text), None) for f in forms
    )
    return Decision(name, "split-entity", tuple(of.anchor(_passage(m)) for m in found if m))


def _source(of: _Of, name: str, args: Sequence[str]) -> Decision:
    statement, who = of.statement(args[0]), " ".join(args[1:])
    places = list(_named(of, statement, who))
    if not places:
        words = f"entity {who}" if who in of.entities else f"“{who}”"
        msg = (
            f"{words} does not stand in {of.articles[statement.article].path}: a source is named in the report's words"
        )
        raise UsageError(msg)
    nearest = min(places, key=lambda piece: (_distance(statement, piece), piece.start))
    (said,) = of.passages(statement.id)
    return Decision(name, "source", (of.anchor(said), of.anchor(Passage(statement.article, nearest))))


def _named(of: _Of, statement: Statement, who: str) -> Iterator[Excerpt]:
    """Yield where an entity is meant, or words stand, in the article of a statement."""
    if who in of.entities:
        mentions = (m for m in of.entities[who].mentions if m.article == statement.article)
        yield from (Excerpt(m.start, m.end, m.text) for m in mentions)
        return
    text = of.articles[statement.article].text
    for match in re.finditer(rf"(?<!\w){re.escape(who)}(?!\w)", text):
        yield Excerpt(match.start(), match.end(), match.group())


def _distance(statement: Statement, piece: Excerpt) -> int:
    return max(statement.start - piece.end, piece.start - statement.end, 0)


def _note(of: _Of, name: str, args: Sequence[str]) -> Decision:
    claim = of.claim(args[0])
    passages = of.passages(claim.id)
    shown = next((p for p in passages if p.words.text == claim.text), passages[0])
    return Decision(name, "note", (of.anchor(shown),), " ".join(args[1:]))


def _telling(entity: Entity) -> Reference:
    """Return the mention that tells best who is meant: by the entity's name, else by its longest form."""
    forms = {form.text for form in entity.forms}
    named = [m for m in entity.mentions if _line(m.text) in forms] or list(entity.mentions)
    return max(named, key=lambda m: (_line(m.text) == entity.name, len(m.text)))


def _passage(mention: Reference) -> Passage:
    return Passage(mention.article, Excerpt(mention.start, mention.end, mention.text))


def _line(words: str) -> str:
    return " ".join(words.split())


_VERBS: dict[str, tuple[int, bool, str, Callable[[_Of, str, Sequence[str]], Decision]]] = {
    "same": (2, False, "two claims or statements: same c3 c9", _same),
    "different": (2, False, "two claims or statements: different c3 s14", _different),
    "merge-entity": (2, False, "two entities: merge-entity e2 e7", _merge),
    "split-entity": (
        2,
        True,
        "an entity and the spelling, or the report, of somebody else: split-entity e2 a3",
        _split,
    ),
    "source": (2, True, "a statement and an entity, or words of the report: source s14 e2", _source),
    "note": (2, True, "a claim and what is to be noted: note c3 the hospital confirms 14", _note),
}
