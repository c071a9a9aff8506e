"""The tag before a quotation: "Ferro said:", "Ferro said on Monday,", "Ferro fired back:", "Dam safe - Ilse Varr:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.attribution import lexis
from variorum.extract.attribution.clauses import subject, verb_group
from variorum.extract.attribution.named_before import righted
from variorum.extract.attribution.sources import beside, phrase
from variorum.lexicon import column

if TYPE_CHECKING:
    from variorum.extract.attribution.finding import Run
    from variorum.extract.attribution.page import Page, Quote
    from variorum.model import Token

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def tag_before(page: Page, quote: Quote, first: int) -> tuple[Token, Run] | None:
    """Find "Ferro said:", "Ferro said on Monday," or "Ferro said" right before a quotation."""
    at = quote.first - 1
    if at < first:
        return None
    mark = page.tokens[at].text
    if mark in {",", ":"}:
        at -= 1
    lead = [t for t in page.tokens[first : at + 1] if not page.quoted(t.i)]
    verb = _tag_verb(page, lead, mark, quote)
    if verb is None:
        return _led(page, quote, lead) if mark == ":" else None
    source = speaking(page, verb, first, quote.first)
    if not source:
        head = subject(page, verb)
        source = phrase(page, head, without=(verb.i,)) if head is not None and not page.quoted(head.i) else ()
    return verb, source


def _tag_verb(page: Page, lead: list[Token], mark: str, quote: Quote) -> Token | None:
    for token in reversed(lead):
        if lexis.takes(token, "quote"):
            if mark not in {",", ":"}:
                return token if token is lead[-1] and _sentence_like(page, quote) else None
            return token
        if mark == ":" and token.pos in {"NOUN", "PROPN", "PRON", "ADP", "DET", "ADJ", "ADV", "NUM", "PUNCT"}:
            continue
        if token.tag in FINITE or (token.lower == "that" and token.dep == "mark"):
            return None
    return None


def _led(page: Page, quote: Quote, lead: list[Token]) -> tuple[Token, Run] | None:
    """Find who speaks before a colon without a verb of speech: "Ferro fired back:", "the port issued a statement:"."""
    if len(lead) < LED or not _sentence_like(page, quote):
        return None
    for verb in reversed(lead):
        if (
            verb.tag not in FINITE - {"MD"}
            or verb.dep in {"aux", "auxpass", "relcl"}
            or verb.lemma in {"be", "have", "include"}
        ):
            continue
        head = next(page.annotated.dependents(verb.i, "nsubj"), None)
        issued = any(t.lemma.lower() in column("channels", "medium") for t in page.annotated.dependents(verb.i, "dobj"))
        if any(not page.quoted(t.i) for t in page.annotated.dependents(verb.i, "ccomp")):
            return None
        if head is not None and lead[0].i <= head.i < verb.i and (issued or _may_speak(head)):
            return verb, phrase(page, head, without=(verb.i,))
        return None
    return _titled(page, quote, lead)


def _titled(page: Page, quote: Quote, lead: list[Token]) -> tuple[Token, Run] | None:
    """Read a name or a thing before the colon, behind a dash or from the beginning: "Dam safe - Ilse Varr:"."""
    dashes = [n for n, t in enumerate(lead) if t.text in DASHES and n and t.start > lead[n - 1].end]
    name = lead[dashes[-1] + 1 :] if dashes else lead
    name = name[1:] if name and name[0].lower == "from" else name
    if not 0 < len(name) <= LONGEST_NAME or any(t.pos not in NAMING for t in name):
        return None
    if not any(t.pos == "PROPN" for t in name) and name[0].lower not in {"the", "his", "her", "its", "their"}:
        return None
    return page.tokens[quote.first - 1], tuple(t.i for t in name)


DASHES = frozenset({"-", "–", "—", "--", "―"})
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM", "ADP", "PUNCT", "PART"})
LONGEST_NAME = 9
"""Words of a name with its office before a colon; what is longer is a sentence."""

LED = 2


def _may_speak(head: Token) -> bool:
    return head.entity in {"PERSON", "ORG", "NORP", "GPE"} or head.lower in {"he", "she", "they", "who"}


def _sentence_like(page: Page, quote: Quote) -> bool:
    words = page.words_inside(quote)
    return (
        bool(words)
        and (words[0].text[:1].isupper() or len(words) > FRAGMENT)
        and page.text[quote.of.inner[1] - 1] in ".,?!…"
    )


FRAGMENT = 6


def speaking(page: Page, verb: Token, first: int, last: int) -> Run:
    """Return the source of a tag among the tokens `first` to `last`."""
    head = subject(page, verb)
    known = head is not None and first <= head.i < last and not page.quoted(head.i)
    found = phrase(page, head, without=(verb.i,)) if known and head is not None else beside(page, verb, first, last)
    return righted(page, verb, verb_group(page, verb), found, first)
