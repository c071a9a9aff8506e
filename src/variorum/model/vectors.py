"""What a text means, as the numbers of a language model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """The vector of a text, and of each of its word pieces in their place: of unit length, the pieces' a row each.

    `pieces` are the pieces' numbers in the model's vocabulary: equal pieces have equal numbers.
    """

    whole: NDArray[np.float32]
    pieces: tuple[int, ...]
    rows: NDArray[np.float32]
