"""Texts with ranges marked in them: `{S1 he} {Q1 said} {C1 that it rained}`, `{2 the army}`; ranges may nest."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_OPEN = re.compile(r"\{([A-Z]?)(\d+) ")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked range of characters: its kind (`""` where marks have none), its number, how many of its kind hold it."""

    start: int
    end: int
    kind: str
    number: int
    depth: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and the marks, in the order of their openings."""

    id: str
    text: str
    marks: tuple[Mark, ...]


def read_marked(path: Path) -> Iterator[Marked]:
    """The texts of a JSONL file of `{"id", "marked"}`. Raises ValueError where braces do not balance."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            row = json.loads(line)
            yield parsed(row["id"], row["marked"])


def parsed(id: str, marked: str) -> Marked:
    """A marked text taken apart. Raises ValueError where braces do not balance."""
    text: list[str] = []
    size, at = 0, 0
    waiting: list[tuple[int, str, int, int]] = []
    found: list[tuple[int, Mark]] = []
    while at < len(marked):
        opening = _OPEN.match(marked, at)
        if opening:
            kind, number = opening[1], int(opening[2])
            waiting.append((size, kind, number, len(found) + len(waiting)))
            at = opening.end()
        elif marked[at] == "}":
            if not waiting:
                raise ValueError(f"{id}: a brace closes at {at} that none opens")
            start, kind, number, order = waiting.pop()
            depth = sum(1 for _, other, _, _ in waiting if other == kind)
            found.append((order, Mark(start, size, kind, number, depth)))
            at += 1
        else:
            text.append(marked[at])
            size, at = size + 1, at + 1
    if waiting:
        raise ValueError(f"{id}: {len(waiting)} braces are not closed")
    return Marked(id, "".join(text), tuple(mark for _, mark in sorted(found, key=lambda x: (x[1].start, -x[1].end))))
