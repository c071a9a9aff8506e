"""Short reports of invented events, as they arrive, for the tests of stories."""

from __future__ import annotations

from build import article

FERRY = (
    "A ferry with 212 people aboard ran onto rocks off Sallis on Tuesday, the harbour master Ilka Bronn said. "
    "Rescue boats from Kelun took all passengers of the Morning Tide ashore by dusk. "
    "Nobody was badly hurt, though 14 passengers were treated for cold at Kelun hospital."
)
FERRY_AGAIN = (
    "All 212 people aboard the ferry Morning Tide were brought to safety after the ship struck rocks near Sallis. "
    "Ilka Bronn, the harbour master at Kelun, praised the rescue boats. Doctors treated 14 passengers for cold."
)
FERRY_LATER = (
    "A ferry with 90 people aboard drifted for hours off Tarvik on Monday after its engine failed. "
    "Tugs towed the Silver Gull into port, said Joren Habb, who leads the coast guard of the western isles."
)
VOTE = (
    "Voters in the province of Lower Adran chose Mirel Costa as their governor, with 54 percent of the ballots. "
    "Her rival Pavel Denn conceded before midnight. Turnout was the highest since the province was founded."
)
VOTE_AGAIN = (
    "Mirel Costa will be the next governor of Lower Adran after taking 54 percent of the ballots. "
    "Pavel Denn, her rival, conceded late in the evening as the province counted a record turnout."
)


def report(name, text, day="2031-05-14", title=None):
    """Return an article of that text."""
    return article(text, name=name, published=day, title=title)
