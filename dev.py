#!/usr/bin/env python3
"""Set up and check Variorum with nothing but Python 3.11 or newer and pip.

python3 dev.py demo    install what a run needs and compare the example reports
python3 dev.py test    install what development needs and run every check
python3 dev.py setup   install what development needs
python3 dev.py lock    pin the dependencies anew (needs uv)
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCKS = {"run": ("run.txt", "build.txt"), "dev": ("dev.txt",)}
OLDEST = (3, 11)

CHECKS = (
    ("lint", ("ruff", "check", ".")),
    ("format", ("ruff", "format", "--check", ".")),
    ("types", ("mypy",)),
    ("layers", ("lint-imports", "--no-cache")),
    ("quality", ("python", "bench/gate.py")),
    ("tests", ("pytest", "-n2", "-q")),
)
"""In this order: what is quick first, and pytest's own summary as the last lines."""


def main(arguments: list[str]) -> int:
    """Do one of the four jobs and return the exit status."""
    job = arguments[0] if len(arguments) == 1 else ""
    if sys.version_info < OLDEST:
        return _say(f"Variorum needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}", 2)
    jobs = {"demo": demo, "test": test, "setup": setup, "lock": lock}
    if job not in jobs:
        return _say((__doc__ or "").strip(), 2)
    return jobs[job]()


def demo() -> int:
    """Install what a run needs and run the demo."""
    install("run")
    return _run("variorum", "demo")


def test() -> int:
    """Run every check, to the end even where one fails, and say which failed."""
    install("dev")
    failed = [name for name, command in CHECKS if _timed(name, command) != 0]
    if not failed:
        return 0
    return _say(f"failed: {', '.join(failed)}\n{len(CHECKS) - len(failed)} passed, {len(failed)} failed", 1)


def setup() -> int:
    """Install what development needs."""
    install("dev")
    return _say(f"installed; the commands lie in {BIN.relative_to(ROOT)}", 0)


def lock() -> int:
    """Pin all dependencies with hashes, without the address of any registry."""
    pin = ["--universal", "--python-version", "3.11", "--generate-hashes"]
    plain = ["-q", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    constraint = ["-c", "requirements/dev.txt"]
    for name, choice in (
        ("dev", ["pyproject.toml", "--group", "dev"]),
        ("run", ["pyproject.toml", *constraint]),
        ("build", ["--group", "build", *constraint]),
    ):
        target = ["-o", f"requirements/{name}.txt"]
        _must(["uv", "pip", "compile", *plain, *pin, *choice, *target])
    return 0


def install(kind: str) -> None:
    """Make the environment hold what the lock of `kind` names, unless it does already."""
    files = [ROOT / "requirements" / name for name in LOCKS[kind]]
    digest = hashlib.sha256(b"".join(f.read_bytes() for f in (*files, ROOT / "pyproject.toml"))).hexdigest()
    stamp = VENV / f"{kind}.sha256"
    if stamp.exists() and stamp.read_text() == digest:
        return
    if not BIN.exists():
        venv.create(VENV, with_pip=False, symlinks=os.name != "nt")
    _pip("--require-hashes", *(part for f in files for part in ("-r", str(f))))
    _pip("--no-deps", "--no-build-isolation", "-e", str(ROOT))
    stamp.write_text(digest)


def _pip(*arguments: str) -> None:
    """Install with uv where it is there (seconds), else with the pip that belongs to this Python."""
    python = str(BIN / "python")
    uv = shutil.which("uv")
    if uv:
        return _must([uv, "pip", "install", "--quiet", "--python", python, *arguments])
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--no-warn-script-location"]
    return _must([sys.executable, "-m", "pip", "--python", python, "install", *quiet, *arguments])


def _must(command: list[str]) -> None:
    """Run a command whose failure ends everything."""
    done = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603 - our own words only
    if done.returncode:
        sys.exit(_say(f"this failed: {' '.join(command)}", 1))


def _timed(name: str, command: tuple[str, ...]) -> int:
    _say(f"== {name}: {' '.join(command)}", 0)
    begun = time.monotonic()
    status = _run(*command)
    if name == CHECKS[-1][0]:
        return status
    return _say(f"== {name}: {'passed' if status == 0 else 'FAILED'} in {time.monotonic() - begun:.0f} s", status)


def _run(program: str, *arguments: str) -> int:
    """Run a program of the environment, and nothing of the machine's own Python."""
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path, "VIRTUAL_ENV": str(VENV)}
    environment.pop("PYTHONPATH", None)
    command = [str(BIN / program), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode  # noqa: S603 - our own words only


def _say(words: str, status: int) -> int:
    """Tell what happens, in order with what the checks print."""
    print(words, flush=True)  # noqa: T201 - this is what a person reads
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
