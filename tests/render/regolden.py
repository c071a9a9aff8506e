"""Write the golden texts anew (`PYTHONPATH=tests python -m render.regolden`): read the difference before it is kept."""

from __future__ import annotations

from pathlib import Path

from render import account_fixture as fixture
from variorum.render import render

if __name__ == "__main__":
    for event in ("ferry", "border"):
        for form, ending in (("text", "txt"), ("md", "md")):
            target = Path(__file__).parent / "golden" / f"{event}.{ending}"
            target.write_text(render(fixture.account(event), form), "utf-8")
