"""What people have decided, applied to what was found: no decision is dropped, each that does not fit is told."""

from __future__ import annotations

from variorum.relate.decisions._heeded import Heeded, heeded
from variorum.relate.decisions._mentions import Identity
from variorum.relate.decisions._notes import notes
from variorum.relate.decisions._passages import NOTHING, Decided, decided

__all__ = ["NOTHING", "Decided", "Heeded", "Identity", "decided", "heeded", "notes"]
