"""The language engine behind one door: articles in, articles with grammar, names and coreference out."""

from __future__ import annotations

from variorum.annotate._stage import annotate
from variorum.annotate.engine import MODEL, model_version

__all__ = ["MODEL", "annotate", "model_version"]
