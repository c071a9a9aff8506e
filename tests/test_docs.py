"""The documentation says what the code does: every command, option, setting and field; README's blocks are run."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from typer.main import get_command

import generate
from variorum.cli.app import app
from variorum.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAGES = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", ["commands", "settings"])
def test_pages_made_from_the_code_are_fresh(page):
    """`python docs/generate.py` would change nothing."""
    assert (ROOT / "docs" / f"{page}.md").read_text("utf-8") == getattr(generate, page)()


def test_every_setting_is_explained():
    """Each setting has its experiment in the words beside it."""
    page = generate.settings()
    for setting in fields(Settings):
        entry = page.split(f"## `{setting.name}` = ", 1)[1].split("## ")[0]
        assert len(entry.split()) > 8, setting.name


def test_every_command_is_in_the_readme():
    """README names each command and each option of the commands."""
    text = README.read_text("utf-8")
    for name, command in get_command(app).commands.items():
        assert f"variorum {name}" in text
        for parameter in command.params:
            words = [parameter.metavar] if parameter.param_type_name == "argument" else parameter.opts
            assert any(word in text for word in words), (name, words)


def test_every_key_and_word_of_the_account_is_explained():
    """docs/account.md names each key, and each value that is a fixed word, of the JSON Schema."""
    from variorum import schema

    page = (ROOT / "docs" / "account.md").read_text("utf-8")
    wanted: set[str] = set()

    def walk(node):
        if isinstance(node, dict):
            wanted.update(node.get("properties", {}))
            wanted.update(word for word in node.get("enum", []) if isinstance(word, str))
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(schema())
    assert {"support", "corroborated"} <= wanted
    assert sorted(word for word in wanted if f"`{word}`" not in page) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    """A link within the project names a file that is there."""
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("block", PYTHON.findall(README.read_text("utf-8")), ids=lambda block: block.split("\n")[0])
def test_readme_python_runs(block, tmp_path):
    """Each Python block of README runs, from a folder that has the example reports as `reports`."""
    (tmp_path / "reports").symlink_to(ROOT / "src" / "variorum" / "examples" / "ferry")
    done = subprocess.run([sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("command", "shown"), generate.consoles(README.read_text("utf-8")))
def test_readme_shows_real_output(command, shown):
    """What README shows of a command is what the command prints; `python docs/generate.py` writes it anew."""
    assert generate.printed(command) == shown
