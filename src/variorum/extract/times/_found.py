"""What a rule found: the words of its slots, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.extract.times._numerals import amounts
from variorum.extract.times._words import vocabulary
from variorum.lexicon import mapping


@dataclass(frozen=True, slots=True)
class Words:
    """What a rule found: the words of each slot, all of them in order (`sequence`), the rule's note, and its words."""

    slots: dict[str, list[list[str]]]
    sequence: list[tuple[str, str]]
    note: str
    text: str

    def word(self, name: str) -> str | None:
        """Return what the first word in a slot means, `None` for a slot that is empty."""
        found = self.slots.get(name)
        return vocabulary().value(name, " ".join(found[0])) if found else None

    def number(self, name: str) -> int | None:
        """Return the number in a slot; an ordinal is its number."""
        value = self.word(name)
        if value is None:
            return None
        digits = "".join(c for c in value if c.isdigit())
        return int(digits) if digits and value[0] not in "+-" else int(value)

    def counts(self) -> list[tuple[str, ...]]:
        """Return the amounts in the slots that count."""
        return [amounts(words) for words in self.slots.get("count", [])]

    def units(self) -> list[str]:
        """Return the codes of the units, in the order of the words."""
        found = [(words, name) for name in ("unit", "units", "span") for words in self.slots.get(name, [])]
        return [vocabulary().value(name, " ".join(words)) for words, name in found]

    def ordinal(self) -> int | None:
        """Return the number of an ordinal word ("twentieth century"), `None` where there is none."""
        word = self.word("ordword")
        return None if word is None else int(mapping("time_numbers", "word", "value")[word])

    def nth(self) -> int | None:
        """Return the number of an ordinal in words ("twenty-first"), -1 for "last", `None` where there is none."""
        run = self.slots.get("nth")
        values = mapping("time_numbers", "word", "value")
        if run is None:
            return None
        return -1 if run[0] == ["last"] else sum(int(values.get(word, 0)) for word in run[0])
