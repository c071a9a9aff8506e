"""Who wrote it: the line that begins with "By", and the author fields of metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from variorum.clean.blocks import folded
from variorum.clean.forms import OUTLET, masked
from variorum.lexicon import column, rows

_BY = re.compile(
    r"(?:(?:written |reported |story |text |words |posted |published )?by\b ?[:\s]*|by(?=(?-i:[A-Z][\w.]+ [A-Z]))"
    r"|(?:author|writer)s? ?: ?)",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"\S+@\S+|@\w+|https?://\S+|\([^()]*\)|\b[Ff](?:or|OR) (?:[Tt]he )?[A-Z][\w.&'’ -]+\Z"
    r"| (?:Follow|FOLLOW|Subscribe)\Z"
)
"""What stands beside names: addresses, brackets, the paper that they write for, a button."""
_WHERE = re.compile(r"\s+(?:in|at|from|near) (?:[A-Z][\w.'’-]*(?:[ /,]+(?:and )?(?=[A-Z])|\b))+.*\Z")
_PARTS = re.compile(r"\s*(?:,|;|\||/|•|·|\b(?i:and|with)\b|&|\s[–—-]\s|(?<=[a-z]{3})\.(?=\s+[A-Z]))\s*")
_PERSON = re.compile(r"(?:[^\W\d_][\w'’.\-]*)(?: (?:[^\W\d_][\w'’.\-]*)){0,5}")
_PARTICLES = frozenset(
    ["al", "bin", "da", "de", "del", "der", "di", "dos", "du", "el", "la", "le", "ten", "van", "von"]
)
_LONGEST = 200
_OUTLET = re.compile(rf" {OUTLET}\Z")
_SERVICE = re.compile(
    r"(?:the )?([^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3})"
    r" (?:news agency|press agency|news service|newswire|wire service)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """The people, and the services by the forms in which they are named."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


@cache
def agency_names() -> dict[str, str]:
    """Return each form of a wire service's name, in small letters, with the service's name."""
    table: dict[str, str] = {}
    for row in rows("agencies"):
        table.setdefault(row["form"].casefold(), row["name"])
    return table


@cache
def _outlets() -> frozenset[str]:
    names = {folded(name) for name in column("outlets", "name")}
    return frozenset(
        names | {name.removeprefix("the") for name in names} | {folded(d) for d in column("outlets", "domain")}
    )


def service(words: str) -> str | None:
    """Return the name of a wire service: the table's, or what stands before "News Agency"; `None` where it is none."""
    known = agency_names().get(words.casefold().strip(" ."))
    match = _SERVICE.fullmatch(words.strip(" ."))
    return known or (match[1] if match else None)


def is_outlet(words: str) -> bool:
    """Tell whether the words are no more than the name of an outlet in the table."""
    return folded(words) in _outlets()


def byline_of(line: str) -> Byline | None:
    """Read a line that begins with "By"; `None` where it is not one: it is long, a sentence, or names nobody."""
    opening = _BY.match(line)
    if opening is None or len(line) > _LONGEST:
        return None
    words = line[opening.end() :].strip(" :")
    if not words:
        return Byline()
    if re.search(r"[.!?]\Z", words) and not re.search(r"\b[A-Z]\w?\.\Z|\bJr\.\Z", words):
        return None
    read = people((words,))
    return read if read.authors or read.agencies or is_outlet(words) or _jobs(words) else None


def people(names: tuple[str, ...]) -> Byline:
    """Part author fields into people and services; outlets, jobs, places and addresses are left out."""
    authors: list[str] = []
    agencies: list[str] = []
    for name in names:
        words = _NOISE.sub("", _BY.sub("", name, count=1) if _BY.match(name) else name).strip()
        if service(words):
            agencies.append(words)
            continue
        for piece in _PARTS.split(_WHERE.sub("", words)):
            _sort(piece if service(piece) else _without_outlet(piece.strip(' .:"“”')), authors, agencies)
    return Byline(tuple(dict.fromkeys(authors)), tuple(dict.fromkeys(agencies)))


def _without_outlet(piece: str) -> str:
    """Take an outlet's name, or a job, off the end of a name of two words or more."""
    bare = _OUTLET.sub("", masked(piece, "outlets"))
    words = (piece[: len(bare)] if len(bare.split()) > 1 else piece).split()
    while len(words) > 2 and is_job(words[-1]):  # noqa: PLR2004 - a name of two words
        words.pop()
    return " ".join(words)


def _sort(piece: str, authors: list[str], agencies: list[str]) -> None:
    if service(piece):
        agencies.append(piece)
    elif _is_person(piece):
        authors.append(_cased(piece))


def _is_person(piece: str) -> bool:
    if not _PERSON.fullmatch(piece) or is_outlet(piece) or _jobs(piece):
        return False
    words = piece.split()
    small = [word for word in words if word[0].islower() and word.lower() not in _PARTICLES]
    return not small and (len(words) > 1 or piece.istitle())


def _cased(name: str) -> str:
    """Put a name in capitals into ordinary case."""
    return name.title() if name.isupper() and len(name) > 4 and " " in name else name  # noqa: PLR2004 - initials stay


def _jobs(words: str) -> bool:
    return any(is_job(word) for word in re.split(r"[\s-]+", words))


def is_job(word: str) -> bool:
    """Tell whether a word of a byline speaks of a job or a desk."""
    return word.strip(".,").casefold() in column("job_words", "word")
