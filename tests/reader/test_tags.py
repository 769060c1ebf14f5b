"""BIO tags to phrases."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimtrail.reader.tags import best, phrases

NAMES = ("O", "B-place", "B-time", "I-place", "I-time")


def odds_of(tags: str) -> np.ndarray:
    """Log odds that favour the given tags."""
    odds = np.full((len(tags.split()), len(NAMES)), np.log(0.05))
    for word, tag in enumerate(tags.split()):
        odds[word, NAMES.index(tag)] = np.log(0.8)
    return odds


def allowed(path: tuple[int, ...]) -> bool:
    """Whether every I follows a B or I of its type."""
    tags = ["O", *(NAMES[index] for index in path)]
    return all(tag[0] != "I" or before[1:] == tag[1:] for before, tag in pairwise(tags))


def test_phrases_have_their_words_type_and_probability() -> None:
    found = list(phrases(odds_of("O B-place I-place B-place O B-time"), NAMES))
    assert [phrase[:3] for phrase in found] == [(1, 3, "place"), (3, 4, "place"), (5, 6, "time")]
    assert all(abs(phrase[3] - 0.8) < 1e-9 for phrase in found)


def test_an_inside_tag_never_opens_a_phrase_nor_changes_its_type() -> None:
    path = tuple(best(odds_of("I-place O B-time I-place"), NAMES))
    assert allowed(path)


@given(st.integers(1, 4), st.integers(0, 10_000))
def test_no_allowed_sequence_is_likelier(length: int, seed: int) -> None:
    odds = np.log(np.random.default_rng(seed).dirichlet(np.ones(len(NAMES)), size=length))
    paths = [path for path in product(range(len(NAMES)), repeat=length) if allowed(path)]
    found = tuple(best(odds, NAMES))
    score = max(sum(odds[word, tag] for word, tag in enumerate(path)) for path in paths)
    assert allowed(found)
    assert abs(sum(odds[word, tag] for word, tag in enumerate(found)) - score) < 1e-9
