"""What every account promises to whoever reads it: the keys, the kinds, the references, the words that stand there."""

from __future__ import annotations

from collections.abc import Iterator

KEYS = {
    "": "format made_by articles entities statements figures times caveats claims figure_groups not_compared timeline"
    " reuse problems",
    "made_by": "variorum model settings",
    "articles": "id path url sha256 title text parts publisher agency byline published language furniture",
    "articles.parts": "start end kind",
    "articles.publisher": "name basis",
    "articles.agency": "name basis start end text",
    "articles.published": "value basis",
    "articles.furniture": "start end text kind",
    "entities": "id type name forms mentions",
    "entities.forms": "text article count",
    "entities.mentions": "article start end text",
    "statements": "id article mode act source via cue content said_on channel",
    "statements.source": "text start end entity",
    "statements.via": "text start end entity",
    "statements.cue": "text start end",
    "statements.content": "start end text",
    "figures": "id article start end text low high approximate unit change counted measure as_of statement",
    "times": "article start end text type value",
    "caveats": "article start end text kind source claims",
    "claims": "id text appearances articles outlets origins primary_sources support why conflicts",
    "claims.appearances": "statement",
    "claims.primary_sources": "entity name",
    "claims.conflicts": "claim kind why",
    "figure_groups": "id measure members verdict low high why",
    "not_compared": "figures why",
    "timeline": "value text claims articles",
    "reuse": "articles kind origin overlap passages",
    "reuse.passages": "a b",
    "problems": "path code message",
}
"""The keys of each object by its way from the root; an account may have more, never fewer."""

KINDS = {
    "articles.parts.kind": "headline standfirst dateline body correction",
    "articles.publisher.basis": "metadata url text",
    "articles.agency.basis": "byline credit dateline text",
    "articles.published.basis": "metadata stated url inferred",
    "articles.furniture.kind": "caption credit related navigation comment-form subscription about metadata",
    "entities.type": "person organization place group other",
    "statements.mode": "direct indirect mixed narration",
    "statements.act": "speech thought",
    "figures.change": "up down",
    "times.type": "DATE TIME DURATION SET",
    "caveats.kind": "denied rejected declined-to-comment did-not-respond not-acknowledged neither-confirmed-nor-denied"
    " could-not-verify no-evidence-given unconfirmed conflicting-reports",
    "claims.support": "corroborated echoed single unattributed contested",
    "claims.conflicts.kind": "figure denial date actor place",
    "figure_groups.verdict": "agree compatible differ superseded",
    "reuse.kind": "agency-copy update shared-passages",
}


def faults(account: dict) -> list[str]:
    """Return what in an account breaks its promises, one line a breach."""
    return [*_shape(account, ""), *_words(account), *_references(account), *_furniture(account), *_counts(account)]


def _shape(node: object, way: str) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _shape(item, way)
    elif isinstance(node, dict):
        yield from (f"{way}: no {key}" for key in KEYS.get(way, "").split() if key not in node)
        for key, value in node.items():
            yield from _shape(value, f"{way}.{key}".lstrip("."))
    elif way in KINDS and node is not None and node not in KINDS[way].split():
        yield f"{way}: {node!r} is no kind of it"
    elif node == "" and not way.endswith(("rule", "message", "articles.text")):
        yield f"{way}: the empty string in the place of null"


def quotes(account: dict) -> Iterator[tuple[str, dict]]:
    """Yield whatever quotes an article, with the article's id."""
    for article in account["articles"]:
        yield from ((article["id"], piece) for piece in article["furniture"])
        if article["agency"] and article["agency"]["start"] is not None:
            yield article["id"], article["agency"]
    for entity in account["entities"]:
        yield from ((mention["article"], mention) for mention in entity["mentions"])
    for statement in account["statements"]:
        parts = (statement["source"], statement["cue"], *statement["via"], *statement["content"])
        yield from ((statement["article"], part) for part in parts if part)
    for item in (*account["figures"], *account["times"], *account["caveats"]):
        yield item["article"], item
    yield from ((caveat["article"], caveat["source"]) for caveat in account["caveats"] if caveat["source"])


