"""What counts as a figure that the text does not give."""

from typing import Any

import pytest

from benchmarks.invented import Figure, tells

TEXT = "Some 40 rebels and dozens of guards died; no one else was hurt."


def figure(words: str, low: int | None, high: int | None, **other: Any) -> Figure:
    start = TEXT.index(words)
    count = {"text": words, "start": start, "end": start + len(words), "low": low, "high": high, **other}
    who = {"text": "rebels", "start": TEXT.index("rebels"), "end": TEXT.index("rebels") + 6}
    return Figure("a", {"who": who, "count": count, "outcome": "killed"}, TEXT, None)


@pytest.mark.parametrize(
    ("words", "low", "high", "told"),
    [("Some 40", 40, 40, True), ("dozens", 24, None, True), ("no one", 0, 0, True), ("Some 40", 14, 14, False)],
)
def test_the_words_by_themselves_tell_the_number(words: str, low: int, high: int | None, told: bool) -> None:
    assert tells(words, low, high) is told
    assert figure(words, low, high).absent is not told


def test_a_range_that_holds_other_words_is_absent() -> None:
    assert figure("Some 40", 40, 40, text="Some 400").absent
