"""The laws of the stage, on whatever it is given."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.clean import clean
from variorum.errors import InputError
from variorum.model import Capture, Fields
from variorum.settings import DEFAULT

REPORT = "The ferry to Port Selby was late on Monday, the harbour office said.\n\nNobody knew why it had not come."
LINES = """Ferry late|By Lena Marsh|By|5 May 2031|PORT SELBY (AP) — The ferry was late.|Read more:|Advertisement
Leave a Reply|(Reporting by Lena Marsh)|**Ferry late**|# Ferry late|[Ferry](#)|Title: x|URL: https://a.example/x|“|*|_|\u200f|\r|
Correction: It was Monday.|The ferry was late on Monday, the harbour office said.""".replace("\n", "|").split("|")


def _capture(data, media="text/plain", **fields):
    data = data if isinstance(data, bytes) else data.encode()
    return Capture("a.txt", data, hashlib.sha256(data).hexdigest(), media, fields=Fields(**fields))


def _checked(capture):
    """Clean and check what must hold of every article; the article, or the code of the refusal."""
    try:
        article, problems = clean(capture, name="a1")
    except InputError as error:
        return error.code
    spans = sorted([*((p.start, p.end) for p in article.parts), *((f.start, f.end) for f in article.furniture)])
    assert all(0 <= start < end <= len(article.text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(article.text[f.start : f.end] == f.text for f in article.furniture)
    assert all("\n" not in problem.message for problem in problems)
    agency = article.agency
    if agency is not None and agency.start is not None:
        assert article.text[agency.start : agency.end] == agency.text
    if article.place is not None:
        assert article.text[article.place.start : article.place.end] == article.place.text != ""
    article.text.encode()
    json.dumps(article.text)
    return article


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=25), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_any_text(lines, between):
    """Whatever a text holds, its places are in order, quote it word for word, and can be written."""
    _checked(_capture(between.join(lines).encode("utf-8", "surrogatepass")))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data):
    """No bytes raise anything but our own error."""
    _checked(_capture(data))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.text(max_size=60), st.lists(st.text(max_size=30), max_size=3))
def test_any_record(text, words, authors):
    """No record raises, whatever its fields hold."""
    fields = {"title": words or None, "text": text, "url": words, "date": words, "outlet": words, "language": words}
    _checked(_capture(b"x", "application/json", authors=tuple(authors), **fields))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200))
def test_any_page(data):
    """No page raises."""
    _checked(_capture(b"<html><head>" + data, "text/html"))


@pytest.mark.parametrize(
    "filler", ["a ", "A", "a, ", "• a ", "(", "Name ", "by ", "read more ", "@a ", ". ", "1 ", "—", "AP/", "[x](y) "]
)
def test_long_lines_cost_little(filler):
    """No line makes a pattern run away: 500 characters of one thing, and 200,000 of it, take under a second."""
    import time

    begun = time.perf_counter()
    for beginning in (
        "",
        "By ",
        "Reporting by ",
        "Photo: ",
        "Topics: ",
        "Video ",
        "(",
        "Sign up ",
        "Mira Halden is a ",
    ):
        _checked(_capture(f"Title\n\n{beginning}{filler * (480 // len(filler))}\n\n{REPORT}"))
    _checked(_capture(filler * (200_000 // len(filler))))
    assert time.perf_counter() - begun < 4


def test_text_is_the_files_own():
    """A plain text's own characters are kept, line ends and all; only a byte order mark is dropped."""
    text = "\r\n Ferry late \r\n\r\n The ferry was late.\t\r\n"
    assert clean(_capture(b"\xef\xbb\xbf" + text.encode()), name="a1")[0].text == text


@pytest.mark.parametrize("line", ["[](a)[](b)", "# ![](a.png)", "> *"])
def test_a_first_line_without_words(line):
    """A line of marks and empty links is neither a headline nor an error: the next line is the headline."""
    article, _ = clean(
        _capture(f"{line}\n\nFerry runs onto rocks\n\nA ferry ran onto rocks on Monday.\n".encode()), name="a1"
    )
    assert article.title == "Ferry runs onto rocks"


def test_record_is_laid_out():
    """A record's text is the title, a blank line and the body; without a title the body alone."""
    article, _ = clean(_capture(b"x", "application/json", title=" Ferry\nlate ", text="The ferry was late."), name="a1")
    assert (article.title, article.text) == ("Ferry late", "Ferry late\n\nThe ferry was late.")
    article, _ = clean(_capture(b"x", "application/json", text="The ferry was late."), name="a1")
    assert (article.title, article.text) == (None, "The ferry was late.")


def test_title_alone():
    """A record with a title and no text is an article with a headline, and a problem."""
    article, problems = clean(_capture(b"x", "application/json", title="Ferry late"), name="a1")
    assert [part.kind for part in article.parts] == ["headline"]
    assert [problem.code for problem in problems] == ["no-article"]


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\0\0", b"\xef\xbb\xbf"])
def test_no_text(data):
    """Where there is no text at all the stage refuses, with a code and what to do."""
    with pytest.raises(InputError) as refusal:
        clean(_capture(data), name="a1")
    assert refusal.value.code == "no-text"


def test_nul_and_lone_surrogate():
    """A NUL and a lone surrogate stand as U+FFFD, one for one, so that places stay; NULs are said."""
    article, problems = clean(_capture(REPORT.replace("late", "la\0e", 1)), name="a1")
    assert article.text == REPORT.replace("late", "la\ufffde", 1)
    assert [problem.code for problem in problems] == ["encoding"]
    article, _ = clean(_capture(b"x", "application/json", text=REPORT + "\ud800"), name="a1")
    assert article.text == REPORT + "\ufffd"


def test_wrong_encoding_is_told():
    """A text that is not UTF-8 is read as what it most likely is, and the reader is told."""
    french = (
        "Le bac de Port Selby était en retard lundi, a déclaré la capitainerie. Personne ne savait où il était passé."
    )
    article, problems = clean(_capture(french.encode("cp1252")), name="a1")
    assert article.text == french
    assert [problem.code for problem in problems] == ["encoding", "not-english"]


def test_long_text_is_cut_and_told():
    """A text over the limit is read up to it, and the reader is told."""
    limit = replace(DEFAULT, max_article_chars=300)
    article, problems = clean(_capture(REPORT * 10), name="a1", settings=limit)
    assert len(article.text) == 300
    assert [problem.code for problem in problems] == ["too-long"]


def test_cleaning_twice_is_cleaning_once():
    """The parts of a text, cleaned again as a text of their own, are the same parts."""
    once, _ = clean(_capture("Ferry late\n\nBy Lena Marsh\n\n" + REPORT + "\n\nAdvertisement"), name="a1")
    words = "\n\n".join(once.text[part.start : part.end] for part in once.parts)
    twice, _ = clean(_capture(words), name="a1")
    assert "\n\n".join(twice.text[part.start : part.end] for part in twice.parts) == words
    assert not twice.furniture


def test_plain_text_needs_no_library():
    """A plain English text imports no HTML, feed, archive or language library."""
    program = (
        "import sys; from variorum.clean import clean; from variorum.model import Capture; import variorum.ingest;"
        f"clean(Capture('a', {REPORT.encode()!r}, 'x', 'text/plain'), name='a1');"
        "print([m for m in ('trafilatura', 'lxml', 'warcio', 'pypdf', 'urllib3', 'charset_normalizer', 'spacy')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
