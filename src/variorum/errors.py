"""Every error that Variorum raises on purpose.

VariorumError
├── UsageError          the call itself is wrong: a name that is not there, an unknown format
├── InputError          one input cannot be read (recorded as a problem, never fatal to the others)
│   └── LimitError      it is larger than a limit allows
├── EngineError         the language engine or its model is missing or broken
├── AccountError        a file is not an account, or does not hold what an account promises
└── CollectionError     a collection cannot be opened, read or written
"""

from __future__ import annotations


class VariorumError(Exception):
    """The root: catch this to catch whatever Variorum raises on purpose."""


class UsageError(VariorumError):
    """The call is wrong; nothing was read."""


class InputError(VariorumError):
    """One input cannot be read.

    `code` is a short stable word for programs, the message one line for people: what, where, what to do.
    """

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class LimitError(InputError):
    """An input is larger than a limit allows."""


class EngineError(VariorumError):
    """The language engine or its model is missing or broken; the message says how to get it."""


class AccountError(VariorumError):
    """A file is not an account, or does not hold what an account promises."""


class CollectionError(VariorumError):
    """A collection cannot be opened, read or written; what was stored before is still there.

    `code` is a short stable word for programs: `not-found`, `not-a-collection`, `newer`, `locked`, `read-only`,
    `full`, `broken`, `too-old` (SQLite itself). The message is one line for people: what, where, what to do.
    """

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code
