"""How far each of two texts says what the other says, word piece by word piece.

Each piece is held against the piece of the other text that it is most like in its place (late interaction: Khattab &
Zaharia 2020, ColBERT, arXiv:2004.12832; BERTScore: Zhang et al. 2020, arXiv:1904.09675), rare pieces counting more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from variorum.model import Vectors

Pair = tuple[int, int]

LEAST = 0.1
"""What a piece weighs at least, however common it is: a text of common words says something, too."""


def aligned(texts: Sequence[Vectors], pairs: Sequence[Pair], sizes: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    """Yield for each pair how far the two say the same, the mean of both directions, -1 to 1.

    `pairs` are places in `texts`, sorted; `sizes` tell how many passages each text stands for.
    """
    import numpy as np  # noqa: PLC0415 - start-up

    weights = _weights(texts, sizes)
    others: dict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        others[i].append(j)
    for i, held in others.items():
        rows = np.concatenate([texts[j].rows for j in held])
        starts = np.cumsum([0, *(len(texts[j].rows) for j in held[:-1])])
        alike = rows @ texts[i].rows.T
        forth = np.maximum.reduceat(alike, starts, axis=0) @ weights[i]
        back = np.add.reduceat(alike.max(axis=1) * np.concatenate([weights[j] for j in held]), starts)
        yield from zip([i] * len(held), held, ((forth + back) / 2).round(4).tolist(), strict=True)


def _weights(texts: Sequence[Vectors], sizes: Sequence[int]) -> list[NDArray[np.float32]]:
    """Return for each text the weights of its pieces: the rarer the weightier, 1 together."""
    import numpy as np  # noqa: PLC0415 - start-up

    counts: Counter[int] = Counter()
    for text, size in zip(texts, sizes, strict=True):
        counts.update(dict.fromkeys(text.pieces, size))
    every = sum(sizes)
    rare = [np.array([log((1 + every) / counts[p]) + LEAST for p in t.pieces], dtype=np.float32) for t in texts]
    return [weights / weights.sum() for weights in rare]
