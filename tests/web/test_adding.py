"""Adding to a collection by the page."""

from __future__ import annotations

import time

import pytest

from web.desks import client, collection, reports, token


@pytest.fixture
def desk(tmp_path):
    """Return the desk of an empty collection."""
    found = collection(tmp_path / "desk.variorum")
    yield found
    found.collection.close()


@pytest.fixture
def calling(desk):
    """Return what calls its pages."""
    return client(desk)


def _add(calling, files=(), **form):
    """Send the form, wait for the end, and return the last page."""
    fields = {"addresses": "", "title": "", "text": ""} | form | token(calling.get("/add"))
    answer = calling.post("/add", data=fields, files=[("file", one) for one in files] or [("file", ("", b""))])
    if answer.status_code != 303:
        return answer
    until = time.monotonic() + 90
    while time.monotonic() < until:
        page = calling.get(answer.headers["location"])
        if "refresh" not in page.headers:
            return page
        time.sleep(0.05)
    return pytest.fail("it did not end")


def test_files_are_put_into_their_stories(calling, desk):
    """Files that are dropped are articles, each in a story, which the page leads to."""
    page = _add(calling, reports("border"))
    assert "5 new reports" in page.text
    assert desk.collection.stats().articles == 5
    assert '<a href="/stories/st1">' in page.text


def test_what_is_there_is_known_again(calling):
    """The same files once more are no news."""
    _add(calling, reports("border"))
    assert "0 new reports, 0 new versions, 5 known already" in _add(calling, reports("border")).text


def test_text_is_pasted(calling, desk):
    """A pasted text is an article under its title, in whatever script."""
    _add(calling, title="Пожар в Оскаре", text="Двенадцать домов сгорели.\n\nВсе живы.")
    article = desk.collection.article("a1")
    assert "Двенадцать домов сгорели." in article.text
    assert article.path.startswith("pasted-")


@pytest.mark.parametrize(
    "pasted",
    ["report.txt", "/etc/passwd", "FILE:///etc/passwd", "https://a.example/1\n../secret", "ftp://a.example/", "-"],
)
def test_a_path_is_no_address(calling, desk, pasted):
    """What is pasted as an address is one: nothing of this machine's disk is read for a page."""
    page = _add(calling, addresses=pasted)
    assert page.status_code == 422
    assert "is no address" in page.text
    assert desk.collection.stats().articles == 0


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://[::1]/", "http://10.0.0.1/", "http://localhost/"])
def test_addresses_inside_are_not_fetched(calling, desk, address):
    """An address inside this machine or a private net is refused, and said so."""
    page = _add(calling, addresses=address)
    assert "0 new reports" in page.text
    assert "private" in page.text or "inside" in page.text
    assert desk.collection.stats().articles == 0


def test_nothing_is_nothing(calling):
    """A form without anything in it is told so."""
    assert _add(calling).status_code == 422


def test_what_cannot_be_read_is_told(calling):
    """A file that is no report is named with the reason; the others are added."""
    page = _add(
        calling, [("broken.pdf", b"%PDF-1.7 not really"), ("good.txt", b"It rained in Oskar. Nobody was hurt.")]
    )
    assert "1 new report," in page.text
    assert "broken.pdf" in page.text


def test_too_many_files_are_refused(calling, desk):
    """More files than a form may hold are refused as a whole."""
    page = _add(calling, [(f"{n}.txt", b"x") for n in range(201)])
    assert page.status_code == 400
    assert desk.collection.stats().articles == 0


@pytest.mark.parametrize("name", ["../../up.txt", "C:\\fake\\up.txt", "/etc/up.txt"])
def test_a_name_is_only_a_name(calling, desk, name):
    """Of what a browser says a file is called, the bare name is kept."""
    _add(calling, [(name, b"It rained in Oskar all day long, the council said.")])
    assert desk.collection.article("a1").path == "up.txt"
