"""The pages of a collection: its stories, the search, what is new, and what was decided on stories."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from variorum.model.collection import StoryEntry
from variorum.web.collected import Collected
from variorum.web.desk import GIVEN
from variorum.web.drawing import Drawing
from variorum.web.forms import Sent, word, words

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

STORIES, HITS = 30, 50
"""Stories of one page, and articles that a search shows."""
Words = Annotated[str, Query(max_length=200)]
Day = Annotated[str, Query(max_length=10, pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]
Number = Annotated[int, Query(ge=1, le=1_000_000)]


def collected(request: Request) -> Collected:
    """Return the collection, or answer that there is none."""
    desk = request.app.state.desk
    if not isinstance(desk, Collected):
        raise HTTPException(404, "one account is served here, and no collection")
    return desk


Desk = Annotated[Collected, Depends(collected)]


def drawn(request: Request, name: str, **values: Any) -> HTMLResponse:  # noqa: ANN401 - whatever the template draws
    """Return a page that is about no account."""
    drawing: Drawing = request.app.state.drawing
    return drawing.plain(request, name, **values)


@router.get("/")
def first(request: Request) -> Response:
    """Lead to the stories, or to the one account."""
    is_collection = isinstance(request.app.state.desk, Collected)
    return RedirectResponse("/stories" if is_collection else f"/stories/{GIVEN}", 303)


@router.get("/stories")
def stories(  # noqa: PLR0913 - each narrows the list
    *,
    request: Request,
    desk: Desk,
    outlet: Words = "",
    place: Words = "",
    since: Day = "",
    until: Day = "",
    q: Words = "",
    page: Number = 1,
) -> HTMLResponse:
    """Show the stories, the one that grew last first."""
    asked = {"outlet": outlet, "place": place, "since": since, "until": until, "words": q}
    wanted = {name: value.strip() for name, value in asked.items() if value.strip()}
    found = desk.collection.stories(**wanted, limit=STORIES + 1, offset=(page - 1) * STORIES)  # type: ignore[arg-type]
    shown = found[:STORIES]
    desk.count(shown)
    return drawn(
        request,
        "stories_page.html",
        stories=[(entry, desk.numbers(entry)) for entry in shown],
        titles={name: _title(desk, name) for entry in shown for name in entry.proposed},
        more=len(found) > STORIES,
        number=page,
        wanted=wanted,
        asked=asked,
        stats=desk.collection.stats(),
    )


@router.get("/search")
def search(request: Request, desk: Desk, q: Words = "") -> HTMLResponse:
    """Show the articles that have the words."""
    hits = desk.collection.search(q, limit=HITS) if q.strip() else ()
    return drawn(request, "search_page.html", q=q, hits=hits, most=HITS)


@router.get("/new")
def new(request: Request, desk: Desk, since: Day = "", page: Number = 1) -> HTMLResponse:
    """Show the stories with reports published since a day, and which reports these are."""
    last = desk.collection.stats().last
    day = since or (last or "")[:10]
    found = desk.collection.stories(since=day, limit=STORIES + 1, offset=(page - 1) * STORIES) if day else ()
    told = [(entry, _since(entry, day)) for entry in found[:STORIES]]
    return drawn(request, "new_page.html", day=day, told=told, more=len(found) > STORIES, number=page)


@router.get("/judged")
def judged(request: Request, desk: Desk) -> HTMLResponse:
    """Show all that was decided in the collection."""
    return drawn(request, "judged_page.html", judged=desk.collection.decisions()[::-1])


@router.post("/judged")
def judge(desk: Desk, sent: Sent) -> RedirectResponse:
    """Merge stories, split articles off a story, or take a decision back."""
    verb = word(sent, "verb")
    if verb not in {"merge", "split", "undo"}:
        raise HTTPException(422, "stories are merged and split; all else is decided on the pages of a story")
    made = desk.collection.decide(verb, *words(sent, "arg"))
    return RedirectResponse(f"/judged?{'undone' if made.undone else 'said'}={made.id}", 303)


def _since(entry: StoryEntry, day: str) -> list[object]:
    """Return the articles of the day and later; one that tells only its month counts from its month on."""
    dated = ((member, member.published) for member in entry.articles if member.published)
    return [member for member, told in dated if told[: len(day)] >= day[: len(told)]]


def _title(desk: Collected, story: str) -> str:
    return desk.entry(story).title or story
