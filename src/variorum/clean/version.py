"""Whether an article is its first version or a later one, where the page, its title or a line of it tells."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.clean._draft import Draft
    from variorum.clean.head import Head
    from variorum.model import Edition

_SAME = timedelta(minutes=10)
"""A change so soon after publication is the act of publishing or a slip mended. Of 127 AEB pages that give both times,
37 have them equal, 30 apart by less than this, 5 by 10 to 20 minutes, 55 by more."""
_LINE = 240


def version_of(draft: Draft, head: Head, title: str | None) -> Edition | None:
    """Return `update` or `first` by the title's mark, a line of the text, then metadata; `None` where nothing tells."""
    if title and _marked("title", [title]):
        return "update"
    short = [block.bare for block in draft.blocks if len(block.bare) <= _LINE]
    if any(later for _, later in head.stamps) or _marked("line", short):
        return "update"
    return _by_times(draft.fields.date, draft.fields.modified)


@cache
def _marks(where: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows("version_marks") if row["where"] == where))


def _marked(where: str, lines: Sequence[str]) -> bool:
    return any(map(_marks(where).match, lines))


def _by_times(published: str | None, modified: str | None) -> Edition | None:
    before, after = _moment(published), _moment(modified)
    if before is None or after is None:
        return None
    if isinstance(before, datetime) and isinstance(after, datetime):
        if (before.tzinfo is None) == (after.tzinfo is None):
            return "update" if after - before > _SAME else "first"
        before, after = before.date(), after.date()
    days = _day(after) - _day(before)
    return "update" if days > timedelta(1) else None


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(written: str | None) -> date | None:
    """Return a time, or a day where no time is written; `None` for what is neither."""
    words = (written or "").strip()
    for reader in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            return reader(words)
        except (ValueError, TypeError, IndexError):
            continue
    return None
