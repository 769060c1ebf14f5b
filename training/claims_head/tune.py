"""Chooses the decoder's thresholds on the held-out articles, one at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from claimtrail.reader.claims_head_decode import ROLES, Decoder, Labels, Thresholds
from training.claims_head.measure import Seen, predict, score

STEPS = (0.25, 0.3, 0.35, 0.45, 0.5, 0.55)


def tune(labels: Labels, start: Thresholds, seen: Sequence[Seen], scorer: Path, rounds: int = 1) -> Thresholds:
    """The thresholds with the best `all` score found by moving one after another."""
    articles = [s.article for s in seen]

    def quality(thresholds: Thresholds) -> float:
        return float(score(predict(Decoder(labels, thresholds), seen), articles, scorer)["all"]["f1"])

    best, reached = start, quality(start)
    for _ in range(rounds):
        for name in ("trigger", *ROLES):
            for candidate in _moves(best, name):
                found = quality(candidate)
                if found > reached:
                    best, reached = candidate, found
    return best


def _moves(thresholds: Thresholds, name: str) -> Iterator[Thresholds]:
    for step in STEPS:
        if name == "trigger":
            yield replace(thresholds, trigger=step)
        else:
            yield replace(thresholds, roles={**thresholds.roles, name: step})
