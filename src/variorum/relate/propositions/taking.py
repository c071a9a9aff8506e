"""What a statement asserts, in a form that can be held against another: words, who, when, how many, yes or no."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import column, mapping, rows
from variorum.model import Excerpt, Statement
from variorum.relate.propositions.counted import counted
from variorum.relate.propositions.deeds import negates
from variorum.relate.propositions.details import NONE, Details, details
from variorum.relate.propositions.phrases import object_verbs, particle_verbs
from variorum.relate.propositions.senses import sense
from variorum.text.spelling import one_spelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from variorum.model import Annotated, Article, Figure, Part, Reading, Timex, Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
SUBJECTS, PASSIVE_SUBJECTS = ("nsubj", "csubj"), ("nsubjpass", "csubjpass")
OBJECTS = ("dobj", "dative", "attr")
LONGEST_COUNTRY = 4
HALVES = frozenset({"north", "south", "east", "west"})
MOSTLY = 0.8
"""Share of a clause that a caveat must cover to be all that the clause says: the rest is an adverb or a date."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing that a statement asserts, taken apart; `pieces` are its words, `text` the same as one string.

    `words` are content words in one spelling, a country under all its names (`country:KR`), an entity by its id;
    `agents` and `patients` are such words in the roles of the governing verb; `days` the TIMEX3 days it speaks of;
    `details` what one word can turn into something else.
    """

    statement: Statement
    pieces: tuple[Excerpt, ...]
    text: str
    order: int
    words: frozenset[str]
    names: frozenset[str]
    predicate: str
    agents: frozenset[str]
    patients: frozenset[str]
    days: frozenset[str]
    figures: tuple[Figure, ...]
    negated: bool
    event: int = 0
    details: Details = NONE

    @property
    def inner(self) -> bool:
        """Whether it is a clause within what the statement asserts."""
        return self.pieces in self.statement.inner

    @property
    def article(self) -> str:
        """The article's id."""
        return self.statement.article


def propositions(
    annotated: Sequence[Annotated],
    readings: Sequence[Reading],
    keys: Mapping[str, Sequence[str]],
    event: Mapping[str, int] | None = None,
) -> list[Proposition]:
    """Return the propositions of the statements of speech and narration, in the order of the readings.

    What somebody is only said to think or want asserts nothing, and a sentence that only marks doubt ("it could not be
    verified") is a caveat about a claim and no claim. By article, `keys` are `word_keys`, `event` the event's number.
    """
    found: list[Proposition] = []
    for one, reading in zip(annotated, readings, strict=True):
        own_keys = keys[one.article.id]
        figures: dict[str, list[Figure]] = {}
        for figure in reading.figures:
            figures.setdefault(figure.statement or "", []).append(figure)
        for statement in asserting(one.article, reading):
            told = counted(one, statement, figures.get(statement.id, ()), own_keys)
            for pieces, text, numbers in zip(statement.units, statement.asserted, told, strict=True):
                within = _within(pieces, reading, numbers)
                found.append(_proposition((statement, pieces, text, len(found)), one, own_keys, within))
    return found if event is None else [replace(p, event=event[p.article]) for p in found]


def whole(annotated: Annotated, reading: Reading, keys: Sequence[str]) -> Proposition:
    """Return all that an article says as one proposition in its own voice: for a sentence that stands alone."""
    everything = Excerpt(0, len(annotated.article.text), annotated.article.text)
    statement = Statement("s1", reading.article, "narration", "speech", None, (), None, (everything,))
    within = _within((everything,), reading, reading.figures)
    return _proposition((statement, (everything,), everything.text, 0), annotated, keys, within)


def asserting(article: Article, reading: Reading) -> list[Statement]:
    """Return the statements that assert something: no thoughts, no mere doubt, no notice of correction.

    What one speaker says by two verbs ("warned and repeated that") is asserted once.
    """
    notices = [p for p in article.parts if p.kind == "correction"]
    found: dict[object, Statement] = {}
    for s in reading.statements:
        if _asserts(s, reading, notices):
            speaker = (s.source.entity or s.source.text) if s.source else s.id
            found.setdefault((s.content, speaker, s.via), s)
    return list(found.values())


def _asserts(statement: Statement, reading: Reading, notices: Sequence[Part]) -> bool:
    """Tell whether a statement is speech or narration, more than a doubt, and not what a correction notice repeats."""
    if statement.act != "speech" or _only_doubts(statement, reading):
        return False
    return not any(part.start <= statement.start < part.end for part in notices)


def _only_doubts(statement: Statement, reading: Reading) -> bool:
    if statement.source is not None:
        return False
    shared = (min(statement.end, c.end) - max(statement.start, c.start) for c in reading.caveats)
    return max(shared, default=0) >= MOSTLY * (statement.end - statement.start)


def _proposition(
    given: tuple[Statement, tuple[Excerpt, ...], str, int],
    annotated: Annotated,
    keys: Sequence[str],
    within: tuple[list[Timex], tuple[Figure, ...]],
) -> Proposition:
    statement, pieces, text, order = given
    tokens = [t for piece in pieces for t in annotated.tokens_within(piece.start, piece.end)]
    root = _asserting(annotated, _root(tokens))
    agents, patients = _roles(annotated, root, keys) if root else (frozenset[str](), frozenset[str]())
    words = frozenset(keys[t.i] for t in tokens if keys[t.i])
    return Proposition(
        statement=statement,
        pieces=pieces,
        text=text,
        order=order,
        words=words,
        names=frozenset(w for w in words if w.startswith(("country:", "e:"))),
        predicate=keys[root.i] if root else "",
        agents=agents,
        patients=patients,
        days=frozenset(w.value[:10] for w in within[0] if root and _of(annotated, root, w)),
        figures=within[1],
        negated=_negated(annotated, root),
        details=details(annotated, tokens, keys, within, keys[root.i] if root else ""),
    )


