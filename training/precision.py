"""What eight-bit weights cost: every score of the shipped files beside that of the weights in full precision.

`python -m training.precision --config training/student.toml --claims training/claims_head/claims_head.toml
--weights FILE... [--checkpoint FILE]`: parts of speech and trees on the treebanks, claims by the heads alone,
speech and coreference held out.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from claimtrail.reader import manifest
from claimtrail.reader.claims_head import ClaimsHead
from claimtrail.reader.claims_head_decode import Decoder, Network, Thresholds
from claimtrail.reader.claims_head_input import SPEECH, SPEECH_LEVELS, piece_columns
from claimtrail.reader.heads import Parser
from claimtrail.reader.pieces import Vocabulary
from training import base, conllu, corpora, evaluate, mentions, train
from training.claims_head import aside, network
from training.claims_head.measure import look, predict, score
from training.claims_head.release import averaged
from training.claims_head.settings import Settings, read_settings
from training.claims_head.train import LABELS, corpus, words_of
from training.scores import rates
from training.settings import Config, load

PARTS = ("ewt-dev", "ewt-test", "gum-dev", "gum-test")


def syntax(config: Config, checkpoint: Path) -> dict[str, tuple[float, float]]:
    """Each score of the treebanks in full precision and as shipped."""
    trees = conllu.read(config.corpora.trees)
    tagged = mentions.licensed(config.corpora.mentions, config.corpora.mention_parts)
    vocabulary = Vocabulary.load(manifest.FOLDER / "tokenizer.json")
    labels = corpora.labels(trees, tagged, vocabulary.lexicon())
    model, parser = train.finished(config, labels, checkpoint), Parser.load()
    found: dict[str, tuple[float, float]] = {}
    for part in PARTS:
        gold = conllu.read(config.corpora.trees.with_name(f"{part}.conllu"))
        whole = evaluate.scores(model, vocabulary, labels, gold)
        shipped = rates(gold, parser.parse([tree.form for tree in gold]))
        found |= {f"{part} {name}": (whole[name], shipped[name]) for name in ("upos", "las")}
    return found


def claims(settings: Settings, weights: list[Path]) -> dict[str, tuple[float, float]]:
    """Each slot by the heads alone on gold/dev, and speech held out, in full precision and as shipped."""
    model, head = averaged(weights), ClaimsHead.load()
    tokenizer = Vocabulary.load(base.files(settings.cache) / "tokenizer.json").tokenizer
    dev, decoder = corpus(settings).dev, Decoder(LABELS, Thresholds())
    networks: tuple[Network, Network] = (network.TorchNetwork(model), head.network)
    both = []
    for each in networks:
        seen = look(each, lambda a: words_of(a, tokenizer), decoder.thresholds, dev, settings.pieces)
        both.append(score(predict(decoder, seen), dev, settings.scorer))
    found = {f"gold/dev {slot}": (both[0][slot]["f1"], both[1][slot]["f1"]) for slot in both[0]}
    held = aside.aside(settings.speech, settings.coreference, tokenizer, settings.pieces, settings.batch_pieces)
    speech = [_speech(each, held.spoken) for each in networks]
    return found | {f"speech {part}": (speech[0][part], speech[1][part]) for part in SPEECH}


def _speech(given: Network, held: list[aside.Spoken]) -> dict[str, float]:
    counts = np.zeros((len(SPEECH), 3))
    for x in held:
        ((_, _, said),) = given.tag([piece_columns(x.words, x.window)])
        for layer in range(said.shape[1]):
            gold, mine = aside.phrases(x.tags[:, layer]), aside.phrases(said[:, layer].argmax(-1))
            counts[layer // SPEECH_LEVELS] += (len(gold & mine), len(gold), len(mine))
    return {part: 2 * hits / max(1.0, gold + mine) for part, (hits, gold, mine) in zip(SPEECH, counts, strict=True)}


def main() -> None:
    """Print the table, and the largest loss."""
    parser = argparse.ArgumentParser(prog="python -m training.precision", description=__doc__.split("\n")[0])
    parser.add_argument("--config", type=Path, required=True, help="the syntax model's settings")
    parser.add_argument("--checkpoint", type=Path, help="its checkpoint; by default that of its settings")
    parser.add_argument("--claims", type=Path, required=True, help="the claims head's settings")
    parser.add_argument("--weights", type=Path, nargs="+", required=True, help="its weights")
    given = parser.parse_args()
    torch.set_num_threads(1)
    config = load(given.config)
    found = syntax(config, given.checkpoint or config.output.runs / "checkpoint.pt")
    found |= claims(read_settings(given.claims), given.weights)
    for name, (whole, shipped) in found.items():
        print(f"{name:24} {100 * whole:6.2f} {100 * shipped:6.2f} {100 * (shipped - whole):+6.2f}")
    print(json.dumps({"largest_loss": max(100 * (whole - shipped) for whole, shipped in found.values())}))


if __name__ == "__main__":
    main()
