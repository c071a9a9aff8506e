"""The names in an article: the engine's and all other runs of capitals, put right by tables and by the article itself.

The small model is weak on places it never met, on bare surnames and in headlines. So a run of capitalised words is a
candidate whatever the engine says; titles, peoples and months are cut off it; its type comes, in this order, from the
tables, from its own words, from a title before it or a full name elsewhere in the article, from the words round it,
and only then from the engine's votes over the whole article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.annotate import gazetteer
from variorum.annotate._capitals import Run, is_title_case, runs
from variorum.annotate._companies import is_told
from variorum.annotate._spelling import key
from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.model import Annotated, EntityType

KINDS: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "across", "throughout", "towards", "toward", "into"})
ACRONYM_LENGTHS = range(2, 7)


class Name(NamedTuple):
    """A name: a run of tokens, last excluded, and the type of thing it names."""

    first: int
    last: int
    type: EntityType


def names(annotated: Annotated, begins: Sequence[bool]) -> list[Name]:
    """Return the names in reading order; `begins` tells for each token whether the engine begins a name there."""
    headlines = {n for n, sentence in enumerate(annotated.sentences) if is_title_case(annotated.words(sentence))}
    found = [
        run for n in range(len(annotated.sentences)) for run in runs(annotated, n, begins, shouting=n in headlines)
    ]
    found = [run for run in found if not _is_zone(annotated, run)]
    prose = [run for run in found if annotated.tokens[run.first].sentence not in headlines]
    types = _types(annotated, prose)
    surnames = _surnames(annotated, prose, types)
    common = frozenset(t.text for t in annotated.tokens if t.text.islower())
    kept = (_name(annotated, run, types, surnames, headline=_in(annotated, run, headlines)) for run in found)
    return _apart(name for name in kept if name is not None and not _is_common(annotated, name, common))


def _apart(found: Iterable[Name]) -> list[Name]:
    """Return the names in reading order, of those that overlap the longest."""
    taken: set[int] = set()
    kept = []
    for name in sorted(found, key=lambda n: (n.first - n.last, n)):
        if taken.isdisjoint(range(name.first, name.last)):
            taken.update(range(name.first, name.last))
            kept.append(name)
    return sorted(kept)


def _is_common(annotated: Annotated, name: Name, common: frozenset[str]) -> bool:
    """Tell whether a word that only opens a line is a common word of the article: 'Avalanche kills ten'."""
    token = annotated.tokens[name.first]
    opens = token.i == annotated.sentences[token.sentence].first
    return opens and name.last - name.first == 1 and token.lower in common


def words(annotated: Annotated, first: int, last: int) -> str:
    """Return the words of a run of tokens as one string, full stops of abbreviations and marks of quotation gone."""
    return annotated.article.text[annotated.tokens[first].start : annotated.tokens[last - 1].end].replace("’", "'")


def _in(annotated: Annotated, run: Run, sentences: set[int]) -> bool:
    return annotated.tokens[run.first].sentence in sentences


def _types(annotated: Annotated, found: Iterable[Run]) -> dict[str, EntityType]:
    """Return the type of each different name; what is surest at one place holds at all."""
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for run in found:
        text = words(annotated, run.first, run.last)
        for kind, weight in _evidence(annotated, run, text):
            votes[text][kind] += weight
    types = {text: max(sorted(tally), key=tally.__getitem__) for text, tally in votes.items() if tally}
    return types | {text: types[text.title()] for text in types if text.isupper() and text.title() in types}


def _evidence(annotated: Annotated, run: Run, text: str) -> Iterable[tuple[EntityType, int]]:
    """Yield types with weights: tables and titles outweigh any number of the engine's guesses."""
    yield from _by_words(text, run)
    if _is_located(annotated, run):
        yield "place", 20
    if _opens_dateline(annotated, run, text):
        yield "place", 150
    if _takes_age(annotated, run) or _speaks(annotated, run):
        yield "person", 6
    if is_told(annotated, run):
        yield "organization", 10
    label = _label(annotated, run)
    if label is not None:
        yield label, 4 if " " in text else 2


def _kind(annotated: Annotated, run: Run) -> str:
    return annotated.sentences[annotated.tokens[run.first].sentence].kind


def _is_zone(annotated: Annotated, run: Run) -> bool:
    """Tell the name of a time zone in a dateline: `ET`, `IST`, `GMT+3`."""
    text = words(annotated, run.first, run.last)
    return _kind(annotated, run) == "dateline" and text.isupper() and text.partition("+")[0].lower() in _zones()


@cache
def _zones() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("stamp_words") if row["kind"] == "zone") - {"uk"}


