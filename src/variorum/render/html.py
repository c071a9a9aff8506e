"""The account as one page that needs nothing else: it works from a file, without a network, and prints.

The templates, the style sheet and the script lie in `page/`. The page's own policy (Content Security Policy Level 3)
forbids every request and every script but the one in it, whatever an article may hold; Jinja escapes all of it anyway.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from variorum.render import labels, marked, strip
from variorum.render.interlinear import columns
from variorum.render.lookup import Lookup
from variorum.render.plain import clipped, line, visible
from variorum.render.when import when

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.model import Account, Claim, Entity, Figure, FigureGroup, Mark, Utterance
    from variorum.render.interlinear import Column

_OPEN = 12
"""Articles that a reader can still scroll through; of more, each is folded."""


def to_html(account: Account) -> str:
    """Return the account as one self-contained HTML page."""
    look = Lookup(account)
    return (
        _environment()
        .get_template("account.html")
        .render(
            look=look,
            account=account,
            css=Markup(_file("page.css")),  # noqa: S704 - our own file
            js=Markup(_file("page.js")),  # noqa: S704 - our own file
            policy=_policy(),
            by_support=Counter(claim.support for claim in account.claims),
            by_kind=_grouped(account),
            unfolded=len(account.articles) <= _OPEN,
            spellings=[e for e in account.entities if len({f.text for f in e.forms}) > 1],
        )
    )


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("variorum.render", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {"SUPPORT": labels.SUPPORT, "MARKS": labels.MARKS, "VERDICTS": labels.VERDICTS}
    made.globals |= {"REUSE": labels.REUSE, "BASES": labels.BASES, "STRIP_WIDTH": strip.WIDTH}
    made.globals |= {"cells": _cells, "glosses": _glosses, "forms": _forms, "members_of": _members, "bars": strip.bars}
    made.globals |= {
        "in_context": marked.in_context,
        "paragraphs": _paragraphs,
        "zip": zip,
        "date_span": labels.date_span,
    }
    made.filters |= {"line": line, "visible": visible, "clipped": clipped, "when": when, "worded": labels.worded}
    made.filters |= {"value": labels.figure_value, "bounds": labels.group_value, "counts": labels.counts}
    made.filters |= {"plural": labels.plural}
    return made


@cache
def _file(name: str) -> str:
    return (files("variorum.render") / "page" / name).read_text("utf-8")


@cache
def _policy() -> str:
    """Return the page's policy: nothing may be loaded, and only our style sheet and our script count."""
    style, script = (_digest(_file(name)) for name in ("page.css", "page.js"))
    return f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _grouped(account: Account) -> Mapping[str, list[Any]]:
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for caveat in account.caveats:
        by_kind[caveat.kind].append(caveat)
    return by_kind


def _cells(look: Lookup, claim: Claim) -> list[tuple[Mark, str]]:
    """Return for each article the mark and the statement to go to, else the article."""
    said = {found.article.id: found.statements[0].id for found in look.evidence(claim)}
    return [(mark, said.get(name, name)) for name, mark in look.marks[claim.id].items()]


def _glosses(look: Lookup, utterance: Utterance) -> list[list[Column]]:
    """Return for each wording after the first its words under those of the first."""
    said = [look.statements[w.statement] for w in utterance.wordings if w.statement in look.statements]
    texts = [look.articles[s.article].text for s in said]
    return [columns(said[0], s, (texts[0], t)) for s, t in zip(said[1:], texts[1:], strict=True)]


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


def _paragraphs(look: Lookup, article_id: str) -> list[list[marked.Segment]]:
    article = look.articles[article_id]
    return list(marked.paragraphs(article.text, marked.of_article(article, look)))
