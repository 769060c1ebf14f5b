"""Confidence: a map that keeps the order."""

from claimtrail.claims.confidence import calibrated, uncalibrated
from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.weigh import logit


def test_what_is_surer_stays_surer_in_every_slot() -> None:
    assert all(line["scale"] > 0 for line in lexicon("confidence").values())
    low, high = calibrated(0.5, {"place": 0.5}), calibrated(0.8, {"place": 0.6})
    assert all(0 < low[slot] < high[slot] < 1 for slot in low)


def test_a_slot_is_as_sure_as_claim_and_phrase_together_but_losses_stand_alone() -> None:
    unsure, sure = calibrated(0.4, {"place": 0.9, "losses": 0.9}), calibrated(0.9, {"place": 0.9, "losses": 0.9})
    assert unsure["place"] < sure["place"]
    assert unsure["losses"] == sure["losses"]


def test_the_map_can_be_undone() -> None:
    assert abs(uncalibrated("claim", calibrated(0.7, {})["claim"]) - logit(0.7)) < 1e-6


def test_every_slot_that_can_be_filled_has_a_map() -> None:
    slots = {"claim", "event", "status", "actors", "targets", "losses", "place", "time", "attribution"}
    assert set(lexicon("confidence")) == slots
