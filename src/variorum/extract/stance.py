"""How a predicate stands: asserted, negated, beyond somebody's power, or refused; and who its subject is.

"did not say", "could not say", "would not say", "was unable to say", "declined to say" and "has yet to say" differ in
who is doubted. The stance is read off negation, modals and the governing word (after the implicative verbs of
Karttunen 1971; factuality as in FactBank, Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from variorum.lexicon import mapping

if TYPE_CHECKING:
    from variorum.model import Annotated, Token

Stance = Literal["asserted", "not", "cannot", "refused", "policy", "perhaps", "without", "possible", "unsettled"]

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
NEGATORS = frozenset({"not", "n't", "never", "neither", "nor", "no", "none", "nobody", "nothing", "without", "nowhere"})
MODALS: dict[str, Stance] = {
    "can": "cannot",
    "ca": "cannot",
    "could": "cannot",
    "would": "refused",
    "will": "refused",
    "wo": "refused",
}
OPEN = frozenset({"may", "might", "could", "would", "can", "should", "must", "ought"})
OBLIGING = frozenset({"should", "must", "ought", "may", "might", "shall"})
MAYBE = frozenset({"may", "might", "could", "must"})


class Standing(NamedTuple):
    """The stance, the outermost predicate that bears it, and the subject (an index, `None` where there is none)."""

    stance: Stance
    top: int
    subject: int | None


def standing(annotated: Annotated, i: int) -> Standing:
    """Read how the predicate `i` (a verb, a predicative adjective or a noun) stands in its sentence."""
    token = annotated.tokens[i]
    if token.pos in {"NOUN", "PROPN"} and token.dep not in {"ROOT", "ccomp"}:
        return _of_noun(annotated, token)
    if token.dep == "amod":
        return standing(annotated, token.head)
    verb = _copula(annotated, token)
    stance = _own(annotated, verb) if verb.i == i else _either(_own(annotated, verb), _negated(annotated, i))
    return _governed(annotated, verb.i, stance)


def subject_of(annotated: Annotated, i: int) -> int | None:
    """Return the subject of the verb `i`: its own, the one it shares, or what its clause modifies."""
    for _ in range(len(annotated.tokens)):
        own = next(annotated.dependents(i, *SUBJECTS), None)
        token = annotated.tokens[i]
        if own is not None:
            relative = token.dep == "relcl" and own.tag in {"WP", "WDT"}
            return token.head if relative else own.i
        if token.dep in {"acl", "relcl"}:
            return token.head
        if token.dep not in {"conj", "xcomp", "advcl", "pcomp", "prep", "acomp", "attr", "advmod"} or token.head == i:
            return None
        i = token.head
    return None


def _copula(annotated: Annotated, token: Token) -> Token:
    return annotated.tokens[token.head] if token.dep in {"acomp", "attr", "oprd"} else token


def _either(first: Stance, negated: bool) -> Stance:
    return "not" if negated and first == "asserted" else first


def _of_noun(annotated: Annotated, noun: Token) -> Standing:
    while noun.dep in {"conj", "compound", "appos"}:
        noun = annotated.tokens[noun.head]
    head = annotated.tokens[noun.head]
    if noun.dep == "pobj" and head.lower == "without":
        return Standing("without", head.head, subject_of(annotated, head.head))
    verb = head
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb.i:
        verb = annotated.tokens[verb.head]
    direct = head.i == verb.i and noun.dep in {"dobj", "attr"}
    governed = _own(annotated, verb) if direct else "asserted"
    negated = _negated(annotated, noun.i) or governed in {"not", "cannot", "refused", "policy"}
    stance: Stance = "not" if negated else governed
    return Standing(stance, verb.i, subject_of(annotated, verb.i))


def _own(annotated: Annotated, verb: Token) -> Stance:
    """Read the stance that the verb's own negation, modal, subject and object give it."""
    negated = _negated(annotated, verb.i) or _nothing_in(annotated, verb)
    auxiliaries = list(annotated.dependents(verb.i, "aux"))
    modals = [t.lower for t in auxiliaries]
    if not negated and verb.dep == "conj" and _joined_by(annotated, verb) in {"or", "nor"}:
        return _own(annotated, annotated.tokens[verb.head])
    if not negated:
        return _unnegated(modals)
    if OBLIGING & set(modals):
        return "unsettled"
    for modal in modals:
        if modal in MODALS:
            return MODALS[modal]
    policy = any(t.lemma == "do" and t.tag in {"VBZ", "VBP"} for t in auxiliaries)
    return "policy" if policy else "not"


def _unnegated(modals: list[str]) -> Stance:
    if MAYBE & set(modals) and "have" in modals:
        return "perhaps"
    return "possible" if OPEN & set(modals) else "asserted"


def _negated(annotated: Annotated, i: int) -> bool:
    """Tell whether a negator stands before the word, or after it where it is an auxiliary ("is not")."""
    words = annotated.dependents(i, "neg", "preconj", "advmod", "det", "cc")
    return any(t.lower in NEGATORS and (t.i < i or (t.dep == "neg" and t.i < i + 3)) for t in words)


