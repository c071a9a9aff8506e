"""Which feeds are named."""

from __future__ import annotations

import pytest

from variorum.api.collection.feeds import addresses
from variorum.errors import UsageError


def test_files_of_feeds(tmp_path):
    """One address a line, remarks and empty lines passed over, each once; anything else is told."""
    file = tmp_path / "feeds.txt"
    file.write_text(
        "# wires\nhttps://a.example/feed # the first\n\nhttps://a.example/feed\nhttp://b.example/\n", "utf-8"
    )
    assert addresses([file, "https://c.example/"]) == (
        "https://a.example/feed",
        "http://b.example/",
        "https://c.example/",
    )
    file.write_text("a.example/feed\n", "utf-8")
    for wrong in ([file], [tmp_path / "none.txt"], []):
        with pytest.raises(UsageError):
            addresses(wrong)
