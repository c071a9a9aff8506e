"""How a program behaves that asks the same sites again and again.

It asks for robots.txt (RFC 9309) once an hour, and pauses between two requests to one site, as long as the site wants.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from variorum.ingest.fetch import AGENT, must_be_open, rules_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from urllib.robotparser import RobotFileParser

    from variorum.settings import Settings

PAUSE = 1.0
"""Seconds between two requests to one site that asks for nothing else: half as fast as a person who clicks."""
LONGEST = 60.0
"""Seconds of the longest pause that is kept to: a site that asks for more gets its pages later, not never."""
_HOUR = 3600.0


class Manners:
    """Call it before each request; it waits, and raises `InputError` for what is closed to programs."""

    def __init__(
        self,
        pause: float = PAUSE,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._pause = pause
        self._clock = clock
        self._sleep = sleep
        self._rules: dict[str, tuple[float, RobotFileParser]] = {}
        self._last: dict[str, float] = {}

    def __call__(self, url: str, settings: Settings) -> None:
        """Wait until the address may be asked; raise where it may not be asked at all."""
        site = urlsplit(url).netloc
        rules = self._known(site, url, settings)
        must_be_open(url, rules)
        wanted = float(rules.crawl_delay(AGENT.partition("/")[0]) or 0)
        wait = self._last.get(site, -_HOUR) + min(max(self._pause, wanted), LONGEST) - self._clock()
        if wait > 0:
            self._sleep(wait)
        self._last[site] = self._clock()

    def _known(self, site: str, url: str, settings: Settings) -> RobotFileParser:
        asked, rules = self._rules.get(site, (-_HOUR, None))
        if rules is None or self._clock() - asked > _HOUR:
            rules = rules_of(url, settings)
            rules.modified()
            self._rules[site] = (self._clock(), rules)
        return rules
