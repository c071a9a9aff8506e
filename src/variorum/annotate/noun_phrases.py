"""Noun phrases that mean somebody without a name: 'the minister', 'one of the survivors', 'South Korea's spy agency'.

Only nouns of the table `nominals` make such a phrase, and any noun that is the subject of speech, so that every source
has a mention. The phrase is taken without relative clause and apposition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from variorum.annotate import gazetteer
from variorum.annotate.speech import CLOSING, OPENING, STRAIGHT, speaking_verb
from variorum.lexicon import column, mapping

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from variorum.model import Annotated, EntityType, Token

Reach = Literal["definite", "demonstrative", "indefinite", "bare", "other"]
"""How a phrase reaches for its thing: back (definite, demonstrative), or brings a new one in (indefinite, other)."""

LEFT = frozenset({"det", "predet", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "punct", "neg"})
QUOTES = OPENING | CLOSING | STRAIGHT
KEPT_PREPOSITIONS = frozenset({"of", "for", "in", "at", "from"})
LONGEST_TAIL = 8
"""Tokens of a prepositional tail that still belongs to a description; longer ones are mostly clauses gone astray."""
BARE_RELATIONS = frozenset({"nsubj", "nsubjpass", "appos", "agent"})
"""Where a singular noun without article still means somebody: "police said", but not "to be president"."""
PARTITIVES = frozenset(
    {"one", "two", "three", "four", "five", "six", "some", "many", "most", "several", "both", "none"}
)
PARTITIVES_OF_ONE = frozenset({"one", "none", "each", "either", "another"})
NEW = frozenset({"a", "an", "some", "any", "several", "many", "few", "no", "most", "every", "each", "more"})
BACK = frozenset({"the", "both", "all"})
POINTING = frozenset({"this", "that", "these", "those"})


class Role(NamedTuple):
    """What a description says of its thing: the noun and its class, what modifies it, and the country it belongs to."""

    noun: str
    kind: str
    modifiers: frozenset[str]
    country: str


class Phrase(NamedTuple):
    """A description: tokens `first` up to `last`, its `head`, what it says, and how it reaches for its thing.

    `number` is the word that counts, `""` where none does.
    """

    first: int
    last: int
    head: int
    type: EntityType
    role: Role
    gender: str
    plural: bool
    reach: Reach
    number: str = ""
    age: str = ""


def age_before(annotated: Annotated, head: int, first: int) -> str:
    """Return the age that stands between two tokens, as in 'the 45-year-old', `""` if none does."""
    words = annotated.tokens[first : head + 1]
    old = next((n for n, t in enumerate(words) if t.lower == "old" and n >= AGE_TOKENS), None)
    if old is None or words[old - 2].lower != "year":
        return ""
    return words[old - AGE_TOKENS].lower


AGE_TOKENS = 4
"""Tokens from the number to 'old' in '45-year-old': the number, two hyphens and 'year' between."""


def phrases(annotated: Annotated, taken: Container[int]) -> Iterator[Phrase]:
    """Yield the descriptions in an article; `taken` holds the tokens that belong to names."""
    for token in annotated.tokens:
        if token.i not in taken and token.pos in {"NOUN", "PROPN", "NUM", "PRON", "DET", "ADJ"}:
            phrase = _partitive(annotated, token) or _age(annotated, token) or _described(annotated, token, taken)
            if phrase is not None:
                yield phrase


def role_of(annotated: Annotated, head: int, first: int, noun: str) -> Role:
    """Return what the words from `first` up to the noun at `head` say of whoever is meant."""
    words = [t for t in annotated.tokens[first:head] if t.dep not in {"det", "punct", "nummod", "case"}]
    country = _country(annotated, first, head)
    plain = {t.lower for t in words if t.text.isalpha() and not gazetteer.peoples().get(t.text)}
    fields = mapping("field_words", "word", "field")
    known = {fields.get(word, word) for word in plain - _country_words(annotated, first, head)}
    return Role(noun, nominals_class(noun), frozenset(known - column("generic_modifiers", "word")), country)


def nominals_class(noun: str) -> str:
    """Return the class of a noun that describes persons or bodies, `""` for other nouns."""
    return mapping("nominals", "noun", "class").get(noun, "")


def _country(annotated: Annotated, first: int, last: int) -> str:
    """Return the country named within a phrase, by its name, its capital or its people."""
    tokens = annotated.tokens
    for length in (3, 2, 1):
        for i in range(first, last - length + 1):
            span = annotated.article.text[tokens[i].start : tokens[i + length - 1].end]
            code = gazetteer.country_of(span) if span[0].isupper() else ""
            if code:
                return code
    return ""


def _country_words(annotated: Annotated, first: int, last: int) -> set[str]:
    return {t.lower for t in annotated.tokens[first:last] if t.text[0].isupper()} & gazetteer.country_words()


def _entry(token: Token) -> str | None:
    """Return the entry of the table that a noun belongs to."""
    kinds = mapping("nominals", "noun", "kind")
    for word in (token.lower, token.lemma.lower()):
        if word in kinds:
            return word
    return None


def _described(annotated: Annotated, token: Token, taken: Container[int]) -> Phrase | None:
    if (
        token.pos not in {"NOUN", "PROPN"}
        or token.dep in {"compound", "nmod", "amod"}
        or _counts_time(annotated, token)
    ):
        return None
    noun = _entry(token)
    if noun is None and not _speaks(annotated, token):
        return None
    first = _left(annotated, token.i)
    if _is_title_of_name(annotated, token, taken) or _is_office_of_name(annotated, token, taken):
        return None
    noun = noun or token.lemma.lower()
    last = _right(annotated, token.i)
    plural = _is_plural(token, noun)
    reach = _reach(annotated, token, first)
    if _means_nobody(annotated, token, noun, reach):
        return None
    role = role_of(annotated, token.i, first, noun)
    if not role.country and last > token.i + 1:
        role = role._replace(country=_country(annotated, token.i + 1, last))
    gender = mapping("nominals", "noun", "gender").get(noun, "")
    return Phrase(
        first,
        last,
        token.i,
        _type(noun, plural),
        role,
        gender,
        plural,
        reach,
        _count(annotated, token.i),
        age_before(annotated, token.i, first),
    )


def _is_office_of_name(annotated: Annotated, token: Token, taken: Container[int]) -> bool:
    """Tell whether an office in capitals leads up to a name: 'Minister for Foreign Affairs Ada Brandt'."""
    tokens, at = annotated.tokens, token.i + 2
    if not token.text[0].isupper() or at >= len(tokens) or tokens[token.i + 1].lower not in {"of", "for"}:
        return False
    while at < len(tokens) and (tokens[at].text in gazetteer.office_words() or tokens[at].lower in {"the", "and"}):
        at += 1
    return at > token.i + 2 and at in taken and tokens[at].sentence == token.sentence


def _is_plural(token: Token, noun: str) -> bool:
    """Tell whether several are meant; 'police' and 'authorities' are one body in the plural."""
    kind = mapping("nominals", "noun", "kind").get(noun)
    several = token.tag in {"NNS", "NNPS"}
    return kind == "people" or (several and not (kind == "body" and token.lower == noun))


def _means_nobody(annotated: Annotated, token: Token, noun: str, reach: Reach) -> bool:
    """Tell whether a noun without article only says what kind of thing it is: 'to be president', 'in hospital'."""
    kind = mapping("nominals", "noun", "kind").get(noun)
    if token.dep in BARE_RELATIONS or _speaks(annotated, token):
        return False
    if kind == "body":
        return reach in {"bare", "indefinite"}
    return reach == "bare" and not _is_plural(token, noun)


def _count(annotated: Annotated, head: int) -> str:
    """Return the number word that counts a noun, `""` if none does."""
    return next((t.lower for t in annotated.dependents(head, "nummod")), "")


def _counts_time(annotated: Annotated, token: Token) -> bool:
    """Tell whether the noun is only a number of something: 'a couple of days'."""
    return token.lower in {"couple", "pair"} and any(t.lower == "of" for t in annotated.dependents(token.i, "prep"))


def _speaks(annotated: Annotated, token: Token) -> bool:
    """Tell whether the noun is the subject of speech, or what something is according to."""
    head = annotated.tokens[token.head]
    if token.dep == "pobj" and head.lower == "to":
        return annotated.tokens[head.i - 1].lower == "according"
    return token.dep == "nsubj" and speaking_verb(annotated, token.head)


def _is_title_of_name(annotated: Annotated, token: Token, taken: Container[int]) -> bool:
    """Tell whether the noun only leads up to a name: 'spokesman Aron Vale'."""
    after = token.i + 1
    return after in taken and annotated.tokens[after].sentence == token.sentence and token.tag != "NNS"


def _type(noun: str, plural: bool) -> EntityType:
    kind = mapping("nominals", "noun", "kind").get(noun)
    if kind is None:
        return "other"
    if kind == "body":
        return "organization"
    return "group" if plural or kind == "people" else "person"


def _left(annotated: Annotated, head: int) -> int:
    """Return where the phrase begins: the head's modifiers in one piece before it."""
    first = head
    for token in reversed([c for c in annotated.dependents(head) if c.i < head]):
        if token.dep not in LEFT or (token.dep == "advmod" and token.pos == "ADV" and token.i != first - 1):
            break
        below = annotated.subtree(token.i)
        if below[-1] != first - 1 or any(annotated.tokens[i].text in QUOTES for i in below):
            break
        first = below[0]
    tokens = annotated.tokens
    while first < head and (tokens[first].dep == "punct" or tokens[first].lower in {"only", "even", "but", "and"}):
        first += 1
    return first


