"""Measures start-up, articles and words a second beside the bare engine's, and peak memory.

    python bench/speed.py                     on our own examples
    python bench/speed.py FILE_OR_FOLDER...   on other reports; .jsonl.gz is read up to --articles
    python bench/speed.py --articles 200      so many of them at most

The bare engine is spaCy's pipeline on the same texts in the same run, each measured in a process of its own, in
seconds of processor so that other work on the machine does not count. The ratio is what the design bounds by 1.25:
annotating and extracting together, over the engine alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "src" / "variorum" / "examples"
SEEDS = ROOT.parent / "shared" / "seeds"
RUNS = 5


def main() -> None:
    """Print the table."""
    options = _options()
    print("start-up, the best of", RUNS)
    for name, command in _starts().items():
        print(f"  {name:28} {min(_seconds(command) for _ in range(RUNS)):8.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        reports = _reports(options.paths or [EXAMPLES], options.articles, Path(folder) / "reports.jsonl")
        texts = [json.loads(row)["text"] for row in reports.read_text("utf-8").splitlines()]
        words = sum(len(text.split()) for text in texts)
        print(f"{len(texts)} articles, {words} words; loading is not counted; seconds of processor")
        took = {job: _child(job, reports) for job in ("engine", "extract", "compare")}
    for job, (seconds, memory) in took.items():
        rate = f"{len(texts) / seconds:8.1f} articles/s {words / seconds:9.0f} words/s"
        print(f"  {job:10} {seconds:8.2f} s {rate} {memory:6.0f} MiB at most")
    print(f"  extract over engine {took['extract'][0] / took['engine'][0]:.2f}")


def _starts() -> dict[str, list[str]]:
    variorum = [sys.executable, "-m", "variorum"]
    starts = {
        "python alone": [sys.executable, "-c", "pass"],
        "variorum --help": [*variorum, "--help"],
        "compare, our ferry": [*variorum, "compare", str(EXAMPLES / "ferry"), "--format", "json", "-o", "/dev/null"],
    }
    if SEEDS.is_dir():
        starts["compare, the seeds"] = [*variorum, "compare", str(SEEDS), "--format", "json", "-o", "/dev/null"]
    return starts


def _seconds(command: list[str]) -> float:
    begun = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, text=True)
    if done.returncode > 1:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    return time.perf_counter() - begun


def _reports(paths: list[Path], most: int, target: Path) -> Path:
    """Write what is read from `paths` as JSON Lines, so that every job gets the same texts."""
    import variorum  # noqa: PLC0415 - not for --help

    wanted = [_head(path, most, target.parent) for path in paths]
    articles, _ = variorum.read(wanted)
    rows = [json.dumps({"text": a.text}) for a in articles[:most]]
    target.write_text("\n".join(rows), "utf-8")
    return target


def _head(path: Path, most: int, folder: Path) -> Path:
    """Return the first lines of a packed collection as a file of their own."""
    if not path.name.endswith(".jsonl.gz"):
        return path
    head = folder / path.name.removesuffix(".gz")
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        head.write_text("".join(row for _, row in zip(range(most), rows, strict=False)), "utf-8")
    return head


def _child(job: str, reports: Path) -> tuple[float, float]:
    command = [sys.executable, __file__, "--job", job, str(reports)]
    seconds, memory = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), float(memory)


def _job(job: str, reports: Path) -> None:
    """Do one job in this process, after a first small run that loads the engine; print seconds and MiB."""
    import variorum  # noqa: PLC0415 - in the child alone
    from variorum.annotate import engine  # noqa: PLC0415 - the same

    engine.parse(["One sentence loads the engine."])
    texts = [json.loads(row)["text"] for row in reports.read_text("utf-8").splitlines()]
    begun = time.process_time()
    if job == "engine":
        for doc in engine._load().pipe(texts, batch_size=engine.BATCH):  # noqa: SLF001 - the bare pipeline itself
            len(doc)
    elif job == "extract":
        variorum.extract([reports])
    else:
        variorum.compare([reports])
    print(time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--job", choices=["engine", "extract", "compare"], help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    chosen = _options()
    if chosen.job:
        _job(chosen.job, chosen.paths[0])
    else:
        main()
