"""Train the syntax model and export it: `python -m training.train --config training/reader.toml`.

A run that was cut off goes on from its last checkpoint when started again.
"""

import argparse
import json
import os
import random
import time
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file

from claimtrail.reader.heads import Labels
from claimtrail.reader.pieces import Vocabulary
from training import base, conllu, corpora, evaluate, examples, mentions
from training.distil import Ensemble, Teachers
from training.distil import plain as sentences
from training.export import export
from training.losses import loss
from training.machine import computes_bfloat16
from training.model import Sizes, Syntax
from training.settings import Config, Distil, load
from training.soft import Soft


@dataclass(slots=True)
class Run:
    """A training on its way: the model, the running average of its weights, the optimiser and the step."""

    model: Syntax
    average: dict[str, torch.Tensor]
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    epoch: int = 0
    batch: int = 0
    step: int = 0
    scores: list[dict[str, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Data:
    """Everything read from the corpora."""

    trees: list[conllu.Tree]
    dev: list[conllu.Tree]
    tagged: list[corpora.Tagged]
    labels: Labels
    vocabulary: Vocabulary
    soft: list[Soft] = field(default_factory=list)


def data(config: Config) -> Data:
    """Read the corpora."""
    trees = conllu.read(config.corpora.trees)
    tagged = mentions.licensed(config.corpora.mentions, config.corpora.mention_parts)
    vocabulary = Vocabulary.load(base.files(config.output.cache) / "tokenizer.json")
    labels = corpora.labels(trees, tagged, vocabulary.lexicon())
    given = Data(trees, conllu.read(config.corpora.dev), tagged, labels, vocabulary)
    return _taught(config, config.distil, given) if config.distil else given


def _taught(config: Config, distil: Distil, given: Data) -> Data:
    """The data with what the teachers think of the treebank and of plain news."""
    models = [finished(config, given.labels, path) for path in distil.teachers]
    teachers = Teachers(Ensemble(models).eval(), given.vocabulary, given.labels)
    print(json.dumps({"teachers": evaluate.scores(teachers.ensemble, given.vocabulary, given.labels, given.dev)}))
    plain = teachers.of_plain(sentences(distil.texts, distil.sentences, config.training.seed))
    soft = [*teachers.of_trees(given.trees), *(soft for _, soft in plain)]
    return replace(given, trees=[*given.trees, *(tree for tree, _ in plain)], soft=soft)


def finished(config: Config, labels: Labels, checkpoint: Path) -> Syntax:
    """The model of a checkpoint, with its averaged weights."""
    kept, model = torch.load(checkpoint, weights_only=True), new_model(config, labels)
    model.load_state_dict(kept["model"] | kept["average"])
    return model.eval()


def new_model(config: Config, labels: Labels) -> Syntax:
    """The model before training: its encoder pretrained, its heads at random."""
    torch.manual_seed(config.training.seed)
    counts = Sizes(len(labels.upos), len(labels.edits), len(labels.relations), len(labels.tags))
    model = Syntax(counts, config.training.dropout, config.training.head_dropout)
    model.encoder.start_from(load_file(base.files(config.output.cache) / "model.safetensors"))
    return model


def first_model(config: Config, labels: Labels) -> Syntax:
    """The model that training starts with: the first teacher's where there are teachers."""
    return finished(config, labels, config.distil.teachers[0]) if config.distil else new_model(config, labels)


def epoch(config: Config, given: Data, number: int) -> list[examples.Example]:
    """The batches of one epoch, the same at every call."""
    maker = examples.Maker(given.vocabulary, given.labels, config.noise)
    limits = (config.training.batch_pieces, config.training.mention_batch_pieces)
    seed = config.training.seed + number
    return list(
        examples.batches(maker, given.trees, given.tagged, limits, config.training.mention_passes, seed, given.soft)
    )


def start(config: Config, given: Data, steps: int) -> Run:
    """A run at its first step, or at its last checkpoint."""
    model = first_model(config, given.labels)
    encoder = {id(weights) for weights in model.encoder.parameters()}
    free = [weights for weights in model.parameters() if weights.requires_grad]
    groups = [
        {"params": [w for w in free if id(w) in encoder], "lr": config.training.encoder_rate},
        {"params": [w for w in free if id(w) not in encoder], "lr": config.training.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=config.training.decay, betas=(0.9, 0.98), fused=True)
    warm = max(1, int(steps * config.training.warm_up))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    average = {name: weights.detach().clone() for name, weights in model.named_parameters() if weights.requires_grad}
    return _resumed(config, Run(model, average, optimiser, schedule))


def _resumed(config: Config, run: Run) -> Run:
    path = config.output.runs / "checkpoint.pt"
    if path.is_file():
        kept = torch.load(path, weights_only=True)
        run.model.load_state_dict(kept["model"])
        run.optimiser.load_state_dict(kept["optimiser"])
        run.schedule.load_state_dict(kept["schedule"])
        run.average, run.scores = kept["average"], kept["scores"]
        run.epoch, run.batch, run.step = kept["epoch"], kept["batch"], kept["step"]
        torch.set_rng_state(kept["random"])
    return run


def keep(config: Config, run: Run) -> None:
    """Write a checkpoint; an interrupted write leaves the one before."""
    path = config.output.runs / "checkpoint.pt"
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {
        "model": run.model.state_dict(),
        "optimiser": run.optimiser.state_dict(),
        "schedule": run.schedule.state_dict(),
        "average": run.average,
        "scores": run.scores,
        "epoch": run.epoch,
        "batch": run.batch,
        "step": run.step,
        "random": torch.get_rng_state(),
    }
    torch.save(kept, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def advance(config: Config, run: Run, example: examples.Example) -> float:
    """One step of the optimiser; returns the loss."""
    run.model.train()
    with torch.autocast("cpu", torch.bfloat16, enabled=config.training.bfloat16 and computes_bfloat16()):
        value = loss(run.model, example, config.training.mention_weight, config.distil.weight if config.distil else 0.0)
    run.optimiser.zero_grad(set_to_none=True)
    value.backward()
    torch.nn.utils.clip_grad_norm_([w for w in run.model.parameters() if w.requires_grad], 1.0)
    run.optimiser.step()
    run.schedule.step()
    run.step += 1
    rate = min(config.training.average, (1 + run.step) / (10 + run.step))
    for name, weights in run.model.named_parameters():
        if weights.requires_grad:
            run.average[name].lerp_(weights.detach(), 1 - rate)
    return float(value.detach())


def averaged(config: Config, run: Run, given: Data) -> Syntax:
    """A model with the averaged weights."""
    model = new_model(config, given.labels)
    model.load_state_dict(run.model.state_dict() | run.average)
    return model.eval()


def train_epoch(config: Config, given: Data, run: Run) -> None:
    """The rest of the current epoch, its checkpoints and its scores on the development part."""
    last, begun, total = time.monotonic(), time.monotonic(), 0.0
    made = epoch(config, given, run.epoch)
    for example in islice(made, run.batch, None):
        total += advance(config, run, example)
        run.batch += 1
        if run.batch % 50 == 0:
            passed = time.monotonic() - begun
            print(f"epoch {run.epoch} batch {run.batch}/{len(made)} loss {total:.0f} {passed:.0f} s", flush=True)
        if time.monotonic() - last > config.training.checkpoint:
            keep(config, run)
            last = time.monotonic()
    run.scores.append(evaluate.scores(averaged(config, run, given), given.vocabulary, given.labels, given.dev))
    print(json.dumps({"epoch": run.epoch, "seconds": round(time.monotonic() - begun)} | run.scores[-1]), flush=True)
    run.epoch, run.batch = run.epoch + 1, 0
    keep(config, run)


def train(config: Config) -> tuple[Syntax, Data]:
    """Train to the end; the averaged model and the data."""
    torch.set_num_threads(config.training.threads)
    random.seed(config.training.seed)
    np.random.seed(config.training.seed)
    given = data(config)
    run = start(config, given, config.training.epochs * len(epoch(config, given, 0)))
    while run.epoch < config.training.epochs:
        train_epoch(config, given, run)
    return averaged(config, run, given), given


def main() -> None:
    """The command line."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--set", action="append", default=[], help="KEY=VALUE in TOML, over the configuration")
    given = parser.parse_args()
    config = load(given.config, tuple(given.set))
    model, learned = train(config)
    print(json.dumps(export(config, model, learned.labels)))


if __name__ == "__main__":
    main()
