"""The articles set aside as a test are in no set that is learned from or chosen by."""

import json
from pathlib import Path

DATA, TEST = (Path(__file__).parents[2] / "training" / name for name in ("data", "test"))


def texts(folder: Path) -> list[str]:
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").split("\n") if line]
    return [json.loads(line)["text"] for line in lines]


def test_no_article_of_the_test_part_is_learned_from() -> None:
    tested = texts(TEST)
    assert len(tested) > 150
    assert not set(tested) & set(texts(DATA))


def test_every_article_of_the_test_part_is_annotated() -> None:
    for path in TEST.glob("*.jsonl"):
        for line in path.read_text("utf-8").split("\n"):
            if line:
                assert (TEST / path.stem / f"{json.loads(line)['id']}.json").is_file()
