"""Verbs of headlines that were read as plural nouns: "Vell test-fires missiles".

The model knows prose, where a plural inside a noun phrase is rare and a present without an article before its object
is rarer. Of 4,405 headlines of many outlets 954 sentences had no verb; of the plurals amid those that a table of
verbs knows nearly all were the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.lexicon import mapping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Annotated, Token

HEADS = frozenset({"headline", "standfirst"})
PLURAL = frozenset({"NNS", "NNP", "NNPS", "VBZ"})
NAMING = frozenset({"NOUN", "PROPN"})
OBJECT = NAMING | {"ADJ", "DET", "NUM", "PRON"}
VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def mended(annotated: Annotated) -> tuple[Token, ...]:
    """Return the tokens of an article, with the verb of each headline and standfirst that was read without one."""
    tokens = list(annotated.tokens)
    for sentence in annotated.sentences:
        words = annotated.words(sentence)
        verb = _verb(words) if sentence.kind in HEADS and not _has_clause(words) else None
        if verb is not None:
            for word in _read(words, verb):
                tokens[word.i] = word
    return tuple(tokens)


def _has_clause(words: Sequence[Token]) -> bool:
    verbs = {t.i for t in words if t.pos in VERBS}
    return any(t.dep in SUBJECTS and t.head in verbs for t in words)


def _verb(words: Sequence[Token]) -> int | None:
    """Return the place of the first plural noun that may be a verb: a name before it, a name or the like behind."""
    forms = mapping("headline_verbs", "form", "verb")
    for at in range(1, len(words) - 1):
        known = words[at].tag in PLURAL and words[at].lower in forms
        if (
            known
            and _subject(words, at) is not None
            and words[at + 1].pos in OBJECT
            and words[at + 1].text[-1].isalnum()
        ):
            return at
    return None


def _subject(words: Sequence[Token], at: int) -> int | None:
    """Return the place of the noun before a verb; a prefix ("test-") and an opening mark may stand between."""
    first = at - 2 if words[at - 1].text == "-" else at
    while first and not words[first - 1].text[-1].isalnum():
        first -= 1
    return first - 1 if first and words[first - 1].pos in NAMING else None


def _read(words: Sequence[Token], at: int) -> list[Token]:
    """Return the words read anew: what stands before the verb is its subject, the first noun phrase behind its object.

    What hung on a word of the other side hangs on the verb's side of it: on the subject, the object or the verb.
    """
    verb = words[at]
    lemma = mapping("headline_verbs", "form", "verb")[verb.lower]
    place = _subject(words, at)
    subject = words[place or 0]
    first = subject.i + 1 - words[0].i
    behind = words[at + 1 :]
    thing = next((t for n, t in enumerate(behind) if _ends_phrase(behind, n)), behind[-1])
    new = verb._replace(pos="VERB", tag="VBZ", dep="ROOT", head=verb.i, lemma=lemma)
    left = [_hung(t, subject, verb, "nsubj") for t in words[:first]]
    joined = [t._replace(dep="compound" if t.text[-1].isalnum() else "punct", head=verb.i) for t in words[first:at]]
    return [*left, *joined, new, *(_right(t, thing, verb) for t in behind)]


def _ends_phrase(behind: Sequence[Token], n: int) -> bool:
    """Tell the last noun of a phrase: no noun, adjective, number, possessive or hyphen follows."""
    token, following = behind[n], behind[n + 1] if n + 1 < len(behind) else None
    if token.pos not in NAMING or not token.text[-1].isalnum() or following is None:
        return token.pos in NAMING and token.text[-1].isalnum()
    worded = following.pos in NAMING | {"ADJ", "NUM"} and following.text[-1].isalnum()
    owns = following.tag == "POS" and n + 2 < len(behind)
    return not worded and not owns and following.text != "-"


def _hung(token: Token, head: Token, verb: Token, dep: str) -> Token:
    if token.i == head.i:
        return token._replace(dep=dep, head=verb.i)
    inside = token.head < head.i + 1 and token.head != token.i
    return token if inside else token._replace(dep="compound", head=head.i)


def _right(token: Token, thing: Token, verb: Token) -> Token:
    if token.i == thing.i:
        return token._replace(dep="dobj", head=verb.i)
    if token.pos in NAMING and not token.text[-1].isalnum():
        return token._replace(dep="punct", head=verb.i)
    if token.head > verb.i and token.head != token.i:
        return token
    if token.pos in {"ADP", "PUNCT", "SCONJ"}:
        return token._replace(dep="prep" if token.pos == "ADP" else token.dep, head=verb.i)
    return token._replace(dep="compound" if token.i < thing.i else "dep", head=thing.i)
