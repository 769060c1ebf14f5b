"""Where results go: a table on the terminal, JSON Lines, or CSV; and failures beside them."""

import csv
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from rich.console import Console

from claimtrail.cli.table import render
from claimtrail.errors import Failure, SettingsError
from claimtrail.export import COLUMNS, record, rows
from claimtrail.model import Result

Write = Callable[[Result], None]


@contextmanager
def writer(format: str, out: Path | None, append: bool) -> Iterator[Write]:
    """A function that writes one result, at once, to `out` or standard output."""
    with _stream(out, append) as stream:
        yield {"jsonl": _jsonl, "csv": _csv, "table": _table}[format](stream)


@contextmanager
def failure_log(path: Path | None) -> Iterator[Callable[[Failure], None]]:
    """A function that tells of one failure: a line on standard error, and a JSON object a line in `path`."""
    if path is None:
        yield _complain
        return
    with _stream(path, append=False) as stream:

        def log(failure: Failure) -> None:
            _complain(failure)
            _dump({"source": failure.source, "problem": failure.problem, "remedy": failure.remedy}, stream)

        yield log


def _complain(failure: Failure) -> None:
    print(f"claimtrail: {failure}", file=sys.stderr, flush=True)


@contextmanager
def _stream(out: Path | None, append: bool) -> Iterator[TextIO]:
    if out is None:
        yield sys.stdout
        return
    try:
        stream = out.open("a" if append else "w", encoding="utf-8", newline="")
    except OSError as error:
        raise SettingsError(str(out), f"cannot be written: {error.strerror}", "choose another file") from error
    with stream:
        yield stream


def _dump(value: object, stream: TextIO) -> None:
    stream.write(json.dumps(value, ensure_ascii=False) + "\n")
    stream.flush()


def _jsonl(stream: TextIO) -> Write:
    return lambda result: _dump(record(result), stream)


def _csv(stream: TextIO) -> Write:
    table = csv.DictWriter(stream, COLUMNS)
    table.writeheader()

    def write(result: Result) -> None:
        table.writerows(rows(result))
        stream.flush()

    return write


def _table(stream: TextIO) -> Write:
    console = Console(file=stream, highlight=False)
    return lambda result: console.print(render(result))