def _nothing_in(annotated: Annotated, verb: Token) -> bool:
    """Tell whether the subject or object says that there was none: "no one", "neither side", "no evidence"."""
    subject = subject_of(annotated, verb.i) if verb.dep not in {"relcl", "acl"} else None
    things = [t.i for t in annotated.dependents(verb.i, "dobj", "attr", "nsubj", "nsubjpass")]
    return any(
        annotated.tokens[i].lower in NEGATORS or _negated(annotated, i)
        for i in [*things, *([subject] if subject is not None else [])]
    )


def _joined_by(annotated: Annotated, conjunct: Token) -> str:
    words = [t for t in annotated.dependents(conjunct.head, "cc") if t.i < conjunct.i]
    return words[-1].lower if words else ""


def _governed(annotated: Annotated, i: int, stance: Stance) -> Standing:
    """Climb from an infinitive or gerund to the words that govern it."""
    top = i
    while True:
        token = annotated.tokens[top]
        if token.dep == "conj" and not _begins_anew(annotated, token):
            top = token.head
            continue
        step = _step(annotated, token)
        if step is None:
            stance = "unsettled" if _merely_meant(annotated, token) else stance
            return Standing(stance, top, subject_of(annotated, top))
        top, effect = step
        stance = _combined(stance, effect)


def _merely_meant(annotated: Annotated, token: Token) -> bool:
    """Tell whether the predicate is an infinitive under a word that does not say whether it was done."""
    to = any(t.tag == "TO" for t in annotated.dependents(token.i, "aux"))
    return to and token.head != token.i and not any(True for _ in annotated.dependents(token.i, "nsubj"))


def _begins_anew(annotated: Annotated, token: Token) -> bool:
    """Tell whether a conjunct has its own subject or tense, so that what governs its neighbour does not govern it."""
    own = any(True for _ in annotated.dependents(token.i, *SUBJECTS, "aux", "auxpass"))
    return own or (token.tag not in {"VB", "VBG"} and _joined_by(annotated, token) not in {"or", "nor"})


def _step(annotated: Annotated, token: Token) -> tuple[int, dict[str, str]] | None:
    """Return the governing predicate and the stances it gives, or `None` where nothing that counts governs."""
    head = annotated.tokens[token.head]
    if head.i == token.i or token.dep not in {"xcomp", "acl", "pcomp", "advcl", "ccomp", "relcl"}:
        return None
    infinitive = token.tag in {"VB", "VBG"} or any(t.tag == "TO" for t in annotated.dependents(token.i, "aux"))
    if not infinitive or any(True for _ in annotated.dependents(token.i, "nsubj")):
        return None
    for word in _governors(annotated, head):
        effect = _effect(word)
        if effect is not None:
            return _anchor(annotated, word), _judged(annotated, word, effect)
    return None


def _governors(annotated: Annotated, head: Token) -> list[Token]:
    """Return the words that may settle what hangs on `head`: itself, and what a copula says."""
    below = [t for t in annotated.dependents(head.i, "acomp", "attr", "oprd", "dobj") if head.lemma in {"be", "have"}]
    yet = [
        t for t in annotated.dependents(head.i, "advmod") if t.lower == "yet" and head.lemma in {"be", "have", "remain"}
    ]
    above = [annotated.tokens[head.head]] if head.dep == "prep" or head.tag == "IN" else []
    return [*yet, *below, head, *above]


def _effect(word: Token) -> dict[str, str] | None:
    for key in (word.lemma.lower(), word.lower):
        effect = {c: mapping("caveat_governors", "word", c).get(key, "") for c in ("asserted", "negated", "inner")}
        if key in mapping("caveat_governors", "word", "word"):
            return effect
    return None


def _anchor(annotated: Annotated, word: Token) -> int:
    """Return the verb that the governing word belongs to."""
    while word.pos not in {"VERB", "AUX"} and word.head != word.i:
        word = annotated.tokens[word.head]
    return word.i


def _judged(annotated: Annotated, word: Token, effect: dict[str, str]) -> dict[str, str]:
    anchor = annotated.tokens[_anchor(annotated, word)]
    if _own(annotated, anchor) == "possible":
        return {"asserted": "", "inner": ""}
    negated = _negated(annotated, word.i) or (anchor.i != word.i and _negated(annotated, anchor.i))
    negated = negated or (word.lower != "yet" and _nothing_in(annotated, anchor))
    return {"asserted": effect["negated" if negated else "asserted"], "inner": "" if negated else effect["inner"]}


def _combined(stance: Stance, effect: dict[str, str]) -> Stance:
    if stance == "asserted":
        return effect["asserted"] or "unsettled"  # type: ignore[return-value]
    if stance == "not":
        return effect["inner"] or "unsettled"  # type: ignore[return-value]
    return "unsettled"
