"""The things of single articles, as far as telling them apart between articles needs them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.relate.entities._profile import Profile, may_lead, profile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Annotated, EntityType, Mention, Reading

LEAD = 60
"""Characters before a name in which its title or country is looked for: a title of five words has fewer."""
SENTENCE_END = re.compile(r"[.!?:;,\n(]\s*")
POSSESSIVE = re.compile(r"['’]s$|['’]$")


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """One thing of one article. `names` are the fullest first; `speaks_only`: all its mentions are sources."""

    article: str
    order: int
    local: str
    type: EntityType
    names: tuple[str, ...]
    mentions: tuple[Mention, ...]
    profile: Profile
    is_source: bool
    speaks_only: bool

    @property
    def name(self) -> str:
        """The fullest name, `""` for what is only described."""
        return self.names[0] if self.names else ""


def local_things(annotated: Sequence[Annotated], readings: Sequence[Reading]) -> list[Thing]:
    """Return the things of all articles in the order of their first mention."""
    return [
        thing
        for n, (one, reading) in enumerate(zip(annotated, readings, strict=True))
        for thing in _of_article(one, reading, n)
    ]


def _of_article(annotated: Annotated, reading: Reading, order: int) -> list[Thing]:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in annotated.mentions:
        mentions[mention.entity].append(mention)
    speakers = [s for statement in reading.statements for s in (statement.source, *statement.via) if s is not None]
    speaking = {speaker.entity for speaker in speakers}
    places = [(speaker.start, speaker.end) for speaker in speakers]
    return [_thing(annotated, order, local, found, local in speaking, places) for local, found in mentions.items()]


def _thing(
    annotated: Annotated,
    order: int,
    local: str,
    mentions: list[Mention],
    is_source: bool,
    places: Sequence[tuple[int, int]],
) -> Thing:
    names = Counter(bare(m.text) for m in mentions if m.kind == "name")
    types = Counter(m.type for m in mentions if m.kind == "name") or Counter(m.type for m in mentions)
    described = [m.text for m in mentions if m.kind == "nominal"]
    led = [_lead(annotated.article.text, m) for m in mentions if m.kind == "name"]
    return Thing(
        annotated.article.id,
        order,
        local,
        types.most_common(1)[0][0],
        tuple(sorted(names, key=lambda name: (-_fullness(name), -names[name], name))),
        tuple(mentions),
        profile(sorted(names), described, led),
        is_source,
        is_source and all(any(a <= m.start and m.end <= b for a, b in places) for m in mentions),
    )


def bare(text: str) -> str:
    """Return a name without possessive, article and line breaks."""
    name = POSSESSIVE.sub("", " ".join(text.split()))
    return name[4:] if name[:4].lower() == "the " else name


def _fullness(name: str) -> int:
    return 0 if name.isupper() and " " not in name else len(name.split())


def _lead(text: str, mention: Mention) -> str:
    """Return the title, office or country right before a name: the longest run of words that can be of one."""
    before = SENTENCE_END.split(text[max(0, mention.start - LEAD) : mention.start])[-1]
    words = before.split()
    first = len(words)
    while first and may_lead(words[first - 1]):
        first -= 1
    return " ".join(words[first:])
