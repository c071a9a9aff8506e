"""Runs of capitalised words: the candidates for names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from variorum.annotate import gazetteer
from variorum.lexicon import column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.model import Annotated, Token

OPEN_CLASSES = frozenset({"PROPN", "NOUN", "ADJ", "X", "VERB"})
JOINTS = frozenset({"of", "the", "and", "&", "-", "/", "for", "on"})
LONGEST_SYLLABLE = 5
"""Letters of a syllable of Korean, as it is written in English: Hyeon, Seong."""
TITLE_CASE_SHARE = 0.6
"""Share of capitals among the longer words from which a line is taken for a headline in title case: of 120 titles
and 2,001 lines of news bodies .5 takes 40 and 54, .6 27 and 36, .7 22 and 26: most of those of the bodies are subheads,
credits and lists."""


class Run(NamedTuple):
    """A run of tokens, last excluded, that may be a name; `titled` if a person's title stands before it."""

    first: int
    last: int
    titled: bool


def is_title_case(words: Sequence[Token]) -> bool:
    """Tell whether a line is set as a headline, so that capitals mean nothing; a full stop makes a sentence of it."""
    if any(t.text in {".", '."', ".”"} for t in words[-2:]):
        return False
    long = [t for t in words if len(t.text) > 3 and t.text.isalpha()]  # noqa: PLR2004 - short ones stay small
    capitals = sum(1 for t in long if t.text[0].isupper())
    return len(long) > 2 and capitals >= TITLE_CASE_SHARE * len(long)  # noqa: PLR2004 - "Anna Ferro said" is none


def runs(annotated: Annotated, sentence: int, begins: Sequence[bool], *, shouting: bool) -> Iterator[Run]:
    """Yield the runs in one sentence; in a shouting one every stretch that the tables or the article may know."""
    words = annotated.words(annotated.sentences[sentence])
    for first, last in _stretches(annotated, words, begins, shouting=shouting):
        if shouting:
            yield from _pieces(first, last)
        else:
            yield from _trimmed(annotated.tokens, _after_people(annotated.tokens, first, last), last)


def _stretches(
    annotated: Annotated, words: Sequence[Token], begins: Sequence[bool], *, shouting: bool
) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for n, token in enumerate(words):
        if _is_capital(token, opening=not shouting and (n == 0 or _is_mark(words[n - 1]))):
            first = _begin(annotated, token.i) if first is None else first
        elif first is not None and not _joins(annotated, first, token, words, n, begins):
            yield first, _end(annotated, first, token.i)
            first = None
    if first is not None:
        yield first, words[-1].i + 1


def _after_people(tokens: Sequence[Token], first: int, last: int) -> int:
    """Step over a people's adjective that only tells where somebody is from: 'Turkish NTV', but 'Korean War'."""
    if tokens[last - 1].text in gazetteer.body_words() or tokens[last - 1].lower in gazetteer.place_nouns():
        return first
    for length in (2, 1):
        after = first + length
        if (
            after < last
            and tokens[after].text[0].isalpha()
            and " ".join(t.text for t in tokens[first:after]) in gazetteer.peoples()
        ):
            same = tokens[after - 1].entity == tokens[after].entity and tokens[after].entity != "PERSON"
            return first if same and tokens[after].entity else after
    return first


def _begin(annotated: Annotated, i: int) -> int:
    """Step back over a particle that is joined to the name by a hyphen: 'al-Tor'."""
    before = annotated.tokens[max(0, i - 2) : i]
    joined = len(before) == 2 and before[1].text == "-" and before[0].end == before[1].start  # noqa: PLR2004
    return i - 2 if joined and before[0].text in gazetteer.particles() else i


def _end(annotated: Annotated, first: int, last: int) -> int:
    """Step back over joints that turned out to join nothing."""
    while last > first + 1 and not _is_upper(annotated.tokens[last - 1].text):
        last -= 1
    return last + 2 if _has_syllable(annotated, first, last) else last


def _has_syllable(annotated: Annotated, first: int, last: int) -> bool:
    """Tell whether the second syllable of a given name follows, small after a hyphen: 'Kim Jong-un', not 'Xi-led'."""
    parts = annotated.tokens[last - 1 : last + 2]
    if last - first < len(parts) - 1 or len(parts) != len(("Jong", "-", "un")):
        return False
    glued = parts[1].text == "-" and parts[0].end == parts[1].start and parts[1].end == parts[2].start
    syllables = all(p.text.isalpha() and len(p.text) <= LONGEST_SYLLABLE for p in (parts[0], parts[2]))
    family = annotated.tokens[last - 2].text in column("surname_first", "surname")
    return glued and syllables and family and parts[2].text.islower() and parts[2].pos != "VERB"


def _is_upper(text: str) -> bool:
    return (
        text[0].isupper()
        or (text[0].isalpha() and text[1:2].isupper() and text[2:] != "")
        or (text[0].isdigit() and any(c.isupper() for c in text))
    )


def _is_mark(token: Token) -> bool:
    return not token.text[-1].isalnum() and token.text not in {"'s", "’s", "-", "/", "&"}


