"""The rewordings that are made by rule, and what is compared."""

import random
import tomllib
from collections import Counter
from pathlib import Path

import benchmarks.robustness as robustness
from benchmarks.robustness import Wording, headline_case, kept, swap, typo, wordings

SENTENCE = "Gunmen killed two guards in Kabul, the police said."


def test_names_are_swapped_within_their_pool_and_never_for_one_that_stands_there() -> None:
    swapped = swap("From Kabul to Homs", [["Kabul", "Homs", "Gao", "Juba"], ["Ann Lee"]], random.Random(1))
    assert set(swapped) == {"Kabul", "Homs"}
    assert set(swapped.values()) == {"Gao", "Juba"}


def test_headline_case_leaves_small_words() -> None:
    assert headline_case(SENTENCE) == "Gunmen Killed Two Guards in Kabul, the Police Said."


def test_a_slip_touches_one_word_inside() -> None:
    ((word, slip),) = typo(SENTENCE, random.Random(3)).items()
    assert word in SENTENCE
    assert slip != word
    assert slip[0] == word[0]
    assert typo("Up to ten.", random.Random(3)) == {}


def test_speakers_and_places_are_compared_by_their_new_names() -> None:
    before = {slot: Counter[str]() for slot in robustness.SLOTS} | {"places": Counter({"kabul": 1})}
    after = before | {"places": Counter({"gao": 1})}
    assert all(kept(before, after, Wording(0, "names", "", {"Kabul": "Gao"})).values())
    assert not kept(before, after, Wording(0, "voice", ""))["places"]


def test_there_are_two_hundred_sentences_and_every_kind_of_rewording() -> None:
    path = Path(robustness.__file__).with_name("sentences.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert len({sentence["text"] for sentence in table["sentence"]}) >= 200
    assert {wording.kind for wording in wordings(table)} == {"written", *robustness.KINDS}
