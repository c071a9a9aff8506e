"""Datelines of all services are told from first sentences."""

from __future__ import annotations

import pytest

from variorum.clean.dateline import dateline

OPENINGS = [
    ("(RFE/RL) — |The ferry", "RFE/RL"),
    ("(CNN) -- |The ferry", "CNN"),
    ("LINDMOOR, May 5 (Reuters) - |The ferry", "Reuters"),
    ("LINDMOOR, Karsk (AP) — |The ferry", "AP"),
    ("LINDMOOR, Karsk, May 5 (UPI) — |The ferry", "UPI"),
    ("May 5 (Bloomberg) -- |The", "Bloomberg"),
    ("Lindmoor (AFP) – |The ferry", "AFP"),
    ("LINDMOOR, May 5. /TASS/. |The ferry", "TASS"),
    ("OSKALY, May 5 (Xinhua) -- |The ferry", "Xinhua"),
    ("New Torvel [Karsk], May 5 (ANI): |The ferry", "ANI"),
    ("Torvel, May 5 (PTI) |The ferry", "PTI"),
    ("Torvel, May 5 (EFE).- |The ferry", "EFE"),
    ("(ANSA) - TORVEL, MAY 5 - |The ferry", "ANSA"),
    ("TORVEL/OSKALY, May 5 (Reuters) - |The ferry", "Reuters"),
    ("(AP)— |The ferry", "AP"),
    ("LINDMOOR — |The ferry", None),
    ("PORT SELBY, Karsk -- |The ferry", None),
    ("TORVEL, May 5 - |The ferry", None),
    ("ISTANBUL |An old ferry", None),
    ("Torvel, 5 May: |The ferry", None),
    ("PORT SELBY — |“The ferry", None),
]


@pytest.mark.parametrize(("opening", "agency"), OPENINGS)
def test_datelines(opening, agency):
    """Where the report goes on, and the service named, are found."""
    line, first = opening.split("|")
    text = f"{line}{first} was late on Monday, the harbour office said."
    found = dateline(text, 0, len(text))
    assert (text[found.end :].partition(" was")[0], found.agency) == (first, agency)
    if agency:
        assert text[found.agency_start : found.agency_end] == agency


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was late.",
        "WATCH: The ferry was late.",
        "FILE - The ferry is seen in Port Selby.",
        "UPDATE - The ferry was late.",
        "NATO said the ferry was late.",
        "Lindmoor - a town by the sea - was quiet.",
        "Reuters reported that the ferry was late.",
        "May 5 was the day when the ferry was late.",
        "A ferry was late — again.",
        "The UN (AFP was told) has no ferry.",
        "(AP) — ",
        "",
    ],
)
def test_sentences(text):
    """A first sentence is no dateline, and a dateline alone is no report."""
    assert dateline(text, 0, len(text)) is None
