"""Each format that a newsroom has is read into captures."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zipfile
from dataclasses import replace
from email.message import EmailMessage

import pytest

from variorum.ingest import captures
from variorum.ingest.sniff import kind
from variorum.settings import DEFAULT

PAGE = b"<!DOCTYPE html><html><head><title>T</title></head><body><p>The ferry was late.</p></body></html>"
RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Selby Mail</title>
<item><title>Ferry &amp; fog</title><link>https://selby.example/1</link>
<pubDate>Fri, 11 Apr 2031 08:00:00 GMT</pubDate>
<dc:creator>Lena Marsh</dc:creator>
<content:encoded><![CDATA[<p>The ferry was late.</p><p>Fog, they said.</p>]]></content:encoded></item>
<item><title>Short</title><link>https://selby.example/2</link><description>Only a summary.</description></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Selby Mail</title><entry><title>Ferry</title>
<link rel="alternate" href="https://selby.example/1"/><published>2031-04-11T08:00:00Z</published>
<author><name>Lena Marsh</name></author>
<content type="html">&lt;p&gt;The ferry was late.&lt;/p&gt;</content></entry></feed>"""
NEWSML = b"""<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem>
<itemMeta><provider literal="The Selby Wire"/><versionCreated>2031-04-11T08:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>Ferry late</headline><by>By Lena Marsh</by><language tag="en"/></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>The ferry was late.</p><p>Fog, they said.</p></body></html>
</inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
NITF = b"""<nitf><body><body.head><hedline><hl1>Ferry late</hl1></hedline><byline>By Lena Marsh</byline></body.head>
<body.content><p>The ferry was late.</p></body.content></body></nitf>"""
SAVED_XML = b"""<doc sitename="The Selby Mail" title="Ferry late" author="Lena Marsh; Sam Orrin" date="2031-04-11"
 source="https://selby.example/1"><main><p>The ferry was late.</p></main></doc>"""


def _read(tmp_path, name, data, **settings):
    path = tmp_path / name
    path.write_bytes(data)
    return captures([str(path)], settings=replace(DEFAULT, **settings))


def _zip(**members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "want"),
    [("a.txt", b"The ferry was late.", "text"), ("a.md", b"# Ferry", "markdown"), ("a.txt", PAGE, "html"),
     ("a.json", PAGE, "html"), ("a.txt", b'{"text": "B"}', "json"),
     ("a.txt", b'{"text": "B"}\n{"text": "C"}\n', "jsonl"),
     ("a", RSS, "feed"), ("a.xml", NEWSML, "newsml"), ("a.xml", NITF, "newsml"), ("a.txt", b"\x89PNG\r\n\x1a\n",
     "binary"),
     ("a.txt", bytes(range(256)) * 20, "binary"), ("a.txt", b" \n\t", "empty"), ("a.txt", b"", "empty"),
     ("a.txt", "Der Fährmann kam spät.".encode("utf-16"), "text"), ("a.txt", "The ferry".encode("utf-16-le"), "text"),
     ("a.txt", b"The fer\0ry was late.", "text"),
     ("a.txt", b"[Advertisement] The ferry was late.", "text"), ("a.txt", b"Note: this.\nThat: too.\n\nText.", "text")],
)  # fmt: skip
def test_sniffing(name, data, want):
    """The content says what it is; the suffix decides only where the content leaves it open."""
    assert kind(name, data) == want


def test_rss(tmp_path):
    """An RSS entry is an article with its link, day and author; a mere summary is said to be one."""
    found, problems = _read(tmp_path, "a.rss", RSS)
    first = found[0].fields
    assert (first.title, first.text) == ("Ferry & fog", "The ferry was late.\n\nFog, they said.")
    assert (first.url, first.authors, first.outlet) == ("https://selby.example/1", ("Lena Marsh",), "The Selby Mail")
    assert first.date == "Fri, 11 Apr 2031 08:00:00 GMT"
    assert [(p.code, p.fatal) for p in problems] == [("summary-only", False)]


def test_atom(tmp_path):
    """An Atom entry is an article."""
    fields = _read(tmp_path, "a.xml", ATOM)[0][0].fields
    assert (fields.title, fields.text, fields.url) == ("Ferry", "The ferry was late.", "https://selby.example/1")
    assert (fields.date, fields.authors) == ("2031-04-11T08:00:00Z", ("Lena Marsh",))


@pytest.mark.parametrize("data", [NEWSML, NITF, SAVED_XML], ids=["NewsML-G2", "NITF", "trafilatura"])
def test_news_xml(tmp_path, data):
    """News items in XML are articles."""
    fields = _read(tmp_path, "a.xml", data)[0][0].fields
    assert fields.title == "Ferry late"
    assert fields.text.startswith("The ferry was late.")
    assert "Lena Marsh" in fields.authors[0]


def test_entity_bomb(tmp_path):
    """Entities are not resolved: a few bytes cannot grow into gigabytes."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]><rss><channel><item><title>&l11;</title>'
    bomb += "<description>Text.</description></item></channel></rss>"
    found, problems = _read(tmp_path, "a.rss", bomb.encode())
    assert sum(len(c.fields.title or "") for c in found) < 100
    assert found or problems


