"""What verbs tell of those they count, alone and together with a noun."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from variorum.extract.figures._counted import is_people
from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def verbs() -> Mapping[str, tuple[str, str]]:
    """Return what each verb tells of anything; "fire" tells something else of people (`_verbs_of_people`)."""
    told = [r for r in rows("figure_measures") if r["class"] == "verb"]
    ranked = sorted(told, key=lambda r: r["role"] != "people")
    return {r["word"]: (r["role"], r["measure"]) for r in ranked}


@cache
def _verbs_of_people() -> Mapping[str, tuple[str, str]]:
    told = (r for r in rows("figure_measures") if (r["class"], r["role"]) == ("verb", "people"))
    return {r["word"]: (r["role"], r["measure"]) for r in told}


@cache
def pairs() -> Mapping[tuple[str, str, str], str]:
    """Return what verb and noun tell together: jobs are cut, shops close."""
    return {
        (verb, row["role"], noun): row["measure"]
        for row in rows("figure_pairs")
        for verb in row["verbs"].split()
        for noun in row["nouns"].split()
    }


def verb_entry(lemma: str, role: str, noun: str | None) -> tuple[str, str] | None:
    """Return role and measure of a verb: a worker is fired otherwise than a rocket."""
    of_them = _verbs_of_people().get(lemma) if role == "object" and is_people(noun) else None
    return of_them or verbs().get(lemma)
