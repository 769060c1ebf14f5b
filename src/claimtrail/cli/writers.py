"""Where results go: a table on the terminal, JSON Lines, or CSV; and failures beside them."""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from rich.console import Console

from claimtrail.cli.table import plain, render
from claimtrail.errors import Failure, SettingsError
from claimtrail.export import COLUMNS, record, rows
from claimtrail.model import Result

Write = Callable[[Result], None]


@contextmanager
def writer(format: str, out: Path | None, append: bool) -> Iterator[Write]:
    """A function that writes one result, at once, to `out` or standard output; in UTF-8 whatever the locale."""
    with _stream(out, append) as stream:
        write = {"jsonl": _jsonl, "csv": _csv, "table": _table}[format](stream)

        def written(result: Result) -> None:
            with _writing(out):
                write(result)
                stream.flush()

        yield written


@contextmanager
def failure_log(path: Path | None) -> Iterator[Callable[[Failure], None]]:
    """A function that tells of one failure: a line on standard error, and a JSON object a line in `path`."""
    if path is None:
        yield _complain
        return
    with _stream(path, append=False) as stream:

        def log(failure: Failure) -> None:
            _complain(failure)
            with _writing(path):
                _dump({"source": failure.source, "problem": failure.problem, "remedy": failure.remedy}, stream)
                stream.flush()

        yield log


def _complain(failure: Failure) -> None:
    print(f"claimtrail: {plain(str(failure))}", file=sys.stderr, flush=True)


@contextmanager
def _stream(out: Path | None, append: bool) -> Iterator[TextIO]:
    # A file name that is no UTF-8 is written as JSON itself would escape it.
    if out is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
        yield sys.stdout
        return
    with _writing(out):
        stream = out.open("a" if append else "w", encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield stream
    finally:
        with _writing(out):
            stream.close()


@contextmanager
def _writing(out: Path | None) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        name = "standard output" if out is None else str(out)
        raise SettingsError(name, f"cannot be written: {error.strerror}", "choose another file") from error


def _dump(value: object, stream: TextIO) -> None:
    stream.write(json.dumps(value, ensure_ascii=False) + "\n")


def _jsonl(stream: TextIO) -> Write:
    return lambda result: _dump(record(result), stream)


def _csv(stream: TextIO) -> Write:
    table = csv.DictWriter(stream, COLUMNS)
    table.writeheader()
    return lambda result: table.writerows(rows(result))


def _table(stream: TextIO) -> Write:
    console = Console(file=stream, highlight=False)

    def write(result: Result) -> None:
        with console.capture() as shown:
            console.print(render(result))
        stream.write("\n".join(line.rstrip() for line in shown.get().split("\n")))

    return write
