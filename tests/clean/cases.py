"""The corpus of pages and texts of our own, each with what must come out of it.

A case is a head of `field: value` lines, a line `---`, and the input. In a text each line may open with `@kind `, which
is taken off: the line must come out as that part or furniture; a line without is body. `@@kind ` marks the end of a
line, a `@dateline` stands at the head of the next line, a `@dated` line is a dateline of its own, `@body-wrapped` makes
the lines up to a blank one paragraph.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from variorum.clean import clean
from variorum.errors import InputError
from variorum.model import Article, Capture, Problem

FOLDER = Path(__file__).parent / "corpus"
PLAIN = {"headline", "standfirst", "dateline", "body", "correction"}


@dataclass
class Case:
    """One input, the fields that must come out, and for a text the labelled pieces in reading order."""

    name: str
    expected: dict[str, str]
    text: str
    pieces: list[tuple[str, str]] = field(default_factory=list)

    def run(self) -> tuple[Article | None, list[Problem]]:
        """Clean the input; no article where the stage refuses it."""
        data = self.text.encode()
        capture = Capture(f"{self.name}.txt", data, hashlib.sha256(data).hexdigest(), self.expected["media"])
        try:
            return clean(capture, name="a1")
        except InputError as error:
            return None, [Problem(capture.path, error.code, str(error), fatal=True)]


def load(path: Path) -> Case:
    """Read a case."""
    head, body = path.read_text("utf-8").split("---\n", 1)
    expected = {key: value.strip() for key, _, value in (line.partition(":") for line in head.splitlines())}
    case = Case(path.stem, expected, body)
    if expected["media"] != "text/html":
        _take_marks_off(case, body)
    return case


def _take_marks_off(case: Case, body: str) -> None:
    body = re.sub(r"^@dateline (.*)\n", r"@dateline \1@@@", body, flags=re.MULTILINE)
    lines = [_line(case, line) for line in body.split("\n")]
    text = "\n".join(line for line in lines if line is not None)
    case.text = text.rstrip("\n") + "\n"
    _wrap(case)


def _line(case: Case, line: str) -> str | None:
    if line == "@body-wrapped":
        case.pieces.append(("wrapped", ""))
        return None
    kind, mark = "body", re.match(r"@(?!@)([\w-]+) ", line)
    if mark:
        kind, line = mark[1], line[mark.end() :]
    if kind == "dated":
        case.pieces.append(("dateline", line))
        return line
    if kind == "dateline":
        place, line = line.split("@@@")
        case.pieces += [("dateline", place.strip()), ("body", line)]
        return place + line
    if "@@" in line:
        line, kind2, tail = re.split(r" ?@@([\w-]+) ", line)
        case.pieces += [(kind, line), (kind2, tail)]
        return f"{line} {tail}"
    if line:
        case.pieces.append((kind, line))
    return line


def _wrap(case: Case) -> None:
    """Join the lines of the paragraphs that were only wrapped."""
    lines = {text for kind, text in case.pieces if kind == "body"}
    paragraphs = (paragraph.strip("\n") for paragraph in case.text.split("\n\n"))
    joined = [("body", p) for p in paragraphs if sum(line in lines for line in p.split("\n")) > 1]
    if ("wrapped", "") in case.pieces:
        case.pieces = [piece for piece in case.pieces if piece[0] not in {"wrapped", "body"}] + joined


def bare(line: str) -> str:
    """Return a line without the marks of a heading, a quotation or a list before it."""
    return re.sub(r"\A(?:#+ |> |- )+(?=\S)", "", line).strip()


def pieces_of(article: Article) -> list[tuple[str, str]]:
    """Return the parts and the furniture in reading order."""
    parts = [(part.start, part.kind, article.text[part.start : part.end]) for part in article.parts]
    marked = [(piece.start, piece.kind, piece.text) for piece in article.furniture]
    return [(kind, text) for _, kind, text in sorted([*parts, *marked])]


CASES = [load(path) for path in sorted(FOLDER.glob("*.case"))]
