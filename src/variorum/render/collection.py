"""What a collection tells, as text and JSON: its stories, what a search found, reprints, how much it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from variorum.model.collection import Added, Hit, Reprint, Stats, StoryEntry
from variorum.render.labels import REUSE, plural
from variorum.render.plain import line
from variorum.render.sections import Block, Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from variorum.model import Member
    from variorum.render import Plain

Told = Added | Stats | StoryEntry | Hit | Reprint
_MIB = 1 << 20


def told_of(kind: type[Told], found: Sequence[Told], form: Plain, *, width: int = 80, colour: bool = False) -> str:
    """Return what a collection told as text or JSON; `kind` is what the items are, also where there are none.

    `width` (columns) and `colour` (ANSI) are for `text`.
    """
    if form == "json":
        return _json(kind, found)
    from variorum.render.text import drawn  # noqa: PLC0415 - each form loads its own library

    return drawn(_BLOCKS[kind](found), width=width, colour=colour)


def _json(kind: type[Told], found: Sequence[Told]) -> str:
    rows: Any = [_story(one) if isinstance(one, StoryEntry) else msgspec.to_builtins(one) for one in found]
    packed = msgspec.json.encode(rows[0] if kind in {Added, Stats} else rows)
    return (msgspec.json.format(packed, indent=1) + b"\n").decode()


def _story(story: StoryEntry) -> dict[str, object]:
    """Return a story with the keys of the contract first: `story`, `title`, `articles`."""
    fields: dict[str, object] = msgspec.to_builtins(story)
    return {"story": fields.pop("id"), "title": fields.pop("title"), "articles": fields.pop("articles"), **fields}


def _stories(found: Sequence[StoryEntry]) -> Iterator[Block]:
    articles = sum(len(story.articles) for story in found)
    yield Block("title", f"{plural(len(found), 'story', 'stories')}, {plural(articles, 'article')}")
    for story in found:
        days = dict.fromkeys(value[:10] for value in (story.first, story.last) if value)
        where = ", ".join([" to ".join(days) or "no date", *story.places])
        yield Block("single", f"{story.id}\t{line(story.title or 'without a title')}")
        yield Block("", f"{where}{'; quiet' if story.quiet else ''}{_also(story)}", 2)
        yield Block("", "", 2, tuple(map(_member, story.articles)))


def _also(story: StoryEntry) -> str:
    return f"; perhaps one with {', '.join(story.proposed)}" if story.proposed else ""


def _member(member: Member) -> Pair:
    title = member.title or member.path
    told = (member.id, member.published and member.published[:10], member.joined_because)
    return Pair(line(member.outlet or "unknown outlet"), line(title), f"({'; '.join(line(t) for t in told if t)})")


def _hits(found: Sequence[Hit]) -> Iterator[Block]:
    yield Block("title", plural(len(found), "article") if found else "no article has these words")
    for hit in found:
        where = ", ".join(line(part) for part in (hit.outlet, hit.published and hit.published[:10], hit.path) if part)
        yield Block("single", f"{hit.article}\t{line(hit.title or hit.path)}")
        yield Block("", f"{where}; story {hit.story}", 2)
        yield Block("", f"“{line(hit.excerpt.text)}”", 2)


def _reprints(found: Sequence[Reprint]) -> Iterator[Block]:
    yield Block("title", f"{plural(len(found), 'pair')} of articles with long passages in common")
    for pair in found:
        from_whom = f", from {line(pair.origin)}" if pair.origin else ""
        yield Block("single", f"{round(pair.overlap * 100)} %\t{REUSE[pair.kind]}{from_whom}")
        rows = zip(pair.outlets, pair.titles, pair.articles, pair.stories, strict=True)
        told = (
            Pair(line(outlet or "unknown outlet"), line(title or ""), f"({article} in {story})")
            for outlet, title, article, story in rows
        )
        yield Block("", "", 2, tuple(told))


def _stats(found: Sequence[Stats]) -> Iterator[Block]:
    (stats,) = found
    each = stats.size / max(stats.articles, 1) / 1000
    yield Block("title", f"{plural(stats.articles, 'article')} in {plural(stats.stories, 'story', 'stories')}")
    rows = (
        ("stories", f"{stats.several:,} of several articles"),
        ("outlets", f"{stats.outlets:,}"),
        ("published", f"{stats.first or 'no date'} to {stats.last or 'no date'}, {stats.undated:,} without a date"),
        ("versions", f"{stats.versions:,}"),
        ("parsed passages", f"{stats.passages:,}"),
        ("accounts", f"{stats.accounts:,} kept"),
        ("decisions", f"{stats.decisions:,}"),
        ("size", f"{stats.size / _MIB:,.1f} MiB, {each:.1f} kB an article; {stats.captured / _MIB:,.1f} MiB captured"),
    )
    yield Block("", "", 1, tuple(Pair(*row) for row in rows))


def _added(found: Sequence[Added]) -> Iterator[Block]:
    (added,) = found
    told = [f"{len(added.new):,} new", *([f"{len(added.changed):,} changed"] if added.changed else [])]
    yield Block("", f"{', '.join(told)}, {len(added.known):,} known already")


_BLOCKS: Mapping[type[Told], Callable[[Any], Iterator[Block]]] = {
    Added: _added,
    Stats: _stats,
    StoryEntry: _stories,
    Hit: _hits,
    Reprint: _reprints,
}
