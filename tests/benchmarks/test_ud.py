"""Matching words of a reading to those of a treebank."""

import pytest

from benchmarks.ud import gold_ends, gold_rates, gold_words, raw_rates, raw_text
from claimtrail.reader import Reader
from training.conllu import Tree

FLED = Tree(
    form=("They", "did", "n't", "flee", "."),
    lemma=("they", "do", "not", "flee", "."),
    upos=("PRON", "AUX", "PART", "VERB", "PUNCT"),
    head=(4, 4, 4, 0, 4),
    deprel=("nsubj", "aux", "advmod", "root", "punct"),
    surface=((1, "They"), (2, "didn't"), (2, "didn't"), (4, "flee"), (5, ".")),
    text="They didn't flee.",
    opens=True,
)
FELL = Tree(
    form=("Shells", "fell", "."),
    lemma=("shell", "fall", "."),
    upos=("NOUN", "VERB", "PUNCT"),
    head=(2, 0, 2),
    deprel=("nsubj", "root", "punct"),
    surface=((1, "Shells"), (2, "fell"), (3, ".")),
    text="Shells fell.",
    opens=False,
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def test_words_of_a_contraction_share_its_characters() -> None:
    words = list(gold_words([FLED, FELL]))
    assert [word.at for word in words] == [(0, 4), (4, 7), (7, 10), (10, 14), (14, 15), (15, 21), (21, 25), (25, 26)]
    assert words[0].head == (10, 14)
    assert words[3].head is None
    assert gold_ends([FLED, FELL]) == {15, 26}


def test_raw_text_keeps_sentences_of_a_paragraph_together() -> None:
    assert raw_text([FLED, FELL, FLED]) == "They didn't flee. Shells fell.\n\nThey didn't flee."


def test_a_treebank_read_without_fault_scores_one(reader: Reader) -> None:
    assert set(gold_rates(reader, [FLED, FELL]).values()) == {1.0}
    assert set(raw_rates(reader, [FLED, FELL]).values()) == {1.0}


def test_a_wrong_head_counts_against_both_attachment_scores(reader: Reader) -> None:
    wrong = Tree(FELL.form, FELL.lemma, FELL.upos, (2, 0, 1), FELL.deprel, FELL.surface, FELL.text, FELL.opens)
    rates = raw_rates(reader, [wrong])
    assert rates["upos"] == 1.0
    assert rates["uas"] == rates["las"] == pytest.approx(2 / 3)
