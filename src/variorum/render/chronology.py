"""When things happened, when somebody spoke of them, and when it was printed: three times that news runs together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from variorum.render.plain import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.model import Statement
    from variorum.render.lookup import Lookup

Lane = Literal["happened", "said", "published"]
LANES: dict[Lane, str] = {
    "happened": "what the claims speak of",
    "said": "when somebody spoke",
    "published": "when it was printed",
}


class Entry(NamedTuple):
    """One time: its TIMEX3 or EDTF value, what kind it is, the words, and where to go from there."""

    value: str
    lane: Lane
    words: str
    goal: str
    who: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]


def chronology(look: Lookup) -> list[Entry]:
    """Return all times of an account, the earliest first."""
    order = list(LANES)
    found = [*_happened(look), *_said(look), *_published(look)]
    return sorted(found, key=lambda entry: (entry.value, order.index(entry.lane)))


def _happened(look: Lookup) -> Iterator[Entry]:
    for moment in look.account.timeline:
        goal = moment.claims[0] if moment.claims else ""
        yield Entry(moment.value, "happened", moment.text, goal, "", moment.claims, moment.articles)


def _said(look: Lookup) -> Iterator[Entry]:
    """Yield one entry a day and speaker for each set of claims: what five outlets print of one word is one."""
    spoken: dict[tuple[str, str, tuple[str, ...]], list[Statement]] = defaultdict(list)
    for statement in look.account.statements:
        if statement.said_on and statement.source:
            who = look.speakers(statement)[0]
            claims = tuple(look.claims_of.get(statement.id, ()))
            spoken[statement.said_on, who, claims or (statement.id,)].append(statement)
    for (value, who, claims), said in spoken.items():
        known = tuple(name for name in claims if name in look.claims)
        articles = tuple(dict.fromkeys(s.article for s in said))
        yield Entry(value, "said", line(said[0].text), said[0].id, who, known, articles)


def _published(look: Lookup) -> Iterator[Entry]:
    for article in look.account.articles:
        if article.published:
            words = line(article.title or article.path)
            yield Entry(article.published.value, "published", words, article.id, "", (), (article.id,))
