"""What is told of an account in running text, section by section, as plain blocks: `text` and `markdown` draw them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from variorum.render.chronology import LANES, chronology
from variorum.render.labels import (
    BASES,
    MARKS,
    REUSE,
    SUPPORT,
    VERDICTS,
    counts,
    date_span,
    figure_value,
    group_value,
    plural,
    worded,
)
from variorum.render.plain import line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.model import Article, Caveat, Claim, Entity, Figure, FigureGroup, Reuse, Utterance
    from variorum.render.chronology import Entry
    from variorum.render.lookup import Evidence, Lookup

_HERE = "these words"


class Pair(NamedTuple):
    """A label, what stands beside it, and a remark on it.

    `place` says where verbatim words stand (they are then shown in quotation marks) and `name` is theirs alone;
    `brief` may stand for the words where they have just been shown.
    """

    label: str
    text: str
    remark: str = ""
    place: str = ""
    name: str = ""
    brief: str = ""


class Block(NamedTuple):
    """One line and the rows under it. A tab in the line ends what is stressed; `fold`: many rows may be cut."""

    style: str
    text: str
    indent: int = 0
    rows: tuple[Pair, ...] = ()
    fold: bool = False


def blocks(look: Lookup) -> Iterator[Block]:
    """Yield all that is to be shown, in reading order; a section without anything in it is left out."""
    yield from _title(look)
    for name, section in _SECTIONS.items():
        found = [block for block in section(look) if block.text or block.rows]
        if found:
            yield Block("heading", name)
            yield from found


def _title(look: Lookup) -> Iterator[Block]:
    account = look.account
    days = date_span(a.published.value for a in account.articles if a.published)
    outlets = plural(len(look.outlets(look.articles)), "outlet")
    heads = [plural(len(account.articles), "report"), outlets, *([days] if days else [])]
    yield Block("title", "Variorum account: " + ", ".join(heads))
    by_support = Counter(claim.support for claim in account.claims)
    parts = [f"{SUPPORT[s].sign} {by_support[s]} {s}" for s in SUPPORT if by_support[s]]
    counted = plural(len(account.claims), "claim")
    yield Block("text", f"{counted}: {', '.join(parts)}" if parts else "No claim was found in what was read.")


def _problems(look: Lookup) -> Iterator[Block]:
    for problem in look.account.problems:
        yield Block("warning", f"! {line(problem.message)}", 1)


def _reports(look: Lookup) -> Iterator[Block]:
    rows = (Pair(line(look.outlet(a.id)), line(a.title or "(no title)"), _made(a)) for a in look.account.articles)
    yield Block("", "", 1, tuple(rows))


def _made(article: Article) -> str:
    agency, published = article.agency, article.published
    told = [f"{article.id} {line(article.path)}"]
    told += [f"copy of {line(agency.name)}, {BASES[agency.basis]}"] if agency else []
    told += [f"{published.value}, {BASES[published.basis]}"] if published else ["no date stated"]
    return f"({'; '.join(told)})"


def _read_first(look: Lookup) -> Iterator[Block]:
    first = look.account.read_first
    if first:
        yield Block("", f"{look.first_of()} that several outlets carry", 1)
        rows = (Pair(line(look.outlet(a)), line(look.articles[a].title or "(no title)"), f"({a})") for a in first)
        yield Block("", "", 1, tuple(rows))


def _claims(look: Lookup) -> Iterator[Block]:
    for claim in look.account.claims:
        yield from _claim(look, claim)


def _claim(look: Lookup, claim: Claim) -> Iterator[Block]:
    label = SUPPORT[claim.support]
    yield Block(claim.support, f"{label.sign} {label.word.upper()}\t{claim.id}  {counts(claim)}", 1)
    evidence = look.evidence(claim)
    headed = len(evidence) != 1
    if headed:
        yield Block("quote", f"“{line(claim.text)}”", 3)
    yield Block("", "", 3, tuple(_quotes(look, evidence, {claim.text: _HERE} if headed else {})), fold=True)
    if claim.primary_sources:
        yield Block("dim", "rests on: " + "; ".join(line(s.name) for s in claim.primary_sources), 3)
    for why in claim.why:
        yield Block("dim", f"note: {look.told(why)}", 3)
    for note in look.notes_of.get(claim.id, ()):
        yield Block("text", f"written on it ({note.decision}): {line(note.text)}", 3)
    for conflict in claim.conflicts:
        yield Block("warning", f"✕ against {conflict.claim} ({conflict.kind}): {look.told(conflict.why)}", 3)


def _quotes(look: Lookup, evidence: list[Evidence], shown: dict[str, str]) -> Iterator[Pair]:
    """Yield one row an outlet: on somebody's word before its own, and the same words only once."""
    by_outlet: dict[str, Evidence] = {}
    for found in evidence:
        by_outlet.setdefault(look.outlet(found.article.id), found)
    for outlet, found in by_outlet.items():
        said = next((s for s in found.statements if s.source), found.statements[0])
        mark = f"[{MARKS[found.mark].word}]" if found.mark in {"denies", "unverified"} else ""
        place = look.place(said.article, said.start, said.end)
        remark = f"{_voice(look.speakers(said))} {mark}".rstrip()
        yield Pair(line(outlet), line(said.text), remark, place, said.id, shown.get(said.text, ""))
        shown.setdefault(said.text, f"the same words as {line(outlet)}")


def _voice(speakers: list[str]) -> str:
    return f"— {', relayed by '.join(speakers)}" if speakers else "(in its own voice)"


def _figures(look: Lookup) -> Iterator[Block]:
    for group in look.account.figure_groups:
        yield _group(look, group)


