"""Words to arrays."""

import numpy as np
import pytest

from claimtrail.reader import manifest
from claimtrail.reader.pieces import BUCKETS, LONGEST_WORD, SHAPES, Vocabulary, affixes, batch, length, shape


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load(manifest.FOLDER / "tokenizer.json")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("troops", "lower"),
        ("Tarn", "title"),
        ("UN", "upper"),
        ("A", "initial"),
        ("McHale", "mixed"),
        ("1,200", "number"),
        ("T-72", "code"),
        ("--", "punctuation"),
        ("\u0301", "other"),
    ],
)
def test_shape(word: str, expected: str) -> None:
    assert SHAPES[shape(word)] == expected


def test_affixes_do_not_regard_case_and_tell_endings_apart() -> None:
    assert affixes("Shelling") == affixes("shelling")
    assert affixes("shelling")[2] == affixes("killing")[2]
    assert affixes("shelling")[6] != affixes("killing")[6]
    assert all(0 <= bucket < BUCKETS for bucket in affixes("x"))


def test_every_word_has_at_least_one_piece_and_not_too_many(vocabulary: Vocabulary) -> None:
    found = vocabulary.of(["shelled", "\u200b", "https://tarn.example/" + "ab12" * 40])
    assert [1 <= len(word.ids) <= LONGEST_WORD for word in found] == [True] * 3


def test_words_have_the_same_pieces_whatever_was_read_before() -> None:
    fresh, used = (Vocabulary.load(manifest.FOLDER / "tokenizer.json") for _ in range(2))
    used.limit = 3
    used.of(["a", "b", "c", "d"])
    assert used.of(["shelling", "a"]) == fresh.of(["shelling", "a"])


def test_batch_pads_and_points_at_the_outer_pieces(vocabulary: Vocabulary) -> None:
    rows = [vocabulary.of(["Shelling", "Zzyzxford"]), vocabulary.of(["Stop"])]
    made = batch(rows, vocabulary.start, vocabulary.end)
    assert made.pieces.shape == (2, length(rows[0]))
    assert made.words.tolist() == [[1, 1], [1, 0]]
    assert made.pieces[0, made.first[0, 1]] == rows[0][1].ids[0]
    assert made.pieces[0, made.last[0, 1]] == rows[0][1].ids[-1]
    assert made.pieces[0, 0] == vocabulary.start
    assert made.pieces[0, length(rows[0]) - 1] == vocabulary.end
    assert np.array_equal(made.mask.sum(axis=1), [length(row) for row in rows])
