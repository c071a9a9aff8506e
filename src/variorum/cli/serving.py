"""`serve`: the web app, from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from variorum.cli.guard import say
from variorum.settings import COLLECTION, COLLECTION_ENDING

if TYPE_CHECKING:
    from variorum.web import Desk

Given = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH_OR_URL",
        help=f"A collection, or files, folders and http(s) addresses of one event; without any {COLLECTION}.",
        show_default=False,
    ),
]
Host = Annotated[
    str, typer.Option("--host", help="Where to listen; anything but this machine asks whoever comes for a key.")
]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any that is free.")]
Key = Annotated[
    str | None,
    typer.Option(
        "--key",
        envvar="VARIORUM_KEY",
        help="The key to ask for, 16 characters or more; without it one is made up and printed.",
        show_default=False,
    ),
]
Decisions = Annotated[
    str | None,
    typer.Option("--decisions", metavar="FILE", help="Where decisions are read and written."),
]


def serve(
    paths: Given = None, host: Host = "127.0.0.1", port: Port = 8400, key: Key = None, decisions: Decisions = None
) -> None:
    """Show a collection or an account in a browser.

    Pages to read, judge and print it by, and a JSON API beside them, on this machine alone. A collection, whose name
    ends in .variorum, is made where there is none. Ctrl-C ends it.
    """
    from variorum import web  # noqa: PLC0415 - start-up

    guarding = web.guarding_for(host, key)
    served = web.opened(host, port)
    desk = _desk(paths or [COLLECTION], decisions)
    typer.echo(served.address + (f"\nkey: {guarding.key}" if guarding.key else ""))
    web.serve(web.application(desk, guarding), served)


def _desk(paths: list[str], decisions: str | None) -> Desk:
    """Return the desk of a collection, else that of the one event whose reports are named."""
    from variorum import web  # noqa: PLC0415 - start-up
    from variorum.api import Collection  # noqa: PLC0415 - the same
    from variorum.api.event import Event  # noqa: PLC0415 - the same
    from variorum.cli.progress import Bars  # noqa: PLC0415 - the same
    from variorum.store import is_collection  # noqa: PLC0415 - the same

    if len(paths) == 1 and (is_collection(paths[0]) or paths[0].endswith(COLLECTION_ENDING)):
        return web.Collected(Collection.open(paths[0]))
    with Bars() as bars:
        event = Event(paths, decisions=decisions, progress=bars)
    for problem in event.account.problems:
        say(problem.message)
    return web.OneEvent(event)
