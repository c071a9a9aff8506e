"""How many articles inputs may hold."""

import gzip

from variorum.ingest import expected


def test_lines_and_files_are_counted(tmp_path):
    """A line of JSON Lines counts one, packed or not; so does a file of a known kind; others do not."""
    (tmp_path / "a.jsonl").write_text("{}\n{}\n{}\n", "utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b"{}\n{}\n"))
    (tmp_path / "c.txt").write_text("x", "utf-8")
    (tmp_path / "d.exe").write_text("x", "utf-8")
    assert expected([str(tmp_path)]) == 6
    assert expected([str(tmp_path / "a.jsonl"), str(tmp_path / "c.txt")]) == 4


def test_what_cannot_be_looked_at_counts_one(tmp_path):
    """Addresses, standard input, names of nothing and broken archives are one each."""
    (tmp_path / "broken.jsonl.gz").write_bytes(b"\x1f\x8bnonsense")
    assert expected(["-", "https://a.example/", str(tmp_path / "none"), str(tmp_path / "broken.jsonl.gz")]) == 4
