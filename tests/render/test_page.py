"""The page in a real browser: it needs no network, breaks no policy of its own, and fits a phone."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess

import pytest

from render import account_fixture as fixture
from render.hostile_fixture import hostile
from variorum.render import render

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--enable-logging=stderr",
    "--window-size=1400,1200",
    "--virtual-time-budget=3000",
]
PHONE, DESK = 390, 1280
FRAME = """<!doctype html><meta charset="utf-8">
<iframe id="page" width="{width}" height="900" srcdoc="{source}"></iframe>
<pre id="seen"></pre>
<script>
const frame = document.getElementById("page"), violations = [];
frame.addEventListener("load", () => {{
  const inside = frame.contentWindow, doc = frame.contentDocument;
  doc.addEventListener("securitypolicyviolation", (event) => violations.push(event.blockedURI));
  inside.addEventListener("error", (event) => violations.push(event.message));
  doc.querySelectorAll("details").forEach((node) => {{ node.open = true; }});
  const deep = doc.querySelector(".evidence a[href^='#s']");
  if (deep) inside.location.hash = deep.getAttribute("href");
  setTimeout(() => {{
    const root = doc.documentElement;
    document.getElementById("seen").textContent = JSON.stringify({{
      violations,
      requests: inside.performance.getEntriesByType("resource").map((entry) => entry.name),
      wide: root.scrollWidth - root.clientWidth,
      claims: doc.querySelectorAll(".claim").length,
      tools: doc.querySelectorAll(".tools").length,
      lit: doc.querySelectorAll(".lit").length,
      links: doc.querySelectorAll(".evidence a[href^='#s']").length,
      small: [...doc.querySelectorAll("a, summary, button, input, [tabindex]")].filter((n) => n.tabIndex < 0).length,
    }});
  }}, 300);
}});
</script>"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: `apt-get install chromium` to test the page")


def _seen(tmp_path, account, width):
    """Open the page in a frame of a width and return what can be seen of it, and what the browser complained of."""
    frame = tmp_path / "frame.html"
    frame.write_text(FRAME.format(width=width, source=html.escape(render(account, "html"))), "utf-8")
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'browser'}", "--dump-dom", frame.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=90, check=False)
    found = re.search(r'<pre id="seen">(.*?)</pre>', done.stdout.decode("utf-8", "replace"), re.DOTALL)
    assert found, done.stderr.decode("utf-8", "replace")[-2000:]
    complaints = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if ":CONSOLE" in line]
    return json.loads(html.unescape(found.group(1))), complaints


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("made", [fixture.account, fixture.empty, hostile], ids=["ferry", "empty", "hostile"])
def test_the_page_keeps_to_itself(made, width, tmp_path):
    """No request, no complaint, no sideways scrolling, and every control can be reached by the keyboard."""
    account = made()
    seen, complaints = _seen(tmp_path, account, width)
    assert complaints == []
    assert seen["violations"] == []
    assert seen["requests"] == []
    assert seen["wide"] <= 0
    assert seen["small"] == 0
    assert seen["claims"] == len(account.claims)


def test_the_script_helps(tmp_path):
    """The script of the page runs under its policy: a link from a claim lights the words up in the report."""
    seen, _ = _seen(tmp_path, fixture.account(), DESK)
    assert seen["tools"] == 1
    assert seen["links"] == sum(len(claim.appearances) for claim in fixture.account().claims)
    assert seen["lit"] >= 1


def test_the_page_prints(tmp_path):
    """Printing gives pages, with the evidence open, in less than a third of a page a claim."""
    page, pdf = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(render(fixture.account(), "html"), "utf-8")
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'browser'}", f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run(command, capture_output=True, timeout=90, check=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes())) in range(4, 24)
