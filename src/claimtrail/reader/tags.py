"""BIO tags to phrases: the likeliest sequence in which every I continues a phrase of its own type."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Odds = NDArray[np.float64]


def phrases(odds: Odds, names: Sequence[str]) -> Iterator[tuple[int, int, str, float]]:
    """First word, word after the last, type and mean probability of each phrase.

    `odds[w, t]` is the log probability of tag `t` at word `w`; `names` are `O`, `B-TYPE` and `I-TYPE`.
    """
    path = best(odds, names)
    first = 0
    while first < len(path):
        kind = names[path[first]].partition("-")[2]
        last = first + 1
        while kind and last < len(path) and names[path[last]] == f"I-{kind}":
            last += 1
        if kind:
            chances = [float(np.exp(odds[word, path[word]])) for word in range(first, last)]
            yield first, last, kind, sum(chances) / len(chances)
        first = last


def best(odds: Odds, names: Sequence[str]) -> list[int]:
    """The likeliest allowed sequence of tags (Viterbi)."""
    allowed = _allowed(tuple(names))
    greedy = odds.argmax(axis=1)
    if np.isfinite(allowed[0, greedy[0]]) and np.isfinite(allowed[greedy[:-1], greedy[1:]]).all():
        return [int(tag) for tag in greedy]
    back = np.zeros(odds.shape, np.int64)
    state = odds[0] + allowed[0]
    for word in range(1, len(odds)):
        paths = state[:, None] + allowed
        back[word] = paths.argmax(axis=0)
        state = paths.max(axis=0) + odds[word]
    path = [int(state.argmax())]
    for word in range(len(odds) - 1, 0, -1):
        path.append(int(back[word, path[-1]]))
    return path[::-1]


@lru_cache(maxsize=4)
def _allowed(names: tuple[str, ...]) -> Odds:
    """0 where one tag may follow another, else minus infinity. A sentence opens as if after `O`, which is tag 0."""
    made = np.zeros((len(names), len(names)))
    for after, name in enumerate(names):
        if name.startswith("I-"):
            kind = name[2:]
            made[[before not in (f"B-{kind}", f"I-{kind}") for before in names], after] = -np.inf
    return made
