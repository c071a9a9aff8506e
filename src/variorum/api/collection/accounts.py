"""The account of a story: kept as long as its articles, the decisions and Variorum itself are the same."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from variorum.api.collection.adding import MADE_BY
from variorum.api.collection.deciding import on_claims
from variorum.api.collection.parsing import parses
from variorum.api.collection.rereading import read_anew
from variorum.api.comparing import Gathered, joined, taken_apart
from variorum.errors import AccountError
from variorum.store import accounts, listing
from variorum.store import articles as kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.api.progress import Progress
    from variorum.model import Account
    from variorum.settings import Settings
    from variorum.store import Kept
    from variorum.store.database import Database


def account_of(base: Database, story: int, settings: Settings, progress: Progress | None = None) -> Account:
    """Return the account of a story, with the decisions on it applied: the kept one, or a new one, which is kept.

    Raises `EngineError` where the language model is missing.
    """
    from variorum.annotate import model_version  # noqa: PLC0415 - start-up
    from variorum.render.exchange import decode, encode  # noqa: PLC0415 - the same

    numbers = listing.articles_of(base, story)
    decisions = on_claims(base, numbers)
    key = _key(kept.editions(base, numbers), decisions, settings)
    made_by = f"{MADE_BY} {model_version()}"
    known = accounts.account(base, story, key, made_by)
    if known is not None:
        with suppress(AccountError):
            return decode(known)
    made = joined(gathered_of(base, story, settings, progress), decisions=decisions)
    if not base.readonly:
        accounts.keep_account(base, story, key, made_by, encode(made))
    return made


def gathered_of(base: Database, story: int, settings: Settings, progress: Progress | None = None) -> Gathered:
    """Take the articles of a story apart, with what is kept of their paragraphs; what was parsed for it is kept."""
    from variorum.annotate import paragraphs  # noqa: PLC0415 - costs a second

    numbers = listing.articles_of(base, story)
    read_anew(base, numbers, settings)
    articles = sorted(kept.articles(base, numbers).values(), key=lambda a: (a.path, a.url or "", a.sha256))
    known = parses(base, [text for article in articles for text in paragraphs(article)], progress)
    return taken_apart(articles, settings=settings, progress=progress, known=known)


def _key(editions: Sequence[tuple[int, int]], decisions: Kept, settings: Settings) -> bytes:
    """Return a digest of all that an account is made from: the articles' versions, decisions and settings."""
    made_from = [settings.digest, *map(repr, editions), *map(repr, decisions.decisions)]
    return sha256("\n".join(made_from).encode("utf-8", "surrogatepass")).digest()[:16]
