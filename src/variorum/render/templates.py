"""The templates that draw an account, and the words and signs that they draw it with.

The self-contained page and the web app use the same ones: `page/` holds a template a section. What differs is where a
link leads, so every template asks `at`, which gives the address of whatever has an id.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from variorum.render import labels, marked, strip
from variorum.render.chronology import LANES, chronology
from variorum.render.interlinear import columns
from variorum.render.plain import clipped, line, visible
from variorum.render.when import when

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from variorum.model import Claim, Entity, Figure, FigureGroup, Mark, Statement, Utterance
    from variorum.render.interlinear import Column
    from variorum.render.lookup import Lookup

OPEN = 12
"""Articles that a reader can still scroll through; of more, each is folded."""


def environment(*packages: str) -> Environment:
    """Return what draws the templates of this room, and those that lie in `page/` of other packages before them."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader(name, "page") for name in (*packages, "variorum.render")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {"SUPPORT": labels.SUPPORT, "MARKS": labels.MARKS, "VERDICTS": labels.VERDICTS, "LANES": LANES}
    made.globals |= {"REUSE": labels.REUSE, "BASES": labels.BASES, "STRIP_WIDTH": strip.WIDTH}
    made.globals |= {"cells": _cells, "glosses": _glosses, "forms": _forms, "members_of": _members, "bars": strip.bars}
    made.globals |= {"in_context": marked.in_context, "paragraphs": _paragraphs, "zip": zip}
    made.globals |= {"date_span": labels.date_span}
    made.filters |= {"line": line, "visible": visible, "clipped": clipped, "when": when, "worded": labels.worded}
    made.filters |= {"value": labels.figure_value, "bounds": labels.group_value, "counts": labels.counts}
    made.filters |= {"plural": labels.plural, "number": labels.number}
    return made


def shown(look: Lookup, at: Callable[[str], str]) -> dict[str, Any]:
    """Return all that the templates draw of an account; a page that shows a part of something puts it in its place."""
    account = look.account
    return {
        "look": look,
        "at": at,
        "account": account,
        "claims": account.claims,
        "rows": [row for row in account.rows if row.claim in look.claims],
        "groups": account.figure_groups,
        "declined": look.declined,
        "caveats": _by_kind(look),
        "utterances": account.utterances,
        "entries": chronology(look),
        "copies": account.reuse,
        "entities": account.entities,
        "articles": account.articles,
        "by_support": Counter(claim.support for claim in account.claims),
        "unfolded": len(account.articles) <= OPEN,
        "spellings": {e.id for e in account.entities if len({f.text for f in e.forms}) > 1},
    }


@cache
def asset(name: str) -> str:
    """Return a style sheet or a script of `page/`."""
    return (files("variorum.render") / "page" / name).read_text("utf-8")


def _by_kind(look: Lookup) -> Mapping[str, list[Any]]:
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for caveat in look.account.caveats:
        by_kind[caveat.kind].append(caveat)
    return by_kind


def _cells(look: Lookup, claim: Claim) -> list[tuple[Mark, str]]:
    """Return for each article the mark and the statement to go to, else the article."""
    said = {found.article.id: found.statements[0].id for found in look.evidence(claim)}
    return [(mark, said.get(name, name)) for name, mark in look.marks[claim.id].items()]


class _Gloss(NamedTuple):
    """One wording after the first: the statements that have it, its words under those of the first, and the notes."""

    said: list[Statement]
    columns: list[Column]
    notes: tuple[str, ...]


def _glosses(look: Lookup, utterance: Utterance) -> list[_Gloss]:
    """Return each wording once, with all statements that have it; that of the first statement comes first."""
    known = [(look.statements[w.statement], w.notes) for w in utterance.wordings if w.statement in look.statements]
    together: dict[str, list[tuple[Statement, tuple[str, ...]]]] = defaultdict(list)
    for said, notes in known:
        together[line(said.text).casefold()].append((said, notes))
    text = {said.id: look.articles[said.article].text for said, _ in known}
    first = known[0][0] if known else None
    return [
        _Gloss(
            [said for said, _ in alike],
            columns(first, alike[0][0], (text[first.id], text[alike[0][0].id])) if first else [],
            alike[0][1],
        )
        for alike in together.values()
    ]


def _forms(look: Lookup, entity: Entity) -> list[tuple[str, int, list[str]]]:
    """Return each spelling with how often it stands in all and in which outlets."""
    total: Counter[str] = Counter()
    where: dict[str, list[str]] = defaultdict(list)
    for form in entity.forms:
        total[form.text] += form.count
        where[form.text].append(form.article)
    return [(text, count, look.outlets(where[text])) for text, count in total.most_common()]


def _members(look: Lookup, group: FigureGroup) -> list[Figure]:
    return [look.figures[name] for name in group.members if name in look.figures]


def _paragraphs(look: Lookup, article_id: str, lit: tuple[int, int] | None = None) -> list[list[marked.Segment]]:
    """Return the marked text of an article; `lit` is a place in it to be shown."""
    article = look.articles[article_id]
    marks = [marked.Marked(*lit, "lit", "at")] if lit else []
    return list(marked.paragraphs(article.text, [*marks, *marked.of_article(article, look)]))
