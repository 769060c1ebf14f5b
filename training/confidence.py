"""Fit the map from the probabilities that claims were kept with to the confidence that is shown.

`python -m training.confidence --config training/claims_head/claims_head.toml`

Run it after `training.weights`. It reads the same sixth of the articles that the claims head was not trained on;
neither `gold/dev` nor `training/test` is looked at. What is right, is told as `benchmarks.calibration` does. Prints,
for each slot, the expected calibration error before, and of a map fitted on one half of these articles on the other.
"""

import argparse
import hashlib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.calibration import Judged, by_slot, error, judged
from claimtrail.claims import find_claims
from claimtrail.claims.confidence import uncalibrated
from claimtrail.export import record
from claimtrail.model import Result
from claimtrail.pipeline import Stages
from training.weights import Read, held, scorer

RIDGE = 1e-3
OUT = Path("src/claimtrail/claims/data/confidence.toml")
HEADER = """# The log odds of a slot's confidence are `shift` + `scale` times those that it was kept with.
# Written by `python -m training.confidence`; fitted on articles that the claims head was not trained on.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """The shift and the scale, above nought, of log odds."""

    shift: float
    scale: float

    def at(self, odds: float) -> float:
        """The probability at some log odds."""
        return float(1 / (1 + np.exp(-(self.shift + self.scale * odds))))


@dataclass(frozen=True, slots=True)
class Sample:
    """A judged slot, the article it is of, and the log odds that it was kept with."""

    article: str
    judged: Judged
    odds: float


def fit(samples: Sequence[Sample]) -> Line:
    """The line under which what was right is likeliest, with a small ridge towards the line that changes nothing."""
    table = np.array([[1.0, sample.odds] for sample in samples])
    right = np.array([sample.judged.right for sample in samples], float)
    line = unchanged = np.array([0.0, 1.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(table @ line, -30, 30)))
        slope = table.T @ (p - right) + RIDGE * (line - unchanged)
        curve = (table * (p * (1 - p))[:, None]).T @ table + RIDGE * np.eye(2)
        line = line - np.linalg.solve(curve, slope)
    if line[1] <= 0:
        raise SystemExit("training.confidence: what is surer is righter no more; fit the weights first")
    return Line(round(float(line[0]), 4), round(float(line[1]), 4))


def across(samples: Sequence[Sample]) -> float:
    """The calibration error of each half of the articles under the map of the other half."""
    halves = [[s for s in samples if _half(s.article) == half] for half in (0, 1)]
    lines = [fit(half) for half in halves]
    moved = [_under(line, half) for line, half in zip(reversed(lines), halves, strict=True)]
    return error([each for half in moved for each in half])


def _half(article: str) -> int:
    return int(hashlib.sha256(f"half {article}".encode()).hexdigest(), 16) % 2


def _under(line: Line, samples: Sequence[Sample]) -> list[Judged]:
    return [replace(sample.judged, confidence=line.at(sample.odds)) for sample in samples]


def gathered(found: Iterator[Read], stages: Stages, score: object) -> Mapping[str, list[Sample]]:
    """Every filled slot of some articles, by slot."""
    slots: dict[str, list[Sample]] = {}
    for each in found:
        claims = find_claims(each.article, each.reading, stages.gazetteer)
        rows = record(Result(each.article, claims, ()))["claims"]
        for row, claim in zip(rows, claims, strict=True):
            row["confidence"] = dict(claim.confidence)
        for slot, those in by_slot(judged(each.gold, rows, score)).items():
            slots.setdefault(slot, []).extend(
                Sample(each.article.id, one, uncalibrated(slot, one.confidence)) for one in those
            )
    return slots


def write(path: Path, lines: Mapping[str, Line]) -> None:
    """Write the map as TOML."""
    tables = (f"[{slot}]\nshift = {line.shift}\nscale = {line.scale}" for slot, line in lines.items())
    path.write_text(HEADER + "\n" + "\n\n".join(tables) + "\n", encoding="utf-8")


def main() -> None:
    """Read, judge, fit, write; prints the errors before and across halves."""
    parser = argparse.ArgumentParser(prog="python -m training.confidence", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--config", type=Path, required=True, help="the claims head's configuration: its sets and scorer"
    )
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    config = tomllib.loads(given.config.read_text(encoding="utf-8"))
    stages, score = Stages.load(), scorer(config)
    sets = [texts for folder in config["train"] for texts in sorted(Path(folder).glob("*.jsonl"))]
    slots = gathered(held(((texts, texts.with_suffix("")) for texts in sets), stages, score), stages, score)
    for slot, samples in slots.items():
        before = error(_under(Line(0.0, 1.0), samples))
        print(f"{slot}: {len(samples)} filled, error {before:.3f} before, {across(samples):.3f} across halves")
    write(given.out, {slot: fit(samples) for slot, samples in slots.items()})


if __name__ == "__main__":
    main()
