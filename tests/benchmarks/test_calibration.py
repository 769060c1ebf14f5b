"""How confidence is judged, with a scorer that only knows equality."""

from types import SimpleNamespace
from typing import Any

from benchmarks.calibration import Judged, bins, by_slot, error, judged

Json = dict[str, Any]


def pair_up(golds: list[Any], found: list[Any], match: Any) -> list[tuple[int, int]]:
    return [(i, j) for i, one in enumerate(golds) for j, other in enumerate(found) if match(one, other)]


def same(one: Any, other: Any) -> bool:
    return bool(one == other)


SCORE = SimpleNamespace(
    flat=lambda claim: claim,
    align=lambda golds, found: [(0, 0)] if golds else [],
    pair_up=pair_up,
    same=same,
    same_time=same,
    same_loss=same,
)
GOLD = {"event": "attack", "actors": ["army"], "losses": [1], "place": "Ardo"}


def claim(confidence: dict[str, float], **slots: Any) -> Json:
    return {"event": "attack", "actors": ["army"], "losses": [1], "place": "Ardo", "confidence": confidence} | slots


def rights(gold: list[Json], *claims: Json) -> dict[str, list[bool]]:
    return {slot: [x.right for x in those] for slot, those in by_slot(judged(gold, claims, SCORE)).items()}


def test_a_slot_is_right_where_all_of_it_matches_the_partner() -> None:
    slots = {"claim": 0.9, "event": 0.9, "actors": 0.9, "place": 0.9, "losses": 0.9}
    assert rights([GOLD], claim(slots)) == {key: [True] for key in slots}
    assert rights([GOLD], claim({"actors": 0.9}, actors=["army", "police"])) == {"actors": [False]}
    assert rights([GOLD], claim({"event": 0.9}, event="killing")) == {"event": [False]}


def test_without_a_partner_only_losses_can_be_right() -> None:
    first, second = claim({}, losses=[]), claim({"claim": 0.4, "place": 0.4, "losses": 0.4})
    assert rights([GOLD], first, second) == {"claim": [False], "place": [False], "losses": [True]}


def test_the_error_is_the_mean_distance_of_confidence_and_share() -> None:
    exact = [Judged("place", 0.75, right) for right in (True, True, True, False)]
    assert error(exact) == 0
    assert error([Judged("place", 1.0, False)]) == 1
    assert list(bins([Judged("place", 1.0, True), Judged("place", 0.0, True)])) == [0, 9]
