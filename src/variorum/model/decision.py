"""What people have decided about an account: kept apart from what was found, so that it can be read and taken back.

After nomenklatura's judgements (https://github.com/opensanctions/nomenklatura): a merge destroys nothing, and a
person's decision is stored beside the machine's finding. Places are anchored as in the W3C Web Annotation model: the
exact words (TextQuoteSelector) with the place where they stood (TextPositionSelector).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DecisionVerb = Literal["same", "different", "merge-entity", "split-entity", "source", "note"]

ENDING = ".variorum.txt"
"""Files that end so are Variorum's own: they are never read as reports."""

DECISIONS_FILE = f"decisions{ENDING}"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an input, found again whatever else changes.

    `path` is the input as seen from the file of decisions, `sha256` the first twelve digits of that of its bytes,
    `start` and `end` where the words stood in its text.
    """

    path: str
    sha256: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: what its anchors are depends on the verb, `text` is that of a note.

    `same`, `different`: two passages. `merge-entity`: a mention of each. `split-entity`: in each report one mention
    of the spelling that is somebody else. `source`: the statement, then the words that name its source. `note`: the
    passage spoken of.
    """

    id: str
    verb: DecisionVerb
    anchors: tuple[Anchor, ...]
    text: str | None = None

    def __str__(self) -> str:
        """Tell it in one line: its name, its verb, and the words that it is about."""
        words = " / ".join(f"“{' '.join(anchor.text.split())}”" for anchor in self.anchors)
        return f"{self.id} {self.verb} {words}"


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody has written on a claim, and the decision that holds it. It is no report's words."""

    claim: str
    text: str
    decision: str
