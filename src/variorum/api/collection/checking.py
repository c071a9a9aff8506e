"""`check` for a story of a collection: whether every word of its account stands in what was captured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.api.checking import CheckResult
from variorum.errors import InputError
from variorum.model import Problem
from variorum.model.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.api.collection import Collection
    from variorum.model import Account


def check_story(collection: Collection, story: str) -> CheckResult:
    """Read the captured bytes of a story's articles again, and every quoted place anew."""
    account = collection.show(story)
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for article, text in _again(collection, account):
        if text is None:
            problems.append(
                Problem(article, "changed", f"{article}: what was captured reads otherwise now", fatal=True)
            )
        else:
            texts[article] = text
    places = [(texts.get(article), excerpt) for article, excerpt in quoted(account)]
    good = sum(text is not None and text[e.start : e.end] == e.text for text, e in places)
    return CheckResult(good, len(places), tuple(problems))


def _again(collection: Collection, account: Account) -> Iterator[tuple[str, str | None]]:
    """Yield each article's text as its capture gives it now, `None` where it can no longer be read."""
    from variorum.clean import clean  # noqa: PLC0415 - start-up

    for article in account.articles:
        try:
            read, _ = clean(collection.capture(article.id), name=article.id)
        except InputError:
            read = None
        yield article.id, read.text if read else None
