"""Collections for the tests: invented reports as files, and many of them as JSON Lines."""

from __future__ import annotations

import json
import random

from arriving import FERRY, FERRY_AGAIN, FERRY_LATER, VOTE, VOTE_AGAIN
from variorum import Collection

REPORTS = (
    ("herald", "Ferry runs onto rocks", "2031-05-14", FERRY),
    ("post", "All saved from ferry", "2031-05-14", FERRY_AGAIN),
    ("gazette", "Costa wins Lower Adran", "2031-05-15", VOTE),
    ("times", "Denn concedes", "2031-05-15", VOTE_AGAIN),
    ("herald", "Ferry adrift off Tarvik", "2031-05-21", FERRY_LATER),
)
_SYLLABLES = ("ka", "lo", "mi", "re", "su", "ta", "vo", "ne", "dri", "pel", "or", "esk", "und", "arn", "vel", "hol")


def record(outlet, title, day, text, url=None):
    """Return one report as a record."""
    address = url or f"https://{outlet}.example/{day}/{title.replace(' ', '-').lower()}"
    return {"title": title, "text": text, "date": day, "outlet": f"The {outlet.title()}", "url": address}


def lines(path, records):
    """Write records as JSON Lines, and return the path."""
    path.write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    return path


def reports(folder):
    """Write the five reports as JSON Lines, and return the path."""
    return lines(folder / "reports.jsonl", [record(*one) for one in REPORTS])


def desk(folder, **options):
    """Return an open collection with the five reports: two stories of two, and one of one."""
    collection = Collection.open(folder / "desk.variorum", **options)
    collection.add([reports(folder)])
    return collection


def many(number, seed=1):
    """Return so many records of invented events, three or four of each, in a fixed order."""
    chance = random.Random(seed)  # noqa: S311 - a fixed order, no secret

    def word():
        return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3)))

    found = []
    while len(found) < number:
        names = [word().title() for _ in range(8)]
        acts = [word() for _ in range(12)]
        for outlet in chance.sample(("herald", "post", "gazette", "times"), 3):
            told = [
                f"In {chance.choice(names)} the {chance.choice(acts)} of {chance.choice(names)} met "
                f"{chance.choice(names)} and {chance.choice(acts)} {chance.randint(10, 9999)} {chance.choice(acts)}."
                for _ in range(5)
            ]
            day = f"2031-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            found.append(record(outlet, f"{names[0]} {acts[0]} {len(found)}", day, " ".join(told)))
    return found[:number]