def test_outer_entity(tmp_path):
    """An entity that names a file is not resolved: what lies there never comes into an article."""
    (tmp_path / "secret.txt").write_text("not for print")
    head = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    feed = (
        f"<?xml version='1.0'?>{head}<rss><item><title>T</title><content>&x; The ferry was late.</content></item></rss>"
    )
    (tmp_path / "a.rss").write_text(feed)
    found, _ = captures([str(tmp_path / "a.rss")])
    assert len(found) == 1
    assert "not for print" not in str(found)


def test_swollen_entity(tmp_path):
    """A long entity named a thousand times ("quadratic blowup") does not grow either."""
    head = f'<!DOCTYPE rss [<!ENTITY x "{"x" * 50_000}">]>'
    feed = f"<?xml version='1.0'?>{head}<rss><item><title>T</title><content>{'&x;' * 1000}</content></item></rss>"
    (tmp_path / "a.rss").write_text(feed)
    found, problems = captures([str(tmp_path / "a.rss")])
    assert found or problems
    assert sum(len(capture.fields.text or "") for capture in found) < 100_000


def test_empty_feed(tmp_path):
    """A feed without entries is a problem."""
    problems = _read(tmp_path, "a.rss", b"<rss><channel><title>T</title></channel></rss>")[1]
    assert [p.code for p in problems] == ["no-articles"]


def test_mail(tmp_path):
    """A letter is an article with subject, sender and day."""
    letter = EmailMessage()
    letter["Subject"], letter["From"] = "Ferry läte", "Lena Marsh <lena@selby.example>"
    letter["Date"], letter["MIME-Version"] = "Fri, 11 Apr 2031 08:00:00 +0000", "1.0"
    letter.set_content("The ferry was läte.\n")
    fields = _read(tmp_path, "a.eml", letter.as_bytes())[0][0].fields
    assert (fields.title, fields.text.strip(), fields.authors) == ("Ferry läte", "The ferry was läte.", ("Lena Marsh",))
    assert fields.date.startswith("Fri, 11 Apr 2031")


def test_saved_page(tmp_path):
    """A page saved as MHTML is a page with its address."""
    saved = b"From: <Saved by a browser>\nSnapshot-Content-Location: https://selby.example/1\nMIME-Version: 1.0\n"
    saved += b'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\n'
    saved += b"Content-Location: https://selby.example/1\n\n" + PAGE + b"\n--b--\n"
    found, problems = _read(tmp_path, "a.mhtml", saved)
    assert [(c.media, c.url, c.data.strip()) for c in found] == [("text/html", "https://selby.example/1", PAGE)]
    assert not problems


def test_word_document(tmp_path):
    """The paragraphs of a Word document are an article's."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {w}><w:body><w:p><w:r><w:t>Ferry late</w:t></w:r></w:p><w:p><w:r><w:t>The ferry </w:t></w:r>"
    body += "<w:r><w:t>was late.</w:t></w:r></w:p></w:body></w:document>"
    fields = _read(tmp_path, "a.docx", _zip(word__document_dot_xml=body))[0][0].fields
    assert fields.text == "Ferry late\n\nThe ferry was late."


def test_pdf(tmp_path):
    """The text layer of a PDF is an article's text; a PDF without one is refused."""
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    empty = io.BytesIO()
    writer.write(empty)
    assert [p.code for p in _read(tmp_path, "a.pdf", empty.getvalue())[1]] == ["no-text"]
    stream = b"BT /F1 12 Tf 20 100 Td (The ferry was late.) Tj ET"
    found, problems = _read(tmp_path, "b.pdf", _pdf(stream))
    assert [c.fields.text for c in found] == ["The ferry was late."], problems
    assert [p.code for p in _read(tmp_path, "c.pdf", b"%PDF-1.4 broken")[1]] == ["unreadable"]


