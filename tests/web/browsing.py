"""A browser and a server for the tests that use the pages as a person would."""

from __future__ import annotations

import shutil
import threading
import time
from contextlib import contextmanager

import uvicorn

from variorum.web import application, opened

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@contextmanager
def serving(desk):
    """Serve a desk on a free port of this machine, and give the address."""
    served = opened(port=0)
    config = uvicorn.Config(application(desk), log_level="warning", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [served.listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    try:
        yield served.address
    finally:
        server.should_exit = True
        thread.join(20)
        served.listening.close()


@contextmanager
def browsing():
    """Give Debian's Chromium, steered by Playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()
