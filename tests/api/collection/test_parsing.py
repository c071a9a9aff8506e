"""What is parsed for a collection is kept."""

from __future__ import annotations

from desk import REPORTS, lines, record, reports


def test_what_is_parsed_is_kept_once(opened, tmp_path):
    """`annotate` parses each passage once, with any number of processes, and an account of it is the same."""
    account = opened.show("st2")
    kept = opened.stats().passages
    _, *rest = REPORTS[2]
    added = opened.add([lines(tmp_path / "reprint.jsonl", [record("courier", *rest)])], annotate=True)
    assert len(added.new) == 1
    assert opened.stats().passages <= kept + 1  # the title stands above the text alone
    opened.add([reports(tmp_path)], annotate=True, jobs=2)
    assert opened.show("st2").claims[0].text == account.claims[0].text
