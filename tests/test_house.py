"""What the house asks of every file, where a machine can check it."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "variorum"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 320
"""Lines of a module: about 300 is the rule; above this it surely holds more than one idea."""
WHOLE = {"corpus", "formats", "laws"}
"""Tests of a whole room."""
VAGUE = {"utils", "helpers", "common", "misc", "tools"}
MACHINE = re.compile(r"(?<![\w.])/(?:work|farm|root|home|Users|tmp)/|[A-Z]:\\\\Users")
REGISTRY = re.compile(
    r"https?://[^\s\"')]*(?:pypi\.|/simple\b|pythonhosted|index-url)|--(?:extra-)?index-url[ =]\S|file:///"
)


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_holds_one_idea(module: Path) -> None:
    """A module has a docstring, no more lines than one idea needs, and a name that says what it does."""
    text = module.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert text.count("\n") <= LONGEST
    assert module.stem.strip("_") not in VAGUE


def test_no_file_names_a_machine_or_a_registry() -> None:
    """No tracked file holds an absolute path of somebody's machine or the address of a package registry."""
    found = []
    for path in _tracked():
        raw = path.read_bytes()
        if b"\0" in raw or path == Path(__file__):
            continue
        for number, row in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
            if MACHINE.search(row) or REGISTRY.search(row):
                found.append(f"{path.relative_to(ROOT)}:{number}: {row[:100]}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lock", ["run", "dev", "build"])
def test_every_dependency_is_pinned_with_hashes(lock: str) -> None:
    """Each entry of a lock is one exact version with at least one sha256."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8").replace("\\\n", " ")
    entries = [row for row in text.splitlines() if row.strip() and not row.startswith("#")]
    assert entries
    assert [row.split()[0] for row in entries if "==" not in row or "--hash=sha256:" not in row] == []


def test_every_import_is_a_declared_dependency() -> None:
    """What the package imports is in the dependencies of pyproject.toml itself, not lent by some other package."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    wanted = {_plain(re.split(r"[<>=!~\[ ;]", name)[0]) for name in declared}
    owners = packages_distributions()
    lent = set()
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            for name in _imported(node):
                top = name.split(".")[0]
                if top in owners and top != "variorum" and not {_plain(owner) for owner in owners[top]} & wanted:
                    lent.add(f"{module.relative_to(PACKAGE)}: {top}")
    assert not lent, sorted(lent)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []


def test_tests_mirror_the_source() -> None:
    """`tests/ROOM/test_MODULE.py` is of something under that room, `test_MODULE_ASPECT.py` of one side of it."""
    strays = []
    for test in sorted((ROOT / "tests").rglob("test_*.py")):
        room = test.parent.relative_to(ROOT / "tests")
        if room == Path():
            continue
        name = test.stem.removeprefix("test_")
        homes = {room.name, *WHOLE} | {path.stem.strip("_") for path in (PACKAGE / room).iterdir()}
        if not any(name == home or name.startswith(f"{home}_") for home in homes):
            strays.append(str(test.relative_to(ROOT)))
    assert not strays, strays
