"""Names of bodies: companies, ministries, agencies, groups."""

from __future__ import annotations

from functools import cache

from variorum.lexicon import column, mapping, rows
from variorum.lexicon.spellings import spellings
from variorum.relate.entities._likeness import DIFFERENT, Likeness
from variorum.relate.entities._words import ascii_letters, key, number_words
from variorum.text.acronyms import is_acronym_of
from variorum.text.edits import edits
from variorum.text.romanisation import plain

SMALL = frozenset({"the", "of", "and", "for", "in", "de", "la", "n"})
SPELT = {
    "labour": "labor",
    "organisation": "organization",
    "defence": "defense",
    "centre": "center",
    "programme": "program",
}
SHORTEST_WITH_SLIP = 5
GENERIC_SHARE = 0.5


def same_body(a: str, b: str) -> Likeness:
    """Tell whether two names can be one body's; `a` is the longer."""
    if b in _table().get(a, ()) or a in _table().get(b, ()):
        return Likeness("known", f"“{b}” is known to stand for “{a}”")
    if not _table().get(b) and is_acronym_of(ascii_letters(b), ascii_letters(a)):
        return Likeness("acronym", f"“{b}” is made of the initials of “{a}”")
    long, short = body_words(a), body_words(b)
    if long == short or "".join(long) == "".join(short):
        return Likeness("equal", f"“{a}” and “{b}” differ in legal form or small words only")
    if sorted(map(key, long)) == sorted(map(key, short)) or "".join(map(key, long)) == "".join(map(key, short)):
        return Likeness("spelling", f"“{a}” and “{b}” are spellings of one name")
    return _nearly(a, b, list(long), list(short))


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Return for each known acronym and name the others that stand for the same body."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("acronyms"):
        names = (row["acronym"], *filter(None, row["names"].split("|")))
        for name in names:
            found[name] = (*found.get(name, ()), *(other for other in names if other != name))
    return found


def leading_word(name: str) -> str:
    """Return the key of the first word of a body's name that names no country: 'U.S. Justice Department' is justice."""
    words = body_words(name)
    return key(next((word for word in words if not _is_place_word(word)), words[0]))


def whatever_order(name: str) -> str:
    """Return the keys of the words that name no country, sorted: "Varnian Ministry of Health", "Health Ministry"."""
    return " ".join(sorted(key(word) for word in body_words(name) if not _is_place_word(word)))


def names_known_for(name: str) -> tuple[str, ...]:
    """Return the other names that the table of acronyms holds for a name."""
    return _table().get(name, ())


@cache
def body_words(name: str) -> tuple[str, ...]:
    """Return what tells a body's name from others: no legal form, no small words, numbers as digits."""
    words = plain(name.replace("'s ", " ").replace("&", " and ")).split()
    text = " ".join(SPELT.get(w, w) for w in _numbers(_initials(words)))
    for form in sorted((f for f in column("legal_forms", "form") if " " in f), key=len, reverse=True):
        text = f" {text} ".replace(f" {form} ", " ").strip() or text
    words = _countries(text.split())
    kept = [w for w in words if w not in SMALL]
    bare = [w for w in kept if w not in column("legal_forms", "form")]
    return tuple(bare or kept or words)


def _initials(words: list[str]) -> list[str]:
    """Join single letters, as 'j p' of 'J.P. Morgan'."""
    joined: list[str] = []
    run = ""
    for word in [*words, ""]:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        if run:
            joined.append(run)
        run = ""
        if word:
            joined.append(word)
    return joined


def _numbers(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        digit = number_words().get(word, word)
        if found and found[-1].endswith("0") and len(found[-1]) == 2 and digit.isdigit() and len(digit) == 1:  # noqa: PLR2004
            found[-1] = str(int(found[-1]) + int(digit))
        else:
            found.append(digit)
    return found


def _countries(words: list[str]) -> list[str]:
    text = f" {' '.join(words)} ".replace(" united states ", " us ").replace(" united kingdom ", " uk ")
    return text.split()


def _nearly(a: str, b: str, long: list[str], short: list[str]) -> Likeness:
    """Pair the words: one may be a slip, and the longer may have a country more."""
    slip = False
    for word in list(short):
        if word in long:
            long.remove(word)
            short.remove(word)
    for word in list(short):
        near = next((other for other in long if is_slip(word, other)), None)
        if near is None:
            return DIFFERENT
        slip = True
        long.remove(near)
        short.remove(word)
    if long and not all(_is_place_word(word) for word in long):
        return DIFFERENT
    if long:
        return Likeness("short", f"“{b}” is “{a}” without the country")
    return Likeness("letters", f"“{a}” and “{b}” differ by a letter") if slip else DIFFERENT


def is_slip(a: str, b: str) -> bool:
    """Tell whether one letter between two words may be a slip: not in digits, countries or words of business."""
    if _is_place_word(a) and _is_place_word(b):
        return False
    if (
        a.isdigit()
        or b.isdigit()
        or min(len(a), len(b)) < SHORTEST_WITH_SLIP - 1
        or max(len(a), len(b)) < SHORTEST_WITH_SLIP
    ):
        return False
    return edits(key(a), key(b), 1) == 1


@cache
def _place_words() -> frozenset[str]:
    names = {
        **spellings("countries", ("name", "aliases", "people", "capital"), "code"),
        **mapping("places", "place", "country"),
    }
    return frozenset(word for name in names for word in plain(name).split()) | {"europe", "asia", "africa", "schweiz"}


def _is_place_word(word: str) -> bool:
    return word in _place_words()
