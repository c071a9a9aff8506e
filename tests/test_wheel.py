"""The built wheel works without the source tree and without development's packages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

START = """
import sys
sys.path[:] = [{wheel!r}, *(p for p in sys.path if 'site-packages' not in p), {site!r}]

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition('.')[0] in {blocked!r}:
            raise ModuleNotFoundError(name + ' is no dependency of a run', name=name)

sys.meta_path.insert(0, Blocked())
sys.argv = ['variorum', *{arguments!r}]
from importlib.metadata import distribution, entry_points
assert str(distribution('variorum').locate_file('')) == {wheel!r}
command, = distribution('variorum').entry_points.select(group='console_scripts')
command.load()()
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the built wheel was unpacked to: what `pip install --target` leaves of a pure wheel."""
    built = tmp_path_factory.mktemp("built")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (archive,) = built.glob("*.whl")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(built / "site")
    return built / "site"


def _names(lock: str) -> set[str]:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    return {name.lower() for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


def _blocked() -> set[str]:
    """Return the modules that only development's packages bring, and no run may import."""
    run = {re.sub(r"[-_.]+", "-", name) for name in _names("run")}
    homes = packages_distributions()
    return {
        module
        for module, owners in homes.items()
        if module != "variorum" and not {re.sub(r"[-_.]+", "-", owner).lower() for owner in owners} & run
    }


def _run(wheel: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    site = sysconfig.get_path("purelib")
    code = START.format(wheel=str(wheel), site=site, blocked=_blocked(), arguments=arguments)
    # -I: no PYTHONPATH, no current folder; -S: no .pth files, so an editable install cannot lend its source.
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], cwd=cwd, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_all_that_a_run_needs(wheel: Path) -> None:
    """Tables, examples, vocabulary, licence and the mark for type checkers go along; tests do not."""
    held = {str(path.relative_to(wheel)) for path in wheel.rglob("*") if path.is_file()}
    source = {
        str(path.relative_to(ROOT / "src"))
        for path in (ROOT / "src").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert source <= held
    assert "variorum/py.typed" in held
    assert {name for name in held - source if ".dist-info/" not in name} == set()
    assert [name for name in held if name.endswith(("licenses/LICENSE", "licenses/NOTICE"))]


def test_the_wheel_makes_and_checks_an_account(wheel: Path, tmp_path: Path) -> None:
    """From a folder that knows nothing of the source: compare the examples, then check the account."""
    reports = wheel / "variorum" / "examples" / "ferry"
    made = _run(wheel, tmp_path, "compare", str(reports), "-o", "account.json")
    assert (made.returncode, made.stderr) == (0, "")
    assert json.loads((tmp_path / "account.json").read_text("utf-8"))["format"] == "variorum-account/1"
    checked = _run(wheel, tmp_path, "check", "account.json")
    assert checked.returncode == 0, checked.stderr
    assert re.fullmatch(r"(\d+) of \1 spans verbatim\n", checked.stdout)


@pytest.mark.parametrize("command", ["--version", "schema", "doctor", "demo"])
def test_the_wheel_answers(wheel: Path, tmp_path: Path, command: str) -> None:
    """Each command that needs no input works from the wheel alone."""
    done = _run(wheel, tmp_path, command)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


def test_development_is_blocked(wheel: Path, tmp_path: Path) -> None:
    """The block itself works: what only development brings cannot be imported in these runs."""
    code = START.format(wheel=str(wheel), site=sysconfig.get_path("purelib"), blocked=_blocked(), arguments=())
    code = code.split("sys.argv")[0] + "import hypothesis"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], cwd=tmp_path, capture_output=True, check=False)
    assert b"hypothesis is no dependency of a run" in done.stderr
