"""`serve`: the web app, from the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from variorum.cli.guard import say

Given = Annotated[
    list[str],
    typer.Argument(metavar="PATH_OR_URL", help="Files, folders or http(s) addresses.", show_default=False),
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
    paths: Given, host: Host = "127.0.0.1", port: Port = 8400, key: Key = None, decisions: Decisions = None
) -> None:
    """Show an account in a browser.

    Pages to read, judge and print it by, and a JSON API beside them, on this machine alone. Ctrl-C ends it.
    """
    from variorum import web  # noqa: PLC0415 - start-up
    from variorum.api.event import Event  # noqa: PLC0415 - the same
    from variorum.cli.progress import Bars  # noqa: PLC0415 - the same

    guarding = web.guarding_for(host, key)
    served = web.opened(host, port)
    with Bars() as bars:
        event = Event(paths, decisions=decisions, progress=bars)
    for problem in event.account.problems:
        say(problem.message)
    typer.echo(served.address + (f"\nkey: {guarding.key}" if guarding.key else ""))
    web.serve(web.application(web.OneEvent(event), guarding), served)
