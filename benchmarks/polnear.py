"""PolNeAR: who says what in political news; exact spans of source, cue and content."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.common import arguments, articles, report, show, stop
from claimtrail.claims.speech import find_speech
from claimtrail.claims.spoken import Spoken
from claimtrail.claims.tree import Tree
from claimtrail.model import Block, BlockKind, Span
from claimtrail.reader import Reader

ROLES = ("source", "cue", "content")
PARAGRAPH = re.compile(r"[^\n]+")

Spans = dict[str, set[tuple[int, int]]]


def blocks_of(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text, a line each, without the space around them."""
    found = []
    for line in PARAGRAPH.finditer(text):
        stripped = line[0].strip()
        if stripped:
            start = line.start() + line[0].index(stripped)
            found.append(Block(Span(start, start + len(stripped)), BlockKind.BODY))
    return tuple(found)


def annotated(row: Mapping[str, Any]) -> Spans:
    """The spans of each role in one article's annotation; one in several pieces is several spans."""
    return {role: {tuple(piece) for each in row["attributions"] for piece in each[role] or ()} for role in ROLES}


def predicted(spoken: Iterable[Spoken]) -> Spans:
    """The spans of each role that Claimtrail finds."""
    found: Spans = {role: set() for role in ROLES}
    for each in spoken:
        if each.source is not None:
            found["source"].add((each.source.start, each.source.end))
        found["cue"].add((each.cue.start, each.cue.end))
        found["content"].update((piece.start, piece.end) for piece in each.content)
    return found


def score(folder: Path, part: str | None) -> tuple[dict[str, float], list[list[str]]]:
    """Exact-span F1 of each role over all articles of a part, and the table to print."""
    prefix = f"{part}." if part else ""
    path = folder / f"{prefix}articles.jsonl"
    if not path.is_file():
        stop(f"polnear: no file {path}; give --part, such as dev")
    gold = {row["id"]: row for row in articles(folder / f"{prefix}attributions.jsonl")}
    reader = Reader.load()
    counts = {role: [0, 0, 0] for role in ROLES}
    for article in articles(path):
        blocks = blocks_of(article["text"])
        reading = reader.read(article["text"], blocks)
        speech = find_speech(Tree.of(reading), blocks, reading.said)
        _count(counts, annotated(gold[article["id"]]), predicted(speech.spoken))
    return _figures(counts)


def _count(counts: dict[str, list[int]], gold: Spans, found: Spans) -> None:
    for role in ROLES:
        hits = len(gold[role] & found[role])
        counts[role] = [a + b for a, b in zip(counts[role], (hits, len(gold[role]), len(found[role])), strict=True)]


def _figures(counts: dict[str, list[int]]) -> tuple[dict[str, float], list[list[str]]]:
    figures, rows = {}, [["role", "gold", "found", "P", "R", "F1"]]
    for role, (hits, gold, found) in counts.items():
        precision, recall = hits / found if found else 0.0, hits / gold if gold else 0.0
        figures[f"{role}_f1"] = 2 * hits / (gold + found) if gold + found else 0.0
        rows.append([role, str(gold), str(found), f"{precision:.3f}", f"{recall:.3f}", f"{figures[f'{role}_f1']:.3f}"])
    return figures, rows


def main() -> None:
    """Score a folder of PolNeAR and print the figures."""
    given = arguments("polnear", "Who says what: exact spans of source, cue and content.")
    figures, rows = score(given.folder, given.part)
    show(rows)
    report(figures, given.json)


if __name__ == "__main__":
    main()