def _is_capital(token: Token, *, opening: bool) -> bool:
    if token.text[-1] == "s" and token.text[:-1].isupper() and len(token.text) > 2:  # noqa: PLR2004
        return False  # several of what an acronym says: POWs, MPs
    if not _is_upper(token.text) or token.lower.rstrip(".") in gazetteer.not_names() or token.text[-1] in "/:":
        return False
    if len(token.text.rstrip(".")) == 1 and token.tag not in {"NNP", "NNPS"}:
        return False
    if token.tag in {"NNP", "NNPS"} or (token.entity and token.entity not in _NUMERIC):
        return True
    return not opening and token.pos in OPEN_CLASSES


_NUMERIC = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})


def _joins(
    annotated: Annotated, first: int, token: Token, words: Sequence[Token], n: int, begins: Sequence[bool]
) -> bool:
    """Tell whether a small word or mark holds the capitals on both sides together."""
    small = gazetteer.particles() | {"the", "los"} | ({"-"} if token.lower in gazetteer.particles() else set())
    ahead = next((w for w in words[n + 1 : n + 4] if w.lower not in small or _is_upper(w.text)), None)
    if ahead is None or not _is_upper(ahead.text) or ahead.lower in gazetteer.not_names():
        return False
    if token.text in {"-", "/"}:
        before = annotated.tokens[token.i - 1]
        return before.end == token.start and token.end == words[n + 1].start
    if token.lower in gazetteer.particles() and token.lower != "the":
        return True
    if token.lower not in JOINTS:
        return False
    previous = annotated.tokens[token.i - 1]
    if token.lower == "of":
        return previous.text in gazetteer.body_words() and not gazetteer.is_title(annotated.tokens[first].text)
    inside = bool(token.entity) and not begins[token.i] and token.entity == previous.entity == ahead.entity
    window = annotated.tokens[first : token.i + 4]
    return inside and (token.lower != "and" or any(t.text in gazetteer.body_words() for t in window))


def _pieces(first: int, last: int) -> Iterator[Run]:
    """Yield every stretch of up to four words; the longest that is known will be taken."""
    for i in range(first, last):
        for j in range(min(last, i + 4), i, -1):
            yield Run(i, j, titled=False)


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> Iterator[Run]:
    """Cut off titles and peoples before a person's name, and yield what stood before the title as a name of its own."""
    if all(_is_office(t.text) for t in tokens[first:last]):
        return
    last = _before_last_title(tokens, first, last)
    office = _after_office(tokens, first, last)
    if office > first:
        if office < last:
            yield Run(office, last, titled=True)
        return
    if tokens[last - 1].text in gazetteer.body_words():
        yield Run(first, last, titled=False)
        return
    title = next((i for i in range(last - 2, first - 1, -1) if _is_title_at(tokens, first, i)), None)
    if title is None or tokens[title + 1].lower in gazetteer.suffixes():
        yield Run(first, last, titled=_follows_title(tokens, first))
        return
    start = title
    while start > first and gazetteer.is_title(tokens[start - 1].text):
        start -= 1
    yield from _before_title(tokens, first, start)
    yield Run(title + 1, last, titled=True)


def _is_title_at(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Tell whether a title stands there: behind a given name it is part of the name, as Sheikh may be."""
    before = tokens[i - 1].text if i > first else ""
    return gazetteer.is_title(tokens[i].text) and (before not in gazetteer.given_names() or gazetteer.is_place(before))


def _before_last_title(tokens: Sequence[Token], first: int, last: int) -> int:
    """Step back over an office after a known name: 'FBI Director', but not 'Ada King'."""
    end = last
    while end > first + 1 and gazetteer.is_title(tokens[end - 1].text):
        end -= 1
    known = gazetteer.known_type(" ".join(t.text for t in tokens[first:end])) if end < last else None
    return end if known is not None else last


def _is_office(word: str) -> bool:
    return not word[0].isalpha() or gazetteer.is_title(word) or word in gazetteer.office_words()


def _after_office(tokens: Sequence[Token], first: int, last: int) -> int:
    """Step over the rest of an office whose title stands before 'of' or 'for': 'Secretary of' + 'State Ada Brandt'."""
    before = tokens[max(0, first - 3) : first]
    if (
        not before
        or before[-1].lower not in {"of", "for", "the"}
        or not any(gazetteer.is_title(t.text) for t in before)
    ):
        return first
    while first < last and (tokens[first].text in gazetteer.office_words() or tokens[first].text in {"and", ",", "&"}):
        first += 1
    return first


def _before_title(tokens: Sequence[Token], first: int, last: int) -> Iterator[Run]:
    """Yield the body or place that an office belongs to: 'FBI Director', 'New York Mayor', 'Nordale CEO'."""
    while last > first and tokens[last - 1].text in gazetteer.office_words():
        last -= 1
    for begin in range(first, last):
        text = " ".join(t.text for t in tokens[begin:last])
        if gazetteer.known_type(text) in {"organization", "place"}:
            yield Run(begin, last, titled=False)
            return
    if first < last and tokens[last].lower in column("company_signs", "words"):
        yield Run(first, last, titled=False)  # "Nordale CEO": only companies have such officers


def _follows_title(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a role in small letters stands right before: 'spokesman Aron Vale'."""
    return first > 0 and gazetteer.is_role(tokens[first - 1].lower)
