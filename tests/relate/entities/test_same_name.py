"""Whether two spellings are one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.relate.entities import same_name

SAME = [
    ("Volodymyr Zelinskyy", "Volodymyr Zelinsky", "person", "spelling"),
    ("Kim Jong Un", "Kim Jong-un", "person", "equal"),
    ("Muammar Gaddafi", "Moammar Gadhafi", "person", "known"),
    ("Anna Maria Sorel", "Anna Sorel", "person", "short"),
    ("A. Sorel", "Anna Sorel", "person", "initials"),
    ("Sorel, Anna", "Anna Sorel", "person", "equal"),
    ("Bill Orsted", "William Orsted", "person", "known"),
    ("Dr. Anna Sorel", "Anna Sorel", "person", "equal"),
    ("Abd al-Karim Nassar", "Abdul Karim Nassar", "person", "equal"),
    ("Benjamin Natanyahov", "Benjamin Netanyahov", "person", "letters"),
    ("Kyiv", "Kiev", "place", "known"),
    ("US", "United States", "place", "known"),
    ("SBU", "Security Service of Ukraine", "organization", "known"),
    ("VSS", "Varn Security Service", "organization", "acronym"),
    ("Orsa Ltd", "Orsa", "organization", "equal"),
    ("Varn Labour Organisation", "Varn Labor Organization", "organization", "equal"),
    ("Procter & Sorel", "Procter and Sorel", "organization", "equal"),
    ("Brigade Forty-Four", "Brigade 44", "organization", "equal"),
]


@pytest.mark.parametrize(("a", "b", "kind", "how"), SAME, ids=[f"{a}-{b}" for a, b, _, _ in SAME])
def test_same(a, b, kind, how):
    """The two are one name, by this rule, with a reason that quotes both or one of them."""
    found = same_name(a, b, kind)
    assert found.how == how
    assert a in found.why or b in found.why


DIFFERENT = [
    ("Kim Jong Un", "Kim Jong Il", "person"),
    ("Anna Sorel", "Ines Sorel", "person"),
    ("B. Sorel", "Anna Sorel", "person"),
    ("Ada H. W. Brandt", "Ada W. Brandt", "person"),
    ("Ko Tae Bin", "Ko Tae Hun", "person"),
    ("Austria", "Australia", "place"),
    ("Niger", "Nigeria", "place"),
    ("Government of Estonia", "Government of Ethiopia", "organization"),
    ("Orsa Bank", "Orsa Trust Company", "organization"),
    ("Sorel Partners II", "Sorel Partners III", "organization"),
]


@pytest.mark.parametrize(("a", "b", "kind"), DIFFERENT, ids=[f"{a}-{b}" for a, b, _ in DIFFERENT])
def test_different(a, b, kind):
    """The two are two names, however like they look."""
    assert not same_name(a, b, kind).same


NAMES = st.text(st.characters(codec="utf-8", categories=("Lu", "Ll", "Zs", "Pd", "Po")), max_size=25)
KINDS = st.sampled_from(["person", "organization", "place", "group", "other"])


@given(NAMES, NAMES, KINDS)
def test_order_does_not_matter(a, b, kind):
    """Comparison is symmetric."""
    assert same_name(a, b, kind) == same_name(b, a, kind)


@given(NAMES, KINDS)
def test_a_name_is_its_own(name, kind):
    """Whatever has a letter is the same as itself."""
    assert same_name(name, name, kind).same or not any(c.isalnum() for c in name)