def _words(account: dict) -> Iterator[str]:
    texts = {article["id"]: article["text"] for article in account["articles"]}
    for article, piece in quotes(account):
        start, end, text = piece["start"], piece["end"], piece["text"]
        if not 0 <= start < end <= len(texts[article]) or texts[article][start:end] != text:
            yield f"{article} {start}:{end}: {text!r} does not stand there"
    for article in account["articles"]:
        places = [(part["start"], part["end"]) for part in article["parts"]]
        ends = [0, *(end for _, end in places)]
        if any(not before <= start < end for before, (start, end) in zip(ends, places, strict=False)):
            yield f"{article['id']}: parts overlap or are out of order"


def _references(account: dict) -> Iterator[str]:
    lists = ("articles", "entities", "statements", "figures", "claims", "figure_groups")
    known = {name: [item["id"] for item in account[name]] for name in lists}
    yield from (f"{name}: an id twice" for name, ids in known.items() if len(ids) != len(set(ids)))
    for wanted, name, where in _named(account):
        if wanted is not None and wanted not in known[name]:
            yield f"{where}: {wanted!r} is none of the {name}"


def _named(account: dict) -> Iterator[tuple[str | None, str, str]]:
    """Yield each reference: what is named, in which list, and where."""
    for statement in account["statements"]:
        speakers = (*([statement["source"]] if statement["source"] else []), *statement["via"])
        yield from ((speaker["entity"], "entities", statement["id"]) for speaker in speakers)
    yield from ((figure["statement"], "statements", figure["id"]) for figure in account["figures"])
    for claim in account["claims"]:
        yield from ((a["statement"], "statements", claim["id"]) for a in claim["appearances"])
        yield from ((article, "articles", claim["id"]) for article in claim["articles"])
        yield from ((source["entity"], "entities", claim["id"]) for source in claim["primary_sources"])
        yield from ((conflict["claim"], "claims", claim["id"]) for conflict in claim["conflicts"])
    yield from ((c, "claims", "caveats") for caveat in account["caveats"] for c in caveat["claims"])
    yield from ((f, "figures", group["id"]) for group in account["figure_groups"] for f in group["members"])
    yield from ((f, "figures", "not_compared") for pair in account["not_compared"] for f in pair["figures"])
    yield from ((a, "articles", "reuse") for pair in account["reuse"] for a in pair["articles"])
    for moment in account["timeline"]:
        yield from ((c, "claims", "timeline") for c in moment["claims"])
        yield from ((a, "articles", "timeline") for a in moment["articles"])


def _furniture(account: dict) -> Iterator[str]:
    """Yield what is read out of furniture: it makes no statement, figure, time, caveat or mention."""
    marked = {a["id"]: [(f["start"], f["end"]) for f in a["furniture"]] for a in account["articles"]}
    said = [(s["article"], piece) for s in account["statements"] for piece in s["content"]]
    said += [(i["article"], i) for name in ("figures", "times", "caveats") for i in account[name]]
    said += [(m["article"], m) for entity in account["entities"] for m in entity["mentions"]]
    for article, piece in said:
        if any(piece["start"] < end and start < piece["end"] for start, end in marked[article]):
            yield f"{article}: {piece['text']!r} is read out of furniture"


def _counts(account: dict) -> Iterator[str]:
    """Yield the labels that the counts do not allow: several independent sources, one source, none."""
    for claim in account["claims"]:
        outlets, sources = claim["outlets"], len(claim["primary_sources"])
        allowed = {
            "corroborated": sources > 1,
            "echoed": outlets > 1 and sources == 1,
            "unattributed": outlets > 1 and sources == 0,
            "single": outlets == 1,
            "contested": True,
        }
        if not allowed[claim["support"]] or claim["origins"] > len(claim["articles"]):
            told = f"{outlets} outlets, {claim['origins']} origins, {sources} sources"
            yield f"{claim['id']}: {claim['support']} by {told}"
