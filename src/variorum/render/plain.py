"""Words of articles made safe to show: they may hold anything that somebody put on a page."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves a terminal's cursor or turns the direction of the text around it: C0 and C1 controls, bidirectional
embeddings, overrides and isolates (Unicode TR 36, 2.2), and halves of surrogate pairs, which cannot be written."""


def visible(text: str) -> str:
    """Return the text with each control shown as `�`: one code point for one, so that places stay true."""
    return _CONTROL.sub("�", text)


def line(text: str) -> str:
    """Return the text on one line, runs of white space as one space, controls made visible."""
    return visible(_SPACE.sub(" ", text)).strip()


def clipped(text: str, limit: int) -> str:
    """Return the text on one line of at most `limit` code points, cut between words, with an ellipsis where cut."""
    whole = line(text)
    if len(whole) <= limit:
        return whole
    cut = whole.rfind(" ", 0, limit)
    return whole[: cut if cut > limit // 2 else limit - 1].rstrip(" ,;:") + "…"
