"""The publisher is told by metadata, address or the page's own words, in this order, and else unknown."""

from __future__ import annotations

import pytest

from variorum.clean.publisher import publisher_of


@pytest.mark.parametrize(
    ("outlet", "url", "text", "want"),
    [
        ("The Selby Mail", None, "", ("The Selby Mail", "metadata")),
        ("bbc.co.uk", None, "", ("BBC News", "metadata")),
        ("Fox News (Online News)", None, "", ("Fox News", "metadata")),
        (None, "http://news.bbc.co.uk/1/hi/1.stm", "", ("BBC News", "url")),
        (None, "https://www.selby-mail.example/a", "", ("selby-mail.example", "url")),
        (None, "https://a.b.co.uk/x", "", ("b.co.uk", "url")),
        ("Associated Press", "https://www.selby-mail.example/a", "", ("selby-mail.example", "url")),
        ("Associated Press", "https://apnews.com/a", "", ("Associated Press", "metadata")),
        ("nj", "https://www.nj.com/a", "", ("NJ.com", "metadata")),
        (None, None, "Install the Sky News app for free", ("Sky News", "text")),
        (None, None, "Read more from The Guardian", ("The Guardian", "text")),
        (None, None, "CNN has not been able to verify the video.", ("CNN", "text")),
        (None, None, "He told Sky News that he would go.", None),
        (None, None, "“Read more from Sky News,” he said.", None),
        (None, None, "Read more from Sky News. More from CNN.", None),
        (None, None, "", None),
        (None, "https://127.0.0.1/a", "", None),
        (None, "http://[", "", None),
    ],
)
def test_publishers(outlet, url, text, want):
    """Each basis, and what is none."""
    found = publisher_of(outlet, url, text)
    assert (found and (found.name, found.basis)) == want