def _right(annotated: Annotated, head: int) -> int:
    """Return where the phrase ends: after a short tail such as 'of the region' or 'for the ministry'."""
    last = head + 1
    for token in annotated.dependents(head, "prep"):
        below = annotated.subtree(token.i)
        short = len(below) <= LONGEST_TAIL and below[-1] - below[0] == len(below) - 1
        plain = all(annotated.tokens[i].pos not in {"VERB", "AUX", "PUNCT"} for i in below)
        if token.i != last or not _belongs(annotated, token) or not short or not plain:
            break
        last = below[-1] + 1
    return last


def _belongs(annotated: Annotated, preposition: Token) -> bool:
    """Tell whether a tail says whose or where from: 'of the region', 'for Vale', 'at the ministry', not 'for help'."""
    if preposition.lower == "of":
        return True
    below = next(annotated.dependents(preposition.i, "pobj"), None)
    named = below is not None and (below.pos == "PROPN" or _entry(below) is not None)
    return preposition.lower in KEPT_PREPOSITIONS and named


def _reach(annotated: Annotated, token: Token, first: int) -> Reach:
    words = [t for t in annotated.tokens[first : token.i] if t.head == token.i]
    lower = {t.lower for t in words}
    if "other" in lower or "another" in lower or "second" in lower:
        return "other"
    if lower & POINTING:
        return "demonstrative"
    if lower & BACK or any(t.dep == "poss" for t in words):
        return "definite"
    if lower & NEW or any(t.dep == "nummod" or t.pos == "NUM" for t in words):
        return "indefinite"
    return "bare"


