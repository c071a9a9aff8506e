"""What every page of an account is given: the account by its address, and the means to draw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from fastapi import Depends, HTTPException, Path, Request
from fastapi.responses import HTMLResponse

from variorum.model import Article, Claim, Entity
from variorum.web.desk import LONG, PATIENCE, Desk
from variorum.web.drawing import Drawing
from variorum.web.guard import SAFE
from variorum.web.shelf import Shelf, Shown

Found = TypeVar("Found")
Story = Annotated[str, Path(max_length=80, description="The id of a story; `given` where one account is served.")]


@dataclass(frozen=True, slots=True)
class Viewing:
    """A request for something of one account."""

    request: Request
    shown: Shown
    desk: Desk

    def page(self, name: str, **values: Any) -> HTMLResponse:  # noqa: ANN401 - whatever the template draws
        """Return a page of the account."""
        drawing: Drawing = self.request.app.state.drawing
        return drawing.page(self.request, self.shown, name, **values)

    def claim(self, name: str) -> Claim:
        """Return a claim, or answer that there is none."""
        return _found(self.shown.look.claims.get(name), f"there is no claim {name} in this account")

    def article(self, name: str) -> Article:
        """Return a report, or answer that there is none."""
        return _found(self.shown.look.articles.get(name), f"there is no report {name} in this account")

    def entity(self, name: str) -> Entity:
        """Return an entity, or answer that there is none."""
        return _found(self.shown.look.entities.get(name), f"there is no {name} among the names of this account")


def _found(value: Found | None, said: str) -> Found:
    if value is None:
        raise HTTPException(404, said)
    return value


def viewing(story: Story, request: Request) -> Viewing:
    """Return what a page of a story is given."""
    shelf: Shelf = request.app.state.shelf
    patience = PATIENCE if request.method in SAFE else LONG
    return Viewing(request, shelf.shown(story, patience), request.app.state.desk)


View = Annotated[Viewing, Depends(viewing)]
