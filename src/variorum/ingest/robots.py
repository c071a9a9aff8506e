"""What sites ask of programs in their robots.txt (RFC 9309), asked for once a site and run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from variorum.errors import InputError

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

    from variorum.settings import Settings


@dataclass(frozen=True, slots=True)
class SiteRules:
    """The rules of the sites that were visited so far; it lives as long as one run, so that no rule grows old.

    Called with an address it raises `InputError` where the site asks programs to stay away, and where the site cannot
    be asked: then each of its addresses is refused without asking anew.
    """

    _known: dict[str, RobotFileParser | InputError] = field(default_factory=dict)

    def __call__(self, url: str, settings: Settings) -> None:
        """Raise `InputError` where an address is closed."""
        from variorum.ingest.fetch import must_be_open  # noqa: PLC0415 - the HTTP client costs 60 ms, and files need none

        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            self._known[site] = _asked(url, settings)
        rules = self._known[site]
        if isinstance(rules, InputError):
            raise rules
        must_be_open(url, rules)


def _asked(url: str, settings: Settings) -> RobotFileParser | InputError:
    from variorum.ingest.fetch import rules_of  # noqa: PLC0415 - the same

    try:
        return rules_of(url, settings)
    except InputError as error:
        return error
