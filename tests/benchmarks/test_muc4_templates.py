"""Claims as MUC-4 templates, on a message made for it."""

from typing import Any

import pytest

from benchmarks.muc4_incidents import Message
from benchmarks.muc4_templates import templates
from claimtrail.claims import find_claims
from claimtrail.model import Article, Block, BlockKind, Snapshot, Span
from claimtrail.pipeline import Stages

TEXT = (
    "LIMA, 4 MAR 88 (OSTPRESS) -- [TEXT] THREE PEASANTS WERE KILLED ON WEDNESDAY WHEN GUERRILLAS ATTACKED A BUS IN "
    "AYACUCHO, PERU.\n\n"
    "IN ANOTHER INCIDENT, TWO SOLDIERS AND FOUR GUERRILLAS WERE KILLED IN A CLASH NEAR HUANCAYO ON THURSDAY."
)


@pytest.fixture(scope="module")
def found() -> list[dict[str, list[dict[str, Any]]]]:
    """The templates of the message."""
    stages = Stages.load()
    blocks = tuple(
        Block(Span(at, at + len(p)), BlockKind.BODY) for p in TEXT.split("\n\n") if (at := TEXT.find(p)) >= 0
    )
    article = Article("1", "test", TEXT, blocks, Snapshot("", len(TEXT), ""))
    reading = stages.reader.read(article.text, article.blocks)
    return templates(Message.of(article, reading, find_claims(article, reading, stages.gazetteer)))


def test_fighting_among_fighters_makes_no_template(found: list[dict[str, list[dict[str, Any]]]]) -> None:
    assert len(found) == 1


@pytest.mark.parametrize(
    ("slot", "fill"),
    [
        ("INCIDENT: TYPE", "ATTACK"),
        ("INCIDENT: DATE", "02 MAR 88"),
        ("INCIDENT: LOCATION", "PERU: AYACUCHO (CITY)"),
        ("PERP: INDIVIDUAL ID", "GUERRILLAS"),
        ("PERP: INCIDENT CATEGORY", "TERRORIST ACT"),
        ("HUM TGT: DESCRIPTION", "PEASANTS"),
        ("HUM TGT: NUMBER", "3"),
        ("HUM TGT: EFFECT OF INCIDENT", "DEATH"),
        ("PHYS TGT: ID", "BUS"),
        ("PHYS TGT: TYPE", "TRANSPORT VEHICLE"),
    ],
)
def test_slots_are_filled_in_the_words_of_the_text(
    found: list[dict[str, list[dict[str, Any]]]], slot: str, fill: str
) -> None:
    assert [each["alternatives"] for each in found[0][slot]] == [[fill]]