def _pdf(stream):
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",

               b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, at = len(objects) + 1, len(out)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, at)  # fmt: skip


def _warc(*pages):
    out = b""
    for number, page in enumerate(pages):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s" % (
            len(page),
            page,
        )
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://selby.example/{number}\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        out += head.encode() + http + b"\r\n\r\n"
    return out


@pytest.mark.parametrize("packed", [False, True])
def test_web_archive(tmp_path, packed):
    """The pages of a WARC are numbered and keep their addresses, packed or not."""
    pytest.importorskip("warcio")
    data = _warc(PAGE, PAGE)
    name = "a.warc.gz" if packed else "a.warc"
    found, problems = _read(tmp_path, name, gzip.compress(data) if packed else data)
    assert [(c.path.rpartition("/")[2], c.url, c.data) for c in found] == [
        (f"{name}#1", "https://selby.example/0", PAGE),
        (f"{name}#2", "https://selby.example/1", PAGE),
    ]
    assert not problems


def test_zip_of_files(tmp_path):
    """The files of known kinds in a zip are read, a WACZ's archive too."""
    found, problems = _read(
        tmp_path, "a.zip", _zip(b_dot_txt="The ferry was late.", x_dot_bin="no", n__c_dot_html=PAGE)
    )
    assert [(c.path.rpartition("a.zip")[2], c.media) for c in found] == [
        ("/b.txt", "text/plain"),
        ("/n/c.html", "text/html"),
    ]
    assert not problems


@pytest.mark.parametrize("name", ["a.txt.gz", "a.zip"])
def test_bombs(tmp_path, name):
    """What unpacks to over the limit of ratio is refused, memory bounded."""
    data = b"a" * 30_000_000
    packed = gzip.compress(data) if name.endswith("gz") else _zip(a_dot_txt=data)
    found, problems = _read(tmp_path, name, packed, max_unpacked_ratio=50)
    assert not found
    assert [p.code for p in problems] == ["too-large"]


def test_a_bomb_in_a_zip_is_not_unpacked(tmp_path):
    """A file in a zip that says it is too large is refused before a byte of it is unpacked; one that lies is cut."""
    packed = _zip(a_dot_txt=b"a" * 30_000_000)
    tracemalloc.start()
    assert [p.code for p in _read(tmp_path, "a.zip", packed, max_unpacked_ratio=50)[1]] == ["too-large"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000
    lying = packed.replace((30_000_000).to_bytes(4, "little"), (20).to_bytes(4, "little"))
    assert [p.code for p in _read(tmp_path, "b.zip", lying, max_unpacked_ratio=50)[1]] == ["truncated"]


def test_a_zip_in_a_zip_is_unpacked_three_deep(tmp_path):
    """Zips within zips are read up to a depth; beyond it the input is refused and those beside it are read."""
    data = b"The ferry was late."
    for depth in range(5):
        data = _zip(**{f"{depth}_dot_zip" if depth else "a_dot_txt": data})
    found, problems = _read(tmp_path, "a.zip", _zip(a_dot_zip=data, b_dot_txt="The ferry was late."))
    assert [c.path.rpartition("/")[2] for c in found] == ["b.txt"]
    assert [p.code for p in problems] == ["too-large"]


def test_packed_without_end(tmp_path):
    """Gzip in gzip in gzip in gzip is refused; so is a gzip that breaks off."""
    data = b"The ferry was late."
    for _ in range(5):
        data = gzip.compress(data)
    assert [p.code for p in _read(tmp_path, "a.gz", data)[1]] == ["too-large"]
    cut = gzip.compress(b"The ferry was late. " * 90)[:-20]
    assert [p.code for p in _read(tmp_path, "b.txt.gz", cut)[1]] == ["truncated"]