def _opens_dateline(annotated: Annotated, run: Run, text: str) -> bool:
    """Tell the place of writing, which a dateline has in capitals; what stands in brackets is who wrote."""
    before = annotated.tokens[run.first - 1].text if run.first else ""
    return _kind(annotated, run) == "dateline" and text.isupper() and before not in {"(", "[", "/"}


def _by_words(text: str, run: Run) -> Iterable[tuple[EntityType, int]]:
    known, parts = gazetteer.known_type(text), text.split()
    if known is not None and not (run.titled and known == "place"):
        yield known, 1000
    if run.titled:
        yield "person", 500
    if len(parts) > 1 and parts[0] in gazetteer.bodies() and parts[0].isupper():
        yield "organization", 300
    if len(parts) > 1 and parts[0] in gazetteer.given_names():
        yield "person", 200
    if known is None and text.isupper() and len(text) in ACRONYM_LENGTHS:
        yield "organization", 100


def _label(annotated: Annotated, run: Run) -> EntityType | None:
    labels = Counter(t.entity for t in annotated.tokens[run.first : run.last] if t.entity in KINDS)
    label = labels.most_common(1)[0][0] if labels else None
    if label == "NORP" and annotated.tokens[run.last - 1].tag == "NNP" and not _has_article(annotated, run):
        return "person"  # a people is plural or has an article: a lone singular that the engine takes for one is a name
    return KINDS[label] if label else None


def _has_article(annotated: Annotated, run: Run) -> bool:
    return run.first > 0 and annotated.tokens[run.first - 1].lower == "the"


def _is_located(annotated: Annotated, run: Run) -> bool:
    tokens = annotated.tokens
    before = tokens[run.first - 1] if run.first else None
    after = tokens[run.last].lower if run.last < len(tokens) else ""
    places = gazetteer.place_nouns()
    if after in places and tokens[run.last].text.islower():
        return True
    if before is None:
        return False
    if before.lower == "of" and before.i and tokens[before.i - 1].lower in places:
        return True
    if (
        before.lower in {"from", "of"}
        and before.i
        and (tokens[before.i - 1].text == "," or tokens[before.i - 1].text.isdigit())
    ):
        return True
    return before.lower in LOCATIVE and run.last - run.first <= 2 and tokens[run.last - 1].dep == "pobj"  # noqa: PLR2004


def _takes_age(annotated: Annotated, run: Run) -> bool:
    """Tell whether an age follows: 'Anna Ferro, 61,'."""
    after = annotated.tokens[run.last : run.last + 3]
    return (
        len(after) == 3  # noqa: PLR2004 - a comma, the age, and what closes it
        and after[0].text == ","
        and after[1].text.isdigit()
        and len(after[1].text) <= 2  # noqa: PLR2004
        and after[2].text in ",.;"
    )


def _speaks(annotated: Annotated, run: Run) -> bool:
    """Tell whether the run is the subject of a verb of saying, as bare family names are that the engine overlooks."""
    token = annotated.tokens[run.last - 1]
    head = annotated.tokens[token.head]
    return token.dep == "nsubj" and head.lemma in {"say", "tell", "add"} and not token.entity


def _surnames(annotated: Annotated, found: Iterable[Run], types: dict[str, EntityType]) -> frozenset[str]:
    """Return the keys of the family names of the persons whom the article names."""
    texts = {words(annotated, run.first, run.last) for run in found}
    persons = [tuple(text.split()) for text in texts if types.get(text) == "person"]
    return frozenset(key(gazetteer.surname(parts)) for parts in persons)


def _name(
    annotated: Annotated, run: Run, types: dict[str, EntityType], surnames: frozenset[str], *, headline: bool
) -> Name | None:
    text = words(annotated, run.first, run.last)
    kind: EntityType | None = types.get(text)
    if key(text) in surnames and gazetteer.country_of(text) == "":
        kind = "person"
    elif headline and kind is None:
        kind = gazetteer.known_type(text)
    if kind is None or _is_adjective(annotated, run, text) or (headline and gazetteer.is_title(text)):
        return None
    return Name(run.first, run.last, kind)


def _is_adjective(annotated: Annotated, run: Run, text: str) -> bool:
    """Tell whether a people's name only modifies: 'Ukrainian troops' names no group of Ukrainians."""
    token = annotated.tokens[run.last - 1]
    if text not in gazetteer.peoples() and (token.entity != "NORP" or token.dep not in {"amod", "compound"}):
        return False
    plural = token.tag in {"NNS", "NNPS"} and token.dep not in {"compound", "amod"}
    return not plural and not (_has_article(annotated, run) and token.dep in {"nsubj", "dobj", "pobj"})
