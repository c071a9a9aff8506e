"""An account of reports that hold whatever could break a page, a terminal or a table."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from render import account_fixture as fixture
from variorum.model import (
    Account,
    Appearance,
    Claim,
    Entity,
    Figure,
    FigureGroup,
    Form,
    Moment,
    PrimarySource,
    Problem,
    Publisher,
    Reuse,
    Row,
    Speaker,
    Statement,
    ToVerify,
    Utterance,
    Wording,
    excerpt,
)

HOSTILE = (
    "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)> "
    "\x1b[31mred\x1b]0;title\x07 \u202eturned\u202c \x00 {{ 7*7 }} {% raw %} [^s1]: `x` | **b** "
    "&amp; قال الوزير إن ١٥ شخصا"
)
LONG = "https://an-outlet.example/" + "x" * 400


@cache
def hostile() -> Account:
    """Return an account in which every string that comes from outside is hostile."""
    text = f"{HOSTILE}\n\n{HOSTILE} said\n\n{LONG}\n"
    at = text.index(HOSTILE, 1)
    articles = tuple(
        replace(
            fixture.account().articles[0],
            id=name,
            path=f"{HOSTILE}.txt",
            url="javascript:alert(1)",
            title=HOSTILE,
            text=text,
            publisher=Publisher(HOSTILE + name, "text"),
            language='"><b>',
            byline=(HOSTILE,),
            parts=(),
            furniture=(),
        )
        for name in ("a1", "a2")
    )
    words = excerpt(text, at, at + len(HOSTILE))
    said = tuple(
        Statement(f"s{n}", a.id, "direct", "speech", Speaker(HOSTILE, at, at + len(HOSTILE), "e1"), (), None, (words,))
        for n, a in enumerate(articles, 1)
    )
    end = at + len(HOSTILE)
    figure = Figure("f1", "a1", at, end, HOSTILE, 1, None, unit=HOSTILE, measure=HOSTILE, statement="s1")
    said_in = (Appearance("s1"), Appearance("s2"))
    rests_on = (PrimarySource("e1", HOSTILE),)
    claim = Claim("c1", HOSTILE, said_in, ("a1", "a2"), 2, 2, rests_on, "echoed", (HOSTILE,))
    return replace(
        fixture.empty(),
        articles=articles,
        statements=said,
        figures=(figure,),
        figure_groups=(FigureGroup("g1", HOSTILE, ("f1",), "differ", 1, None, HOSTILE),),
        entities=(Entity("e1", "person", HOSTILE, (Form(HOSTILE, "a1", 1), Form("x", "a2", 1)), (), (HOSTILE,)),),
        claims=(claim,),
        rows=(Row("c1", ("attributes", "denies")),),
        timeline=(Moment(HOSTILE, HOSTILE, ("c1",), ("a1",)),),
        reuse=(Reuse(("a1", "a2"), "shared-passages", HOSTILE, 0.5),),
        utterances=(Utterance("u1", PrimarySource(None, HOSTILE), (Wording("s1"), Wording("s2", (), (HOSTILE,)))),),
        verify_next=(ToVerify("c1", HOSTILE),),
        problems=(Problem(HOSTILE, "x", HOSTILE),),
    )
