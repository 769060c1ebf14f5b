"""The parts of attributions put together."""

import re

from claimtrail.claims.told import Told, sources_over, told
from claimtrail.model import Said, Span

TEXT = "The army said that witnesses saw two bodies, and it denied shelling the camp.\n\nResidents disagreed."


def part(words: str, name: str, score: float = 0.9) -> Said:
    start = next(match.start() for match in re.finditer(rf"\b{words}\b", TEXT))
    return Said(Span(start, start + len(words)), name, score)


SAID = [
    part("The army", "source"),
    part("said", "cue"),
    part("that witnesses saw two bodies", "content"),
    part("witnesses", "source"),
    part("saw", "cue"),
    part("two bodies", "content"),
    part("it", "source"),
    part("denied", "cue"),
    part("shelling the camp", "content"),
]


def words(found: Told) -> tuple[str, str, list[str]]:
    source = found.source.of(TEXT) if found.source else ""
    return source, found.cue.of(TEXT), [content.of(TEXT) for content in found.content]


def test_each_cue_gets_its_own_source_and_content() -> None:
    assert [words(each) for each in told(TEXT, SAID)] == [
        ("The army", "said", ["that witnesses saw two bodies"]),
        ("witnesses", "saw", ["two bodies"]),
        ("it", "denied", ["shelling the camp"]),
    ]


def test_parts_that_are_not_sure_are_left_out() -> None:
    assert told(TEXT, [part("said", "cue", 0.4), part("The army", "source")]) == []


def test_a_source_of_another_paragraph_is_not_taken() -> None:
    (found,) = told(TEXT, [part("denied", "cue"), part("shelling the camp", "content"), part("Residents", "source")])
    assert found.source is None


def test_the_innermost_source_comes_first() -> None:
    found = told(TEXT, SAID)
    assert [each.of(TEXT) for each in sources_over(found, TEXT.index("bodies"))] == ["witnesses", "The army"]
    assert sources_over(found, TEXT.index("Residents")) == []
