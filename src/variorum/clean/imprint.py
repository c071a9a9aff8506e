"""Where a bare text says who printed it and at what address: in what stands around the report."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from variorum.clean.blocks import folded
from variorum.clean.byline import service
from variorum.clean.forms import OUTLET, masked
from variorum.lexicon import column, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.model import Furniture

_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?")
_HOST = re.compile(r"(?:https?://|@|\b)(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/\s<>.,;]|\Z)", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")
_NAME = r"(?:(?-i:the) )?(?P<name>(?-i:(?:The )?[A-Z])[\w'’&.-]*(?: (?-i:[A-Z])[\w'’&.-]*){0,3})"
_ALONE = re.compile(r"<?(?:https?://|www\.)\S+>?")
"""An address alone on a line may be one that the report cites."""
_AROUND = frozenset(["about", "metadata", "credit", "comment-form", "subscription"])
_SHARED = 2
"""Words that an address shares with the title for it to be the report's own."""


def own_address(furniture: Iterable[Furniture], title: str | None) -> str | None:
    """Return the address alone on a line whose path repeats words of the title: the page's own."""
    ours = _long_words(title or "")
    for piece in furniture:
        match = _ADDRESS.fullmatch(piece.text)
        if match and len(ours & _long_words(match[1].partition("://")[2].partition("/")[2])) >= _SHARED:
            return match[1]
    return None


def _long_words(words: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]{4,}", words)}


def own_host(furniture: Iterable[Furniture]) -> str | None:
    """Return the one host that the page's own lines name (contact, foot), `None` where none or several are."""
    pieces = [p.text for p in furniture if p.kind in _AROUND and not _ALONE.fullmatch(p.text)]
    hosts = {host.lower() for text in pieces for host in _HOST.findall(text) if not _is_elsewhere(host.lower())}
    return hosts.pop() if len(hosts) == 1 else None


def _is_elsewhere(host: str) -> bool:
    labels = host.split(".")
    return any(".".join(labels[cut:]) in column("not_publishers", "domain") for cut in range(len(labels) - 1))


def spelled(host: str, text: str) -> str | None:
    """Return the name in a text that a host spells without its gaps ("Selby Mail" for selby-mail.example)."""
    label = folded(max(host.split(".")[:-1], key=len, default=""))
    for match in re.finditer(r"(?:The )?[A-Z][\w'’&]*(?: [A-Z][\w'’&]*){0,4}", text):
        words = match.group().split(" ")
        for size in range(len(words), 0, -1):
            for first in range(len(words) - size + 1):
                name = " ".join(words[first : first + size])
                if folded(name.removeprefix("The ")) == label or folded(name) == label:
                    return name
    return None


@cache
def _wires() -> frozenset[str]:
    return frozenset(folded(row["name"]) for row in rows("outlets") if row["agency"])


@cache
def _selves(name: str) -> tuple[re.Pattern[str], ...]:
    shapes = (row["pattern"].replace("{outlet}", name) for row in rows("self_references"))
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


def self_named(text: str, furniture: Iterable[Furniture]) -> str | None:
    """Return what the page calls itself; `None` where nothing, or more than one name, is so called.

    An outlet of the table may be named anywhere outside quotations; another name counts where lines around the
    report say it, and the text has it a second time. A wire service says so of its copy wherever that is printed.
    """
    spoken = _QUOTED.sub(lambda found: " " * len(found.group()), text)
    hidden = masked(spoken, "outlets")
    known = {spoken[slice(*m.span("name"))] for p in _selves(_KNOWN) for m in p.finditer(hidden)}
    named = {name for name in known if folded(name) not in _wires()} or _unlisted(text, furniture)
    keys = {folded(name.removeprefix("The ")) for name in named}
    return min(named) if len(keys) == 1 else None


_KNOWN = f"(?:the )?(?P<name>{OUTLET})"


def _unlisted(text: str, furniture: Iterable[Furniture]) -> set[str]:
    found = Counter(
        match["name"].rstrip(".")
        for piece in furniture
        for pattern in _selves(_NAME)
        for match in pattern.finditer(piece.text)
    )
    return {name for name in found if text.count(name) > 1 and not service(name)}
