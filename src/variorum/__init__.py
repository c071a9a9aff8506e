"""Variorum: the reports of one event, side by side, as one sourced account.

The verbs are those of the command: `variorum.compare(paths)` gives the account that `variorum compare` prints.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from variorum.api import (
        Collection,
        add,
        check,
        compare,
        decide,
        demo,
        diff,
        doctor,
        explain,
        extract,
        read,
        reuse,
        schema,
        search,
        show,
        stats,
        stories,
        vacuum,
        watch,
    )

__version__ = "0.1.0"

__all__ = [
    "Collection",
    "__version__",
    "add",
    "check",
    "compare",
    "decide",
    "demo",
    "diff",
    "doctor",
    "explain",
    "extract",
    "read",
    "reuse",
    "schema",
    "search",
    "show",
    "stats",
    "stories",
    "vacuum",
    "watch",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attributes are of any type
    """Import the verbs when they are first asked for, so that `import variorum` costs nothing."""
    if name in __all__:
        from variorum import api  # noqa: PLC0415 - that is the point

        return getattr(api, name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)


class _Package(ModuleType):
    """A package whose verbs stay verbs, although a room has the name of one (`variorum.extract`)."""

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse what the import of such a room would put in the verb's place."""
        if name not in __all__ or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
