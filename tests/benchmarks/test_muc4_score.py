"""The MUC-4 scorer on templates made for it."""

from typing import Any

import pytest

from benchmarks.muc4_score import SLOTS, Score, compared, grade, pairs


def fill(*alternatives: str, of: tuple[str, ...] = (), optional: bool = False) -> dict[str, Any]:
    return {"alternatives": list(alternatives), "of": list(of), "optional": optional}


def template(**slots: list[dict[str, Any]]) -> dict[str, Any]:
    """A template by the short names of its slots."""
    return {slot: slots.get(name, []) for slot, name in SLOTS.items()}


RAID = template(inc_type=[fill("ATTACK")], hum_tgt_desc=[fill("THE MAYOR")], inc_date=[fill("04 MAR 88")])
BOMB = template(inc_type=[fill("BOMBING")], phys_tgt_id=[fill("TARN BRIDGE")])


@pytest.mark.parametrize(
    ("slot", "given", "asked", "points"),
    [
        ("HUM TGT: DESCRIPTION", "MAYOR", "THE MAYOR", 1.0),
        ("HUM TGT: DESCRIPTION", "OLD MAYOR", "THE MAYOR", 0.5),
        ("HUM TGT: DESCRIPTION", "JUDGE", "THE MAYOR", 0.0),
        ("HUM TGT: NUMBER", "3", "3", 1.0),
        ("HUM TGT: NUMBER", "PLURAL", "3", 0.5),
        ("HUM TGT: NUMBER", "1", "PLURAL", 0.0),
        ("HUM TGT: NUMBER", "~30", "30", 0.5),
        ("INCIDENT: DATE", "- 04 MAR 88", "04 MAR 88", 0.5),
        ("INCIDENT: DATE", "03 MAR 88", "04 MAR 88", 0.0),
        ("INCIDENT: LOCATION", "OSTLAND: TARN (TOWN)", "OSTLAND: TARN (CITY)", 1.0),
        ("INCIDENT: LOCATION", "OSTLAND", "OSTLAND: TARN (CITY)", 0.5),
        ("INCIDENT: TYPE", "ATTACK", "ARSON", 0.5),
        ("HUM TGT: EFFECT OF INCIDENT", "DEATH", "INJURY", 0.0),
    ],
)
def test_a_fill_is_right_partly_right_or_wrong(slot: str, given: str, asked: str, points: float) -> None:
    assert grade(slot, fill(given), fill(asked)) == points


def test_a_fill_about_somebody_is_no_better_than_the_phrase_that_names_them() -> None:
    asked = fill("3", of=("PEASANTS OF TARN",))
    assert grade("HUM TGT: NUMBER", fill("3", of=("PEASANTS",)), asked) == 0.5
    assert grade("HUM TGT: NUMBER", fill("3", of=("JUDGES",)), asked) == 0.0


def test_an_optional_fill_is_never_missing_and_one_too_many_is_spurious() -> None:
    tally = compared("PHYS TGT: ID", [fill("BRIDGE"), fill("HUT")], [fill("BRIDGE"), fill("MILL", optional=True)])
    assert (tally.correct, tally.incorrect, tally.spurious, tally.missing) == (1, 0, 1, 0)


def test_templates_pair_by_best_match_and_only_where_they_share_somebody_or_something() -> None:
    other = template(inc_type=[fill("ATTACK")], inc_date=[fill("04 MAR 88")])
    assert pairs([other, BOMB, RAID], [RAID, BOMB]) == [(2, 0), (1, 1)]


def test_a_template_without_a_pair_counts_in_full_unless_it_is_optional() -> None:
    score = Score()
    score.add([BOMB], [{"optional": False, "slots": RAID}])
    assert (score.total().spurious, score.total().missing) == (2, 3)
    score.add([], [{"optional": True, "slots": RAID}])
    assert score.total().missing == 3


def test_a_person_told_by_description_is_the_one_told_by_name() -> None:
    named = template(
        inc_type=[fill("ATTACK")],
        hum_tgt_name=[fill("ILSE BRANDT")],
        hum_tgt_desc=[fill("MAYOR", of=("ILSE BRANDT",))],
        hum_tgt_number=[fill("1", of=("ILSE BRANDT",))],
    )
    told = template(inc_type=[fill("ATTACK")], hum_tgt_desc=[fill("MAYOR")], hum_tgt_number=[fill("1", of=("MAYOR",))])
    score = Score()
    score.add([told], [{"optional": False, "slots": named}])
    assert score.slots["HUM TGT: NUMBER"].correct == 1
