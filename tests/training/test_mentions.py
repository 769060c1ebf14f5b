"""Only sentences under a licence that allows it are trained on."""

import json
from pathlib import Path

import pytest

from training.corpora import Tagged
from training.mentions import licensed, merged


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two free documents and one with a non-commercial clause; the last sentence of the first is tested on."""
    articles = [
        {"licence": "public domain", "text": "Shells hit Tarn. Ilse left."},
        {"licence": "CC BY-NC 3.0", "text": "Troops reached Orto. Nobody spoke."},
        {"licence": "CC BY-SA 3.0", "text": "Nobody spoke. Two fled."},
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(json.dumps(article) for article in articles), encoding="utf-8")
    (tmp_path / "ner").mkdir()
    train = "Shells\tO\nhit\tO\nTarn\tB-Location\n.\tO\n\n"
    train += "Troops\tB-Organisation\nreached\tO\nOrto\tB-Location\n.\tO\n\n"
    train += "Nobody\tO\nspoke\tO\n.\tO\n\nIlse\tB-Person\nleft\tO\n.\tO\n\nUnknown\tO\n.\tO\n"
    (tmp_path / "ner" / "train.txt").write_text(train, encoding="utf-8")
    (tmp_path / "ner" / "test.txt").write_text("Ilse\tB-Person\nleft\tO\n.\tO\n", encoding="utf-8")
    return tmp_path


def test_non_commercial_tested_and_unknown_sentences_are_left_out(folder: Path) -> None:
    assert licensed(folder, ["train"]) == [Tagged(("Shells", "hit", "Tarn", "."), ("O", "O", "B-location", "O"))]


def test_types_are_renamed_and_unknown_ones_dropped() -> None:
    sentence = Tagged(("a", "b", "c"), ("B-MilitaryPlatform", "I-MilitaryPlatform", "B-Frequency"))
    assert merged(sentence).tag == ("B-vehicle", "I-vehicle", "O")
