"""Batches of training examples."""

import random
from collections import Counter

import numpy as np
import pytest

from claimtrail.reader import manifest
from claimtrail.reader.pieces import Vocabulary
from tests.training.trees import MEN, SHELLS
from training.corpora import Tagged, labels
from training.examples import IGNORED, MASK, Maker, Noise, batches, buckets, cased, unstopped

TAGGED = [Tagged(("in", "Tarn"), ("O", "B-location"))]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load(manifest.FOLDER / "tokenizer.json")


def maker(vocabulary: Vocabulary, noise: Noise) -> Maker:
    return Maker(vocabulary, labels([SHELLS] * 3 + [MEN] * 3, TAGGED), noise)


def test_labels_stand_beside_their_words(vocabulary: Vocabulary) -> None:
    made = maker(vocabulary, Noise())
    example = made.of_trees([SHELLS, MEN], random.Random(1))
    assert example.heads is not None
    assert example.heads.tolist() == [[2, 0, 2, IGNORED], [2, 0, 2, 2]]
    assert example.upos is not None
    assert [made.labels.upos[index] for index in example.upos[1]] == list(MEN.upos)
    assert example.tags is None


def test_an_epoch_holds_every_sentence_and_is_the_same_at_every_call(vocabulary: Vocabulary) -> None:
    made = maker(vocabulary, Noise(upper=0.5, hidden=0.5))
    first, again = (list(batches(made, [SHELLS, MEN] * 4, TAGGED, (16, 16), 2, seed=7)) for _ in range(2))
    assert sum(len(example.batch.pieces) for example in first if example.tags is None) == 8
    assert sum(len(example.batch.pieces) for example in first if example.tags is not None) == 2
    assert all(np.array_equal(a.batch.pieces, b.batch.pieces) for a, b in zip(first, again, strict=True))


def test_hidden_words_keep_their_labels(vocabulary: Vocabulary) -> None:
    example = maker(vocabulary, Noise(hidden=1.0)).of_trees([SHELLS], random.Random(1))
    assert example.batch.pieces[0, 1:4].tolist() == [MASK] * 3
    assert example.heads is not None
    assert example.heads.tolist() == [[2, 0, 2]]


def test_noise_changes_case_at_its_rates() -> None:
    chance = random.Random(3)
    drawn = Counter(cased(("Shells", "fell"), Noise(upper=0.2, lower=0.2), chance) for _ in range(2000))
    assert abs(drawn["SHELLS", "FELL"] / 2000 - 0.2) < 0.05
    assert abs(drawn["shells", "fell"] / 2000 - 0.2) < 0.05
    assert len(drawn) == 3


def test_the_last_full_stop_can_be_left_out() -> None:
    assert unstopped(MEN).form == ("Men", "fled", "Tarn")
    assert unstopped(unstopped(MEN)) == unstopped(MEN)


def test_buckets_keep_to_their_limit() -> None:
    sizes = [3, 30, 7, 7, 12, 5, 80]
    made = buckets(sizes, 40, random.Random(2))
    assert sorted(index for group in made for index in group) == list(range(len(sizes)))
    assert all(len(group) == 1 or max(sizes[index] for index in group) * len(group) <= 40 for group in made)
