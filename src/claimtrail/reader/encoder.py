"""Running an exported graph: bounded batches of sentences of like length, in one session."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import onnxruntime

from claimtrail.reader.pieces import Batch, Pieces, length

INPUTS = ("pieces", "shapes", "mask", "first", "last", "affixes", "words")
# Bounds of one batch, padding counted. Larger batches are slower (they leave the cache) and take more memory.
MOST_PIECES = 1024
MOST_PAIRS = 30_000


def session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """Open a graph on the CPU; idle threads sleep rather than spin."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def feed(batch: Batch) -> dict[str, object]:
    """The inputs of the graph by name."""
    return {name: getattr(batch, name) for name in INPUTS}


def groups(sentences: Sequence[Sequence[Pieces]]) -> Iterator[list[int]]:
    """Indices of sentences, shortest first, in groups that fit one batch."""
    sizes = [length(sentence) for sentence in sentences]
    group: list[int] = []
    words = 0
    for index in sorted(range(len(sentences)), key=lambda index: (sizes[index], index)):
        words = max(words, len(sentences[index]))
        rows = len(group) + 1
        if group and (rows * sizes[index] > MOST_PIECES or rows * words * words > MOST_PAIRS):
            yield group
            group, words = [], len(sentences[index])
        group.append(index)
    if group:
        yield group
