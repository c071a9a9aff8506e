"""`check` for a story of a collection: whether every word of its account stands in what was captured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.api.checking import CheckResult, checked
from variorum.errors import InputError
from variorum.model import Problem

if TYPE_CHECKING:
    from variorum.api.collection import Collection


def check_story(collection: Collection, story: str) -> CheckResult:
    """Read the captured bytes of a story's articles again, and every quoted place anew."""
    account = collection.show(story)
    read = {article.id: _again(collection, article.id) for article in account.articles}
    problems = [
        Problem(article, "changed", f"{article}: what was captured reads otherwise now", fatal=True)
        for article, text in read.items()
        if text is None
    ]
    return checked(account, {article: text for article, text in read.items() if text is not None}, problems)


def _again(collection: Collection, article: str) -> str | None:
    """Return an article's text as its capture gives it now, `None` where it can no longer be read."""
    from variorum.clean import clean  # noqa: PLC0415 - start-up

    try:
        return clean(collection.capture(article), name=article)[0].text
    except InputError:
        return None
