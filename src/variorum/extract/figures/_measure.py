"""What is measured of the ones counted: what happened to them, or what they did."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from variorum.extract.figures._counted import is_people
from variorum.extract.figures._verbs import pairs, verb_entry, verbs
from variorum.lexicon import column, mapping, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from variorum.extract.figures._counted import Counted
    from variorum.extract.figures._holders import Holder
    from variorum.extract.figures._pieces import Line
    from variorum.model import Annotated, Token

_UP = frozenset({"conj", "appos", "nummod", "quantmod", "compound", "nmod", "amod", "attr", "dep"})
_HIGHEST = 6
_WINDOW = 8
_BESIDE_EACH_OTHER = 4
"""Tokens between the participles of "killed, maimed or injured"; farther apart they have objects of their own."""
_ROLES = {"nsubj": "subject", "nsubjpass": "object", "dobj": "object", "obj": "object"}
_BESIDE = frozenset({"conj", "appos"})
_LIVES = frozenset({"life", "lives"})
_DEADLY = frozenset({"fatally", "mortally"})
_HEDGING = frozenset({"at", "least", "over", "about", "nearly", "almost", "up", "to", "more", "than", "some", "around"})
_ORDER = ("killed", "injured", "captured", "missing", "detained", "destroyed", "damaged")


@cache
def _nouns(role: str) -> Mapping[str, str]:
    return {r["word"]: r["measure"] for r in rows("figure_measures") if r["class"] == "noun" and r["role"] == role}


@cache
def _plain(kind: str) -> Mapping[str, str]:
    return {r["word"]: r["measure"] for r in rows("figure_measures") if r["class"] == kind}


@cache
def _headline_forms(*roles: str) -> Mapping[str, str]:
    """Return the forms of the verbs by hand, for headlines, whose capitals mislead the tagger."""
    forms: dict[str, str] = {}
    for word, (role, measure) in verbs().items():
        for form in _forms(word):
            forms.setdefault(form, measure if role in roles else "")
    return {form: measure for form, measure in forms.items() if measure}


def _forms(word: str) -> tuple[str, ...]:
    stem = word.removesuffix("e")
    return word, f"{word}s", f"{word}es", f"{stem}ed", f"{stem}ing"


def measure(
    line: Line, first: int, number: int, found: Counted | None, noun: str | None, held: Holder | None = None
) -> str | None:
    """Return what is measured of the counted ones; `None` where nothing is clear.

    `first` is the first token of the figure's words, `number` that of its number, `held` the noun whose value it is.
    """
    anchor = line.annotated.tokens[found.head if found is not None else number]
    own = _of_own_noun(line, found, noun) if found is not None and not found.partitive else None
    own = own or (_of_held(line, held) if held is not None else None)
    return (
        own
        or _of_modifiers(line, anchor, noun)
        or _unless_weak(_of_phrases(line, anchor))
        or _of_governor(line.annotated, anchor, min(first, anchor.i), noun)
        or _of_phrases(line, anchor)
        or _nouns("being").get(noun or "")
        or _of_neighbours(line, anchor, number)
    )


def _unless_weak(told: str | None) -> str | None:
    """Let a verb tell more than where they were: "killing all 78 on board"."""
    return None if told == "aboard" else told


def _of_own_noun(line: Line, found: Counted, noun: str | None) -> str | None:
    """Read "twelve deaths" and "9,000 job cuts" off the counted noun, with the noun before it."""
    tokens = line.annotated.tokens
    before = tokens[found.head - 1].lemma.lower() if found.first < found.head else ""
    counted = _nouns("counted")
    return counted.get(f"{before} {tokens[found.head].lemma.lower()}") or counted.get(noun or "")


def event_of(line: Line, found: Counted) -> Token | None:
    """Return the "job" of "9,000 job cuts": what is counted is the jobs, and what becomes of them is said behind."""
    tokens = line.annotated.tokens
    before = tokens[found.head - 1]
    told = f"{before.lemma.lower()} {tokens[found.head].lemma.lower()}"
    return before if found.first < found.head and told in _nouns("counted") else None


def _of_held(line: Line, held: Holder) -> str | None:
    """Read "the number of infections to 152", "the number of guards dead to 25" off the words that are counted."""
    told = held.counted or "", *(line.annotated.tokens[i].lower for i in line.annotated.subtree(held.noun.i))
    known = {**_nouns("toll"), **_nouns("held")}
    return next((known[word] for word in told if word in known), None)


def of_noun(noun: str | None) -> str | None:
    """Return what the noun alone tells: deaths are of the killed, hostages were abducted."""
    return _nouns("counted").get(noun or "") or _nouns("being").get(noun or "")


def _joined(annotated: Annotated, verb: Token, first: str) -> str:
    """Join "killed or injured", "dead and wounded": the measures of coordinated participles on the same ones."""
    found = {first, *_shared_object(annotated, verb)}
    for other in annotated.dependents(verb.i, "conj"):
        entry = verbs().get(other.lemma.lower())
        own = any(True for _ in annotated.dependents(other.i, "nsubj", "nsubjpass", "dobj", "obj"))
        if entry is not None and not own and other.i - verb.i <= _BESIDE_EACH_OTHER:
            found.add(entry[1])
    if len(found) > 1:
        found -= {"shot", "stabbed"}
    ranked = sorted(found, key=lambda m: (_ORDER.index(m) if m in _ORDER else len(_ORDER), m))
    return " or ".join(ranked)


def _shared_object(annotated: Annotated, verb: Token) -> Iterator[str]:
    """Yield the measure of the first verb of "killed or injured 90 people", which has no object of its own."""
    above = annotated.tokens[verb.head]
    entry = verbs().get(above.lemma.lower())
    own = any(True for _ in annotated.dependents(above.i, "nsubjpass", "dobj", "obj", "auxpass"))
    shares = verb.dep == "conj" and any(True for _ in annotated.dependents(verb.i, "dobj"))
    if entry is not None and shares and not own and 0 < verb.i - above.i <= _BESIDE_EACH_OTHER:
        yield entry[1]


def _verb_measure(annotated: Annotated, verb: Token, role: str, noun: str | None) -> str | None:
    lemma = _with_particle(annotated, verb)
    if paired := pairs().get((lemma, role, noun or "")):
        return paired
    entry = verb_entry(lemma, role, noun) or verb_entry(verb.lemma.lower(), role, noun)
    if entry is None:
        return None
    wanted, name = entry
    if any(t.lower in _DEADLY for t in annotated.dependents(verb.i, "advmod")):
        name = "killed"
    if wanted == "passive":
        return name if role == "object" and is_people(noun) and verb.dep != "acl" else None
    fits = wanted == role or (wanted == "people" and role == "object" and is_people(noun))
    if fits and any(True for _ in annotated.dependents(verb.i, "neg")):
        return _plain("negated").get(name)
    return _joined(annotated, verb, name) if fits else None


def _with_particle(annotated: Annotated, verb: Token) -> str:
    particle = next((t.lower for t in annotated.dependents(verb.i, "prt", "advmod", "acomp") if t.i == verb.i + 1), "")
    return f"{verb.lemma.lower()} {particle}".strip()


def _of_modifiers(line: Line, anchor: Token, noun: str | None) -> str | None:
    """Read "two soldiers wounded", "two captured soldiers", "three men who died", "12 people missing"."""
    annotated = line.annotated
    for token in annotated.dependents(anchor.i, "acl", "relcl", "amod", "oprd", "acomp"):
        if token.lower in _plain("state"):
            return _plain("state")[token.lower]
        role = "object" if token.tag == "VBN" else "subject"
        if found := _verb_measure(annotated, token, role, noun):
            return found
    return None


def _of_governor(annotated: Annotated, anchor: Token, first: int, noun: str | None) -> str | None:
    """Climb from the counted noun to its verb, over words of the figure itself (from token `first` on) alone."""
    tokens, here = annotated.tokens, anchor
    for _ in range(_HIGHEST):
        above = tokens[here.head]
        if above.i == here.i:
            return None
        if found := _one_step(annotated, here, above, noun):
            return found
        if here.dep not in _UP | {"pobj", "prep"} or above.pos == "VERB":
            return None
        if above.i < first and here.dep not in _BESIDE and above.pos not in {"ADP", "VERB", "AUX"}:
            return None
        here = above
    return None


def _one_step(annotated: Annotated, here: Token, above: Token, noun: str | None) -> str | None:
    if above.pos in {"VERB", "AUX"} or above.tag.startswith("VB"):
        return _of_verb(annotated, here, above, noun)
    if here.dep == "pobj" and above.lower == "of":
        parent = annotated.tokens[above.head]
        if parent.lemma.lower() in _LIVES and parent.dep in {"dobj", "obj"}:
            return _plain("taker").get(_with_particle(annotated, annotated.tokens[parent.head]))
        return _nouns("toll").get(parent.lemma.lower()) or _nouns("toll").get(parent.lower)
    return None


def _of_verb(annotated: Annotated, here: Token, verb: Token, noun: str | None) -> str | None:
    role = _ROLES.get(here.dep)
    if verb.dep == "auxpass":  # the subject hung on "were" instead of "injured"
        verb, role = annotated.tokens[verb.head], "object"
    at_value = here.dep == "prep" and here.lower in {"to", "at", "by"}
    if here.dep in {"attr", "acomp", "npadvmod", "dobj"} or at_value or verb.lemma.lower() == "be":
        found = _of_toll(annotated, verb, *(("dobj",) if at_value else ()))
        if found:
            return found
    if role is None:
        return None
    if role == "subject" and _loses_life(annotated, verb):
        return _plain("giver").get(_with_particle(annotated, verb))
    for candidate in _chain(annotated, verb):
        passive = candidate.tag == "VBN" and role == "subject" and candidate.i != verb.i
        found = _verb_measure(annotated, candidate, "object" if passive else role, noun)
        state = _state_of(annotated, candidate) if found in {None, "shot", "found"} else None
        if state or found:
            return state or found
    return None


def _loses_life(annotated: Annotated, verb: Token) -> bool:
    return any(t.lemma.lower() in _LIVES for t in annotated.dependents(verb.i, "dobj"))


def _chain(annotated: Annotated, verb: Token) -> Iterator[Token]:
    """Yield the verb and those that it opens: "are said to have been killed", "remain trapped"."""
    yield verb
    for below in annotated.dependents(verb.i, "xcomp", "acomp", "oprd"):
        yield from _chain(annotated, below)


def _state_of(annotated: Annotated, verb: Token) -> str | None:
    if verb.lower in _plain("state"):
        return _plain("state")[verb.lower]
    below = annotated.dependents(verb.i, "acomp", "oprd", "advmod", "xcomp", "attr", "ccomp")
    return next((_plain("state")[t.lower] for t in below if t.lower in _plain("state")), None)


def _of_toll(annotated: Annotated, verb: Token, *more: str) -> str | None:
    """Read "the death toll is 15", "the number of injured stands at 40", "among the dead were 3"."""
    for subject in annotated.dependents(verb.i, "nsubj", "nsubjpass", *more):
        words = [subject, *(annotated.tokens[i] for i in annotated.subtree(subject.i))]
        for token in words:
            if found := _nouns("toll").get(token.lower) or _nouns("toll").get(token.lemma.lower()):
                return found
    among = (p for t in annotated.dependents(verb.i, "prep") if t.lower == "among" for p in annotated.dependents(t.i))
    return next((_nouns("toll")[p.lower] for p in among if p.lower in _nouns("toll")), None)


def _of_phrases(line: Line, anchor: Token) -> str | None:
    """Read "are in hospital", "lost their lives" from the words that follow in the same clause."""
    tokens = line.annotated.tokens[anchor.i + 1 : min(anchor.i + _WINDOW, line.sentence.last)]
    words: list[str] = []
    for n, token in enumerate(tokens):
        if token.text in {",", ";", "and", "but", "while"} or token.pos == "NUM":
            break
        # "in hospital bunks" is no stay in hospital: a noun is parted from the noun before it
        parted = n > 0 and token.pos == tokens[n - 1].pos == "NOUN"
        words += ["…", token.lower] if parted else [token.lower]
    text = f" {' '.join(words)} "
    near = set(line.words(0, len(line)))
    said = (r for r in rows("figure_measures") if r["class"] == "phrase" and _stands(r["word"], text))
    return next((r["measure"] for r in said if not r["role"] or near & _any_form(r["role"])), None)


@cache
def _any_form(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in _forms(verb))


def _stands(phrase: str, text: str) -> bool:
    return f" {phrase} " in text and f" {phrase} … " not in text


def _of_neighbours(line: Line, anchor: Token, number: int) -> str | None:
    """Read "kills 15", "Ten killed", "12 dead" off the neighbouring words, where the parse is of no help."""
    tokens, at = line.annotated.tokens, number - 1
    following = tokens[anchor.i + 1] if anchor.i + 1 < line.sentence.last else None
    if following is not None and not any(True for _ in line.annotated.dependents(following.i, "dobj")):
        done = _headline_forms("object", "subject") if following.lower.endswith("ed") else {}
        if found := _plain("state").get(following.lower) or done.get(following.lower):
            return found
    while at >= line.sentence.first and tokens[at].lower in _HEDGING:
        at -= 1
    return _headline_forms("object").get(tokens[at].lower) if at >= line.sentence.first else None


def of_people(name: str | None) -> bool:
    """Tell whether only people can be measured so."""
    return name is not None and any(part in column("people_measures", "measure") for part in name.split(" or "))


def of_casualties(name: str | None) -> bool:
    """Tell whether none of them is news, too: no survivors, nobody hurt."""
    return name is not None and mapping("people_measures", "measure", "casualty").get(name.split(" or ")[0]) == "yes"
