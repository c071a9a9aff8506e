"""Names of persons."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from variorum.lexicon import column, rows
from variorum.relate.entities._likeness import DIFFERENT, How, Likeness
from variorum.relate.entities._words import is_foreign_script, key, person_words, skeleton
from variorum.text.edits import edits
from variorum.text.romanisation import plain

SHORTEST_WITH_SLIP = 5
"""Letters of a word in which one may be a slip; in shorter ones a letter makes another name (Kim Jong Un, Kim Jong Il).
On the development half of `bench/names.py` F1 is .880 with 4, .874 with 5 and .858 with 6; 5 is kept, as two persons in
one event's reports are likelier to differ by a letter of a short name than a desk is to mistype it."""
LONG = 7
"""Letters of a word in which two may be slips, where nothing else differs: F1 .880 with 6, .874 with 7, .869 with 8."""
RANK: dict[str, int] = {"equal": 0, "spelling": 1, "known": 2, "initials": 3, "letters": 4}


def same_person(a: str, b: str) -> Likeness:
    """Tell whether two names can be one person's; `a` is the longer."""
    if is_foreign_script(a) and is_foreign_script(b):
        return _same_script(a, b)
    long, short = sorted((person_words(a), person_words(b)), key=lambda words: (-len(words), words))
    if long == short:
        return Likeness("equal", _why("equal", a, b))
    if _run_together(long, short):
        return Likeness("spelling", f"“{a}” and “{b}” are one name, parted otherwise")
    if is_foreign_script(a) or is_foreign_script(b):
        return _across_scripts(a, b, long, short)
    how = _aligned(long, short)
    return Likeness(how, _why(how, a, b)) if how else DIFFERENT


def _why(how: How, a: str, b: str) -> str:
    return {
        "equal": f"“{a}” and “{b}” differ in title, order or marks only",
        "spelling": f"“{a}” and “{b}” are romanisations of one name",
        "known": f"“{a}” and “{b}” are forms of one name",
        "initials": f"“{b}” is “{a}” with initials",
        "letters": f"“{a}” and “{b}” differ by a letter or two",
        "short": f"“{b}” is short for “{a}”",
    }.get(how, "")


def _same_script(a: str, b: str) -> Likeness:
    """Names in letters that are not Latin: alphabets may slip in a long word, syllables and signs may not."""
    if len(a) <= SHORTEST_WITH_SLIP or " " not in a:
        return DIFFERENT
    how = _aligned(person_words(a), person_words(b))
    return Likeness(how, _why(how, a, b)) if how and len(person_words(a)) == len(person_words(b)) else DIFFERENT


def _run_together(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    one, other = "".join(map(key, long)), "".join(map(key, short))
    return one == other and len(long) != len(short)


def _across_scripts(a: str, b: str, long: tuple[str, ...], short: tuple[str, ...]) -> Likeness:
    """Compare by consonants: a script without vowels leaves no more."""
    bones = [skeleton(word) for word in long]
    for word in short:
        same = next((n for n, other in enumerate(bones) if edits(skeleton(word), other, 1) <= (len(other) > 2)), None)  # noqa: PLR2004
        if same is None:
            return DIFFERENT
        bones.pop(same)
    return Likeness("spelling", f"“{b}” is “{a}” in other letters") if len(short) > 1 or not bones else DIFFERENT


def _aligned(long: tuple[str, ...], short: tuple[str, ...]) -> How:
    """Return the weakest rule needed to find each word of the shorter name in the longer, in order, else `""`."""
    if len(short) == 1:
        return _one_word(long, short[0])
    short = _spelt_initials(short, long)
    at, worst, slips = 0, 0, 0
    for n, word in enumerate(short):
        rest = len(short) - n - 1
        choices = [(RANK[how], i, how) for i in range(at, len(long) - rest) if (how := same_word(word, long[i]))]
        if not choices:
            return ""
        rank, i, how = min(choices)
        worst, at = max(worst, rank), i + 1
        slips += edits(key(word), key(long[i])) if how == "letters" else 0
    if slips > 2 or _initials_alone(long, short, worst) or _other_initials(long, short):  # noqa: PLR2004 - two letters in all
        return ""
    name = next(how for how, rank in RANK.items() if rank == worst)
    return _kept_family(long, short, name)  # type: ignore[arg-type]


def _kept_family(long: tuple[str, ...], short: tuple[str, ...], how: How) -> How:
    if len(long) == len(short):
        return how
    return "letters" if how == "letters" else "short"


def _initials_alone(long: tuple[str, ...], short: tuple[str, ...], worst: int) -> bool:
    """Tell whether nothing but initials agree."""
    return worst == RANK["initials"] and all(len(word) == 1 for word in short) and len(long) == len(short)


def _other_initials(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Tell whether the middle initials of two names differ: 'Ada H. W. Brandt' is not 'Ada W. Brandt'."""
    one, other = ([word[0] for word in words[1:-1]] for words in (long, short))
    return len(long) != len(short) and any(len(word) == 1 for word in short[1:-1]) and one != other


def _one_word(long: tuple[str, ...], word: str) -> How:
    if len(long) == 1:
        return same_word(word, long[0])
    return "short" if key(word) == key(family(long)) else ""


def family(words: tuple[str, ...]) -> str:
    """Return the family name: the last word, or the first where names begin with it."""
    first = {plain(name) for name in column("surname_first", "surname")}
    return words[0] if len(words) == 3 and words[0] in first else words[-1]  # noqa: PLR2004 - Kim Jong Un


def _spelt_initials(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[str, ...]:
    """Part 'JC' into two initials where the longer name has them."""
    head = short[0]
    if 2 <= len(head) <= 3 and len(long) > len(short) and head == "".join(w[0] for w in long[: len(head)]):  # noqa: PLR2004
        return (*head, *short[1:])
    return short


def same_word(a: str, b: str) -> How:
    """Return by which rule two words of persons' names are one."""
    if a == b:
        return "equal"
    if key(a) == key(b):
        return "spelling"
    if 1 in {len(a), len(b)}:
        return "initials" if a[0] == b[0] else ""
    if _variants().get(a, frozenset()) & _variants().get(b, frozenset()):
        return "known"
    return "letters" if _is_slip(a, b) else ""


def _is_slip(a: str, b: str) -> bool:
    apart = edits(key(a), key(b), 2)
    shorter = min(len(a), len(b))
    if apart == 1:
        return shorter >= SHORTEST_WITH_SLIP - 1 and max(len(a), len(b)) >= SHORTEST_WITH_SLIP
    return apart == 2 and shorter >= LONG and a[0] == b[0]  # noqa: PLR2004


@cache
def _variants() -> dict[str, frozenset[int]]:
    """Return for each given name the rows of the table that it stands in."""
    found: dict[str, set[int]] = defaultdict(set)
    for n, row in enumerate(rows("given_name_variants")):
        for name in row["names"].split("|"):
            found[plain(name)].add(n)
    return {name: frozenset(numbers) for name, numbers in found.items()}
