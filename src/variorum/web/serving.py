"""The server: one address, opened before anything is said of it."""

from __future__ import annotations

import secrets
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

import uvicorn

from variorum.errors import UsageError
from variorum.web.guard import Guarding

if TYPE_CHECKING:
    from fastapi import FastAPI

PORT = 8400
HOST = "127.0.0.1"
SHORTEST_KEY = 16
"""Characters of a key: 16 at random are beyond guessing over a network."""


@dataclass(frozen=True, slots=True)
class Served:
    """An address that is open and waits for the app."""

    listening: socket.socket

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        host, port = self.listening.getsockname()[:2]
        return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def opened(host: str = HOST, port: int = PORT) -> Served:
    """Open an address; port 0 is any that is free. Raises `UsageError` where it cannot be had."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return Served(socket.create_server((host, port), family=family, backlog=128))
    except (OSError, OverflowError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or error
        msg = f"{host}, port {port}: cannot be opened ({why}); give another with --port or --host"
        raise UsageError(msg) from error


def guarding_for(host: str, key: str | None) -> Guarding:
    """Return what is asked of whoever comes to a host: a key where another machine could, made up where none is given.

    Raises `UsageError` for a key that could be guessed.
    """
    if key is not None and len(key) < SHORTEST_KEY:
        msg = f"the key has fewer than {SHORTEST_KEY} characters; give a longer one, or none to have one made up"
        raise UsageError(msg)
    if is_loopback(host):
        return Guarding(key=key)
    return Guarding(hosts=frozenset(), key=key or secrets.token_urlsafe(24))


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches a host."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def serve(app: FastAPI, served: Served) -> None:
    """Answer until Ctrl-C."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=30,
        limit_concurrency=200,
    )
    uvicorn.Server(config).run(sockets=[served.listening])
