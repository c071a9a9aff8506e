"""The commands and their options. What is slow to import is imported by the command that needs it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from variorum.cli import desk
from variorum.cli.guard import SOME_UNREAD, guarded, report
from variorum.cli.options import Form, Output, Paths, PlainForm
from variorum.cli.output import (
    drawn,
    explained_form,
    form_of,
    must_be_writable,
    opening,
    piped,
    plain_form_of,
    told_to,
    write,
)
from variorum.cli.serving import serve
from variorum.render import Plain

app = typer.Typer(
    name="variorum",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # drawing the help with rich takes 0.2 s more than the 0.15 s that it takes without
    pretty_exceptions_enable=False,
)


Account = Annotated[str, typer.Argument(metavar="ACCOUNT", help="An account as JSON.", show_default=False)]


def _version(wanted: bool) -> None:
    if wanted:
        from variorum import __version__

        typer.echo(f"variorum {__version__}")
        raise typer.Exit


@app.callback()
def variorum(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Give the reports that different outlets made of one event back as one sourced account.

    Exit status: 0 all was read, 1 some input could not be read (or a check failed), 2 wrong usage or nothing readable.
    """


@app.command()
@guarded()
def compare(
    paths: Paths,
    form: Form = None,
    output: Output = None,
    decisions: Annotated[
        str | None,
        typer.Option(
            "--decisions",
            metavar="FILE",
            help="The decisions to apply, or none; without it those of each decisions.variorum.txt beside a report.",
        ),
    ] = None,
) -> None:
    """Write one sourced account of the reports of one event."""
    from variorum import api
    from variorum.cli.progress import Bars

    must_be_writable(output)
    with Bars() as bars:
        account = api.compare(paths, decisions=decisions, progress=bars, stdin=piped())
    write(drawn(account, form_of(form, output), output), output)
    report(account.problems)


@app.command()
@guarded()
def read(paths: Paths, output: Output = None) -> None:
    """Write each report as it was read.

    One JSON object a line: the text, its parts, publisher, agency, date and furniture.
    """
    from variorum import api
    from variorum.cli.progress import Bars
    from variorum.render.lines import line

    must_be_writable(output)
    with Bars() as bars:
        articles, problems = api.read(paths, progress=bars, stdin=piped())
    write("".join(line(article) for article in articles), output)
    report(problems, nothing=not articles)


@app.command()
@guarded()
def extract(
    paths: Paths,
    form: Annotated[
        Plain | None,
        typer.Option("--format", help="The form of what --explain tells: text or one JSON object a line."),
    ] = None,
    output: Output = None,
    *,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell for each statement the rule that found it, a line each.")
    ] = False,
) -> None:
    """Write what each report alone says.

    One JSON object a line: the article, its statements, figures, times, caveats and mentions.
    """
    from variorum import api
    from variorum.cli.progress import Bars
    from variorum.render.lines import line
    from variorum.render.rules import rules

    must_be_writable(output)
    shown = explained_form(form, output, explain=explain)
    with Bars() as bars:
        rows, problems = api.extract(paths, progress=bars, stdin=piped())
    told = (t for a, r, _ in rows for t in rules(a, r, shown)) if explain else (line(*row) for row in rows)
    write("".join(told), output)
    report(problems, nothing=not rows)


@app.command()
@guarded()
def demo(
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where the HTML account goes.")
    ] = "variorum-demo.html",
) -> None:
    """Compare the example reports.

    They come with Variorum. The account's beginning is printed, and the whole is written as an HTML page.
    """
    from variorum import api
    from variorum.cli.progress import Bars

    must_be_writable(output)
    with Bars() as bars:
        account = api.demo(progress=bars)
    write(drawn(account, "html", output), output)
    write(opening(drawn(account, "text", None)), None)
    typer.echo(f"\nThe whole account, with all the words behind it, to open in a browser:\n{Path(output).resolve()}")


@app.command()
@guarded()
def check(path: Annotated[str, typer.Argument(metavar="ACCOUNT", help="An account as JSON.")]) -> None:
    """Tell whether every quoted word stands in the inputs.

    Opens them again, compares their hashes and reads every span anew. Exit status 1 where one is not verbatim.
    """
    from variorum import api

    result = api.check(path)
    typer.echo(f"{result.good} of {result.total} spans verbatim")
    report(result.problems)
    if result.good < result.total:
        raise typer.Exit(SOME_UNREAD)


@app.command()
@guarded()
def decide(
    account: Account,
    verb: Annotated[
        str,
        typer.Argument(
            metavar="VERB",
            help="same, different, merge-entity, split-entity, source, note or undo; merge or split stories.",
            show_default=False,
        ),
    ],
    args: Annotated[
        list[str],
        typer.Argument(
            metavar="ARGS", help="What it is about: ids of the account, words, or a decision.", show_default=False
        ),
    ],
    decisions: Annotated[
        str | None,
        typer.Option(
            "--decisions", metavar="FILE", help="Where to write it; without it beside the account's first report."
        ),
    ] = None,
) -> None:
    """Write down what you know better; compare applies it.

    same c3 c9, different c3 s14, merge-entity e2 e7, split-entity e2 a3, source s14 e2, note c3 a word on it, undo d4.
    The decision is one line of a text file beside the reports. It holds words and places, which outlive the ids.
    In a collection: merge st3 st9, split st3 a5 a8, same st3 c3 c9, note st3 c3 a word on it, undo d4.
    """
    from variorum import api

    made = api.decide(account, verb, *args, decisions=decisions)
    done = "taken back" if made.undone else "written"
    where = f"{made.file}; compare the reports again" if isinstance(made, api.Decided) else f"{account}; show it again"
    typer.echo(f"{made.decision}\n{done} in {where}")


@app.command()
@guarded()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The account before, as JSON.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The account after, as JSON.", show_default=False)],
    form: PlainForm = None,
    output: Output = None,
) -> None:
    """Tell what changed between two accounts.

    New reports and claims, claims that gained or lost an outlet or a source, new labels, moved figures, first denials.
    """
    from variorum import api

    must_be_writable(output)
    write(told_to(api.diff(old, new), plain_form_of(form, output), output), output)


@app.command()
@guarded()
def explain(
    account: Account,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id: c7.", show_default=False)],
    form: PlainForm = None,
    output: Output = None,
) -> None:
    """Tell why a claim is one claim and has its label.

    Each passage with its place and what joined it, the sources and what was counted once, figures, caveats, conflicts.
    """
    from variorum import api

    must_be_writable(output)
    write(told_to(api.explain(account, claim), plain_form_of(form, output), output), output)


app.command()(guarded()(serve))
desk.register(app)


@app.command()
@guarded()
def schema(output: Output = None) -> None:
    """Write the JSON Schema of an account."""
    import json

    from variorum import api

    must_be_writable(output)
    write(json.dumps(api.schema(), indent=2, ensure_ascii=False) + "\n", output)


@app.command()
@guarded()
def doctor() -> None:
    """Tell what is installed, what is missing, how to get it."""
    from variorum import api

    findings = api.doctor()
    for finding in findings:
        typer.echo(f"{'ok     ' if finding.good else 'missing'}  {finding.name}  {finding.message}")
    if not all(finding.good for finding in findings):
        raise typer.Exit(SOME_UNREAD)
