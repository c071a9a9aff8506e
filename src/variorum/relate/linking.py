"""Speakers known within an article become speakers known across all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.model import Reading, Speaker


def linked(reading: Reading, names: Mapping[tuple[str, str], str]) -> Reading:
    """Return the reading with every speaker's entity as the account numbers it, `None` where it has no number."""

    def known(speaker: Speaker | None) -> Speaker | None:
        return speaker and replace(speaker, entity=names.get((reading.article, speaker.entity or "")))

    def relays(via: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
        return tuple(speaker for one in via if (speaker := known(one)))

    return replace(
        reading,
        statements=tuple(replace(s, source=known(s.source), via=relays(s.via)) for s in reading.statements),
        caveats=tuple(replace(c, source=known(c.source)) for c in reading.caveats),
    )
