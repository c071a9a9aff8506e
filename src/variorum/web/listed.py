"""The JSON API of a collection: its stories, the search, how much there is, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Body, HTTPException, Query, Request
from fastapi.responses import Response

from variorum.errors import UsageError
from variorum.model import Article, Decision
from variorum.model.collection import Hit, Stats, StoryDecision, StoryEntry
from variorum.web.data import Id, Limit, Offset, answer, gives, must_be_json
from variorum.web.stories import Desk

router = APIRouter(prefix="/api", tags=["collection"], default_response_class=Response)
Words = Annotated[str, Query(min_length=1, max_length=200)]
Day = Annotated[str, Query(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


@dataclass(frozen=True, slots=True)
class StoryList:
    """Some stories of a collection."""

    items: tuple[StoryEntry, ...]


@dataclass(frozen=True, slots=True)
class HitList:
    """The articles that have the words."""

    items: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class OneJudged:
    """A decision in a collection, on claims and names or on stories, and whether it was taken back."""

    id: str
    undone: bool
    decision: Decision | None = None
    stories: StoryDecision | None = None


@router.get("/stories", responses=gives(StoryList))
def stories(  # noqa: PLR0913 - each narrows the list
    *,
    desk: Desk,
    outlet: Words | None = None,
    place: Words | None = None,
    since: Day | None = None,
    until: Day | None = None,
    q: Words | None = None,
    offset: Offset = 0,
    limit: Limit = 100,
) -> Response:
    """Give the stories, the one that grew last first."""
    found = desk.collection.stories(
        outlet=outlet, place=place, since=since, until=until, words=q, limit=limit, offset=offset
    )
    return answer(StoryList(found))


@router.get("/search", responses=gives(HitList))
def search(desk: Desk, q: Words, limit: Limit = 50) -> Response:
    """Give the articles that have the words, the best first."""
    return answer(HitList(desk.collection.search(q, limit=limit)))


@router.get("/articles/{article}", responses=gives(Article))
def article(desk: Desk, article: Id) -> Response:
    """Give an article as it was read last."""
    try:
        return answer(desk.collection.article(article))
    except UsageError as error:
        raise HTTPException(404, str(error)) from error


@router.get("/stats", responses=gives(Stats))
def stats(desk: Desk) -> Response:
    """Give how much there is."""
    return answer(desk.collection.stats())


@dataclass(frozen=True, slots=True)
class Deciding:
    """A decision on stories: `merge` and stories, `split`, a story and articles, or `undo` and a decision."""

    verb: str
    args: tuple[str, ...]


@router.post("/judged", responses=gives(OneJudged))
def judge(desk: Desk, request: Request, wanted: Annotated[Deciding, Body()]) -> Response:
    """Merge stories, split articles off a story, or take a decision back."""
    must_be_json(request)
    made = desk.collection.decide(wanted.verb, *wanted.args)
    one = made.decision
    if isinstance(one, Decision):
        return answer(OneJudged(made.id, made.undone, decision=one))
    return answer(OneJudged(made.id, made.undone, stories=one))


KINDS = (StoryList, HitList, OneJudged, Stats)
"""Every kind of answer, for the description."""
