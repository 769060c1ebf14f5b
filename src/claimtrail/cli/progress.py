"""A progress line on standard error: how many, how fast, how long still."""

import sys
from collections.abc import Iterable, Iterator

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

from claimtrail.errors import Failure
from claimtrail.model import Result

FEW = 3


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} articles/s" if speed else "")


def progress(
    items: Iterable[Result | Failure], to_terminal: bool, total: int | None = None
) -> Iterator[Result | Failure]:
    """The same items, counted on standard error as they pass, once there are more than a few.

    Nothing is drawn where standard error is no terminal, or where the claims themselves scroll by on it.
    """
    visible = sys.stderr.isatty() and not (to_terminal and sys.stdout.isatty())
    bar = Progress(*_columns(), console=Console(stderr=True), transient=True, disable=not visible)
    task = bar.add_task("reading", total=total)
    try:
        for number, item in enumerate(items, 1):
            if number == FEW + 1:
                bar.start()
            yield item
            bar.advance(task)
    finally:
        bar.stop()


def _columns() -> tuple[ProgressColumn, ...]:
    counted = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return (*counted, _Rate(), TimeElapsedColumn(), TimeRemainingColumn())
