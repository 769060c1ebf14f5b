"""Trains the claims head: `python -m training.claims_head.train --config training/claims_head/claims_head.toml`."""

import argparse
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from claimtrail.reader.claims_head_decode import Decoder, Labels, Thresholds, ask, candidates
from claimtrail.reader.claims_head_input import LAYERS, Words, piece_columns
from training.claims_head import network
from training.claims_head.augment import Rates, Stock, augment, stock
from training.claims_head.data import CATEGORIES, EVENTS, OUTCOMES, STATUSES, Article, Example, articles, examples, held_out
from training.claims_head.measure import predict, score, summary
from training.claims_head.model import ClaimsModel
from training.claims_head.targets import IGNORED, answer, tags, with_gold

LABELS = Labels(tuple(EVENTS), tuple(STATUSES), tuple(OUTCOMES), tuple(CATEGORIES))


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles to learn from, articles to choose by, and articles only measured."""

    train: list[Article]
    held: list[Article]
    dev: list[Article]


def corpus(config: dict[str, Any]) -> Corpus:
    """Read the sets that the configuration names; a folder's sets are its JSONL files."""
    found = [a for folder in config["train"] for path in sorted(Path(folder).glob("*.jsonl"))
             for a in articles(Path(folder), path.stem)]
    dev = list(articles(Path(config["dev"]).parent, Path(config["dev"]).name))
    known = {a.text for a in dev}
    if any(a.text in known for a in found):
        raise ValueError("an article of the measuring set is among the training articles")
    return Corpus([a for a in found if not held_out(a.id)], [a for a in found if held_out(a.id)], dev)


def epoch(data: list[Example], share: dict[str, float], room: int, rng: Random) -> Iterator[list[Example]]:
    """Batches of like-sized windows; only a share of some sets is seen in one epoch."""
    chosen = [x for x in data if rng.random() < share.get(x.set, 1.0)]
    chosen.sort(key=lambda x: _size(x) + rng.random() * 60)
    batches: list[list[Example]] = [[]]
    for x in chosen:
        if batches[-1] and (len(batches[-1]) + 1) * (_size(x) + 2) > room:
            batches.append([])
        batches[-1].append(x)
    rng.shuffle(batches)
    yield from batches


def _size(x: Example) -> int:
    return sum(len(p) for p in x.words.pieces[x.window.first : x.window.last])


@dataclass(slots=True)
class Trainer:
    """The model, what it learns from, and how."""

    model: ClaimsModel
    texts: dict[str, str]
    stock: Stock
    rates: Rates
    weights: dict[str, float]
    rng: Random

    def losses(self, batch: list[Example]) -> dict[str, Tensor]:
        """The loss of each task over one batch."""
        varied = [augment(x, self.texts, self.stock, self.rates, self.rng) for x in batch]
        columns = [piece_columns(w, x.window) for w, x in zip(varied, batch, strict=True)]
        with torch.autocast("cpu", torch.bfloat16):
            scores, hidden = self.model.tagger(*network.batch(columns))
        scores, hidden = scores.float(), hidden.float()
        at = [torch.from_numpy(c[3]) for c in columns]
        words = torch.cat([scores[i, a] for i, a in enumerate(at)])
        gold = torch.from_numpy(np.concatenate([tags(x) for x in batch]))
        found = {"tags": self._tags(words, gold)}
        parts = [self._links(x, w, scores[i, at[i]].detach(), hidden[i, at[i]])
                 for i, (x, w) in enumerate(zip(batch, varied, strict=True))]
        for name in ("event", "status", "link", "later", "outcome", "category", "count"):
            loss, number = (sum(p[name][k] for p in parts if p) for k in (0, 1))
            if number:
                found[name] = loss / number
        return found

    def _tags(self, scores: Tensor, gold: Tensor) -> Tensor:
        size = torch.tensor([self.weights.get(layer, 1.0) for layer in LAYERS])
        each = F.cross_entropy(scores.permute(0, 2, 1), gold, reduction="none")
        return (each * size).sum() / len(gold)

    def _links(self, x: Example, words: Words, scores: Tensor, hidden: Tensor) -> dict[str, tuple[Any, float]]:
        probabilities = scores.softmax(-1).numpy()
        found = with_gold(x, candidates(probabilities, Thresholds()))
        if not found.triggers or not found.mentions:
            return {}
        a = answer(x, found, self.texts[x.article])
        events, statuses, links, categories, counts = network.ask(self.model.linker, hidden, ask(words, x.window, found))
        t = {k: torch.from_numpy(np.asarray(getattr(a, k))) for k in a.__slots__}
        asked = (t["status"] != IGNORED)
        named = (t["category"] != IGNORED)
        return {
            "event": (F.cross_entropy(events, t["event"], reduction="sum"), len(events)),
            "status": (F.cross_entropy(statuses[asked], t["status"][asked], reduction="sum"), int(asked.sum())),
            "link": _binary(links[..., 0], t["link"], t["link_asked"], float(t["link"].sum())),
            "later": _binary(links[..., 1], t["later"], t["later_asked"]),
            "outcome": _binary(links[..., 2:], t["outcome"], t["outcome_asked"][..., None].expand_as(t["outcome"]),
                               float(t["outcome_asked"].sum())),
            "category": (F.cross_entropy(categories[named], t["category"][named], reduction="sum"), int(named.sum())),
            "count": _binary(counts, t["count"], t["count_asked"], float(t["count"].sum())),
        }


