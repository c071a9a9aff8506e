"""What may be set. Each default names the experiment behind it; the digest of all goes into `made_by.settings`."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass

MIB = 1 << 20

COLLECTION_ENDING = ".variorum"
COLLECTION = f"desk{COLLECTION_ENDING}"
"""The collection that is meant where none is named, and how the names of their files end."""

WATCH_MINUTES = 15.0
"""Between two questions to one feed: what large outlets' feeds ask for in `ttl` and Cache-Control (5 to 60)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and thresholds of a run."""

    max_input_bytes: int = 64 * MIB
    """One input larger than this is refused: a newsroom's largest page is under 10 MiB, a 30 MB text must pass."""

    max_unpacked_ratio: int = 200
    """A packed file may unpack to at most this many times its size: gzip of English text stays under 10."""

    max_article_chars: int = 200_000
    # Of a text that says one thing over and over all pairs of statements are alike: 100,000 characters of that take
    # 24 s and 0.7 GiB to compare, 200,000 take 127 s and 1.9 GiB; of real reports 400,000 take 85 s and 0.8 GiB.
    """A longer text is read up to here and says so: the longest of 37,463 collected news articles has fewer."""

    fetch_seconds: float = 20.0
    """An address that has not answered by then is given up: news sites answer within 3 s, or not at all."""

    max_redirects: int = 5
    """An address may send on so many times: a shortener, a canonical host, https and a consent page are four."""

    max_feed_pages: int = 50
    """Of a fetched feed, so many pages are fetched in place of bare summaries: feeds carry 10 to 50 entries."""

    allow_private_addresses: bool = False
    """Whether addresses inside the machine or a private net may be fetched; a link in a feed must not reach them."""

    @property
    def digest(self) -> str:
        """The sha256 of the settings, as `made_by.settings` has it."""
        return hashlib.sha256(repr(sorted(asdict(self).items())).encode()).hexdigest()


DEFAULT = Settings()
