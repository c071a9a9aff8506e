"""The commands on a collection: what comes in, the stories that it makes, and what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from variorum.cli.guard import SOME_UNREAD, guarded, report, say
from variorum.cli.options import Form, Output, Paths, PlainForm
from variorum.cli.output import drawn, form_of, listed_to, must_be_writable, piped, plain_form_of, write
from variorum.settings import COLLECTION, WATCH_MINUTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from variorum.model import Problem
    from variorum.model.collection import Added

Desk = Annotated[str, typer.Option("--to", "--collection", metavar="FILE", help="The collection.")]
Parse = Annotated[bool, typer.Option("--annotate", help="Parse each article now, so that accounts are made faster.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", min=1, help="Processes at work; by default one a processor.", show_default=False),
]


def add(
    paths: Paths, collection: Desk = COLLECTION, annotate: Parse = False, jobs: Jobs = None, form: PlainForm = None
) -> None:
    """Put articles into a collection, each into its story.

    The collection is one file, made where there is none. What is there already is passed over, so a run that was
    broken off goes on with the same command. Other words at a known address are a new version.
    """
    from variorum import api
    from variorum.cli.progress import Bars
    from variorum.model.collection import Added

    with Bars() as bars:
        added = api.add(paths, collection=collection, annotate=annotate, jobs=jobs, progress=bars, stdin=piped())
    write(listed_to(Added, [added], plain_form_of(form, None), None), None)
    report(added.problems, nothing=not (added.new or added.known or added.changed))


def stories(  # noqa: PLR0913, PLR0917 - each is an option
    collection: Desk = COLLECTION,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Stories that this outlet reports.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Stories that name this country or city.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="Stories with a report of this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Stories with a report of this day or earlier.")
    ] = None,
    words: Annotated[str | None, typer.Option("--words", help="Stories with a report that has these words.")] = None,
    quiet: Annotated[
        bool | None,
        typer.Option("--quiet/--awake", help="Stories that did not grow for long, or those that did."),
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many.")] = None,
    offset: Annotated[int, typer.Option("--offset", min=0, help="Pass over so many first.")] = 0,
    form: PlainForm = None,
    output: Output = None,
) -> None:
    """List the stories of a collection, the one that grew last first.

    Each with its articles, and what joined each of them to the story.
    """
    from variorum import api
    from variorum.model.collection import StoryEntry

    must_be_writable(output)
    found = api.stories(
        collection=collection,
        outlet=outlet,
        place=place,
        since=since,
        until=until,
        words=words,
        quiet=quiet,
        limit=limit,
        offset=offset,
    )
    write(listed_to(StoryEntry, found, plain_form_of(form, output), output), output)


def show(
    story: Annotated[str, typer.Argument(metavar="STORY", help="The story's id: st7.", show_default=False)],
    collection: Desk = COLLECTION,
    form: Form = None,
    output: Output = None,
) -> None:
    """Write the account of one story of a collection.

    It is kept in the collection, and made anew when the story grew or somebody decided.
    """
    from variorum import api
    from variorum.cli.progress import Bars

    must_be_writable(output)
    with Bars() as bars:
        account = api.show(story, collection=collection, progress=bars)
    write(drawn(account, form_of(form, output), output), output)
    report(account.problems)


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS", help="The words; '\"in this order\"' and begin* are understood.", show_default=False
        ),
    ],
    collection: Desk = COLLECTION,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 50,
    form: PlainForm = None,
    output: Output = None,
) -> None:
    """Find the articles of a collection that have the words.

    The best first; each with the words around the first one found.
    """
    from variorum import api
    from variorum.model.collection import Hit

    must_be_writable(output)
    found = api.search(" ".join(words), collection=collection, limit=limit)
    write(listed_to(Hit, found, plain_form_of(form, output), output), output)


def watch(
    feeds: Annotated[
        list[str],
        typer.Argument(metavar="FEEDS", help="Addresses of feeds or sitemaps, or files with one a line."),
    ],
    collection: Desk = COLLECTION,
    once: Annotated[bool, typer.Option("--once", help="Ask each feed once and end.")] = False,
    every: Annotated[
        float, typer.Option("--every", min=1, metavar="MINUTES", help="Between two questions.")
    ] = WATCH_MINUTES,
    annotate: Parse = False,
) -> None:
    """Add what feeds and sitemaps bring, until it is ended.

    Polite: robots.txt, a pause between two pages, conditional requests, later after a failure. It goes on where it
    was ended.
    """
    from variorum import api

    problems: list[Problem] = []
    for heard in api.watch(feeds, collection=collection, once=once, every=every, annotate=annotate):
        added = heard.added
        told = [f"{len(names)} {word} ({', '.join(names)})" for word, names in _outcomes(added) if names]
        typer.echo(f"{heard.feed}: {', '.join(told) or 'nothing new'}; asked again in {round(heard.wait / 60)} min")
        for problem in added.problems:
            say(problem.message)
        problems += added.problems
    if any(problem.fatal for problem in problems):
        raise typer.Exit(SOME_UNREAD)


def _outcomes(added: Added) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("new", added.new), ("changed", added.changed)


def reuse(collection: Desk = COLLECTION, form: PlainForm = None, output: Output = None) -> None:
    """List the articles of a collection that share long passages.

    What kind of copy it is, and whose words they are.
    """
    from variorum import api
    from variorum.cli.progress import Bars
    from variorum.model.collection import Reprint

    must_be_writable(output)
    with Bars() as bars:
        found = api.reuse(collection=collection, progress=bars)
    write(listed_to(Reprint, found, plain_form_of(form, output), output), output)


def stats(collection: Desk = COLLECTION, form: PlainForm = None, output: Output = None) -> None:
    """Tell how much a collection holds."""
    from variorum import api
    from variorum.model.collection import Stats

    must_be_writable(output)
    write(listed_to(Stats, [api.stats(collection=collection)], plain_form_of(form, output), output), output)


def vacuum(collection: Desk = COLLECTION, form: PlainForm = None, output: Output = None) -> None:
    """Bring a collection up to date and make its file small.

    Reads anew what an older Variorum has read, puts the index in order, gives unused room back to the disk.
    """
    from variorum import api
    from variorum.cli.progress import Bars
    from variorum.model.collection import Stats

    must_be_writable(output)
    with Bars() as bars:
        found = api.vacuum(collection=collection, progress=bars)
    write(listed_to(Stats, [found], plain_form_of(form, output), output), output)


COMMANDS: tuple[Callable[..., None], ...] = (add, stories, show, search, watch, reuse, stats, vacuum)


def register(app: typer.Typer) -> None:
    """Give the command line these commands."""
    for command in COMMANDS:
        app.command()(guarded()(command))
