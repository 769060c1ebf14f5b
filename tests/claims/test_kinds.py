"""What a noun phrase names."""

import pytest

from claimtrail.claims.kinds import category_of, kind_of
from claimtrail.model import Category


@pytest.mark.parametrize(
    ("phrase", "category"),
    [
        ("fishermen", Category.CIVILIAN),
        ("suspected insurgents", Category.COMBATANT),
        ("Taliban leader", Category.COMBATANT),
        ("soldiers of the third brigade", Category.COMBATANT),
        ("Sergeant Olen Marsh", Category.COMBATANT),
        ("people", Category.PERSON),
        ("civilian casualties", Category.CIVILIAN),
        ("crew of a fishing boat", Category.CIVILIAN),
        ("T-72 tanks", Category.VEHICLE),
        ("MiG-29 fighters", Category.AIRCRAFT),
        ("Bayraktar", Category.AIRCRAFT),
        ("Shaheds", Category.AIRCRAFT),
        ("ZU-23-2", Category.WEAPON),
        ("DShK", Category.WEAPON),
        ("Katyusha rockets", Category.WEAPON),
        ("AK-47 magazines", Category.WEAPON),
        ("mortar components", Category.WEAPON),
        ("weapons cache", Category.FACILITY),
        ("ammunition depots", Category.FACILITY),
        ("oxen", Category.OTHER),
        ("frigates", Category.VEHICLE),
        ("square kilometres", Category.TERRITORY),
        ("fifteen", None),
        ("Ilya Brandt", None),
    ],
)
def test_category_of_a_phrase(phrase: str, category: Category | None) -> None:
    assert category_of(phrase) is category


def test_kinds_lead_from_narrow_to_wide() -> None:
    assert kind_of("T-55") == ("tank", "vehicle")
    assert kind_of("rifles") == ("gun", "weapon")
    assert kind_of("nothing of the sort") == ()
