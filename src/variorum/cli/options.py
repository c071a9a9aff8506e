"""What several commands take: written once, so that it is the same everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

from variorum.render import Format, Plain

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH_OR_URL",
        help="Files, folders, http(s) addresses, or - for JSON Lines on standard input.",
        show_default=False,
    ),
]
Form = Annotated[
    Format | None,
    typer.Option("--format", help="The form of the account; without it the ending of FILE decides, else text."),
]
PlainForm = Annotated[
    Plain | None,
    typer.Option("--format", help="The form of the result; without it the ending of FILE decides, else text."),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of standard output."),
]
