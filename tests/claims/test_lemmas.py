"""Lemmas checked against the lexicons."""

import pytest

from claimtrail.claims.lemmas import lemma_of, unchanging


@pytest.mark.parametrize(
    ("form", "upos", "made_up", "expected"),
    [
        ("strafed", "VERB", "straf", "strafe"),
        ("shelling", "VERB", "shelle", "shell"),
        ("bodies", "NOUN", "bodie", "body"),
        ("slain", "VERB", "slain", "slay"),
        ("men", "NOUN", "men", "man"),
    ],
)
def test_a_known_word_is_taken_where_the_reader_makes_one_up(form: str, upos: str, made_up: str, expected: str) -> None:
    assert lemma_of(form, upos, made_up) == expected


def test_the_reader_is_believed_of_words_that_no_lexicon_has() -> None:
    assert lemma_of("zorbling", "VERB", "zorble") == "zorble"
    assert lemma_of("shelled", "ADJ", "shelled") == "shelled"


def test_participles_spelt_as_their_infinitive() -> None:
    assert "hit" in unchanging()
    assert "kill" not in unchanging()
