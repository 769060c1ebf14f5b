"""Time expressions as the corpus writes them."""

import json
from pathlib import Path

import pytest

from benchmarks.timebank import score

TEXT = "The mill closed in early March. From 1991 to 1997 the sawmill, built in the nineties, paid its men by year-end."
TIMEXES = [
    ("early March", "DATE", "1998-03"),
    ("1991", "DATE", "1991"),
    ("1997", "DATE", "1997"),
    ("the nineties", "DATE", "199"),
    ("year-end", "DATE", "1998"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    article = {"id": "a", "title": None, "published": "1998-06-12", "url": None, "text": TEXT, "set": "made"}
    (tmp_path / "articles.jsonl").write_text(json.dumps(article) + "\n")
    timexes = (
        {"id": "a", "start": TEXT.index(words), "end": TEXT.index(words) + len(words), "type": kind, "value": value}
        for words, kind, value in TIMEXES
    )
    (tmp_path / "timexes.jsonl").write_text("".join(json.dumps(timex) + "\n" for timex in timexes))
    return tmp_path


def test_ranges_stages_and_decades_have_the_values_of_the_corpus(folder: Path) -> None:
    assert score(folder, None) == {"span_f1": 1.0, "value_f1": 1.0}
