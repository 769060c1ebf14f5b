"""A tagger of BIO spans alone: the encoder, the states of words, one layer of tags. Used to measure, not shipped."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from claimtrail.reader import tags
from claimtrail.reader.heads import Labels
from claimtrail.reader.pieces import SHAPES, Batch, Vocabulary, batch
from training import base
from training.bert import WIDTH, Encoder
from training.corpora import Tagged
from training.examples import IGNORED, Example, Maker, Noise, buckets, sizes
from training.machine import computes_bfloat16
from training.model import Projection, Words


@dataclass(frozen=True, slots=True)
class Plan:
    """How a tagger is trained: passes, pieces a batch, rates a step."""

    epochs: int = 14
    batch_pieces: int = 500
    encoder_rate: float = 2.0e-4
    head_rate: float = 1.0e-3
    decay: float = 0.01
    dropout: float = 0.1
    head_dropout: float = 0.3
    average: float = 0.99
    hidden: float = 0.06


class Tagger(nn.Module):
    """Word pieces to log odds of tags."""

    def __init__(self, count: int, plan: Plan) -> None:
        super().__init__()
        self.encoder = Encoder(len(SHAPES), plan.dropout)
        self.words = Words(plan.head_dropout)
        self.tags = nn.Sequential(Projection(WIDTH, WIDTH, plan.head_dropout), nn.Linear(WIDTH, count))

    def forward(self, made: Batch) -> Tensor:
        """Rows by words by tags."""
        given = [torch.from_numpy(part) for part in (made.pieces, made.shapes, made.mask)]
        places = [torch.from_numpy(part) for part in (made.first, made.last, made.affixes)]
        states, _ = self.words(self.encoder(*given), *places)
        return torch.log_softmax(self.tags(states).float(), dim=-1)


def names_of(sentences: Sequence[Tagged]) -> tuple[str, ...]:
    """The tags seen, `O` first."""
    return ("O", *sorted({tag for sentence in sentences for tag in sentence.tag} - {"O"}))


def train(sentences: Sequence[Tagged], names: tuple[str, ...], cache: Path, seed: int, plan: Plan) -> Tagger:
    """A tagger trained on the sentences, its weights the running average of the last steps."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    vocabulary = Vocabulary.load(base.files(cache) / "tokenizer.json")
    maker = Maker(vocabulary, Labels((), (), (), names, {}), Noise(hidden=plan.hidden))
    model = Tagger(len(names), plan)
    model.encoder.start_from(load_file(base.files(cache) / "model.safetensors"))
    counts = sizes(vocabulary, [sentence.form for sentence in sentences])
    groups = [group for _ in range(plan.epochs) for group in buckets(counts, plan.batch_pieces, chance)]
    optimiser, schedule = _optimiser(model, plan, len(groups))
    average = {name: weights.detach().clone() for name, weights in model.named_parameters()}
    for step, group in enumerate(groups):
        _step(model, optimiser, maker.of_tagged([sentences[index] for index in group], chance))
        schedule.step()
        for name, weights in model.named_parameters():
            average[name].lerp_(weights.detach(), 1 - min(plan.average, (1 + step) / (10 + step)))
    model.load_state_dict(average)
    return model.eval()


def _optimiser(
    model: Tagger, plan: Plan, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    encoder = {id(weights) for weights in model.encoder.parameters()}
    free = [weights for weights in model.parameters() if weights.requires_grad]
    groups = [
        {"params": [w for w in free if id(w) in encoder], "lr": plan.encoder_rate},
        {"params": [w for w in free if id(w) not in encoder], "lr": plan.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=plan.decay, fused=True)
    warm = max(1, steps // 10)
    return optimiser, torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )


def _step(model: Tagger, optimiser: torch.optim.Optimizer, example: Example) -> None:
    model.train()
    with torch.autocast("cpu", torch.bfloat16, enabled=computes_bfloat16()):
        odds = model(example.batch)
    gold = torch.from_numpy(example.tags).flatten()
    optimiser.zero_grad(set_to_none=True)
    functional.nll_loss(odds.flatten(0, 1), gold, ignore_index=IGNORED).backward()
    torch.nn.utils.clip_grad_norm_([w for w in model.parameters() if w.requires_grad], 1.0)
    optimiser.step()


def tag(models: Sequence[Tagger], sentences: Sequence[Tagged], names: tuple[str, ...], cache: Path) -> list[list[str]]:
    """The tags of each sentence: the likeliest allowed sequence under the mean of the models' log odds."""
    vocabulary = Vocabulary.load(base.files(cache) / "tokenizer.json")
    found: list[list[str]] = []
    for sentence in sentences:
        made = batch([vocabulary.of(sentence.form)], vocabulary.start, vocabulary.end)
        with torch.no_grad():
            odds = np.stack([model(made)[0].double().numpy() for model in models]).mean(axis=0)
        found.append([names[index] for index in tags.best(odds, names)])
    return found
