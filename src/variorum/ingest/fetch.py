"""Pages from the web: politely, within limits, and never from inside the machine or a private net unless asked."""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from urllib3.exceptions import HTTPError, LocationParseError

from variorum.errors import InputError, LimitError
from variorum.ingest._readers import read
from variorum.ingest._source import Item, Source, refused
from variorum.settings import Settings

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

AGENT = f"variorum/{version('variorum')} (reads single pages at a person's request)"
_ROBOTS_BYTES = 512 << 10
"""The size up to which RFC 9309 asks that robots.txt is read."""
_MOVED = frozenset([301, 302, 303, 307, 308])
_CHUNK = 1 << 16
_TRIES = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address has answered; the names of its headers are in small letters."""

    url: str
    status: int
    data: bytes
    media: str
    encoding: str | None
    headers: Mapping[str, str] = field(default_factory=dict)


Robots = Callable[[str, Settings], None]
"""Raises `InputError` for an address that is closed to programs."""


def fetched(url: str, settings: Settings, robots: Robots | None = None) -> Iterator[Item]:
    """Yield the articles at an address; whatever fails is a problem."""
    try:
        source = asked_for(url, settings, robots)
    except InputError as error:
        yield refused(url, error.code, str(error))
        return
    yield from read(replace(source, robots=robots))


def asked_for(url: str, settings: Settings, robots: Robots | None = None) -> Source:
    """Return what lies at an address; raise `InputError` where it cannot be had."""
    answer = accepted(answered(url, settings, robots))
    return Source(url, answer.data, settings, answer.url, answer.encoding, answer.media)


def answered(
    url: str, settings: Settings, robots: Robots | None = None, headers: Mapping[str, str] | None = None
) -> Answer:
    """Return what an address answers, whatever its status; raise `InputError` where it does not answer.

    `headers` are asked with besides our own, `robots` asks whether the address is open to programs.
    """
    try:
        return _followed(url, settings, robots or _ask_robots, headers or {})
    except InputError:
        raise
    except (ValueError, HTTPError, OSError) as error:
        message = f"{url} is no address that can be asked ({_said(error)}): check it"
        raise InputError(message, code="bad-address") from error


def _followed(url: str, settings: Settings, robots: Robots, headers: Mapping[str, str]) -> Answer:
    at, seen = url, set[str]()
    while at not in seen and len(seen) <= settings.max_redirects:
        seen.add(at)
        robots(at, settings)
        answer, onward = _tried(at, settings, settings.max_input_bytes, headers)
        if onward is None:
            return answer
        at = urljoin(at, onward)
    message = f"{url} sends on in a circle or more than {settings.max_redirects} times: give the final address"
    raise InputError(message, code="too-many-redirects")


def accepted(answer: Answer) -> Answer:
    """Return the answer of an address that gives something; raise `InputError` for any other."""
    if answer.status >= 400:  # noqa: PLR2004 - HTTP
        message = f"{answer.url} answers {answer.status}: check the address, or save the page and give the file"
        raise InputError(message, code="fetch-failed")
    return answer


def _tried(
    url: str, settings: Settings, limit: int, headers: Mapping[str, str] | None = None
) -> tuple[Answer, str | None]:
    """Ask, and ask once more after a broken connection or a server's own error."""
    failure: Exception | None = None
    for _ in range(_TRIES):
        try:
            answer, onward = _asked(url, settings, limit, headers or {})
        except (HTTPError, OSError) as error:
            failure = error
            continue
        if answer.status < 500:  # noqa: PLR2004 - HTTP
            break
        failure = None
    if failure is not None:
        message = f"{url} cannot be fetched ({_said(failure)}): check the address and the connection"
        raise InputError(message, code="fetch-failed") from failure
    return answer, onward


def _said(error: Exception) -> str:
    return " ".join(str(error).split()).split("): ")[-1][:160] or type(error).__name__


def _asked(url: str, settings: Settings, limit: int, more: Mapping[str, str]) -> tuple[Answer, str | None]:
    parts = urlsplit(url)
    until = time.monotonic() + settings.fetch_seconds
    timeout = urllib3.Timeout(total=settings.fetch_seconds, connect=settings.fetch_seconds / 2)
    with _pool(url, settings) as pool:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5", "Host": parts.netloc.rpartition("@")[2]}
        headers |= more
        response = pool.request(
            "GET", path, headers=headers, timeout=timeout, redirect=False, retries=False, preload_content=False
        )
        try:
            onward = response.headers.get("Location") if response.status in _MOVED else None
            data = b"" if onward else _body(response, url, limit, until)
        finally:
            response.close()
            response.release_conn()
    media, _, rest = response.headers.get("Content-Type", "").partition(";")
    charset = rest.partition("charset=")[2].split(";")[0].strip("\"' ") or None
    told = {name.lower(): value for name, value in response.headers.items()}
    return Answer(url, response.status, data, media.strip().lower(), charset, told), onward


def _body(response: BaseHTTPResponse, url: str, limit: int, until: float) -> bytes:
    """Read an answer piece by piece as it comes: a server that sends a byte now and then must not hold us for days."""
    pieces, size = [], 0
    while piece := response.read1(_CHUNK, decode_content=True):
        size += len(piece)
        if time.monotonic() > until:
            message = "the answer came too slowly"
            raise TimeoutError(message)
        if size > limit:
            message = f"{url} is over {limit >> 20} MiB: save the part that matters and give the file"
            raise LimitError(message, code="too-large")
        pieces.append(piece)
    return b"".join(pieces)


def _pool(url: str, settings: Settings) -> urllib3.HTTPConnectionPool:
    """Return a connection to the very address that was checked, so that a name cannot change its meaning between."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        address = _public(host, port, settings)
        if parts.scheme == "https":
            return urllib3.HTTPSConnectionPool(address, port, server_hostname=host, assert_hostname=host)
        return urllib3.HTTPConnectionPool(address, port)
    except (ValueError, LocationParseError, UnicodeError) as error:
        message = f"{url} is no address: check it"
        raise InputError(message, code="bad-address") from error


def _public(host: str, port: int, settings: Settings) -> str:
    found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    inside = [address for address in found if not ipaddress.ip_address(address.partition("%")[0]).is_global]
    if inside and not settings.allow_private_addresses:
        message = f"{host} lies inside this machine or a private net: allow private addresses if you mean it"
        raise InputError(message, code="private-address")
    return min(found)


def _ask_robots(url: str, settings: Settings) -> None:
    """Raise where the site's robots.txt (RFC 9309) asks us to stay away; none that can be read allows all."""
    must_be_open(url, rules_of(url, settings))


def rules_of(url: str, settings: Settings) -> RobotFileParser:
    """Return what the robots.txt of an address' site asks; raise `InputError` where the site cannot be asked."""
    rules = RobotFileParser()
    rules.parse(_robots(url, settings))
    return rules


def must_be_open(url: str, rules: RobotFileParser) -> None:
    """Raise `InputError` where the rules of a site close an address to programs."""
    if not rules.can_fetch(AGENT.partition("/")[0], url):
        message = f"{url} is closed to programs by its robots.txt: save the page and give the file"
        raise InputError(message, code="robots")


def _robots(url: str, settings: Settings) -> list[str]:
    parts = urlsplit(url)
    try:
        answer, _ = _tried(f"{parts.scheme}://{parts.netloc}/robots.txt", settings, _ROBOTS_BYTES)
    except InputError as error:
        if error.code in {"private-address", "bad-address", "fetch-failed"}:
            raise
        return []
    return answer.data.decode("utf-8", "replace").splitlines() if answer.status == 200 else []  # noqa: PLR2004
