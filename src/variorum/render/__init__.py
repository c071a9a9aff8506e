"""An account as text, JSON, Markdown or a page; nothing is computed here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from variorum.errors import UsageError

if TYPE_CHECKING:
    from variorum.model import Account
    from variorum.model.changes import Changes
    from variorum.model.explanation import Explanation

Format = Literal["text", "json", "md", "html"]
Plain = Literal["text", "json"]

__all__ = ["Format", "Plain", "render", "told"]


def render(account: Account, form: str, *, width: int = 80, colour: bool = False) -> str:
    """Return the account in one of four forms; `width` (columns) and `colour` (ANSI) are for `text` alone.

    Raises `UsageError` for another form.
    """
    if form == "text":
        from variorum.render.text import to_text  # noqa: PLC0415 - each form loads its own library

        return to_text(account, width=width, colour=colour)
    if form == "json":
        from variorum.render.exchange import encode  # noqa: PLC0415

        return encode(account).decode()
    if form == "md":
        from variorum.render.markdown import to_markdown  # noqa: PLC0415

        return to_markdown(account)
    if form == "html":
        from variorum.render.html import to_html  # noqa: PLC0415

        return to_html(account)
    msg = f"no such form: {form!r}; there are {', '.join(get_args(Format))}"
    raise UsageError(msg)


def told(value: Changes | Explanation, form: Plain, *, width: int = 80, colour: bool = False) -> str:
    """Return what `diff` or `explain` found as text or JSON; `width` (columns) and `colour` (ANSI) are for `text`."""
    from variorum.model.changes import Changes  # noqa: PLC0415 - start-up

    if form == "json":
        from variorum.render.exchange import encoded  # noqa: PLC0415 - each form loads its own library

        return encoded(value).decode()
    from variorum.render.changes import change_blocks  # noqa: PLC0415 - the same
    from variorum.render.explanation import explanation_blocks  # noqa: PLC0415 - the same
    from variorum.render.text import drawn  # noqa: PLC0415 - the same

    blocks = change_blocks(value) if isinstance(value, Changes) else explanation_blocks(value)
    return drawn(blocks, width=width, colour=colour)
