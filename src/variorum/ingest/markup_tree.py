"""XML read without trust: no entity is resolved, nothing is fetched, broken markup is read as far as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]

from variorum.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element  # type: ignore[import-untyped]


def parsed(data: bytes, path: str) -> _Element:
    """Return the root element; raise `InputError` where there is none.

    Entities stay unresolved, so that a few bytes cannot grow into gigabytes ("billion laughs", CVE-2003-1564).
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        message = f"{path} is not XML that can be read ({error}): save it again"
        raise InputError(message, code="bad-markup") from error
    if root is None:
        message = f"{path} holds no XML element: save it again"
        raise InputError(message, code="bad-markup")
    return root


def name(element: _Element) -> str:
    """Return an element's name without its namespace, `""` for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def below(element: _Element, *names: str) -> Iterator[_Element]:
    """Yield the elements of these names within `element`, in document order."""
    return (found for found in element.iter() if name(found) in names)


def words(element: _Element, *names: str) -> str | None:
    """Return the words of the first element of these names that has any, the first name first."""
    for wanted in names:
        for found in below(element, wanted):
            text = " ".join("".join(found.itertext()).split())
            if text:
                return text
    return None


def inner(element: _Element) -> str:
    """Return what stands in an element as markup: its own, or such as its text holds."""
    if len(element) == 0:
        return element.text or ""
    return (element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)
