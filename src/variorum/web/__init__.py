"""The web app: pages and a JSON API that show what `variorum.api` gives. Nothing is found out here."""

from __future__ import annotations

from variorum.web.app import application
from variorum.web.collected import Collected
from variorum.web.desk import Desk, OneEvent
from variorum.web.guard import Guarding
from variorum.web.serving import HOST, PORT, Served, guarding_for, is_loopback, opened, serve

__all__ = [
    "HOST",
    "PORT",
    "Collected",
    "Desk",
    "Guarding",
    "OneEvent",
    "Served",
    "application",
    "guarding_for",
    "is_loopback",
    "opened",
    "serve",
]
