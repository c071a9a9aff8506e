"""Marked-up text to plain paragraphs, for the small pieces of HTML that feeds and records carry (not for pages)."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BREAKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "tr",
        "table",
        "section",
        "article",
        "figure",
        "figcaption",
        "hr",
        "pre",
        "dd",
        "dt",
    ]
)
_HIDDEN = frozenset(["script", "style", "template", "noscript", "svg", "iframe"])
_TAG = re.compile(
    r"</?(?:p|br|div|li|ul|ol|h[1-6]|a|em|strong|b|i|span|blockquote|figure|img|hl2)\b[^<>]*>", re.IGNORECASE
)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def is_marked_up(text: str) -> bool:
    """Tell whether the text carries HTML tags."""
    return _TAG.search(text) is not None


def plain(markup: str) -> str:
    """Return the paragraphs of a piece of HTML, a blank line between them. Never raises."""
    reader = _Paragraphs()
    try:
        reader.feed(markup)
        reader.close()
    except AssertionError:  # the parser's own, for a broken declaration such as `<![;`
        return plain(markup.replace("<!", "&lt;!"))
    return reader.text()


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._hidden += tag in _HIDDEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._pieces.append(_SPACES.sub(" ", data))

    def _break(self, tag: str) -> None:
        if tag in _BREAKS:
            self._pieces.append("\n")

    def text(self) -> str:
        lines = (_SPACES.sub(" ", line).strip() for line in "".join(self._pieces).split("\n"))
        return "\n\n".join(line for line in lines if line)