def _partitive(annotated: Annotated, token: Token) -> Phrase | None:
    """Return 'one of the men' as one description; its noun is the one counted out of."""
    if token.lower not in PARTITIVES | PARTITIVES_OF_ONE:
        return None
    of = next((t for t in annotated.dependents(token.i, "prep") if t.lower == "of" and t.i == token.i + 1), None)
    whole = next(annotated.dependents(of.i, "pobj"), None) if of else None
    if whole is None:
        return None
    noun = _entry(whole) if whole.pos != "PRON" else "person"
    if noun is None:
        return None
    inner = _left(annotated, whole.i)
    role = role_of(annotated, whole.i, inner, noun)
    one = token.lower in PARTITIVES_OF_ONE
    gender = mapping("nominals", "noun", "gender").get(noun, "") if one else ""
    return Phrase(
        token.i, _right(annotated, whole.i), token.i, _type(noun, not one), role, gender, not one, "other", token.lower
    )


def _age(annotated: Annotated, token: Token) -> Phrase | None:
    """Return 'the 45-year-old' as a description of a person."""
    first = token.i - AGE_TOKENS - 1
    if token.lower != "old" or first < 0 or token.dep in {"amod", "compound"}:
        return None
    opening, age = annotated.tokens[first].lower, age_before(annotated, token.i, first)
    if not age or opening not in {"the", "a"}:
        return None
    role = Role("person", "person", frozenset(), "")
    reach: Reach = "definite" if opening == "the" else "indefinite"
    return Phrase(first, token.i + 1, token.i, "person", role, "", plural=False, reach=reach, age=age)
