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
def hostile(words: str = HOSTILE) -> Account:
    """Return an account in which every string from outside is hostile: `words`, which do not begin a line."""
    text = f"{words}\n\n{words} said\n\n{LONG}\n"
    at = text.index(words, 1)
    articles = tuple(
        replace(
            fixture.account().articles[0],
            id=name,
            path=f"{words}.txt",
            url="javascript:alert(1)",
            title=words,
            text=text,
            publisher=Publisher(words + name, "text"),
            language='"><b>',
            byline=(words,),
            parts=(),
            furniture=(),
        )
        for name in ("a1", "a2")
    )
    quoted = excerpt(text, at, at + len(words))
    said = tuple(
        Statement(f"s{n}", a.id, "direct", "speech", Speaker(words, at, at + len(words), "e1"), (), None, (quoted,))
        for n, a in enumerate(articles, 1)
    )
    end = at + len(words)
    figure = Figure("f1", "a1", at, end, words, 1, None, unit=words, measure=words, statement="s1")
    said_in = (Appearance("s1"), Appearance("s2"))
    rests_on = (PrimarySource("e1", words),)
    claim = Claim("c1", words, said_in, ("a1", "a2"), 2, 2, rests_on, "echoed", (words,))
    return replace(
        fixture.empty(),
        articles=articles,
        statements=said,
        figures=(figure,),
        figure_groups=(FigureGroup("g1", words, ("f1",), "differ", 1, None, words),),
        entities=(Entity("e1", "person", words, (Form(words, "a1", 1), Form("x", "a2", 1)), (), (words,)),),
        claims=(claim,),
        rows=(Row("c1", ("attributes", "denies")),),
        timeline=(Moment(words, words, ("c1",), ("a1",)),),
        reuse=(Reuse(("a1", "a2"), "shared-passages", words, 0.5),),
        utterances=(Utterance("u1", PrimarySource(None, words), (Wording("s1"), Wording("s2", (), (words,)))),),
        verify_next=(ToVerify("c1", words),),
        problems=(Problem(words, "x", words),),
    )