def _binary(scores: Tensor, gold: Tensor, asked: Tensor, number: float | None = None) -> tuple[Tensor, float]:
    each = F.binary_cross_entropy_with_logits(scores[asked], gold[asked], reduction="sum")
    return each, float(asked.sum()) if number is None else number


def parameters(model: ClaimsModel, rate: float, head_rate: float) -> list[dict[str, Any]]:
    """The encoder's parameters and the heads', with their rates; the word embeddings stay as they are."""
    encoder, heads = [], []
    for name, p in model.named_parameters():
        if name == "tagger.encoder.words.weight":
            p.requires_grad = False
        elif name.startswith("tagger.encoder") and ".shapes." not in name and ".gaps." not in name:
            encoder.append(p)
        else:
            heads.append(p)
    return [{"params": encoder, "lr": rate}, {"params": heads, "lr": head_rate}]


class Average:
    """A running mean of the weights."""

    def __init__(self, model: torch.nn.Module, decay: float) -> None:
        self.decay, self.steps = decay, 0
        self.state = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def update(self, model: torch.nn.Module) -> None:
        """Move towards the model's weights; faster in the first steps."""
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        for k, v in model.state_dict().items():
            self.state[k].lerp_(v.detach(), 1 - decay)


def train(config: dict[str, Any], out: Path) -> ClaimsModel:
    """Train by the configuration and save the averaged weights to `out`."""
    torch.manual_seed(config["seed"])
    torch.set_num_threads(1)
    rng = Random(config["seed"])
    tokenizer = load_tokenizer(Path(config["encoder"]))
    data = corpus(config["data"])
    learn = [x for a in data.train for x in examples(a, tokenizer, config["pieces"])]
    texts = {a.id: a.text for a in data.train}
    model = ClaimsModel(config["dropout"])
    model.tagger.encoder.load(Path(config["encoder"]) / "model.safetensors")
    trainer = Trainer(model, texts, stock(learn, texts), Rates(**config["rates"]), config["weights"], rng)
    optimizer = torch.optim.AdamW(parameters(model, config["rate"], config["head_rate"]), weight_decay=0.01, fused=True)
    plan = [list(epoch(learn, config["share"], config["room"], rng)) for _ in range(config["epochs"])]
    steps = sum(map(len, plan))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min((n + 1) / (0.1 * steps), 1 - n / (steps + 1)))
    mean = Average(model, config["average"])
    began = time.monotonic()
    print(f"{len(data.train)} articles, {len(data.held)} held out, {steps} steps", flush=True)
    for number, batches in enumerate(plan):
        model.train()
        sums: dict[str, float] = {}
        for batch in batches:
            losses = trainer.losses(batch)
            total = sum(config["weights"].get(k, 1.0) * v for k, v in losses.items())
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            mean.update(model)
            for k, v in losses.items():
                sums[k] = sums.get(k, 0.0) + v.item() / len(batches)
        print(f"epoch {number + 1} {time.monotonic() - began:.0f}s", {k: round(v, 3) for k, v in sums.items()}, flush=True)
        if (number + 1) % config["report_every"] == 0 or number + 1 == config["epochs"]:
            averaged = ClaimsModel()
            averaged.load_state_dict(mean.state)
            report(averaged, tokenizer, data, config)
            torch.save(mean.state, out)
    return averaged


def report(model: ClaimsModel, tokenizer: Tokenizer, data: Corpus, config: dict[str, Any]) -> None:
    """Print the scores on the held-out and the measuring articles."""
    decoder = Decoder(LABELS, Thresholds())
    net = network.TorchNetwork(model)
    for name, part in (("held", data.held), ("dev", data.dev)):
        figures = score(predict(net, tokenizer, decoder, part, config["pieces"]), part, Path(config["scorer"]))
        print(f"  {name:5}", summary(figures), flush=True)


def load_tokenizer(folder: Path) -> Tokenizer:
    """The encoder's tokenizer, without the truncation and padding that its file asks for."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--set", action="append", default=[], help="KEY=VALUE in TOML, over the configuration")
    args = parser.parse_args()
    config = tomllib.loads(args.config.read_text())
    for item in args.set:
        key, value = item.split("=", 1)
        if "." in key:
            table, key = key.split(".", 1)
            config.setdefault(table, {})[key] = tomllib.loads(f"x={value}")["x"]
        else:
            config[key] = tomllib.loads(f"x={value}")["x"]
    train(config, args.out)


if __name__ == "__main__":
    main()
