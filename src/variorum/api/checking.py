"""`check`: whether every word of an account still stands verbatim in its inputs."""

from __future__ import annotations

import os
import os.path
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.api.accounts import opened
from variorum.api.reading import read
from variorum.model import Problem
from variorum.model.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from os import PathLike

    from variorum.model import Account, Article

_RECORD = re.compile(r"(?:#\d+)+\Z")


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How many of the account's quoted places say what their article says, and what stands against it."""

    good: int
    total: int
    problems: tuple[Problem, ...]


def check(path: Account | str | PathLike[str]) -> CheckResult:
    """Open the inputs of the account at `path` again, compare their hashes, and read every quoted place anew.

    A path that is not found from here is looked for beside the account. Raises `AccountError` for a file that is
    no account.
    """
    account = opened(path)
    return checked(account, *_inputs(account, Path(path).parent if isinstance(path, (str, os.PathLike)) else Path()))


def checked(account: Account, texts: Mapping[str, str], problems: Sequence[Problem]) -> CheckResult:
    """Read every quoted place of the account in the texts of its articles, by their ids."""
    places = [(texts.get(article), excerpt) for article, excerpt in quoted(account)]
    good = sum(text is not None and text[e.start : e.end] == e.text for text, e in places)
    return CheckResult(good, len(places), tuple(problems))


def _inputs(account: Account, beside: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return the texts of the articles, as read anew, by the account's ids of them."""
    found, _said = read(sorted({_where(article, beside) for article in account.articles}))
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for article in account.articles:
        again = _again(article, found)
        if again is None:
            problems.append(_gone(article))
        else:
            texts[article.id] = again.text
            problems += _changed(article, again)
    return texts, problems


def _where(article: Article, beside: Path) -> str:
    """Return the file that the article came from, here or beside the account: a record's file, a member's archive."""
    if article.path.startswith(("http://", "https://")):
        return article.path.split("#")[0]
    places = [place for way in _ways(article.path) for place in (way, str(beside / Path(way).name))]
    return next((place for place in places if os.path.isfile(place)), article.path)  # noqa: PTH113 - never raises


def _ways(path: str) -> Iterator[str]:
    """Yield the path itself, then the file of many records that it names one of, then the archives it may lie in."""
    yield path
    bare = _RECORD.sub("", path)
    yield from (bare, *(str(above) for above in Path(bare).parents))


def _again(article: Article, found: Iterable[Article]) -> Article | None:
    name = Path(article.path).name
    same = [a for a in found if Path(a.path).name == name]
    return next((a for a in same if a.sha256 == article.sha256), same[0] if same else None)


def _gone(article: Article) -> Problem:
    message = f"{article.path}: not found; run check where the account was made, or put the file beside it"
    return Problem(article.path, "not-found", message, fatal=True)


def _changed(article: Article, again: Article) -> list[Problem]:
    if article.sha256 == again.sha256:
        return []
    message = f"{article.path}: has changed since the account was made (another sha256); make the account anew"
    return [Problem(article.path, "changed", message, fatal=True)]
