"""The best tree over arc scores: Chu-Liu/Edmonds with exactly one word under the root."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32] | NDArray[np.float64]
Heads = NDArray[np.int64]

_ROOT = 0


def tree(scores: Scores) -> list[int]:
    """The heads of the highest-scoring tree with one root word.

    `scores[d, h]` is the score of word `d` (from 0) under head `h`; head 0 is the root and head `h` is word `h - 1`.
    Returned heads are counted in the same way.
    """
    words = scores.shape[0]
    square = np.full((words + 1, words + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    heads = _greedy(square)
    if _is_tree(heads):
        return [int(head) for head in heads[1:]]
    return [int(head) for head in _single_root(square)[1:]]


def _greedy(square: NDArray[np.float64]) -> Heads:
    heads: Heads = np.argmax(square, axis=1)
    heads[_ROOT] = _ROOT
    return heads


def _is_tree(heads: Heads) -> bool:
    return np.count_nonzero(heads[1:] == _ROOT) == 1 and _cycle(heads) is None


def _single_root(square: NDArray[np.float64]) -> Heads:
    """The best tree whose root has one child: charge every root arc more than all other arcs could make up for.

    Trees with the fewest root arcs then win, and there is always one with a single root arc.
    """
    finite = square[np.isfinite(square)]
    charged = square.copy()
    charged[:, _ROOT] -= (float(finite.max()) - float(finite.min()) + 1.0) * len(square)
    return _edmonds(charged)


def _edmonds(square: NDArray[np.float64]) -> Heads:
    """The maximum spanning arborescence of a dense graph, by contracting one cycle after another."""
    heads = _greedy(square)
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = np.array([node for node in range(len(square)) if node not in set(cycle)], np.int64)
    inner = np.array(cycle, np.int64)
    small, enter, leave = _contract(square, heads, rest, inner)
    return _expand(_edmonds(small), heads, rest, inner, enter, leave)


def _cycle(heads: Heads) -> list[int] | None:
    """The nodes of one cycle, or None where every node leads to the root."""
    done = np.zeros(len(heads), bool)
    done[_ROOT] = True
    for start in range(len(heads)):
        path: dict[int, int] = {}
        node = start
        while not done[node] and node not in path:
            path[node] = len(path)
            node = int(heads[node])
        if not done[node]:
            return list(path)[path[node] :]
        done[list(path)] = True
    return None


def _contract(
    square: NDArray[np.float64], heads: Heads, rest: Heads, inner: Heads
) -> tuple[NDArray[np.float64], Heads, Heads]:
    """The graph with a cycle as its last node, and two columns over the other nodes.

    They hold the place in the cycle of the best word to govern, and of the best word to hang from.
    """
    size = len(rest)
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = square[np.ix_(rest, rest)]
    gain = square[np.ix_(inner, rest)] - square[inner, heads[inner]][:, None]
    out = square[np.ix_(rest, inner)]
    small[size, :size] = gain.max(axis=0)
    small[:size, size] = out.max(axis=1)
    return small, gain.argmax(axis=0), out.argmax(axis=1)


def _expand(chosen: Heads, heads: Heads, rest: Heads, inner: Heads, enter: Heads, leave: Heads) -> Heads:
    """The heads in the whole graph, from those in the contracted one."""
    size = len(rest)
    whole = heads.copy()
    for place, node in enumerate(rest):
        head = int(chosen[place])
        whole[node] = inner[leave[place]] if head == size else rest[head]
    opening = int(chosen[size])
    whole[inner[enter[opening]]] = rest[opening]
    whole[_ROOT] = _ROOT
    return whole
