"""Edit scripts and lemmas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrail.reader.lemmas import apply, lemma, of_sentence, script

WORD = st.text(alphabet=st.characters(categories=("Lu", "Ll")), min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("shelled", "shell", "k|2|"),
        ("Shelling", "shell", "l|3|"),
        ("carried", "carry", "k|3|y"),
        ("was", "be", "=be"),
        ("Tarn", "Tarn", "k|0|"),
    ],
)
def test_a_script_is_the_edit_that_makes_the_lemma(form: str, lemma: str, expected: str) -> None:
    assert script(form, lemma) == expected
    assert apply(expected, form) == lemma


@given(WORD.filter(lambda word: len(word.lower()) == len(word)), WORD)
def test_every_script_makes_its_lemma_again(form: str, lemma: str) -> None:
    assert apply(script(form, lemma), form) == lemma


def test_a_script_that_cuts_everything_leaves_the_word() -> None:
    assert apply("k|3|", "Up") == "up"


def test_known_forms_come_before_scripts() -> None:
    known = {"men/NOUN": "man", "fell/VERB": "fall"}
    assert of_sentence(["Men", "fell"], ["NOUN", "VERB"], ["k|1|", "k|0|"], known, frozenset()) == ["man", "fall"]


def test_capitals_of_headlines_are_lowered_except_in_names() -> None:
    upos, edits = ["NOUN", "VERB", "PROPN"], ["k|1|", "k|0|", "k|0|"]
    assert of_sentence(["TROOPS", "RETAKE", "TARN"], upos, edits, {}, frozenset()) == ["troop", "retake", "TARN"]
    assert of_sentence(["Troops", "Retake", "Tarn"], upos, edits, {}, frozenset()) == ["troop", "retake", "Tarn"]


@pytest.mark.parametrize(
    ("form", "upos", "edit", "expected"),
    [
        ("wounded", "VERB", "k|1|", "wound"),
        ("exploded", "VERB", "k|2|", "explode"),
        ("recapturing", "VERB", "k|3|", "recapture"),
        ("planned", "VERB", "k|2|", "plan"),
        ("carried", "VERB", "k|2|", "carry"),
        ("bodies", "NOUN", "k|1|", "body"),
        ("Katyushas", "NOUN", "l|1|", "katyusha"),
        ("killed", "VERB", "k|2|", "kill"),
    ],
)
def test_a_script_that_makes_no_word_gives_way_to_a_regular_ending(
    form: str, upos: str, edit: str, expected: str
) -> None:
    lexicon = frozenset(("wound", "explode", "capture", "plan", "carry", "body", "kill"))
    assert lemma(form, upos, edit, {}, lexicon) == expected
