"""The accounts of both example events, word for word: what changes in them is read before it is kept.

`python tests/test_golden.py --write` writes them anew; `git diff tests/golden` shows what changed.
"""

from __future__ import annotations

import difflib
import re
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import variorum
from variorum.render import render

EXAMPLES = Path(str(files("variorum") / "examples"))
GOLDEN = Path(__file__).with_name("golden")
EVENTS = ("ferry", "border")
MADE = re.compile(r"\b(?:en_core_web_\S+|[0-9a-f]{64})")
"""The model's version and the settings' digest: they change without a word of the account changing."""


def account_of(event: str) -> str:
    """Return the account of an example event in Markdown, with paths and versions left out."""
    folder = EXAMPLES / event
    text = render(variorum.compare([folder]), "md").replace(f"{folder}/", "")
    return MADE.sub("…", text).replace(f"Variorum {variorum.__version__}", "Variorum …")


@pytest.mark.parametrize("event", EVENTS)
def test_the_account_of_an_example_is_the_golden_one(event):
    """Every line is as it was read and kept; where it should change, write it anew and read the difference."""
    golden = (GOLDEN / f"{event}.md").read_text("utf-8").splitlines()
    found = account_of(event).splitlines()
    changed = "\n".join(difflib.unified_diff(golden, found, "golden", "found", lineterm="", n=1))
    assert not changed, f"python tests/test_golden.py --write, where this is better:\n{changed}"


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit(__doc__)
    GOLDEN.mkdir(exist_ok=True)
    for name in EVENTS:
        (GOLDEN / f"{name}.md").write_text(account_of(name), "utf-8")
