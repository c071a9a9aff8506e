"""How a program behaves that asks the same sites again and again."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

import pytest

from variorum.errors import InputError
from variorum.ingest import manners
from variorum.settings import DEFAULT


class Clock:
    """A time that only sleeping moves."""

    now = 100.0

    def __call__(self):
        """Tell the time."""
        return self.now

    def sleep(self, seconds):
        """Let it go by."""
        self.now += seconds


@pytest.fixture
def asked(monkeypatch):
    """Return the sites whose rules are asked for; they ask for 3 seconds and close one folder."""
    sites = []

    def rules_of(url, _settings):
        sites.append(url.split("/")[2])
        rules = RobotFileParser()
        rules.parse(["User-agent: *", "Crawl-delay: 3", "Disallow: /closed/"])
        return rules

    monkeypatch.setattr(manners, "rules_of", rules_of)
    return sites


def test_rules_are_asked_for_once_an_hour(asked):
    """And once for each site."""
    clock = Clock()
    polite = manners.Manners(1.0, clock, clock.sleep)
    for url in ("https://a.example/1", "https://a.example/2", "https://b.example/1"):
        polite(url, DEFAULT)
    assert asked == ["a.example", "b.example"]
    clock.sleep(3601)
    polite("https://a.example/3", DEFAULT)
    assert asked == ["a.example", "b.example", "a.example"]


@pytest.mark.usefixtures("asked")
def test_pauses_are_between_two_requests_to_one_site():
    """As long as the site asks for; another site need not wait; time that went by anyhow counts."""
    clock = Clock()
    polite = manners.Manners(1.0, clock, clock.sleep)
    times = []
    for url in ("https://a.example/1", "https://b.example/1", "https://a.example/2"):
        polite(url, DEFAULT)
        times.append(clock.now - 100)
    assert times == [0, 0, 3]
    clock.sleep(10)
    polite("https://a.example/3", DEFAULT)
    assert clock.now - 100 == 13


@pytest.mark.usefixtures("asked")
def test_what_is_closed_is_refused_at_once():
    """Without a pause: nothing is asked."""
    clock = Clock()
    polite = manners.Manners(1.0, clock, clock.sleep)
    polite("https://a.example/1", DEFAULT)
    with pytest.raises(InputError) as caught:
        polite("https://a.example/closed/1", DEFAULT)
    assert (caught.value.code, clock.now) == ("robots", 100)
