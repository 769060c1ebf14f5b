"""What the coreference head sees of mentions."""

import numpy as np
import pytest

from claimtrail.model import Span
from claimtrail.reader import manifest
from claimtrail.reader.claims_head_input import read_words
from claimtrail.reader.coreference_input import KINDS, MATCHES, SIZES, features, kind_of, match_of
from claimtrail.reader.pieces import Vocabulary


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("General Moraz", "name"),
        ("UNIFIL", "name"),
        ("the militants", "description"),
        ("the Oldra Front", "name"),
        ("a spokesman", "indefinite"),
        ("residents", "indefinite"),
        ("She", "she"),
        ("their", "they"),
        ("", "indefinite"),
    ],
)
def test_kinds(phrase: str, kind: str) -> None:
    assert KINDS[kind_of(phrase)] == kind


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("the army", "The army", "equal"),
        ("Colonel Ivo Ren", "Ren", "within"),
        ("the rebel group", "an armed group", "last"),
        ("the port police", "the port master", "shared"),
        ("the army", "rebels", "none"),
        ("it", "it", "none"),
    ],
)
def test_matches(one: str, other: str, match: str) -> None:
    assert MATCHES[match_of(one, other)] == match


def test_features_stay_within_their_classes() -> None:
    text = "The army left. It returned.\n\nRebels said the army fled. They stayed. " * 3
    tokenizer = Vocabulary.load(manifest.FOLDER / "tokenizer.json").tokenizer
    words = read_words(tokenizer, {}, text, [Span(0, len(text))])
    ranges = np.array([(i, i + 1) for i in range(len(words))], np.int64)
    phrases = [text[a:b] for a, b in zip(words.start, words.end, strict=True)]
    found = features(words, ranges, phrases)
    assert found.shape == (len(words), len(words), len(SIZES))
    assert (found >= 0).all()
    assert (found.max((0, 1)) < np.array(SIZES)).all()
