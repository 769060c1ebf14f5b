"""The articles set aside as a test are in no set that is learned from or chosen by."""

import json
from pathlib import Path

TRAINING = Path(__file__).parents[2] / "training"
TEST = TRAINING / "test.jsonl"


def texts(*files: Path) -> list[str]:
    lines = (line for path in files for line in path.read_text("utf-8").split("\n") if line)
    return [json.loads(line)["text"] for line in lines]


def test_no_article_of_the_test_part_is_learned_from() -> None:
    tested = texts(TEST)
    assert len(tested) > 150
    assert not set(tested) & set(texts(*(TRAINING / "data").glob("*.jsonl")))


def test_every_article_of_the_test_part_is_annotated() -> None:
    ids = [json.loads(line)["id"] for line in TEST.read_text("utf-8").split("\n") if line]
    assert sorted(ids) == sorted(path.stem for path in TEST.with_suffix("").glob("*.json"))
