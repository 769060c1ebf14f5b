"""What every benchmark shares: its arguments, its table, its last line of JSON."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn


def arguments(name: str, description: str) -> argparse.Namespace:
    """Parse the command line of `python -m benchmarks.NAME`: `folder`, `part` (or None) and `json`.

    Exits with status 2 and a plain message when the folder is absent.
    """
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=description)
    parser.add_argument("folder", type=Path, help="the folder of the corpus")
    parser.add_argument("--part", help="score this part only")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object on the last line")
    given = parser.parse_args()
    if not given.folder.is_dir():
        stop(f"{name}: no folder {given.folder}; give the folder that holds the corpus")
    return given


def stop(message: str) -> NoReturn:
    """End the benchmark with status 2 because what it needs is not there."""
    print(message, file=sys.stderr)
    raise SystemExit(2)


def articles(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file.

    Lines end at line feeds alone: a text may hold U+2028 or a form feed, which `str.splitlines` would cut.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def show(rows: Sequence[Sequence[str]]) -> None:
    """Print rows as a table; the first row is its head, all columns but the first stand to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *others = zip(row, widths, strict=True)
        print("  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]))


def report(figures: dict[str, float], as_json: bool) -> None:
    """Print the figures (rates between 0 and 1) as one JSON object on the last line, when that was asked for."""
    if as_json:
        print(json.dumps({name: round(value, 5) for name, value in figures.items()}, sort_keys=True))
