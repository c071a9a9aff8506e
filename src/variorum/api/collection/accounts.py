"""The account of a story: kept as long as its articles, the decisions and Variorum itself are the same."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from variorum.api.collection.adding import MADE_BY
from variorum.api.collection.identity import words_of
from variorum.api.comparing import Gathered, joined, taken_apart
from variorum.api.progress import Progress, silent
from variorum.errors import AccountError, InputError
from variorum.store import accounts, passages, words
from variorum.store import articles as kept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.annotate.engine import Parsed
    from variorum.model import Account, Article, Capture
    from variorum.settings import Settings
    from variorum.store import Kept
    from variorum.store.database import Database


def account_of(
    base: Database,
    story: int,
    numbers: Sequence[int],
    decisions: Kept,
    settings: Settings,
    progress: Progress | None = None,
) -> Account:
    """Return the account of the articles of a story: the kept one, or a new one, which is kept.

    Raises `EngineError` where the language model is missing.
    """
    from variorum.annotate import model_version  # noqa: PLC0415 - start-up
    from variorum.render.exchange import decode, encode  # noqa: PLC0415 - the same

    key = _key(kept.editions(base, numbers), decisions, settings)
    made_by = f"{MADE_BY} {model_version()}"
    known = accounts.account(base, story, key, made_by)
    if known is not None:
        with suppress(AccountError):
            return decode(known)
    made = joined(gathered_of(base, numbers, settings, progress), decisions=decisions)
    if not base.readonly:
        accounts.keep_account(base, story, key, made_by, encode(made))
    return made


def read_anew(
    base: Database, numbers: Sequence[int] | None, settings: Settings, progress: Progress | None = None
) -> int:
    """Read from their captures again what another Variorum has read, of all articles without `numbers`; count them."""
    from variorum.clean import clean  # noqa: PLC0415 - start-up

    if base.readonly:
        return 0
    many = 0
    for version, number, capture in kept.made_otherwise(base, MADE_BY, numbers):
        try:
            article, _ = clean(capture, name=f"a{number}", settings=settings)
        except InputError:
            continue
        _put_again(base, version, article, capture)
        many += 1
        (progress or silent)("read", many, 0)
    return many


def _put_again(base: Database, version: int, article: Article, capture: Capture) -> None:
    """Store an article that was read anew; the search index has the words of present versions alone."""
    with base.writing():
        number = int(article.id[1:])
        present = kept.is_present(base, version)
        if present:
            words.forget(base, kept.articles(base, [number])[number])
        kept.put_again(base, version, article, capture.data, words=words_of(article), made_by=MADE_BY)
        if present:
            words.learn(base, article)


def gathered_of(base: Database, numbers: Sequence[int], settings: Settings, progress: Progress | None) -> Gathered:
    """Take the articles apart, with what is kept of their paragraphs; what was parsed for it is kept."""
    from variorum.annotate import paragraphs  # noqa: PLC0415 - costs a second

    read_anew(base, numbers, settings)
    articles = sorted(kept.articles(base, numbers).values(), key=lambda a: (a.path, a.url or "", a.sha256))
    texts = [text for article in articles for text in paragraphs(article)]
    known = parses(base, texts)
    if len(known) < len(set(texts)) and not base.readonly:
        from variorum.annotate.engine import parse  # noqa: PLC0415 - the same

        tell = progress or silent
        new = parse((text for text in texts if text not in known), lambda *step: tell("annotate", *step))
        keep_parses(base, new)
        known |= new
    return taken_apart(articles, settings=settings, progress=progress, known=known)


def parses(base: Database, texts: Sequence[str]) -> dict[str, Parsed]:
    """Return what is kept of paragraphs, by their words."""
    from variorum.annotate import unpacked  # noqa: PLC0415 - start-up

    found: dict[str, Parsed] = {}
    for text, data in passages.passages(base, texts, parsed_by()).items():
        with suppress(ValueError):  # what is damaged is parsed again
            found[text] = unpacked(data, text)
    return found


def keep_parses(base: Database, parsed: Mapping[str, Parsed]) -> None:
    """Keep what the engine said of paragraphs."""
    from variorum.annotate import packed  # noqa: PLC0415 - start-up

    passages.keep(base, {text: packed(words, text) for text, words in parsed.items()}, parsed_by())


def parsed_by() -> str:
    """Return what tells one engine's parse from another's."""
    from variorum.annotate import model_version  # noqa: PLC0415 - start-up
    from variorum.annotate.packing import FORM  # noqa: PLC0415 - the same

    return f"{model_version()} {FORM}"


def _key(editions: Sequence[tuple[int, int]], decisions: Kept, settings: Settings) -> bytes:
    """Return a digest of all that an account is made from: the articles' versions, decisions and settings."""
    made_from = [settings.digest, *map(repr, editions), *map(repr, decisions.decisions)]
    return sha256("\n".join(made_from).encode("utf-8", "surrogatepass")).digest()[:16]