def _group(look: Lookup, group: FigureGroup) -> Block:
    members = [look.figures[name] for name in group.members if name in look.figures]
    head = f"{line(group.measure)}\t{group_value(group)}{VERDICTS[group.verdict]} ({look.told(group.why)})"
    return Block("label", head, 1, tuple(_figure_row(look, f) for f in members), fold=True)


def _figure_row(look: Lookup, figure: Figure) -> Pair:
    place = look.place(figure.article, figure.start, figure.end)
    return Pair(line(look.outlet(figure.article)), line(figure.text), f"({figure_value(figure)})", place, figure.id)


def _not_compared(look: Lookup) -> Iterator[Block]:
    for why, declined in look.declined.items():
        yield Block("label", why, 1)
        for figures in declined:
            both = " / ".join(f"“{line(f.text)}” ({line(look.outlet(f.article))})" for f in figures)
            yield Block("", both, 2)


def _caveats(look: Lookup) -> Iterator[Block]:
    by_kind: dict[str, list[Caveat]] = defaultdict(list)
    for caveat in look.account.caveats:
        by_kind[caveat.kind].append(caveat)
    for kind, caveats in by_kind.items():
        yield Block("label", worded(kind), 1, tuple(_caveat(look, c) for c in caveats), fold=True)


def _caveat(look: Lookup, caveat: Caveat) -> Pair:
    place = look.place(caveat.article, caveat.start, caveat.end)
    name = f"{caveat.article}-{caveat.start}"
    return Pair(line(look.outlet(caveat.article)), line(caveat.text), _of(caveat.claims), place, name)


def _of(claims: Iterable[str]) -> str:
    names = ", ".join(claims)
    return f"(on {names})" if names else ""


def _utterances(look: Lookup) -> Iterator[Block]:
    for utterance in look.account.utterances:
        head = f"{line(utterance.source.name)}\t{plural(len(utterance.wordings), 'wording')}"
        yield Block("label", head, 1, tuple(_wordings(look, utterance)), fold=True)


def _wordings(look: Lookup, utterance: Utterance) -> Iterator[Pair]:
    for wording in utterance.wordings:
        said = look.statements.get(wording.statement)
        if said is not None:
            notes = "; ".join(line(note) for note in wording.notes)
            place = look.place(said.article, said.start, said.end)
            remark = f"({notes})" if notes else ""
            yield Pair(line(look.outlet(said.article)), line(said.text), remark, place, said.id)


def _timeline(look: Lookup) -> Iterator[Block]:
    """Yield the times of what happened, of what was said, of what was printed: each kind on its own."""
    entries = chronology(look)
    for lane, meaning in LANES.items():
        own = [entry for entry in entries if entry.lane == lane]
        rows = tuple(Pair(e.value, f"“{e.words}”", _who(look, e)) for e in own)
        if rows:
            yield Block("label", f"{lane}\t{meaning}", 1, rows, fold=lane != "happened")


def _who(look: Lookup, entry: Entry) -> str:
    """Return who spoke or printed, and the claims that a time is of."""
    outlets = look.outlets(entry.articles) if entry.lane == "published" else ()
    named = [line(who) for who in (entry.who, *outlets) if who]
    claims = f"on {', '.join(entry.claims)}" if entry.claims else ""
    told = "; ".join([*named, *filter(None, [claims])])
    return f"({told})" if told else ""


def _reuse(look: Lookup) -> Iterator[Block]:
    for reuse in look.account.reuse:
        pair = " and ".join(line(look.outlet(name)) for name in reuse.articles)
        origin = f" from {line(reuse.origin)}" if reuse.origin else ""
        share = f"{reuse.overlap:.0%} of the shorter text"
        yield Block("", f"{pair}: {REUSE[reuse.kind]}{origin}, {share}", 1, tuple(_left_out(look, reuse)))


def _left_out(look: Lookup, reuse: Reuse) -> Iterator[Pair]:
    if reuse.shorter and reuse.left_out:
        fuller = look.outlet(next(name for name in reuse.articles if name != reuse.shorter))
        told = f"lacks {', '.join(reuse.left_out)}, which {line(fuller)} prints"
        yield Pair(line(look.outlet(reuse.shorter)), told)


def _alone(look: Lookup) -> Iterator[Block]:
    rows = (Pair(line(look.outlet(a.article)), ", ".join(a.claims)) for a in look.account.alone if a.claims)
    yield Block("", "", 1, tuple(rows))


def _verify(look: Lookup) -> Iterator[Block]:
    known = [(todo, look.claims[todo.claim]) for todo in look.account.verify_next if todo.claim in look.claims]
    rows = (
        Pair(f"{n}. {c.id}", f"“{line(c.text)}”", f"({look.told(todo.why)})") for n, (todo, c) in enumerate(known, 1)
    )
    yield Block("", "", 1, tuple(rows))


def _entities(look: Lookup) -> Iterator[Block]:
    several = [e for e in look.account.entities if len({f.text for f in e.forms}) > 1]
    yield Block("", "", 1, tuple(Pair(line(e.name), _forms(e), f"({e.type})") for e in several))


def _forms(entity: Entity) -> str:
    total: Counter[str] = Counter()
    for form in entity.forms:
        total[line(form.text)] += form.count
    return ", ".join(f"{text} ×{count}" for text, count in total.most_common())


_SECTIONS = {
    "Problems": _problems,
    "Reports": _reports,
    "Read first": _read_first,
    "Claims": _claims,
    "Figures": _figures,
    "Not compared": _not_compared,
    "Caveats": _caveats,
    "Quotes in several wordings": _utterances,
    "Timeline": _timeline,
    "Who copied whom": _reuse,
    "Only in one report": _alone,
    "Verify next": _verify,
    "Spellings": _entities,
}
