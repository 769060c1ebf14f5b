"""Chooses thresholds for trained weights, scores them and writes the shipped files.

`python -m training.claims_head.release --config training/claims_head/claims_head.toml --weights FILE...`; several
weights of one course of training are averaged.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from claimtrail.reader.claims_head_decode import ROLES, Decoder, Thresholds
from claimtrail.reader.pieces import Vocabulary
from training import base
from training.claims_head.export import export
from training.claims_head.measure import Seen, look, predict, score, summary
from training.claims_head.model import ClaimsModel
from training.claims_head.network import TorchNetwork
from training.claims_head.settings import Settings, read_settings
from training.claims_head.train import LABELS, Corpus, corpus, words_of
from training.claims_head.tune import tune

# What ships offers more than it would keep by itself: the product weighs its proposals together with what rules find
# (`claims/weigh.py`). The tuned thresholds are those by which the head alone is scored.
OFFERED = Thresholds(
    trigger_candidate=0.12,
    mention_candidate=0.15,
    trigger=0.12,
    roles=dict.fromkeys(ROLES, 0.15) | {"count": 0.4},
)


def averaged(paths: Sequence[Path]) -> ClaimsModel:
    """A model with the mean of the weights in the files."""
    states = [torch.load(path, weights_only=True) for path in paths]
    model = ClaimsModel()
    model.load_state_dict({name: sum(s[name] for s in states) / len(states) for name in states[0]})
    return model


def release(model: ClaimsModel, settings: Settings, folder: Path) -> None:
    """Tune on the held-out articles, score on them and on the measuring set, and export with `OFFERED`."""
    data = corpus(settings)
    tokenizer = Vocabulary.load(base.files(settings.cache) / "tokenizer.json").tokenizer
    network, scorer = TorchNetwork(model), settings.scorer
    seen = {
        name: look(network, lambda a: words_of(a, tokenizer), Thresholds(), part, settings.pieces)
        for name, part in (("held_out", data.held), ("gold_dev", data.dev))
    }
    thresholds = tune(LABELS, Thresholds(), seen["held_out"], scorer)
    print(thresholds)
    scores = {name: _scores(seen[name], thresholds, scorer) for name in seen}
    export(model, LABELS, OFFERED, settings.pieces, folder, facts(data, scores))


def _scores(seen: Sequence[Seen], thresholds: Thresholds, scorer: Path) -> dict[str, float]:
    figures = score(predict(Decoder(LABELS, thresholds), seen), [s.article for s in seen], scorer)
    print(summary(figures))
    return {slot: round(values["f1"], 4) for slot, values in figures.items()}


def facts(data: Corpus, scores: dict[str, dict[str, float]]) -> dict[str, object]:
    """What the manifest says of the model beside its files."""
    sets = sorted({a.set for a in data.train})
    return {
        "base": {"name": "all-MiniLM-L6-v2", "licence": "Apache-2.0"},
        "corpora": [
            *({"name": name, "articles": sum(a.set == name for a in data.train), **_licence(name)} for name in sets),
            {"name": "speech and coreference", **_licence("")},
        ],
        "held_out": "a sixth of the articles, by the hash of the id, is never trained on",
        "scores": scores,
    }


def _licence(name: str) -> dict[str, str]:
    if name == "isaf":
        return {
            "licence": "CC BY-SA 4.0",
            "attribution": "ISAF press releases, as collected and released under that licence",
        }
    return {"licence": "Apache-2.0", "attribution": "written for Claimtrail"}


def main() -> None:
    """Parse the command line and write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--weights", type=Path, nargs="+", required=True)
    parser.add_argument("--folder", type=Path, default=Path("src/claimtrail/reader/model"))
    args = parser.parse_args()
    release(averaged(args.weights), read_settings(args.config), args.folder)


if __name__ == "__main__":
    main()
