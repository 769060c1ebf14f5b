"""Probabilities as targets: what teachers think of the words of a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Soft:
    """The teachers' probabilities for one sentence, words by labels.

    `arcs` has the root in column 0; `relations` are those under the head that the tree of the sentence names.
    """

    arcs: NDArray[np.float16]
    relations: NDArray[np.float16]
    upos: NDArray[np.float16]

    def shortened(self) -> "Soft":
        """Without the last word."""
        return Soft(self.arcs[:-1, :-1], self.relations[:-1], self.upos[:-1])


def padded(rows: Sequence[Soft]) -> Soft:
    """Several sentences as one: rows by words by labels, zero where a sentence has no word."""
    words = max(len(row.upos) for row in rows)
    wide = {"arcs": words + 1, "relations": rows[0].relations.shape[1], "upos": rows[0].upos.shape[1]}
    made = {name: np.zeros((len(rows), words, size), np.float16) for name, size in wide.items()}
    for number, row in enumerate(rows):
        for name, table in made.items():
            part = getattr(row, name)
            table[number, : part.shape[0], : part.shape[1]] = part
    return Soft(**made)
