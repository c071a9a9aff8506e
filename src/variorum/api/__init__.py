"""The verbs: one a job or a stage, with the names and options of the commands. Only this room joins the stages."""

from __future__ import annotations

from variorum.api.checking import CheckResult, check
from variorum.api.collecting import add, reuse, search, show, stats, stories, vacuum, watch
from variorum.api.collection import Collection
from variorum.api.comparing import compare, demo
from variorum.api.deciding import Decided, Judged, decide
from variorum.api.differing import diff
from variorum.api.explaining import explain
from variorum.api.facts import Finding, doctor, schema
from variorum.api.progress import Progress
from variorum.api.reading import extract, read

__all__ = [
    "CheckResult",
    "Collection",
    "Decided",
    "Finding",
    "Judged",
    "Progress",
    "add",
    "check",
    "compare",
    "decide",
    "demo",
    "diff",
    "doctor",
    "explain",
    "extract",
    "read",
    "reuse",
    "schema",
    "search",
    "show",
    "stats",
    "stories",
    "vacuum",
    "watch",
]
