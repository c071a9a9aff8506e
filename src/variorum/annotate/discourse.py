"""The state of coreference while it reads one article."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import accumulate
from typing import TYPE_CHECKING

from variorum.annotate.speech import quoted, speaking_verb, subject_of
from variorum.annotate.things import Sighting, Thing

if TYPE_CHECKING:
    from variorum.model import Annotated, MentionKind

Note = tuple[int, int, Thing, "MentionKind"]


class Discourse:
    """The things met so far, where each token's mention leads, and who spoke last. Lives for one article's reading."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.quoted = quoted(annotated)
        ends = (not self.quoted[sentence.last - 1] for sentence in annotated.sentences)
        self._steps = list(accumulate(ends, initial=0))
        self.things: list[Thing] = []
        self.named: dict[Thing, None] = {}
        self.recent: dict[Thing, None] = {}
        self.by_chain: dict[str, Thing] = {}
        self.companies: frozenset[str] = frozenset()
        self.at: dict[int, Thing] = {}
        self.noted: list[Note] = []
        self.speaker: Thing | None = None
        self.spoke = -1
        self._said_at: list[int] = []

    def add(self, thing: Thing) -> Thing:
        """Bring a new thing in."""
        thing.serial = len(self.things)
        self.things.append(thing)
        return thing

    def note(self, first: int, last: int, thing: Thing | None, kind: MentionKind, head: int | None = None) -> None:
        """Write down that the tokens mean the thing; `None` writes nothing."""
        if thing is None:
            return
        token = self.annotated.tokens[first if head is None else head]
        self.noted.append((first, last, thing, kind))
        self.at[token.i] = thing
        self._see(thing.real(), Sighting(token.i, self.step(token.i), self.relation(token.i)))
        self._listen(token.i, thing)

    def _see(self, thing: Thing, sighting: Sighting) -> None:
        thing.sightings.append(sighting)
        self.recent.pop(thing, None)
        self.recent[thing] = None
        if thing.name:
            self.named[thing] = None

    def step(self, i: int) -> int:
        """Return how many sentences have ended outside of quotations before a token: a long quotation moves nothing."""
        return self._steps[self.annotated.tokens[i].sentence]

    def seen_within(self, step: int, back: int) -> list[Thing]:
        """Return the things last met at most `back` steps before `step`, in the order in which they came up."""
        found = []
        for thing in reversed(self.recent):
            if step - thing.sightings[-1].step > back:
                break
            if thing.merged is None:
                found.append(thing)
        return sorted(found, key=lambda thing: thing.serial)

    def around(self, first: int, last: int) -> Thing | None:
        """Return the thing meant by the words noted last, if they hold these: 'one of the men' round 'the men'."""
        if not self.noted or not (self.noted[-1][0] <= first and last <= self.noted[-1][1]):
            return None
        return self.noted[-1][2].real()

    def relation(self, i: int) -> str:
        """Return the grammatical relation of a token, that of the first for later members of a list."""
        token = self.annotated.tokens[i]
        for _ in range(6):
            if token.dep != "conj":
                break
            token = self.annotated.tokens[token.head]
        return token.dep

    def _listen(self, i: int, thing: Thing) -> None:
        """Keep in mind who spoke last, outside of quotations."""
        token = self.annotated.tokens[i]
        speaks = token.dep == "nsubj" and speaking_verb(self.annotated, token.head)
        if speaks and not self.quoted[i]:
            self.speaker, self.spoke = thing, self.step(i)
            insort(self._said_at, i)

    def speaker_near(self, step: int, within: int) -> Thing | None:
        """Return who spoke last, if that was at most `within` steps ago."""
        if self.speaker is None or step - self.spoke > within:
            return None
        return self.speaker.real()

    def speakers_between(self, first: int, last: int) -> list[tuple[int, Thing]]:
        """Return who speaks, outside of quotations, from token `first` to `last`, in reading order."""
        low, high = bisect_left(self._said_at, first), bisect_left(self._said_at, last)
        return [(at, self.at[at].real()) for at in self._said_at[low:high]]

    def meant_at(self, i: int | None) -> Thing | None:
        """Return the thing meant by the token, if it heads a mention."""
        thing = self.at.get(i) if i is not None else None
        return thing.real() if thing is not None else None

    def subject(self, verb: int) -> Thing | None:
        """Return the thing that is the subject of a verb."""
        return self.meant_at(subject_of(self.annotated, verb))

    def alive(self) -> list[Thing]:
        """Return the things that were not merged into others, in the order in which they came up."""
        return [thing for thing in self.things if thing.merged is None]
