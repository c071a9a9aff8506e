"""Measures each page of an account of 200 reports: how long it takes to make, and how large it is.

    python bench/web_pages.py                       200 reports told anew from our ferry: a minute makes the account
    python bench/web_pages.py --account big.json    the pages of an account that is there already
    python bench/web_pages.py --keep big.json       keep the account for the next time

Fails where a page takes more than 300 ms of processor or has more than 500 kB. What is looked up once for all pages of
an account is told apart: the first page after a change waits for it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from relate_speed import EVENT, varied

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from variorum.api import CheckResult, Decided
    from variorum.model import Account
    from variorum.model.changes import Changes

SLOW, LARGE = 0.3, 500_000
"""Seconds of processor and bytes of a page: what is read at once comes at once."""
TIMES = 3
BASE = "/stories/given"
PAGES: tuple[str, ...] = (
    "",
    "?order=newest",
    "?order=contested",
    "?page=2",
    "/matrix",
    "/figures",
    "/quotes",
    "/timeline",
    "/lineage",
)
PAGES += ("/names", "/caveats", "/verify", "/reports", "/compare", "/decisions", "/method")


class Still:
    """The desk of an account that does not change."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def account(self, story: str, patience: float) -> Account:  # noqa: ARG002 - there is one
        """Return the account, whatever the story is called."""
        return self._account

    def title(self, story: str) -> str | None:
        """Return nothing."""
        return story and None

    def decide(self, story: str, verb: str, *args: str) -> Decided:
        """Decide nothing."""
        raise NotImplementedError(story, verb, args)

    def since(self, story: str, day: str) -> Changes:
        """Tell nothing."""
        raise NotImplementedError(story, day)

    def check(self, story: str) -> CheckResult:
        """Check nothing."""
        raise NotImplementedError(story)


def made(count: int) -> Account:
    """Return the account of so many reports of one event."""
    from variorum.api.comparing import joined, taken_apart  # noqa: PLC0415 - --help must not load the package
    from variorum.api.reading import read  # noqa: PLC0415 - the same

    return joined(taken_apart(varied(read([EVENT])[0], count)), decisions="none")


def main() -> int:
    """Print a line a page; 1 where one is too slow or too large."""
    options = _options()
    from starlette.testclient import TestClient  # noqa: PLC0415 - the same

    from variorum.render.exchange import decode, encode  # noqa: PLC0415 - the same
    from variorum.web import application  # noqa: PLC0415 - the same

    account = decode(options.account.read_bytes()) if options.account else made(options.articles)
    if options.keep:
        options.keep.write_bytes(encode(account))
    print(f"{len(account.articles)} reports, {len(account.claims)} claims, {len(account.entities)} names")
    calling = TestClient(application(Still(account)), base_url="http://127.0.0.1:8400")
    begun = time.process_time()
    calling.get(BASE)
    print(f"{time.process_time() - begun:6.2f} s  to look up all once")
    widest = max(account.claims, key=lambda claim: len(claim.appearances)).id
    named = max(account.entities, key=lambda entity: len(entity.mentions)).id
    more = (f"/claims/{widest}", f"/names/{named}", f"/reports/{account.articles[0].id}")
    wrong = [page for page in (*PAGES, *more) if _too_much(calling, BASE + page)]
    return int(bool(wrong))


def _too_much(calling: TestClient, path: str) -> bool:
    seconds = []
    for _ in range(TIMES):
        begun = time.process_time()
        answer = calling.get(path)
        seconds.append(time.process_time() - begun)
    took, size = statistics.median(seconds), len(answer.content)
    wrong = took > SLOW or size > LARGE or answer.status_code != 200  # noqa: PLR2004 - HTTP's
    print(f"{took * 1000:6.0f} ms {size / 1000:6.0f} kB  {path}{'  TOO MUCH' if wrong else ''}")
    return wrong


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--account", type=Path)
    parser.add_argument("--keep", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
