"""Who printed it: what metadata say, else the address, else how the page speaks of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from variorum.clean.blocks import folded
from variorum.clean.byline import agency_names
from variorum.clean.imprint import own_host, self_named, spelled
from variorum.lexicon import rows
from variorum.model import Furniture, Publisher, PublisherBasis

_SECOND_LEVEL = frozenset(["ac", "co", "com", "edu", "go", "gov", "net", "ne", "or", "org"])
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


def publisher_of(
    outlet: str | None, url: str | None, text: str, furniture: tuple[Furniture, ...] = ()
) -> Publisher | None:
    """Return who printed an article: `outlet` is what metadata say, `url` the article's address; `None` if unknown.

    A wire service named by another outlet's page is whose copy it is, not who printed it.
    """
    home = _listed(url) if url else None
    if outlet and not (_is_service(outlet) and url and _at(url) and (home is None or home.agency == "")):
        return Publisher(*_called(outlet, home))
    if url and (name := _at(url)):
        return Publisher(name if home else spelled(name, text) or name, "url")
    name = self_named(text, furniture)
    if name is None and (host := own_host(furniture)):
        name = _at(f"https://{host}") if _listed(f"https://{host}") else spelled(host, text) or _at(f"https://{host}")
    return Publisher(_listed_name(name), "text") if name else None


def signed_for(name: str | None) -> Publisher | None:
    """Return the outlet that the author's line names; a wire service named there may be another page's copy."""
    return Publisher(_listed_name(name), "text") if name and not _is_service(name) else None


def _listed_name(name: str) -> str:
    known = _by_name().get(_key(name))
    return known.name if known else name


def _is_service(words: str) -> bool:
    return words.casefold().strip() in agency_names()


def _called(words: str, home: Outlet | None) -> tuple[str, PublisherBasis]:
    """Return the outlet's name as the table has it: by its own name, else by its address, else as metadata write it."""
    match = _DOMAIN.fullmatch(words.strip())
    if match is not None:
        return _at(f"https://{match[1]}") or words.strip(), "metadata"
    known = _by_name().get(_key(words))
    if known is not None:
        return known.name, "metadata"
    if home is not None:
        alike = folded(words) in folded(home.name) or folded(home.name.removeprefix("The ")) in folded(words)
        return home.name, "metadata" if alike else "url"
    return " ".join(words.split()), "metadata"


def _listed(url: str) -> Outlet | None:
    """Return the entry of an address by the longest part of its host that is in the table."""
    labels = _host(url).split(".")
    hosts = (".".join(labels[cut:]) for cut in range(len(labels) - 1))
    return next((known for host in hosts if (known := _by_domain().get(host))), None)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""


def _at(url: str) -> str | None:
    """Return the outlet of an address by the table, else the host's own domain."""
    known = _listed(url)
    return known.name if known else _own(_host(url).split("."))


def _own(labels: list[str]) -> str | None:
    if len(labels) < 2 or labels[-1].isdigit() or "" in labels:  # noqa: PLR2004 - a name and a top level
        return None
    deep = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL  # noqa: PLR2004 - co.uk
    return ".".join(labels[-3:] if deep else labels[-2:])
