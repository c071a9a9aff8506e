"""Writes the pages that the code itself tells: docs/commands.md and docs/settings.md (`python docs/generate.py`)."""

from __future__ import annotations

import ast
import os
from itertools import pairwise
from pathlib import Path

DOCS = Path(__file__).resolve().parent
SETTINGS = DOCS.parent / "src" / "variorum" / "settings.py"
MADE = "<!-- Made by docs/generate.py from the code; a test fails where it is stale. -->"


def commands() -> str:
    """Return the page of the commands: what each `--help` prints."""
    os.environ["COLUMNS"] = "80"
    from typer.main import get_command  # noqa: PLC0415 - it reads COLUMNS when it is imported
    from typer.testing import CliRunner  # noqa: PLC0415 - the same

    from variorum.cli.app import app  # noqa: PLC0415 - the same

    names = list(get_command(app).commands)  # type: ignore[attr-defined]
    calls = [[], *([name] for name in names)]
    blocks = [
        f"## `{' '.join(['variorum', *call])}`\n\n```text\n"
        + CliRunner().invoke(app, [*call, "--help"], prog_name="variorum").stdout.strip()
        + "\n```\n"
        for call in calls
    ]
    front = "Each command is the verb of `variorum.api` with the same name and options."
    return "\n".join([f"# Commands\n\n{MADE}\n\n{front}\n", *blocks])


def settings() -> str:
    """Return the page of the settings: each default, and the words beside it in the code."""
    tree = ast.parse(SETTINGS.read_text("utf-8"))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef))
    entries = [
        f"## `{field.target.id}` = {ast.unparse(field.value)}\n\n{_words(told)}\n"
        for field, told in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and field.value is not None
    ]
    front = "The fields of `variorum.settings.Settings`. A digest of all is in `made_by.settings` of every account."
    return "\n".join([f"# Settings\n\n{MADE}\n\n{front}\n", *entries])


def _words(node: ast.stmt) -> str:
    held = node.value if isinstance(node, ast.Expr) else None
    return str(held.value).strip() if isinstance(held, ast.Constant) else ""


def main() -> None:
    """Write both pages."""
    (DOCS / "commands.md").write_text(commands(), "utf-8")
    (DOCS / "settings.md").write_text(settings(), "utf-8")


if __name__ == "__main__":
    main()
