"""What the tests of collections share."""

from __future__ import annotations

import pytest

from desk import desk


@pytest.fixture
def opened(tmp_path):
    """Return a collection with five reports of three events."""
    with desk(tmp_path) as collection:
        yield collection
