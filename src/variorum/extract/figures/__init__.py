"""Figures: every quantity with its bounds, its unit, what it counts and what is measured.

A grammar over the words finds the numbers (after CQE, Almasian et al. 2023, https://aclanthology.org/2023.emnlp-main.793),
the parse gives the noun counted and what happened to it. All words that bound, soften, scale, name or disqualify a
number stand in tables of the lexicon.
"""

from __future__ import annotations

from variorum.extract.figures._quantity import Quantity
from variorum.extract.figures._stage import figures, quantities

__all__ = ["Quantity", "figures", "quantities"]
