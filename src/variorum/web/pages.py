"""The pages of an account."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from variorum.model import Claim, Support
from variorum.render.beside import beside
from variorum.render.chronology import Lane
from variorum.web.orders import Order, alike, narrowed, ordered
from variorum.web.paging import Page, page_of, paged, weighed
from variorum.web.viewing import View, Viewing

router = APIRouter(prefix="/stories/{story}", include_in_schema=False, default_response_class=HTMLResponse)

CLAIMS, TIMES, COPIES, NAMES, CAVEATS, REPORTS, DECLINED = 40, 150, 100, 120, 500, 100, 200
"""Entries of a page: each stays under 500 kB and 300 ms in a story of 200 reports (bench/web_pages.py)."""
PASSAGES, FIGURES, WORDINGS = 120, 500, 200
"""Passages of the evidence, rows of figures and wordings of quotes that a page shows, of whatever they are."""
LIKE = 6
"""Reports of which a report tells that they share words with it."""
CELLS = 2_500
"""Marks of one page of the matrix: 100 bytes each."""
Number = Annotated[int, Query(ge=1, le=100_000)]
Words = Annotated[str, Query(max_length=200)]
Day = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]


@router.get("")
def claims(
    view: View, order: Order = "weight", support: Support | Literal[""] = "", q: Words = "", page: Number = 1
) -> HTMLResponse:
    """Show the claims, and the evidence for the first of them."""
    found = _claims(view, order, support, q)
    part = paged(found, page, CLAIMS)
    return _account(view, part.items[0] if part.items else None, part, chosen=False, order=order, support=support, q=q)


@router.get("/claims/{claim}")
def claim(
    view: View,
    claim: str,
    order: Order = "weight",
    support: Support | Literal[""] = "",
    q: Words = "",
    part: Number = 1,
) -> HTMLResponse:
    """Show a claim with its evidence, beside the list that it stands in."""
    one = view.claim(claim)
    found = _claims(view, order, support, q)
    rank = next((n for n, other in enumerate(found) if other is one), 0)
    listed = paged(found, page_of(rank, CLAIMS), CLAIMS)
    return _account(view, one, listed, part, chosen=True, order=order, support=support, q=q)


def _claims(view: Viewing, order: Order, support: Support | Literal[""], words: str) -> list[Claim]:
    look = view.shown.look
    return ordered(look, narrowed(look.account.claims, support or None, words), order)


def _account(view: Viewing, one: Claim | None, listed: Page[Claim], number: int = 1, **values: object) -> HTMLResponse:
    """Draw the list, and a part of the evidence for one claim."""
    near = alike(one, view.shown.account.claims) if one else []
    folded = view.shown.look.folded(one) if one else []
    passages = [sum(len(found.statements) for found in together) for together in folded]
    part = weighed(folded, passages, number, PASSAGES)
    return view.page("claims_page.html", claim=one, part_of=listed, evidence=part, near=near, **values)


@router.get("/matrix")
def matrix(view: View, page: Number = 1) -> HTMLResponse:
    """Show claims × reports."""
    rows = view.shown.drawn["rows"]
    marks = [sum(mark != "silent" for mark in row.marks) + len(row.marks) // 10 for row in rows]
    part = weighed(rows, marks, page, CELLS)
    return view.page("section_page.html", section="matrix", part_of=part, rows=part.items)


@router.get("/figures")
def figures(view: View, page: Number = 1) -> HTMLResponse:
    """Show the figures that measure the same thing, and those that were not compared."""
    groups = view.shown.account.figure_groups
    part = weighed(groups, [len(group.members) for group in groups], page, FIGURES)
    declined = view.shown.look.declined if part.number == part.count else {}
    kept = {why: pairs[: DECLINED // len(declined) + 1] for why, pairs in declined.items()}
    return view.page(
        "section_page.html", section="figures", part_of=part, groups=part.items, declined=kept, most=FIGURES
    )


@router.get("/quotes")
def quotes(view: View, page: Number = 1) -> HTMLResponse:
    """Show what was said in several wordings."""
    said = view.shown.account.utterances
    part = weighed(said, [len(one.wordings) for one in said], page, WORDINGS)
    return view.page("section_page.html", section="quotes", part_of=part, utterances=part.items)


@router.get("/timeline")
def timeline(view: View, show: Lane | Literal[""] = "", page: Number = 1) -> HTMLResponse:
    """Show what happened, was said and was printed when."""
    entries = [entry for entry in view.shown.drawn["entries"] if show in {"", entry.lane}]
    part = paged(entries, page, TIMES)
    return view.page("timeline_page.html", section="timeline", part_of=part, entries=part.items, show=show)


@router.get("/lineage")
def lineage(view: View, page: Number = 1) -> HTMLResponse:
    """Show who copied whom."""
    part = paged(view.shown.account.reuse, page, COPIES)
    return view.page("lineage_page.html", section="copies", part_of=part, copies=part.items)


@router.get("/names")
def names(view: View, q: Words = "", page: Number = 1) -> HTMLResponse:
    """Show people, bodies and places with their spellings."""
    wanted = q.casefold()
    found = [
        e for e in view.shown.account.entities if wanted in " ".join((e.name, *(f.text for f in e.forms))).casefold()
    ]
    part = paged(found, page, NAMES)
    return view.page("names_page.html", section="names", part_of=part, entities=part.items, q=q)


@router.get("/names/{entity}")
def name(view: View, entity: str) -> HTMLResponse:
    """Show one of them: where it is named, and what may be merged or split."""
    one = view.entity(entity)
    own = set(one.name.casefold().split())
    others = [e for e in view.shown.account.entities if e.type == one.type and e is not one]
    others.sort(key=lambda other: own.isdisjoint(other.name.casefold().split()))  # those with a word in common first
    return view.page("name_page.html", section="names", entity=one, others=others, part_of=paged(one.mentions, 1, 200))


@router.get("/caveats")
def caveats(view: View, page: Number = 1) -> HTMLResponse:
    """Show denials, doubts and silences."""
    part = paged([one for found in view.shown.drawn["caveats"].values() for one in found], page, CAVEATS)
    by_kind = {kind: list(found) for kind, found in groupby(part.items, attrgetter("kind"))}
    return view.page("section_page.html", section="caveats", part_of=part, caveats=by_kind)


@router.get("/verify")
def verify(view: View) -> HTMLResponse:
    """Show what to verify next, what to read first, and what to know about the input."""
    return view.page("verify_page.html", section="verify")


@router.get("/reports")
def reports(view: View, page: Number = 1) -> HTMLResponse:
    """Show which reports there are."""
    part = paged(view.shown.account.articles, page, REPORTS)
    return view.page("reports_page.html", section="reports", part_of=part, articles=part.items)


@router.get("/reports/{article}")
def report(view: View, article: str, at: Annotated[str, Query(pattern=r"^(\d{1,7}-\d{1,7})?$")] = "") -> HTMLResponse:
    """Show the text of a report with all that was found in it; `at` is a place in it (`120-143`) to be shown."""
    one = view.article(article)
    lit = None
    if at:
        start, end = map(int, at.split("-"))
        lit = (start, min(end, len(one.text))) if start < end and start < len(one.text) else None
    pairs = [r.articles for r in view.shown.account.reuse if article in r.articles]
    like = [b if a == article else a for a, b in pairs[:LIKE]]
    return view.page("report_page.html", section="reports", article=one, lit=lit, like=like, unfolded=True)


@router.get("/compare")
def compare(view: View, a: Words = "", b: Words = "") -> HTMLResponse:
    """Show two reports side by side, with what they share."""
    ids = list(view.shown.look.articles)
    pair = next((r.articles for r in view.shown.account.reuse), tuple((ids * 2)[:2]))
    a, b = a or pair[0], b or next((name for name in (*pair, *ids) if name != (a or pair[0])), ids[0])
    return view.page("compare_page.html", pair=beside(view.shown.look, view.article(a), view.article(b)))


@router.get("/changes")
def changes(view: View, since: Day = "") -> HTMLResponse:
    """Show what the reports after a day changed."""
    days = sorted({a.published.value[:10] for a in view.shown.account.articles if a.published})
    day = since or (days[-2] if len(days) > 1 else "")
    found = view.desk.since(view.shown.story, day) if day else None
    return view.page("changes_page.html", days=days, day=day, changes=found)


@router.get("/decisions")
def decisions(view: View) -> HTMLResponse:
    """Show what people have decided."""
    return view.page("decisions_page.html")


@router.get("/method")
def method(view: View) -> HTMLResponse:
    """Show how each count is made, and offer to check every quoted word."""
    return view.page("method_page.html", section="method", result=None)
