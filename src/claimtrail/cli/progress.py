"""A progress line on standard error: how many, how fast, how long still."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

FEW = 3
Item = TypeVar("Item")


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} articles/s" if speed else "")


def progress(
    items: Iterable[Item], expect: Callable[[], int | None], before: int = 0, *, to_terminal: bool
) -> Iterator[Item]:
    """The same items, counted on standard error as they pass, once there are more than a few.

    `expect` tells how many there will be, the `before` that were done earlier among them; it is asked only where the
    line is drawn. Nothing is drawn where standard error is no terminal, or where the claims scroll by on it.
    """
    if not sys.stderr.isatty() or (to_terminal and sys.stdout.isatty()):
        yield from items
        return
    bar = Progress(*_columns(), console=Console(stderr=True), transient=True)
    total = expect()
    task = bar.add_task("reading", total=total, completed=before if total is None else min(before, total))
    try:
        for number, item in enumerate(items, 1):
            if number == FEW + 1:
                bar.start()
            yield item
            bar.advance(task)
    finally:
        bar.stop()


def _columns() -> tuple[ProgressColumn, ...]:
    counted = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(20), MofNCompleteColumn())
    return (*counted, _Rate(), TimeElapsedColumn(), TimeRemainingColumn())
