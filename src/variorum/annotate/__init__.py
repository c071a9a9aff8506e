"""The language engine behind one door: articles in, articles with grammar, names and coreference out."""

from __future__ import annotations

from variorum.annotate._stage import annotate, paragraphs
from variorum.annotate.engine import MODEL, model_version
from variorum.annotate.packing import packed, unpacked

__all__ = ["MODEL", "annotate", "model_version", "packed", "paragraphs", "unpacked"]
