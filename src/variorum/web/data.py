"""The JSON API: the same as each page shows, for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Body, HTTPException, Path, Query, Request
from fastapi.responses import Response

from variorum.api import explain
from variorum.model import Account, Article, Decision, Support
from variorum.model.changes import Changes
from variorum.model.entity import Entity
from variorum.model.explanation import Explanation
from variorum.render.beside import beside
from variorum.render.exchange import encoded
from variorum.web import answers
from variorum.web.collected import BeingMadeError
from variorum.web.judging import LONGEST, must_be_seen
from variorum.web.orders import Order, narrowed, ordered
from variorum.web.viewing import View, viewing

router = APIRouter(prefix="/api/stories/{story}", tags=["account"], default_response_class=Response)

Id = Annotated[str, Path(max_length=80, pattern=r"^[A-Za-z0-9]+$")]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]
Limit = Annotated[int, Query(ge=1, le=1_000)]
Day = Annotated[str, Query(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A day: 2031-03-04")]


def answer(value: object) -> Response:
    """Return a value as JSON."""
    return Response(encoded(value), media_type="application/json")


def gives(kind: type) -> dict[int | str, dict[str, Any]]:
    """Return what OpenAPI is to say of an answer; `described` puts the schemas of all kinds beside each other."""
    schema = {"$ref": f"#/components/schemas/{kind.__name__}"}
    return {
        200: {"description": (kind.__doc__ or "").split("\n")[0], "content": {"application/json": {"schema": schema}}}
    }


@router.get("", responses=gives(Account))
def account(view: View) -> Response:
    """Give the whole account."""
    return answer(view.shown.account)


@router.get("/claims", responses=gives(answers.ClaimList))
def claims(
    view: View,
    order: Order = "weight",
    support: Support | None = None,
    q: Annotated[str, Query(max_length=200)] = "",
    offset: Offset = 0,
    limit: Limit = 100,
) -> Response:
    """Give claims in an order, those with a label and with all words of `q` alone."""
    look = view.shown.look
    found = ordered(look, narrowed(look.account.claims, support, q), order)
    return answer(answers.ClaimList(len(found), tuple(found[offset : offset + limit])))


@router.get("/claims/{claim}", responses=gives(Explanation))
def claim(view: View, claim: Id) -> Response:
    """Give all on which a claim rests."""
    return answer(explain(view.shown.account, view.claim(claim).id))


@router.get("/matrix", responses=gives(answers.Matrix))
def matrix(view: View) -> Response:
    """Give claims × reports."""
    made = view.shown.account
    return answer(answers.Matrix(tuple(a.id for a in made.articles), made.matrix()))


@router.get("/figures", responses=gives(answers.Figures))
def figures(view: View) -> Response:
    """Give the figures that measure the same thing, and those that were not compared."""
    return answer(answers.Figures(view.shown.account.figure_groups, view.shown.account.not_compared))


@router.get("/quotes", responses=gives(answers.Quotes))
def quotes(view: View) -> Response:
    """Give what was said in several wordings."""
    return answer(answers.Quotes(view.shown.account.utterances))


@router.get("/timeline", responses=gives(answers.Timeline))
def timeline(view: View) -> Response:
    """Give what happened, was said and was printed when."""
    return answer(answers.Timeline(tuple(answers.Time(*entry) for entry in view.shown.drawn["entries"])))


@router.get("/lineage", responses=gives(answers.Lineage))
def lineage(view: View) -> Response:
    """Give who copied whom, and which agency stands behind."""
    origins = tuple(answers.OneOrigin(*origin) for origin in view.shown.look.origins)
    return answer(answers.Lineage(origins, view.shown.account.reuse))


@router.get("/names", responses=gives(answers.Names))
def names(view: View) -> Response:
    """Give people, bodies and places with their spellings."""
    return answer(answers.Names(view.shown.account.entities))


@router.get("/names/{entity}", responses=gives(Entity))
def name(view: View, entity: Id) -> Response:
    """Give one of them."""
    return answer(view.entity(entity))


@router.get("/verify", responses=gives(answers.Verify))
def verify(view: View) -> Response:
    """Give what to verify next, and what to read first."""
    made = view.shown.account
    return answer(answers.Verify(made.verify_next, made.read_first, made.problems))


@router.get("/reports/{article}", responses=gives(Article))
def report(view: View, article: Id) -> Response:
    """Give a report as it was read."""
    return answer(view.article(article))


Place = Annotated[int, Path(ge=0, le=10_000_000)]


@router.get("/reports/{article}/{start}-{end}", responses=gives(answers.Words))
def words(view: View, article: Id, start: Place, end: Place) -> Response:
    """Give the words of a report at a place: code points, end excluded."""
    one = view.article(article)
    if not start < end <= len(one.text):
        raise HTTPException(404, f"{article} has no such place: its text has {len(one.text)} code points")
    return answer(answers.Words(article, start, end, one.text[start:end]))


@router.get("/compare", responses=gives(answers.Pair))
def compare(view: View, a: Annotated[str, Query(max_length=80)], b: Annotated[str, Query(max_length=80)]) -> Response:
    """Give two reports and what they share."""
    found = beside(view.shown.look, view.article(a), view.article(b))
    only = [tuple(c.id for c in found.alone[side]) for side in (0, 1)]
    passages = found.reuse.passages if found.reuse else ()
    return answer(answers.Pair(found.articles, passages, tuple(c.id for c in found.both), only[0], only[1]))


@router.get("/changes", responses=gives(Changes))
def changes(view: View, since: Day) -> Response:
    """Give what the reports after a day changed."""
    return answer(view.desk.since(view.shown.story, since))


@router.get("/method", responses=gives(answers.Method))
def method(view: View) -> Response:
    """Give what made the account."""
    return answer(answers.Method(view.shown.account.made_by, view.shown.account.format))


@dataclass(frozen=True, slots=True)
class Nothing:
    """An empty object: what is sent says that it is JSON, which no form of another site can."""


@router.post("/check", responses=gives(answers.Checked))
def check(view: View, request: Request, _empty: Annotated[Nothing, Body()]) -> Response:
    """Read every quoted word anew in the inputs. An empty object is sent."""
    must_be_json(request)
    result = view.desk.check(view.shown.story)
    return answer(answers.Checked(result.good, result.total, result.problems))


@router.get("/decisions", responses=gives(answers.Decisions))
def decisions(view: View) -> Response:
    """Give what people have decided."""
    return answer(answers.Decisions(view.shown.version, view.shown.account.decisions))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A decision as `variorum decide` takes it; `seen` is the version of the account that it is on."""

    verb: str
    args: tuple[str, ...]
    seen: str


@router.post("/decisions", responses=gives(answers.Taken))
def decide(view: View, request: Request, wanted: Annotated[Wanted, Body()]) -> Response:
    """Write a decision down, or take one back with the verb `undo`."""
    must_be_json(request)
    must_be_seen(view, wanted.seen)
    if any(not arg.strip() or len(arg) > LONGEST for arg in wanted.args):
        raise HTTPException(422, f"each of args has 1 to {LONGEST:,} characters")
    made = view.desk.decide(view.shown.story, wanted.verb, *wanted.args)
    try:
        seen = viewing(view.shown.story, request).shown.version
    except BeingMadeError:  # it is written; the account is not ready yet
        seen = None
    decision = made.decision if isinstance(made.decision, Decision) else None
    return answer(answers.Taken(decision, made.undone, seen))


def must_be_json(request: Request) -> None:
    """Refuse what a form of another site could send: a browser asks before it sends JSON there."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415, "send it as application/json")


KINDS = tuple(
    dict.fromkeys(
        [Account, Article, Entity, Explanation, Changes]
        + [kind for kind in vars(answers).values() if isinstance(kind, type) and kind.__module__ == answers.__name__]
    )
)
"""Every kind of answer, for the description."""
