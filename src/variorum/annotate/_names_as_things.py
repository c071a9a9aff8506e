"""Names as things: what stands round a name says what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotate import gazetteer
from variorum.annotate.names import words
from variorum.annotate.noun_phrases import Role, age_before, nominals_class, role_of
from variorum.annotate.things import Thing
from variorum.lexicon import mapping

if TYPE_CHECKING:
    from variorum.annotate.discourse import Discourse
    from variorum.annotate.names import Name
    from variorum.model import Annotated

COMPANY = "company"
LEADING = frozenset({"compound", "amod", "nmod", "poss", "det", "punct", "case", "nummod"})


def named_thing(discourse: Discourse, name: Name, chain: str) -> Thing:
    """Return the thing a name names, with all that its title and apposition say."""
    text = words(discourse.annotated, name.first, name.last)
    thing = discourse.by_chain.get(chain)
    if thing is None:
        thing = discourse.add(Thing(name.type, plural=name.type == "group", name=text))
        discourse.by_chain[chain] = thing
    thing = thing.real()
    if len(text) > len(thing.name):
        thing.name = text
    if name.type == "organization":
        thing.type, thing.plural = "organization", False
    _learn_from_words(discourse.annotated, name, text, thing)
    if thing.type == "organization" and chain in discourse.companies and not any(role.kind for role in thing.roles):
        thing.learn(Role(COMPANY, COMPANY, frozenset(), ""), "")
    return _with_apposition(discourse, name, thing)


def _learn_from_words(annotated: Annotated, name: Name, text: str, thing: Thing) -> None:
    if thing.type == "person":
        _learn_title(annotated, name, thing)
        thing.gender = thing.gender or gazetteer.given_names().get(text.split(maxsplit=1)[0], "")
    elif thing.type == "organization":
        thing.learn(_body_role(annotated, name, text), "")
    else:
        thing.country = thing.country or gazetteer.country_of(text)


def _learn_title(annotated: Annotated, name: Name, thing: Thing) -> None:
    first = _lead(annotated, name)
    gender = next((g for t in annotated.tokens[first : name.first] if (g := _gender_of_title(t.text))), "")
    role = _role_before(annotated, first, name.first)
    if role is not None:
        thing.learn(role, gender or mapping("nominals", "noun", "gender").get(role.noun, ""))
    thing.gender = thing.gender or gender
    thing.age = thing.age or _age_beside(annotated, name, first)


def _age_beside(annotated: Annotated, name: Name, first: int) -> str:
    """Return the age that stands with a name: '60-year-old Rosa Lind', 'Rosa Lind, 60,'."""
    after = annotated.tokens[name.last : name.last + 2]
    if len(after) > 1 and after[0].text == "," and after[1].text.isdigit() and len(after[1].text) <= 2:  # noqa: PLR2004
        return after[1].text
    return age_before(annotated, name.first, first)


def _gender_of_title(word: str) -> str:
    return gazetteer.titles().get(word.lower().rstrip("."), "")


def _lead(annotated: Annotated, name: Name) -> int:
    """Return where the words begin that lead up to a name: 'the region's housing minister' before 'Aron Vale'."""
    tokens, first = annotated.tokens, name.first
    sentence = annotated.sentences[tokens[first].sentence]
    while first > sentence.first and tokens[first - 1].dep in LEADING and name.first - first < 8:  # noqa: PLR2004
        before = tokens[first - 1]
        if before.text in {",", ";", "(", ")", '"', "“", "”", ":"}:
            break
        first -= 1
    if (
        first - 1 > sentence.first
        and tokens[first - 1].lower in {"of", "for"}
        and gazetteer.is_title(tokens[first - 2].text)
    ):
        return first - 2
    return first


def _role_before(annotated: Annotated, first: int, last: int) -> Role | None:
    """Return the role that the words before a name give: its noun is the last of them that is one."""
    nouns = [t for t in annotated.tokens[first:last] if nominals_class(t.lower) and t.dep != "poss"]
    if not nouns:
        return None
    return role_of(annotated, nouns[-1].i, first, nouns[-1].lower)


def _body_role(annotated: Annotated, name: Name, text: str) -> Role:
    kind = gazetteer.class_of_body(text)
    country = gazetteer.body_countries().get(text, "") or _country_beside(annotated, name, text)
    known = gazetteer.body_names().get(text, ())
    described = {w for full in (text, *known) for w in full.lower().split()}
    fields = mapping("field_words", "word", "field")
    noun = next((w for w in reversed(text.lower().split()) if nominals_class(w)), kind)
    return Role(noun, kind, frozenset(fields[w] for w in described if w in fields), country)


def _country_beside(annotated: Annotated, name: Name, text: str) -> str:
    """Return the country in a body's name or right before it: 'the Varnian Coast Guard', 'Varn's Coast Guard'."""
    parts = text.split()
    for n in range(len(parts)):
        for length in (3, 2, 1):
            code = gazetteer.country_of(" ".join(parts[n : n + length]))
            if code:
                return code
    first = _lead(annotated, name)
    before = annotated.article.text[annotated.tokens[first].start : annotated.tokens[name.first].start]
    owner = before.replace("’", "'").strip().removesuffix("'s").removesuffix("'")
    owner = owner.removeprefix("the ").removeprefix("The ")
    return gazetteer.country_of(owner)


def _with_apposition(discourse: Discourse, name: Name, thing: Thing) -> Thing:
    """Join a name to the description beside it: 'one of the survivors, 60-year-old Rosa Lind', 'NTV television'."""
    token = discourse.annotated.tokens[name.last - 1]
    described = discourse.meant_at(token.head)
    if described is None or described is thing or described.name or described.type != thing.type:
        return thing
    if (token.dep == "appos" and thing.type == "person") or _is_kind_named(discourse, token.i, thing, described):
        thing.absorb(described)
    return thing


def _is_kind_named(discourse: Discourse, i: int, thing: Thing, described: Thing) -> bool:
    """Tell whether a body's name only tells which one of its kind it is: 'NTV television', but not 'UN agency'."""
    token = discourse.annotated.tokens[i]
    if thing.type != "organization" or token.dep not in {"amod", "compound", "nmod"} or described.plural:
        return False
    kinds = {role.kind for role in thing.roles} - {""}
    return not kinds or bool(kinds & {role.kind for role in described.roles})
