"""Where an article marks doubt, denial or silence: ten kinds of caveat, by grammar over tables.

A caveat is a word of `lexicon/data/caveat_rules.tsv` in the stance and with the arguments that its rule asks for. The
kinds follow what verification handbooks keep apart (Silverman, ed., Verification Handbook; the non-denial of newsroom
usage): a party may deny, reject, decline, be silent, not acknowledge, neither confirm nor deny; the newsroom may be
unable to verify; evidence may be wanting; the thing itself may be unconfirmed or told in conflicting ways.
Only claims are denied here: refusing an offer, a visa or bail is news and no caveat.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from variorum.extract.situation import Situation, asks, situation
from variorum.lexicon import mapping, rows
from variorum.model import Caveat, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from variorum.model import Annotated, CaveatKind, Statement, Token

POS = {"verb": {"VERB", "AUX"}, "noun": {"NOUN", "PROPN"}, "adj": {"ADJ", "VERB", "ADV"}, "adv": {"ADV"}}
FINITE = frozenset({"VBD", "VBZ", "VBP"})
LEFT_OUT = frozenset({"relcl", "advcl", "parataxis", "appos"})


class Rule(NamedTuple):
    """One line of the table, taken apart."""

    kind: CaveatKind
    pos: frozenset[str]
    stances: frozenset[str]
    wanted: tuple[frozenset[str], ...]
    unless: tuple[frozenset[str], ...]
    source: str
    name: str


def caveats(annotated: Annotated, statements: Sequence[Statement]) -> list[Caveat]:
    """Return the caveats of one article in reading order; `statements` tell whose words a clause stands in.

    `text` is the clause that carries the caveat, `source` the party that denies, declines, is silent or could not
    verify (`None` where the words name nobody); `claims` is left empty.
    """
    said = [s for s in statements if s.mode != "narration"]
    found: dict[tuple[str, int, int], Caveat] = {}
    for token in annotated.tokens:
        for caveat in _at(annotated, token, said):
            found.setdefault((caveat.kind, caveat.start, caveat.end), caveat)
    return sorted(found.values(), key=lambda c: (c.start, c.end, c.kind))


def _at(annotated: Annotated, token: Token, said: Sequence[Statement]) -> Iterator[Caveat]:
    candidates = [r for r in _rules().get(token.lower, _rules().get(token.lemma.lower(), ())) if token.pos in r.pos]
    if not candidates:
        return
    seen = situation(annotated, token.i, _holding(token, said))
    for rule in candidates:
        if seen.stance in rule.stances and _fits(rule, seen):
            yield _caveat(annotated, token, rule, seen)
            return


def _holding(token: Token, said: Sequence[Statement]) -> Statement | None:
    inside = [s for s in said if any(p.start <= token.start and token.end <= p.end for p in s.content)]
    return min(inside, key=lambda s: s.end - s.start, default=None)


def _fits(rule: Rule, seen: Situation) -> bool:
    if any(alternative <= seen.features for alternative in rule.unless):
        return False
    return not rule.wanted or any(alternative <= seen.features for alternative in rule.wanted)


@cache
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for row in rows("caveat_rules"):
        rule = Rule(
            cast("CaveatKind", row["kind"]),
            frozenset().union(*(POS[name] for name in row["pos"].split())),
            frozenset(row["stance"].split()),
            _alternatives(row["with"]),
            _alternatives(row["unless"]),
            row["source"],
            f"caveat/{row['rule']}",
        )
        for word in _words(row["words"]):
            table.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in table.items()}


def _words(cell: str) -> list[str]:
    lists = mapping("caveat_lists", "list", "words")
    return [w for part in cell.split() for w in (lists[part[1:]].split() if part.startswith("@") else [part])]


def _alternatives(cell: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(part.split("&")) for part in cell.split())


def _caveat(annotated: Annotated, token: Token, rule: Rule, seen: Situation) -> Caveat:
    start, end = _span(annotated, token, seen)
    words = annotated.article.text[start:end]
    source = _source(annotated, rule, seen)
    return Caveat(annotated.article.id, start, end, words, rule.kind, source, rule=rule.name)


def _span(annotated: Annotated, token: Token, seen: Situation) -> tuple[int, int]:
    """Return the clause of the outermost predicate, without the clauses that hang on it or go on from it."""
    top = annotated.tokens[seen.top]
    kept, todo = [], [top.i]
    while todo:
        at = todo.pop()
        kept.append(at)
        todo.extend(c for c in annotated.children[at] if not _leaves(annotated, annotated.tokens[c], top, token))
    if top.dep == "acl" and seen.subject is not None:
        kept.extend(j for j in annotated.subtree(seen.subject) if j < top.i)
    kept = [i for i in sorted(kept) if annotated.tokens[i].pos not in {"PUNCT", "SPACE"}]
    while len(kept) > 1 and annotated.tokens[kept[-1]].dep == "cc":
        kept.pop()
    return annotated.tokens[kept[0]].start, annotated.tokens[kept[-1]].end


def _leaves(annotated: Annotated, child: Token, top: Token, token: Token) -> bool:
    """Tell whether a dependent is no part of the clause; the one that holds the telling word always is."""
    if token.i in annotated.subtree(child.i) or asks(annotated, child):
        return False
    if child.dep == "conj" and child.pos in {"VERB", "AUX"}:
        return _goes_on(annotated, child)
    if child.head != top.i:
        return False
    if child.dep in {"mark", "cc"}:
        return child.i < top.i
    return child.dep in LEFT_OUT and _apart(annotated, child)


def _goes_on(annotated: Annotated, child: Token) -> bool:
    """Tell whether a conjunct begins another proposition: not in "neither confirmed nor denied"."""
    joined = {t.lower for t in annotated.dependents(child.head, "cc")}
    subject = any(True for _ in annotated.dependents(child.i, "nsubj", "nsubjpass"))
    return not joined <= {"or", "nor"} and (subject or child.tag in FINITE)


def _apart(annotated: Annotated, child: Token) -> bool:
    before = annotated.subtree(child.i)[0] - 1
    comma = before >= 0 and annotated.tokens[before].text == ","
    return comma or any(True for _ in annotated.dependents(child.i, "mark"))


def _source(annotated: Annotated, rule: Rule, seen: Situation) -> Speaker | None:
    if rule.source == "none":
        return None
    if _verified(annotated, rule, seen):
        return None
    if rule.source == "said" and seen.statement is not None:
        return seen.statement.source
    head = {"subject": seen.agent, "said": seen.agent, "object": seen.patient, "from": seen.origin}[rule.source]
    if head is None:
        return seen.statement.source if seen.statement and rule.source == "subject" and not seen.impersonal else None
    return _speaker(annotated, head)


def _verified(annotated: Annotated, rule: Rule, seen: Situation) -> bool:
    """Tell "the figures were impossible to verify": the subject is what nobody could verify."""
    if rule.kind != "could-not-verify" or seen.agent is None or seen.patient != seen.agent:
        return False
    return annotated.tokens[seen.agent].lemma.lower() in _words("@report")


def _speaker(annotated: Annotated, head: int) -> Speaker:
    """Quote the noun phrase, without the clauses and marks that follow, with the entity that its head names."""
    kept, todo = [], [head]
    while todo:
        at = todo.pop()
        kept.append(at)
        todo.extend(c for c in annotated.children[at] if annotated.tokens[c].dep not in {"relcl", "acl", "punct"})
    words = annotated.excerpt(min(kept), max(kept) + 1)
    token = annotated.tokens[head]
    around = [m for m in annotated.mentions if m.start <= token.start and token.end <= m.end]
    named = min(around, key=lambda m: m.end - m.start, default=None) or annotated.mention_at(words.start, words.end)
    return Speaker(words.text, words.start, words.end, named.entity if named else None)
