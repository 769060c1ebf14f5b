"""Weighing evidence."""

import pytest

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.weigh import probability

KINDS = ("trigger", "event", "actor", "target", "who", "place", "time", "speaker")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_option_has_fitted_weights(kind: str) -> None:
    assert len(lexicon("weights")[kind]) > 2


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "event"])
def test_a_surer_reader_makes_an_option_likelier(kind: str) -> None:
    assert 0 < probability(kind, {"read": -1.0}) < probability(kind, {"read": 3.0}) < 1


def test_a_feature_without_a_weight_counts_nothing() -> None:
    assert probability("trigger", {"read": 1.0}) == probability("trigger", {"read": 1.0, "colour": 9.0})


def test_extreme_evidence_does_not_overflow() -> None:
    assert probability("trigger", {"read": 1e9}) == pytest.approx(1.0)
    assert probability("trigger", {"read": -1e9}) == pytest.approx(0.0)
