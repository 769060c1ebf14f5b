"""Label sets of the corpora."""

from pathlib import Path

from tests.training.trees import MEN, SHELLS
from training.corpora import Tagged, edits_of, labels, read_tagged


def test_labels_are_those_of_the_corpora_most_frequent_first() -> None:
    found = labels([SHELLS] * 3 + [MEN], [Tagged(("in", "Tarn"), ("O", "B-location"))])
    assert found.upos[0] in ("NOUN", "VERB", "PUNCT")
    assert set(found.upos) == {"NOUN", "VERB", "PUNCT", "PROPN"}
    assert found.relations == ("dep", "root")
    assert found.tags == ("O", "B-location")


def test_rare_scripts_are_left_out_and_known_forms_kept() -> None:
    found = labels([SHELLS] * 3 + [MEN], [])
    assert "l|2|an" not in found.edits
    assert set(edits_of(SHELLS)) <= set(found.edits)
    assert found.known == {"shells/NOUN": "shell", "fell/VERB": "fall", "men/NOUN": "man", "fled/VERB": "flee"}


def test_tagged_sentences_are_parted_by_empty_lines(tmp_path: Path) -> None:
    path = tmp_path / "train.txt"
    path.write_text("In\tO\nTarn\tB-Location\n\n \tO\nTwo\tB-Quantity\n", encoding="utf-8")
    assert read_tagged(path) == [Tagged(("In", "Tarn"), ("O", "B-Location")), Tagged(("Two",), ("B-Quantity",))]