def _root(tokens: Sequence[Token]) -> Token | None:
    """Return the governing word: the first verb whose head lies outside, else the first word that does."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if (t.head not in inside or t.head == t.i) and t.dep != "punct"]
    return next((t for t in tops if t.pos in {"VERB", "AUX"}), tops[0] if tops else None)


def _asserting(annotated: Annotated, root: Token | None) -> Token | None:
    """Go from a verb of saying to what is said: in "it confirmed that X was captured" the capture is asserted."""
    while root is not None and root.lemma.lower() in mapping("reporting_verbs", "verb", "act"):
        inner = next(annotated.dependents(root.i, "ccomp"), None)
        if inner is None:
            return root
        root = inner
    return root


def _roles(annotated: Annotated, root: Token, keys: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    def around(*deps: str) -> frozenset[str]:
        heads = list(annotated.dependents(root.i, *deps))
        return frozenset(keys[i] for t in heads for i in annotated.subtree(t.i) if keys[i] and i - t.i in range(-4, 5))

    by = list(annotated.dependents(root.i, "agent"))
    agents = around(*SUBJECTS) | frozenset(keys[i] for t in by for i in annotated.subtree(t.i) if keys[i])
    return agents, around(*PASSIVE_SUBJECTS, *OBJECTS)


def _negated(annotated: Annotated, root: Token | None) -> bool:
    if root is None:
        return False
    direct = any(negates(annotated, t) for t in annotated.dependents(root.i))
    return direct or root.lemma.lower() in column("negative_verbs", "lemma")


def _within(
    pieces: Sequence[Excerpt], reading: Reading, figures: Sequence[Figure]
) -> tuple[list[Timex], tuple[Figure, ...]]:
    """Return the days and the figures that stand in the pieces."""
    days = [w for w in reading.times if w.type in {"DATE", "TIME"} and _holds(pieces, w.start, w.end)]
    return days, tuple(f for f in figures if _holds(pieces, f.start, f.start + 1))


def _of(annotated: Annotated, root: Token, when: Timex) -> bool:
    """Tell whether a time is that of the asserting verb, and not of a clause or participle that hangs on it."""
    tokens = annotated.tokens_within(when.start, when.end)
    token = tokens[-1] if tokens else root
    while token.i not in (root.i, token.head):
        if token.dep in {"advcl", "acl", "relcl", "ccomp", "pcomp"}:
            return False
        token = annotated.tokens[token.head]
    return token.i == root.i


def _holds(pieces: Sequence[Excerpt], start: int, end: int) -> bool:
    return any(piece.start <= start and end <= piece.end for piece in pieces)


def word_keys(annotated: Annotated, names: Mapping[tuple[str, str], str]) -> list[str]:
    """Return for each token the word it counts as, `""` for words that say nothing.

    `names` are the entities' ids by article and the article's own number.
    """
    keys = [_word(token) for token in annotated.tokens]
    for verb, word in object_verbs(annotated):
        keys[verb] = word
    for verb, particle, word in particle_verbs(annotated):
        keys[verb], keys[particle] = word, ""
    for mention in annotated.mentions:
        entity = names.get((mention.article, mention.entity))
        if entity is None or mention.kind == "nominal":
            continue
        for token in annotated.tokens_within(mention.start, mention.end):
            if token.pos in {"PROPN", "PRON"}:
                keys[token.i] = f"e:{entity}"
    spans = list(_countries(annotated.tokens))
    for first, last, code in (*spans, *_halves(annotated.tokens, spans)):
        keys[first:last] = [f"country:{code}"] * (last - first)
    return keys


def _word(token: Token) -> str:
    lemma = one_spelling(token.lemma.lower())
    if token.pos not in CONTENT or lemma in column("light_words", "lemma") or not lemma[0].isalnum():
        return ""
    return sense(lemma, token.pos)


def _countries(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    table, at = _country_names(), 0
    while at < len(tokens):
        for length in range(min(LONGEST_COUNTRY, len(tokens) - at), 0, -1):
            code = table.get(tuple(t.lower for t in tokens[at : at + length]))
            if code and tokens[at].text[0].isupper():
                yield at, at + length, code
                at += length
                break
        else:
            at += 1


def _halves(tokens: Sequence[Token], spans: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield "the North" and "the South" where the article names a country that begins so: "North Korea"."""
    begins = {tokens[first].lower: code for first, last, code in spans if last - first > 1}
    for before, token, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        code = begins.get(token.lower) if token.lower in HALVES and token.text.istitle() else None
        if code and before.lower == "the" and not behind.text[0].isupper():
            yield token.i, token.i + 1, code


@cache
def _country_names() -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for row in rows("countries"):
        for cell in (row["name"], row["aliases"], row["capital"], row["people"]):
            for name in filter(None, cell.split("|")):
                table.setdefault(tuple(name.lower().split()), row["code"])
    return table
