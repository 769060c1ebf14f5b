"""The best tree, against trying every tree."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrail.reader.decode import tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether one word alone hangs from the root and every word leads to it."""
    if heads.count(0) != 1:
        return False
    for node in range(1, len(heads) + 1):
        seen = set()
        while node and node not in seen:
            seen.add(node)
            node = heads[node - 1]
        if node:
            return False
    return True


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    """The score of a tree."""
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@given(st.integers(1, 5), st.integers(0, 10_000))
def test_no_tree_with_one_root_scores_higher(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    trees = [heads for heads in product(range(size + 1), repeat=size) if is_tree(heads)]
    found = tuple(tree(scores))
    assert is_tree(found)
    assert total(scores, found) == pytest.approx(max(total(scores, heads) for heads in trees))


def test_one_root_even_where_every_word_would_rather_be_it() -> None:
    scores = np.full((6, 7), -1.0)
    scores[:, 0] = 50.0
    assert is_tree(tuple(tree(scores)))


def test_a_long_sentence_of_chance_scores_is_a_tree() -> None:
    scores = np.random.default_rng(5).normal(size=(256, 257))
    assert is_tree(tuple(tree(scores)))
