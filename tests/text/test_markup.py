"""Small pieces of HTML become plain paragraphs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.text.markup import is_marked_up, plain


def test_paragraphs():
    """Blocks become paragraphs, inline elements join, entities are read, scripts vanish."""
    markup = (
        "<p>The <b>ferry</b>&nbsp;was late.</p><script>x()</script><ul><li>One</li><li>Two &amp; three</li></ul>a<br>b"
    )
    assert plain(markup) == "The ferry\xa0was late.\n\nOne\n\nTwo & three\n\na\n\nb"


def test_marks():
    """Tags are told from comparisons and addresses."""
    assert is_marked_up("<p>x</p>")
    assert not is_marked_up("3 < 4 and 5 > 4, see <https://a.example>")


@given(st.text(alphabet="<>/&;pbr \"'=a!-[]"))
def test_nothing_raises(markup):
    """Any markup gives some text."""
    assert isinstance(plain(markup), str)
