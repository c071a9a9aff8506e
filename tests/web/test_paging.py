"""Long lists in pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.web.paging import page_of, paged, weighed


@given(st.lists(st.integers()), st.integers(1, 9))
def test_the_pages_are_the_list(items, size):
    """All pages together are the list, each item on the page of its rank."""
    count = paged(items, 1, size).count
    pages = [paged(items, n, size) for n in range(1, count + 1)]
    assert [item for page in pages for item in page.items] == items
    for rank, _ in enumerate(items):
        assert pages[page_of(rank, size) - 1].first <= rank + 1 <= page_of(rank, size) * size


@given(st.lists(st.integers(0, 50)), st.integers(1, 60), st.integers(-3, 99))
def test_no_page_weighs_too_much(weights, most, number):
    """All weighed pages together are the list; each weighs no more than allowed, or is one item."""
    count = weighed(weights, weights, 1, most).count
    pages = [weighed(weights, weights, n, most) for n in range(1, count + 1)]
    assert [item for page in pages for item in page.items] == weights
    assert all(sum(page.items) <= most or len(page.items) == 1 for page in pages)
    assert weighed(weights, weights, number, most) in pages
