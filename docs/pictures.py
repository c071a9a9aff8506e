"""Takes the pictures of docs/pictures: the pages of the example event as a browser shows them.

Run it as `python docs/pictures.py` where Chromium is installed, after a change that is seen.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from PIL import Image

from variorum.api import Collection
from variorum.api.event import Event
from variorum.web import Collected, Desk, OneEvent, application, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "src" / "variorum" / "examples"
PICTURES = HERE / "pictures"
DESK, PHONE = (1280, 860), (390, 844)
COLOURS = 200
"""Of a picture: text on plain ground needs no more, and a picture is then under 100 kB."""
SHOTS = (
    ("account", "/stories/given/claims/c1", DESK, "light"),
    ("matrix", "/stories/given/matrix", DESK, "light"),
    ("figures", "/stories/given/figures", DESK, "light"),
    ("report", "/stories/given/reports/a4", DESK, "light"),
    ("dark", "/stories/given/timeline", DESK, "dark"),
    ("phone", "/stories/given/claims/c1", PHONE, "light"),
)


def main() -> int:
    """Take all pictures; 1 where there is no browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - development only

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.stderr.write("no Chromium to take pictures with\n")
        return 1
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with _reports("ferry") as folder:
            os.chdir(folder.parent)  # a report is then named as whoever runs it there would see it
            _take(browser, OneEvent(Event(["reports"])), SHOTS)
            collection = Collection.open("desk.variorum")
            collection.add(["reports", EXAMPLES / "border"])
            _take(browser, Collected(collection), (("stories", "/stories", DESK, "light"),))
            collection.close()
        browser.close()
    return 0


def _take(browser: Browser, desk: Desk, shots: tuple[tuple[str, str, tuple[int, int], str], ...]) -> None:
    with _serving(desk) as address:
        for name, path, (width, height), scheme in shots:
            window = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                reduced_motion="reduce",
            )
            page = window.new_page()
            page.goto(address + path)
            if name == "stories":
                page.wait_for_timeout(6000)  # the numbers of the stories are counted beside the page
                page.reload()
            page.screenshot(path=PICTURES / f"{name}.png")
            window.close()
            _smaller(PICTURES / f"{name}.png")


def _smaller(picture: Path) -> None:
    with Image.open(picture) as taken:
        few = taken.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)


@contextmanager
def _reports(event: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports"
        shutil.copytree(EXAMPLES / event, reports)
        yield reports
        os.chdir(HERE)


@contextmanager
def _serving(desk: Desk) -> Iterator[str]:
    served = opened(port=0)
    server = uvicorn.Server(uvicorn.Config(application(desk), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [served.listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield served.address
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    sys.exit(main())
