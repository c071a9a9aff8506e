"""Who printed it: what metadata say, else the address, else how the page speaks of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from variorum.clean.forms import OUTLET, masked
from variorum.lexicon import rows
from variorum.model import Publisher

_SECOND_LEVEL = frozenset(["ac", "co", "com", "edu", "go", "gov", "net", "ne", "or", "org"])
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")
_DOMAIN = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:/\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outlet:
    """An entry of the table of outlets: `agency` is set for a wire service's own site."""

    name: str
    country: str
    agency: str


@cache
def _by_domain() -> dict[str, Outlet]:
    return {row["domain"]: Outlet(row["name"], row["country"], row["agency"]) for row in rows("outlets")}


@cache
def _by_name() -> dict[str, Outlet]:
    table: dict[str, Outlet] = {}
    for row in rows("outlets"):
        outlet = Outlet(row["name"], row["country"], row["agency"])
        table.setdefault(_key(row["name"]), outlet)
    return table


def _key(name: str) -> str:
    return re.sub(r"\A(?:the|www\.) ?|\s*\((?:online|web|print)[^()]*\)\Z|\s+-\s+news\Z", "", name.casefold().strip())


def outlet_of(publisher: Publisher | None) -> Outlet | None:
    """Return the entry of a publisher in the table of outlets."""
    return _by_name().get(_key(publisher.name)) if publisher else None


def publisher_of(outlet: str | None, url: str | None, text: str) -> Publisher | None:
    """Return who printed an article: `outlet` is what metadata say, `url` the article's address; `None` if unknown."""
    if outlet:
        return Publisher(_named(outlet), "metadata")
    if url and (name := _at(url)):
        return Publisher(name, "url")
    name = _speaking(text)
    return Publisher(name, "text") if name else None


def _named(words: str) -> str:
    match = _DOMAIN.fullmatch(words.strip())
    if match is not None:
        return _at(f"https://{match[1]}") or words.strip()
    known = _by_name().get(_key(words))
    return known.name if known else " ".join(words.split())


def _at(url: str) -> str | None:
    """Return the outlet of an address by the longest part of its host in the table, else the host's own domain."""
    try:
        host = (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return None
    labels = host.split(".")
    for cut in range(len(labels) - 1):
        if known := _by_domain().get(".".join(labels[cut:])):
            return known.name
    return _own(labels)


def _own(labels: list[str]) -> str | None:
    if len(labels) < 2 or labels[-1].isdigit() or "" in labels:  # noqa: PLR2004 - a name and a top level
        return None
    deep = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL  # noqa: PLR2004 - co.uk
    return ".".join(labels[-3:] if deep else labels[-2:])


@cache
def _selves() -> re.Pattern[str]:
    shapes = [row["pattern"] for row in rows("self_references")]
    named = [shape.replace("{outlet}", f"(?:the )?(?P<o{n}>{OUTLET})") for n, shape in enumerate(shapes)]
    return re.compile("|".join(named), re.IGNORECASE)


def _speaking(text: str) -> str | None:
    """Return the outlet that the page calls itself, `None` where none or more than one is so called."""
    spoken = _QUOTED.sub(lambda found: " " * len(found.group()), text)
    places = [match.span(match.lastgroup or 0) for match in _selves().finditer(masked(spoken, "outlets"))]
    names = {_by_name()[key].name for start, end in places if (key := _key(spoken[start:end])) in _by_name()}
    return names.pop() if len(names) == 1 else None
