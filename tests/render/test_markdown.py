"""The account as Markdown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from render import account_fixture as fixture
from render.hostile_fixture import hostile
from variorum.render import render

GOLDEN = Path(__file__).parent / "golden"
NOTE = re.compile(r"^\[\^([\w-]+)\]: “(.*)” .*, characters (\d+) to (\d+)\.$", re.MULTILINE)


@pytest.mark.parametrize("event", ["ferry", "border"])
def test_markdown_is_as_it_was(event):
    """The Markdown of an example event changes only on purpose: see `regolden.py`."""
    assert render(fixture.account(event), "md") == (GOLDEN / f"{event}.md").read_text("utf-8")


@pytest.mark.parametrize("made", [fixture.account, fixture.crowd, hostile])
def test_every_reference_has_its_footnote(made):
    """Each mark leads to one footnote, and no footnote stands without a mark."""
    text = render(made(), "md")
    defined = re.findall(r"^\[\^([\w-]+)\]:", text, re.MULTILINE)
    assert len(defined) == len(set(defined))
    assert set(defined) == set(re.findall(r"[^\\]\[\^([\w-]+)\](?!:)", text))


def test_footnotes_quote_word_for_word():
    """The words of a footnote are those that stand in the report at the place it names."""
    account = fixture.account("border")
    notes = NOTE.findall(render(account, "md"))
    assert len(notes) > 50
    said = {s.id: s for s in account.statements}
    texts = {a.id: a.text for a in account.articles}
    for name, words, start, end in notes:
        if name in said:
            there = texts[said[name].article][int(start) : int(end)]
            assert re.sub(r"\\(.)", r"\1", words) == there


def test_reports_bring_no_markup_of_their_own():
    """Whatever a report holds, a reader of the Markdown sees it as text."""
    shown = MarkdownIt("commonmark").render(render(hostile(), "md"))
    assert not re.search(r"<(script|img|svg|b|code)\b", shown)
    assert "&lt;script&gt;" in shown
