"""What makes two propositions in nearly the same words say different things: one rule each, each with its reason.

The kinds of contradiction are those of de Marneffe, Rafferty and Manning (2008, Finding Contradictions in Text):
negation, antonyms, numbers, structure (who did it to whom), modality, and differing names and times.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cache
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from variorum.lexicon import column, mapping, rows
from variorum.relate.propositions.days import apart
from variorum.relate.propositions.deeds import negators
from variorum.relate.propositions.senses import sense
from variorum.text.spelling import one_spelling

if TYPE_CHECKING:
    from variorum.model import ConflictKind
    from variorum.relate.propositions.deeds import Deed
    from variorum.relate.propositions.details import Details, Moment, Name, Number


ROUNDING = 0.03
"""What reporters round away: 41.6 told as 42, 508,000 as 520,000."""
SPELLED = 80
"""Likeness in hundredths from which two words are one name in two spellings: "Lunden", "Lundens"."""
SHORT = 9
"""Content words up to which every name of a sentence is what it says, wherever it stands."""
LEAST = 2
"""Words that each of two sentences may have for itself while they still are one sentence with something changed."""


class Bar(NamedTuple):
    """What keeps two propositions apart; `kind` is that of their conflict, `None` where they merely differ."""

    why: str
    kind: ConflictKind | None


def contrast(a: Details, b: Details) -> Bar | None:
    """Return why the two cannot say the same, `None` where no rule tells; the order of the two does not matter."""
    return next((bar for rule in RULES if (bar := rule(a, b))), None)


def _otherwise_equal(a: Details, b: Details) -> bool:
    """Tell whether hardly a word but names and numbers differs: then what differs is what is said."""
    named = {n.key for n in (*a.names, *b.names)}
    only_a, only_b = ({w for w in x.content if w[0].isalpha()} - y.content - named for x, y in ((a, b), (b, a)))
    return max(len(only_a), len(only_b)) <= LEAST


def polarity(a: Details, b: Details) -> Bar | None:
    """One affirms what the other denies: the same word, never on the same side."""
    for word in _deeds_of_both(a, b):
        if not _signs(a.deeds, word) & _signs(b.deeds, word):
            return Bar(f"one denies what the other asserts: “{word}”", "denial")
    return None


def disputed(a: Details, b: Details) -> Bar | None:
    """One asserts what the other denies: the deed that governs the one, and in the other only with a negation.

    Who asserts it tells it as done, and has no negative word at all: "he did not know that he was fighting" asserts no
    fight.
    """
    for one, other in ((a, b), (b, a)):
        word = one.root
        light = not word or word in column("light_words", "lemma")
        if (
            not light
            and not negative(one)
            and _signs(one.deeds, word) == {True}
            and _signs(other.deeds, word) == {False}
        ):
            return Bar(f"one denies what the other asserts: “{word}”", "denial")
    return None


def _deeds_of_both(a: Details, b: Details) -> list[str]:
    """Return the words that are deeds of both; light words ("have", "make") are too many things."""
    return sorted(({d.word for d in a.deeds} & {d.word for d in b.deeds}) - column("light_words", "lemma"))


def _signs(deeds: Iterable[Deed], word: str) -> set[bool]:
    return {d.affirmed for d in deeds if d.word == word}


def negation(a: Details, b: Details) -> Bar | None:
    """One of two sentences that are otherwise equal has a negative word, the other has none."""
    if negative(a) == negative(b) or not _otherwise_equal(a, b) or _opposite_words(a, b):
        return None
    return Bar("one has a negative word, the other has none", "denial")


def negative(one: Details) -> bool:
    """Tell whether anything in it is denied."""
    return bool(one.forms & negators()) or not all(d.affirmed for d in one.deeds)


def _opposite_words(a: Details, b: Details) -> bool:
    pairs = (frozenset({d.word, e.word}) for d, e in product(a.deeds, b.deeds))
    return any(_opposed().get(pair) == "contrary" for pair in pairs)


def opposites(a: Details, b: Details) -> Bar | None:
    """One says it rose, the other that it fell; or both parties do what only one of them can."""
    shared = {d.word for d in a.deeds} & {d.word for d in b.deeds}
    for d, e in product(a.deeds, b.deeds):
        kind = _opposed().get(frozenset({d.word, e.word})) if d.word != e.word else None
        if kind is None or kind == "side" or shared & {d.word, e.word} or d.affirmed != e.affirmed:
            continue
        if kind == "contrary" and not swapped(d, e):
            return Bar(f"“{d.word}” and “{e.word}” are opposites", "denial")
        if kind == "converse" and (d.agents - d.others) & (e.agents - e.others):
            return Bar(f"one cannot both “{d.word}” and “{e.word}”", "actor")
    return None


def roles(a: Details, b: Details) -> Bar | None:
    """Who did it to whom is the other way round."""
    for d, e in product(a.deeds, b.deeds):
        if d.word == e.word and swapped(d, e) and mapping("verb_roles", "lemma", "role").get(d.word) != "either":
            return Bar(f"who did it to whom is the other way round: “{d.word}”", "actor")
    return None


def exchanged(a: Details, b: Details) -> Bar | None:
    """Two names have changed places: each stands where the other stands in the other sentence."""
    for x, y in combinations({n.key: n for n in a.names}.values(), 2):
        there = {n.slot: n.key for n in b.names}
        if x.slot != y.slot and there.get(x.slot) == y.key and there.get(y.slot) == x.key:
            return Bar(f"“{x.form}” and “{y.form}” have changed places", "actor")
    return None


def swapped(d: Deed, e: Deed) -> bool:
    """Tell whether each one's agent is the other's object."""
    only_d, only_e = d.agents - d.others - e.agents, e.agents - e.others - d.agents
    return bool(only_d & e.others and only_e & d.others)


def moods(a: Details, b: Details) -> Bar | None:
    """One tells as done, or as certain, what the other tells as possible, due, wanted or conditional."""
    equal = _otherwise_equal(a, b)
    for word, told in product(*([d.word for d in x.deeds] for x in (a, b))):
        roots = (a.root, b.root) == (word, told)
        if not ((equal and roots) or (_one_deed(word, told) and (equal or roots))):
            continue
        found_a, found_b = ({d.mood for d in x.deeds if d.word == w} for x, w in ((a, word), (b, told)))
        if not any(_as_certain(m, n) for m, n in product(found_a, found_b)):
            return Bar(f"one tells as {_mood(found_a)} what the other tells as {_mood(found_b)}: “{word}”", None)
    return None


def _one_deed(word: str, told: str) -> bool:
    if word == told:
        return word not in column("light_words", "lemma")
    return _opposed().get(frozenset({word, told})) == "converse"


def _as_certain(m: str, n: str) -> bool:
    return m == n or "" in {m, n} or {m, n} <= {"ahead", "wanted"}


def _mood(found: set[str]) -> str:
    return min(found)


def sides(a: Details, b: Details) -> Bar | None:
    """One says "from here", the other "to here"."""
    only_a, only_b = ([s for s in x.sides if s not in y.sides] for x, y in ((a, b), (b, a)))
    for (p, x), (q, y) in product(only_a, only_b):
        if x == y and _opposed().get(frozenset({p, q})) == "side" and not _converse(a, b):
            return Bar(f"“{p}” and “{q}” are opposites", None)
    return None


def elsewhere(a: Details, b: Details) -> Bar | None:
    """One happened off the west coast, the other off the east coast: of no two other words are both said."""
    for x, y in product(a.content - b.content, b.content - a.content):
        if _opposed().get(frozenset({x, y})) == "side":
            return Bar(f"another place: “{x}” and “{y}”", None)
    return None


def _converse(a: Details, b: Details) -> bool:
    pairs = (frozenset({d.word, e.word}) for d, e in product(a.deeds, b.deeds))
    return any(_opposed().get(pair) == "converse" for pair in pairs)


def numbers(a: Details, b: Details) -> Bar | None:
    """Each counts the same thing, and the numbers cannot be one: neither has a bound of the other, rounded or not."""
    for x, y in product(_lacking(a.numbers, b.numbers), _lacking(b.numbers, a.numbers)):
        if x.what == y.what:
            return Bar(f"{_told(x)} and {_told(y)}", "figure")
    return None


def _lacking(own: Iterable[Number], other: Iterable[Number]) -> list[Number]:
    return [x for x in own if not any(_agree(x, y) for y in other)]


def _agree(x: Number, y: Number) -> bool:
    """Tell whether two numbers have a bound in common: "15", "at least 15", and 17.3 told as 17."""
    return any(_rounded(m, n) for m, n in product((x.low, x.high), (y.low, y.high)))


def _rounded(m: float | None, n: float | None) -> bool:
    if m is None or n is None:
        return False
    return abs(m - n) <= ROUNDING * min(abs(m), abs(n)) or round(m) == n or round(n) == m


def _told(number: Number) -> str:
    known = number.low if number.low is not None else number.high
    return f"{known:g} {number.what}".strip()


def times(a: Details, b: Details) -> Bar | None:
    """Each gives a time of one deed that the other does not have, and the two times lie apart."""
    for x, y in product(_unmet(a.times, b.times), _unmet(b.times, a.times)):
        if (x.of == y.of or _otherwise_equal(a, b)) and apart(x.value, y.value):
            return Bar(f"another time: {x.value} and {y.value}", "date")
    return None


def _unmet(own: Iterable[Moment], other: Collection[Moment]) -> list[Moment]:
    return [x for x in own if not any(x.value.startswith(y.value) or y.value.startswith(x.value) for y in other)]


def names(a: Details, b: Details) -> Bar | None:
    """In one place of the sentence the two have names that the other does not have at all."""
    equal = _otherwise_equal(a, b)
    for x, y in product(_unnamed(a, b), _unnamed(b, a)):
        if x.slot == y.slot or (equal and (_short(a, b) or _like(x, y))):
            return Bar(f"other names: “{x.form}” and “{y.form}”", "actor")
    return None


def _short(a: Details, b: Details) -> bool:
    return max(len(a.content), len(b.content)) <= SHORT


def _like(x: Name, y: Name) -> bool:
    """Tell whether two names name one kind of thing, play one part, or hang on one word."""
    return x.kind == y.kind != "" or x.slot[0] == y.slot[0] or x.slot[1] == y.slot[1] != ""


def _unnamed(own: Details, other: Details) -> list[Name]:
    words = (n for n in own.names if n.key not in other.sequence and not _written(n.form, other.forms))
    return [n for n in words if not _speaks(n)]


def _speaks(name: Name) -> bool:
    """Tell whether the name is only that of who says it, or of who is told."""
    return name.slot[1] in {"say", "tell", "add"}


def _written(form: str, forms: Collection[str]) -> bool:
    """Tell whether a name's word is there, or a word that begins with it or is a letter or two away from it."""
    return form in forms or any(x[0] == form[0] and fuzz.ratio(x, form.rstrip(".")) >= SPELLED for x in forms)


RULES: tuple[Callable[[Details, Details], Bar | None], ...] = (
    polarity,
    opposites,
    negation,
    roles,
    exchanged,
    sides,
    numbers,
    times,
    moods,
    names,
)
"""In the order of how much each tells."""


@cache
def _opposed() -> dict[frozenset[str], str]:
    found: dict[frozenset[str], str] = {}
    for row in rows("opposites"):
        for x, y in product(row["one"].split("|"), row["other"].split("|")):
            found.setdefault(frozenset({_word(x), _word(y)}), row["kind"])
    return {pair: kind for pair, kind in found.items() if len(pair) > 1}


def _word(lemma: str) -> str:
    return sense(one_spelling(lemma), "VERB")
