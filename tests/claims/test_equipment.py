"""Kinds of weapons, aircraft, vehicles and vessels."""

import pytest

from claimtrail.claims.equipment import equipment_of
from claimtrail.claims.lexicon import lexicon


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("T-72B3 tanks", "tank"),
        ("T-72", "tank"),
        ("Su-25 jets", "combat_aircraft"),
        ("Mi-24 helicopters", "attack_helicopter"),
        ("ZU-23-2 gun", "anti_aircraft_gun"),
        ("DShK", "machine_gun"),
        ("Bayraktar TB2", "uav"),
        ("Grad rockets", "rocket"),
        ("BM-21 Grad", "rocket_launcher"),
        ("RPG-7s", "grenade_launcher"),
        ("Kalashnikov rifles", "rifle"),
        ("AK-47s", "rifle"),
        ("suicide car bomb", "suicide_vehicle_bomb"),
        ("barrel bombs", "barrel_bomb"),
        ("82mm mortar shells", "mortar_shell"),
        ("truck packed with explosives", "truck"),
        ("Toyota Land Cruiser", "suv"),
        ("knives", "blade"),
        ("HIMARS systems", "rocket_launcher"),
    ],
)
def test_words_names_and_designations(phrase: str, kind: str) -> None:
    assert equipment_of(phrase)[0] == kind


@pytest.mark.parametrize("phrase", ["soldiers", "Apache pilots", "May 22", "a leopard", "tank crew", "Room T"])
def test_other_phrases_name_no_equipment(phrase: str) -> None:
    assert equipment_of(phrase) == ()


def test_kinds_lead_up_to_a_top() -> None:
    assert equipment_of("mortar") == ("mortar", "artillery", "weapon")
    kinds = lexicon("equipment")
    assert [kind for kind, table in kinds.items() if table["is"] and table["is"] not in kinds] == []
