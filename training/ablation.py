"""What rules, heads and each of the smaller heads give: claims on the gold corpus without them.

`python -m training.ablation --config training/claims_head/claims_head.toml`. For each variant the weights of claims are
fitted anew on the held-out articles, as `training.weights` does, and scored on `dev`; nothing is written.
"""

import argparse
import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from claimtrail.claims import find_claims, weigh
from claimtrail.export import record
from claimtrail.ingest import articles
from claimtrail.model import Article, Reading, Result
from claimtrail.pipeline import Stages
from claimtrail.settings import IngestSettings
from training.weights import Read, fit, gathered, material, scorer

SLOTS = ("all", "claim", "event", "status", "actors", "targets", "losses", "figures", "place", "time", "attribution")
Variant = Callable[[Reading], Reading]
VARIANTS: dict[str, Variant] = {
    "rules and heads": lambda reading: reading,
    "rules alone": lambda reading: replace(reading, proposals=(), arguments=(), said=(), links=()),
    "without the speech head": lambda reading: replace(reading, said=()),
    "without the coreference head": lambda reading: replace(reading, links=()),
}


def measured(folder: Path, stages: Stages, score: Any) -> list[Read]:
    """The articles beside a folder of annotations, read."""
    return [
        Read(
            article,
            stages.reader.read(article.text, article.blocks),
            score.load(article.text, json.loads((folder / f"{article.id}.json").read_text())),
        )
        for article in articles([str(folder.with_suffix(".jsonl"))], IngestSettings())
        if isinstance(article, Article)
    ]


def figures(found: Sequence[Read], stages: Stages, score: Any) -> Mapping[str, Mapping[str, float]]:
    """The scores of the claims that are found in some articles, with the weights in force."""
    tally = score.Tally()
    for each in found:
        claims = find_claims(each.article, each.reading, stages.gazetteer)
        told = json.loads(json.dumps(record(Result(each.article, claims, (), ()))))
        score.score_document(each.article.id, each.gold, [score.flat(claim) for claim in told["claims"]], tally)
    rows: Mapping[str, Mapping[str, float]] = tally.figures()
    return rows


def main() -> None:
    """Print a row for each variant."""
    parser = argparse.ArgumentParser(prog="python -m training.ablation", description=__doc__.split("\n")[0])
    parser.add_argument("--config", type=Path, required=True, help="the claims head's configuration")
    given = parser.parse_args()
    config = tomllib.loads(given.config.read_text(encoding="utf-8"))
    stages, score = Stages.load(), scorer(config)
    learned, dev = list(material(config, stages, score)), measured(Path(config["dev"]), stages, score)
    print(f"{'':30}" + "".join(f"{slot:>12}" for slot in SLOTS))
    for name, variant in VARIANTS.items():
        seen = (replace(each, reading=variant(each.reading)) for each in learned)
        weights = {kind: fit(those) for kind, those in gathered(seen, stages.gazetteer, score.same).items()}
        with patch.object(weigh, "_weights", lambda kind, weights=weights: weights.get(kind, {})):
            rows = figures([replace(each, reading=variant(each.reading)) for each in dev], stages, score)
        print(f"{name:30}" + "".join(f"{100 * rows[slot]['f1']:12.1f}" for slot in SLOTS), flush=True)


if __name__ == "__main__":
    main()
