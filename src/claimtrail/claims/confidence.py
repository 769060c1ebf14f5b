"""How sure a claim and each of its slots is: calibrated probabilities.

The weights tell how likely each phrase is by itself. What a user asks is how likely a whole slot is right, in a claim
that is itself right; the two differ, since slots are chosen, merged and limited after weighing. So the log odds of each
slot are shifted and scaled (Platt 1999) to the share that was right in articles that the reader did not learn from
(`data/confidence.toml`, written by `training.confidence`). The scale is positive, so that the order stays.
"""

from collections.abc import Mapping
from math import exp

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.weigh import logit

# Losses are right or wrong by themselves, whichever claim of the article they are put to.
ALONE = frozenset({"losses"})


def calibrated(claim: float, slots: Mapping[str, float]) -> Mapping[str, float]:
    """The confidence of a claim (`claim`) and of its filled slots, from the probabilities that they were kept with."""
    joint = {slot: score if slot in ALONE else claim * score for slot, score in slots.items()}
    return {slot: _moved(slot, score) for slot, score in ({"claim": claim} | joint).items()}


def uncalibrated(slot: str, confidence: float) -> float:
    """The log odds that a confidence was made from; for fitting the map anew."""
    shift, scale = _map(slot)
    return (logit(confidence) - shift) / scale


def _moved(slot: str, score: float) -> float:
    shift, scale = _map(slot)
    return 1 / (1 + exp(-(shift + scale * logit(score))))


def _map(slot: str) -> tuple[float, float]:
    found = lexicon("confidence")[slot]
    return found["shift"], found["scale"]
