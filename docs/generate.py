"""Writes what the code itself tells: docs/commands.md, docs/settings.md, and the output that README.md shows.

Run it as `python docs/generate.py` after a change that people see.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

DOCS = Path(__file__).resolve().parent
SETTINGS = DOCS.parent / "src" / "variorum" / "settings.py"
README = DOCS.parent / "README.md"
EXAMPLES = DOCS.parent / "src" / "variorum" / "examples"
CONSOLE = re.compile(r"^```console\n\$ (?P<command>.*)\n(?P<shown>(?:.*\n)*?)```$", re.MULTILINE)
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


def consoles(page: str) -> list[tuple[str, str]]:
    """Return each command that a page shows, with the output that it shows."""
    return [(found["command"], found["shown"]) for found in CONSOLE.finditer(page)]


def printed(command: str) -> str:
    """Return what a shell prints for a command, in a folder that has the example reports as `reports`."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "80", "NO_COLOR": "1"}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "reports").symlink_to(EXAMPLES / "ferry")
        call = ["bash", "-c", command]
        done = subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.stderr:
        sys.exit(f"{command} does not end as it should: {done.stderr}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def readme(page: str) -> str:
    """Return the page with the output of each command that it shows as it is now."""
    return CONSOLE.sub(lambda found: f"```console\n$ {found['command']}\n{printed(found['command'])}```", page)


def main() -> None:
    """Write the pages."""
    README.write_text(readme(README.read_text("utf-8")), "utf-8")
    (DOCS / "commands.md").write_text(commands(), "utf-8")
    (DOCS / "settings.md").write_text(settings(), "utf-8")


if __name__ == "__main__":
    main()
