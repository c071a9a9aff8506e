"""The server."""

from __future__ import annotations

import pytest

from variorum.errors import UsageError
from variorum.web import guarding_for, is_loopback, opened


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_this_machine_is_asked_for_nothing(host):
    """On loopback no key is asked for, unless one is given."""
    assert is_loopback(host)
    assert guarding_for(host, None).key is None
    assert guarding_for(host, "k" * 16).key == "k" * 16


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example"])  # noqa: S104 - that is the test
def test_other_machines_are_asked_for_a_key(host):
    """Anywhere else a key is asked for, a new one each time where none is given."""
    assert not is_loopback(host)
    keys = {guarding_for(host, None).key for _ in range(3)}
    assert len(keys) == 3
    assert all(key and len(key) >= 24 for key in keys)


def test_a_key_that_could_be_guessed_is_refused():
    """A short key is no key."""
    with pytest.raises(UsageError, match="16 characters"):
        guarding_for("0.0.0.0", "secret")  # noqa: S104 - the same


def test_an_address_that_is_taken_is_told():
    """A port that something else holds is named, with what to do."""
    with opened(port=0).listening as held, pytest.raises(UsageError, match="--port"):
        opened(port=held.getsockname()[1])


@pytest.mark.parametrize("host", ["no such host", "192.0.2.7", "x" * 300])
def test_a_host_that_is_not_this_machine_s_is_told(host):
    """A host that cannot be listened on is named."""
    with pytest.raises(UsageError, match="cannot be opened"):
        opened(host, 0)


def test_the_address_can_be_opened():
    """What is printed is an address of a browser."""
    served = opened(port=0)
    with served.listening:
        assert served.address.startswith("http://127.0.0.1:")
