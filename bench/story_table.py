"""The table of all methods on all sets: the settings of each chosen on what ours was tuned on, in the same run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from story_batch import BATCH
from story_bounds import bounds
from story_graph import Communities
from story_methods import PLAIN, Method, Setting
from story_sets import Report, arrivals, bcubed, digest, every, ours, scorer
from story_trained import trained

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Orders = dict[str, list[list[Report]]]
TUNED = ("wikinews dev less digest", "basil")


def table(orders: int) -> None:
    """Print the comparison over so many orders of arrival."""
    sets, score = every(), scorer().score
    drawn = {name: arrivals(some, orders) for name, some in sets.items()}
    print(f"{'B-cubed F1 (precision, recall)':52}" + "".join(f"{name:>26}" for name in drawn))
    _row("ours", [bcubed(ours, some, score) for some in drawn.values()])
    lessons = [some for name in TUNED for some in drawn[name][:3]]
    for method in (*PLAIN, trained(lessons), Communities(), *BATCH):
        setting = tuned(method, drawn, score)
        cells = [_cell(method, setting, some, score) for some in drawn.values()]
        _row(f"{method.name} ({shown(setting)})", cells)
    for name, cells in bounds(drawn, digest(sets["wikinews dev"]), score):
        _row(name, cells)


def tuned(method: Method, orders: Orders, score: Callable[..., Any]) -> Setting:
    """Return the setting with the highest mean F1 on what ours was tuned on, in the first order of arrival."""

    def reached(setting: Setting) -> float:
        return sum(_cell(method, setting, orders[name][:1], score)[2] for name in TUNED)

    return max(method.settings, key=reached)


def shown(setting: Setting) -> str:
    """Return a setting as the table names it."""
    return ", ".join(part if isinstance(part, str) else f"{part:g}" for part in setting)


def _cell(
    method: Method, setting: Setting, some: Sequence[Sequence[Report]], score: Callable[..., Any]
) -> tuple[float, float, float]:
    return bcubed(partial(method.stories, setting=setting), some[:1] if method.at_once else some, score)


def _row(name: str, cells: Sequence[tuple[float, float, float]]) -> None:
    print(f"{name:52}" + "".join(f"{f'{f:.3f} ({p:.2f}, {r:.2f})':>26}" for p, r, f in cells), flush=True)
