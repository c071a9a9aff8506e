"""Average-linkage clustering."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.text.linkage import clusters

SCORES = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1]), st.floats(0, 1), max_size=30
)
APART = st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1]), max_size=8)


def test_joins_what_is_alike():
    """Pairs above the threshold share a group, the rest stays alone."""
    assert clusters(4, {(0, 1): 0.9, (2, 3): 0.4}, (), 0.5) == [(0, 1), (2,), (3,)]


def test_a_missing_score_counts_against_joining():
    """A chain is broken where its ends have nothing in common: the mean of .8 and 0 is below .5."""
    assert clusters(3, {(0, 1): 0.8, (1, 2): 0.7}, (), 0.5) == [(0, 1), (2,)]


def test_pairs_apart_never_meet():
    """A pair that must stay apart does so also through third members."""
    assert clusters(3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}, {(0, 2)}, 0.1) == [(0, 1), (2,)]


@given(SCORES, APART)
def test_every_number_is_in_one_group(scores, apart):
    """The groups part the numbers, and no pair in `apart` shares a group."""
    groups = clusters(12, scores, apart, 0.5)
    assert sorted(i for g in groups for i in g) == list(range(12))
    assert not any(a in g and b in g for a, b in apart for g in groups)


@given(SCORES, st.floats(0.1, 0.9))
def test_a_lower_threshold_never_makes_more_groups(scores, threshold):
    """Fewer demands, no more groups."""
    assert len(clusters(12, scores, (), threshold / 2)) <= len(clusters(12, scores, (), threshold))


@given(SCORES, APART, st.lists(st.integers(1, 3), min_size=12, max_size=12))
def test_a_number_that_stands_for_several_counts_as_they_would(scores, apart, sizes):
    """Things that are one from the start can be given once, with how many they are."""
    scores = {pair: round(score * 64) / 128 for pair, score in scores.items()}
    places = [(n, copy) for n, size in enumerate(sizes) for copy in range(size)]
    at = {place: i for i, place in enumerate(places)}
    pairs = [(x, y) for x in places for y in places if at[x] < at[y]]
    alike = {(at[x], at[y]): 1.0 if x[0] == y[0] else scores.get((x[0], y[0]), 0.0) for x, y in pairs}
    kept = {(at[x], at[y]) for x, y in pairs if (x[0], y[0]) in apart}
    expanded = clusters(len(places), alike, kept, 0.25)
    assert clusters(12, scores, apart, 0.25, sizes) == [
        tuple(sorted({places[i][0] for i in group})) for group in expanded
    ]
