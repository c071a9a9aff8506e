"""The layers of the house."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_every_room_has_its_layer() -> None:
    """A folder of the package that no layer names would be checked by nothing."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    named = {name.strip(" ()") for layer in contracts[0]["layers"] for name in layer.split("|")}
    named |= set(contracts[0]["exhaustive_ignores"])
    rooms = {path.name for path in (ROOT / "src" / "variorum").iterdir() if (path / "__init__.py").exists()}
    assert rooms <= named


def test_importing_the_package_loads_no_stage() -> None:
    """`import variorum` and the command line load neither the engine nor a stage: `--help` is quick."""
    heavy = ("spacy", "numpy", "onnxruntime", "trafilatura", "rich", "msgspec", "variorum.api", "variorum.model")
    code = f"import sys, variorum.cli; print(*(name for name in {heavy!r} if name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []
