"""Attribution by a colon alone: "Ferro: bridge will hold", and the turns of a transcript ("FERRO: I was there.")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution.content import trimmed, whole_quotes
from variorum.extract.attribution.finding import Finding
from variorum.extract.attribution.headlines import headline
from variorum.lexicon import column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.page import Page, Segment
    from variorum.model import Token

LONGEST = 9
"""A speaker before a colon has at most so many words: longer heads are sentences."""

NAMING = frozenset({"PERSON", "ORG", "NORP", "GPE"})
NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM", "ADP", "PUNCT", "PART"})


def dashed(page: Page) -> Iterator[Finding]:
    """Yield the attributions of headlines of the form "Dam will hold — Brenn"."""
    for segment in page.segments:
        if not _of_headline(page, segment):
            continue
        words = page.tokens[segment.first : segment.last]
        dash = next((t.i for t in reversed(words) if t.text in DASHES and _apart(page, t)), None)
        named = words[dash - segment.first + 1 :] if dash is not None else ()
        if dash is None or not 0 < len(named) <= SHORT_NAME or not all(t.pos in NOMINAL for t in named):
            continue
        content = trimmed(page, whole_quotes(page, range(segment.first, dash), (dash,)))
        said = any(page.tokens[i].pos in {"VERB", "AUX"} for i in content)
        if said and any(t.entity in NAMING for t in named):
            yield Finding(dash, (dash,), tuple(t.i for t in named), (content,), "speech", "dash")


def _apart(page: Page, dash: Token) -> bool:
    """Tell a dash from the hyphen within a word: "wins re-election"."""
    text = page.annotated.article.text
    return not dash.start or text[dash.start - 1].isspace() or dash.text in {"—", "--"}


DASHES = frozenset({"-", "–", "—", "--"})
SHORT_NAME = 5
"""Words of a name behind a headline's dash."""


def headed(page: Page) -> Iterator[Finding]:
    """Yield the attributions that a paragraph's opening "X:" makes; in a transcript the paragraph is the content."""
    begun: set[int] = set()
    for segment in page.segments:
        if segment.part in begun:
            continue
        begun.add(segment.part)
        colon = _colon(page, segment)
        if colon is None:
            continue
        source = trimmed(page, _name(page, segment.first, colon))
        end = _end(page, segment) if page.tokens[colon - 1].text.isupper() else segment.last
        content = trimmed(page, whole_quotes(page, range(colon + 1, end), (colon,)))
        within = headline(page, colon + 1, segment.last) if _of_headline(page, segment) else None
        if within is not None:
            yield within._replace(act="speech", rule="colon")
            continue
        if _speaks(page, source) and _says(page, content) and _somebody(page, source, content):
            yield Finding(colon, (colon,), source, (content,), "speech", "colon")


def _of_headline(page: Page, segment: Segment) -> bool:
    return page.annotated.article.parts[segment.part].kind == "headline"


def _speaks(page: Page, source: Run) -> bool:
    words = [page.tokens[i] for i in source]
    return any(len(t.text) > 1 and t.text.isalpha() for t in words) and not column("cue_labels", "label").issuperset(
        t.lower for t in words
    )


def _somebody(page: Page, source: Run, content: Run) -> bool:
    """Tell who speaks from what the line is of: "Fire in Lom: …", "Sarnia: …", "MAY 17: …", which name no speaker.

    A country or town before a colon is one only where its words are quoted.
    """
    words = [page.tokens[i] for i in source]
    before = next((n for n, t in enumerate(words) if n and t.pos == "ADP"), len(words))
    head = next((t for t in reversed(words[:before]) if t.pos in {"NOUN", "PROPN"}), words[-1])
    if words[0].entity in {"DATE", "TIME"} or (words[-1].tag == "CD" and head.entity not in {"PERSON", "ORG"}):
        return False
    if head.pos == "NOUN" and not head.text.isupper():
        word = head.lemma.lower()
        return any(word in column(name, key) for name, key in SPEAKING)
    place = all(t.entity == "GPE" for t in words) and not head.text.isupper()
    return not place or page.quoted(content[0])


SPEAKING = (("nominals", "noun"), ("channels", "medium"), ("channels", "told"), ("cue_phrases", "noun"))
"""Tables of nouns that can stand before a colon for a speaker: people, bodies, documents, polls."""


def _says(page: Page, content: Run) -> bool:
    """Tell a sentence or a quotation from a list or a name."""
    return len(content) > 1 and any(page.quoted(i) or page.tokens[i].pos in {"VERB", "AUX"} for i in content)


def _colon(page: Page, segment: Segment) -> int | None:
    for token in page.tokens[segment.first : min(segment.last, segment.first + LONGEST)]:
        if token.text == ":":
            words = page.tokens[segment.first : token.i]
            named = any(t.entity in NAMING for t in words) or (words and words[-1].text.isupper())
            return token.i if named and all(t.pos in NOMINAL for t in words) and not page.quoted(token.i) else None
    return None


def _name(page: Page, first: int, colon: int) -> Run:
    """Return the words before the colon, from the last dash on ("EXCLUSIVE – Ferro:")."""
    dashes = [i for i in range(first, colon) if page.tokens[i].text in {"-", "–", "—", "--", "|"}]
    return tuple(range(dashes[-1] + 1 if dashes else first, colon))


def _end(page: Page, segment: Segment) -> int:
    return max(s.last for s in page.segments if s.part == segment.part)
