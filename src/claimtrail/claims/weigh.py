"""How far evidence speaks for a slot: logistic weights over named features, fitted on held-out articles.

The weights are data (`data/weights.toml`, written by `training.weights`); a feature without a weight counts nothing.
"""

from collections.abc import Mapping
from functools import cache
from math import exp, log

from claimtrail.claims.lexicon import lexicon

Features = Mapping[str, float]
SURE = 0.999


def probability(kind: str, features: Features) -> float:
    """The probability that a trigger, or an argument of a role (`kind`), is right, by its features."""
    weights = _weights(kind)
    total = weights.get("bias", 0.0) + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def logit(score: float) -> float:
    """The log odds of a probability, kept within those of `SURE`."""
    score = min(SURE, max(1 - SURE, score))
    return log(score / (1 - score))


@cache
def _weights(kind: str) -> Mapping[str, float]:
    tables: Mapping[str, Mapping[str, float]] = lexicon("weights")
    return tables[kind]
