"""The stages that look at one article alone."""

import json

import variorum


def written(folder, *names):
    """Write small reports and return their paths."""
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text(f"A title of {path.stem}\n\nThe harbour at {path.stem.title()} was closed on Monday.\n")
    return [str(path) for path in paths]


def test_articles_come_in_the_order_given(tmp_path):
    """`read` keeps the order of its arguments, so that a line can be told by its place."""
    paths = written(tmp_path, "b.txt", "a.txt", "c.txt")
    assert [article.path for article in variorum.read(paths)[0]] == paths


def test_an_account_has_an_order_of_its_own(tmp_path):
    """`compare` sorts, so that the order of the arguments changes nothing."""
    paths = written(tmp_path, "b.txt", "a.txt")
    assert [article.path for article in variorum.compare(paths).articles] == sorted(paths)


def test_one_report_is_enough_to_read_and_too_few_to_compare(tmp_path):
    """Only `compare` says that there is nothing to compare with."""
    paths = written(tmp_path, "a.txt")
    assert variorum.read(paths)[1] == []
    assert [p.code for p in variorum.compare(paths).problems] == ["one-article"]


def test_lines_that_an_outlet_repeats_are_its_own(tmp_path):
    """What three reports of one outlet on different matters all print is furniture in each; the texts stay."""
    matters = ("The ferry at Torvel ran aground.", "The mill at Lindmoor burned down.", "Ice closed a school in Tesil.")
    own = "Write to the night desk if you know more."
    records = [{"text": f"{matter}\n\n{own}", "outlet": "The Selby Mail"} for matter in matters]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(record) for record in records))
    articles, _ = variorum.read([tmp_path])
    assert [[(piece.text, piece.kind) for piece in article.furniture] for article in articles] == [[(own, "about")]] * 3
    assert [article.text for article in articles] == [record["text"] for record in records]
