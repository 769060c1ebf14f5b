"""Trains the claims head: `python -m training.claims_head.train --config training/claims_head/claims_head.toml`."""

import argparse
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from claimtrail.model import Span
from claimtrail.reader.claims_head_decode import Decoder, Labels, Thresholds, ask, candidates
from claimtrail.reader.claims_head_input import LAYERS, Words, piece_columns, read_words
from claimtrail.reader.pieces import Vocabulary
from training import base
from training.claims_head import network
from training.claims_head.aside import Chained, Spoken, aside, coreference_loss, scores, speech_loss
from training.claims_head.augment import Stock, augment, stock
from training.claims_head.checkpoint import weights_of
from training.claims_head.data import (
    CATEGORIES,
    EVENTS,
    OUTCOMES,
    STATUSES,
    Article,
    Example,
    articles,
    examples,
    held_out,
    in_part,
)
from training.claims_head.lexicon import forms
from training.claims_head.measure import look, predict, score, summary
from training.claims_head.model import ClaimsModel
from training.claims_head.settings import Rates, Settings, read_settings
from training.claims_head.targets import IGNORED, answer, tags, with_gold
from training.machine import computes_bfloat16

LABELS = Labels(tuple(EVENTS), tuple(STATUSES), tuple(OUTCOMES), tuple(CATEGORIES))


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles to learn from, articles to choose by, and articles only measured."""

    train: list[Article]
    held: list[Article]
    dev: list[Article]


def corpus(settings: Settings) -> Corpus:
    """Read the sets that the settings name; a folder's sets are its JSONL files.

    Raises ValueError where an article of the measuring sets would be trained on.
    """
    found = [
        a for folder in settings.train for path in sorted(folder.glob("*.jsonl")) for a in articles(folder, path.stem)
    ]
    dev = list(articles(settings.dev.parent, settings.dev.name))
    known = {a.text for a in (*dev, *articles(settings.test.parent, settings.test.name))}
    barred = sorted(a.id for a in found if a.text in known)
    if barred:
        raise ValueError(f"articles of the measuring sets are among the training articles: {', '.join(barred)}")
    learn = [a for a in found if in_part(a.id, settings.part) and not (settings.held_out and held_out(a.id))]
    return Corpus(learn, [a for a in found if held_out(a.id)], dev)


def epoch(data: list[Example], share: Mapping[str, float], room: int, rng: Random) -> Iterator[list[Example]]:
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


Batch = list[Example] | list[Spoken] | list[Chained]


@dataclass(slots=True)
class Trainer:
    """The model, what it learns from, and how."""

    model: ClaimsModel
    texts: dict[str, str]
    stock: Stock
    rates: Rates
    weights: Mapping[str, float]
    rng: Random

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """The loss of each task over one batch."""
        match batch[0]:
            case Spoken():
                return {"speech": speech_loss(self.model, batch)}
            case Chained():
                return {"coreference": coreference_loss(self.model, batch)}
            case Example():
                return self._claims(batch)

    def _claims(self, batch: list[Example]) -> dict[str, Tensor]:
        varied = [augment(x, self.texts, self.stock, self.rates, self.rng) for x in batch]
        columns = [piece_columns(w, x.window) for w, x in zip(varied, batch, strict=True)]
        with torch.autocast("cpu", torch.bfloat16, enabled=computes_bfloat16()):
            scores, hidden = self.model.tagger(*network.batch(columns))
        scores, hidden = scores.float(), hidden.float()
        at = [torch.from_numpy(c[-1]) for c in columns]
        words = torch.cat([scores[i, a] for i, a in enumerate(at)])
        gold = torch.from_numpy(np.concatenate([tags(x) for x in batch]))
        found = {"tags": self._tags(words, gold)}
        parts = [
            self._links(x, w, scores[i, at[i]].detach(), hidden[i, at[i]])
            for i, (x, w) in enumerate(zip(batch, varied, strict=True))
        ]
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
        question = ask(words, x.window, found)
        events, statuses, links, categories, counts = network.ask(self.model.linker, hidden, question)
        t = {k: torch.from_numpy(np.asarray(getattr(a, k))) for k in a.__slots__}
        asked = t["status"] != IGNORED
        named = t["category"] != IGNORED
        return {
            "event": (F.cross_entropy(events, t["event"], reduction="sum"), len(events)),
            "status": (F.cross_entropy(statuses[asked], t["status"][asked], reduction="sum"), int(asked.sum())),
            "link": _binary(links[..., 0], t["link"], t["link_asked"], float(t["link"].sum())),
            "later": _binary(links[..., 1], t["later"], t["later_asked"]),
            "outcome": _binary(
                links[..., 2:],
                t["outcome"],
                t["outcome_asked"][..., None].expand_as(t["outcome"]),
                float(t["outcome_asked"].sum()),
            ),
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
        elif name.startswith("tagger.encoder") and not any(f".{part}." in name for part in ("shapes", "gaps", "flags")):
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
        for k, v in model.named_parameters():
            if v.requires_grad:
                self.state[k].lerp_(v.detach(), 1 - decay)


def train(settings: Settings, out: Path, begin: Path | None = None) -> None:
    """Train, from earlier weights if given, and save the averaged weights to `out`."""
    torch.manual_seed(settings.seed)
    torch.set_num_threads(1)
    course = Course(settings, out)
    if begin:
        course.model.load_state_dict(weights_of(begin, course.model.state_dict()))
    course.run()


class Course:
    """One course of training: its data, model, optimizer and running mean."""

    def __init__(self, settings: Settings, out: Path) -> None:
        self.settings, self.out, self.rng = settings, out, Random(settings.seed)
        source = base.files(settings.cache)
        self.tokenizer = Vocabulary.load(source / "tokenizer.json").tokenizer
        self.data = corpus(settings)
        learn = [x for a in self.data.train for x in examples(a, self.tokenizer, forms(), settings.pieces)]
        texts = {a.id: a.text for a in self.data.train}
        self.model = ClaimsModel(settings.dropout)
        self.model.tagger.encoder.load(source / "model.safetensors")
        self.trainer = Trainer(self.model, texts, stock(learn, texts), settings.rates, settings.weights, self.rng)
        shares = settings.share
        self.aside = aside(
            settings.speech, settings.coreference, self.tokenizer, settings.pieces, settings.batch_pieces
        )
        self.plan = [self._plan(learn, shares) for _ in range(settings.epochs)]

    def _plan(self, learn: list[Example], shares: Mapping[str, float]) -> list[Batch]:
        batches: list[Batch] = [*epoch(learn, shares, self.settings.batch_pieces, self.rng), *self.aside.learn]
        self.rng.shuffle(batches)
        return batches

    def run(self) -> None:
        """Go through all epochs, or through those that an earlier run left; reporting and saving now and then."""
        steps = sum(map(len, self.plan))
        groups = parameters(self.model, self.settings.encoder_rate, self.settings.head_rate)
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min((n + 1) / (0.1 * steps), 1 - n / (steps + 1)))
        mean = Average(self.model, self.settings.average)
        print(f"{len(self.data.train)} articles, {len(self.data.held)} held out, {steps} steps", flush=True)
        done = self._resume(optimizer, pace, mean)
        for number, batches in enumerate(self.plan[done:], done + 1):
            began = time.monotonic()
            losses = self._epoch(batches, optimizer, pace, mean)
            print(f"epoch {number} {time.monotonic() - began:.0f}s {losses}", flush=True)
            if number % self.settings.report_every == 0 or number == self.settings.epochs:
                torch.save(mean.state, self.out)
                self._report(mean)
            self._keep(number, optimizer, pace, mean)
        self._checkpoint.unlink(missing_ok=True)

    @property
    def _checkpoint(self) -> Path:
        return self.out.with_suffix(".checkpoint")

    def _keep(self, epoch: int, optimizer: Any, pace: Any, mean: Average) -> None:
        """Write everything that the next epoch needs; an interrupted write leaves the checkpoint before."""
        kept = {
            "settings": repr(self.settings),
            "epoch": epoch,
            "model": self.model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "pace": pace.state_dict(),
            "mean": mean.state,
            "steps": mean.steps,
            "random": self.rng.getstate(),
            "torch": torch.get_rng_state(),
        }
        part = self._checkpoint.with_suffix(".part")
        torch.save(kept, part)
        part.replace(self._checkpoint)

    def _resume(self, optimizer: Any, pace: Any, mean: Average) -> int:
        """Take up the checkpoint beside the output if there is one; the number of epochs it has seen.

        Raises ValueError where other settings wrote it.
        """
        if not self._checkpoint.is_file():
            return 0
        kept = torch.load(self._checkpoint, weights_only=True)
        if kept["settings"] != repr(self.settings):
            raise ValueError(f"{self._checkpoint} was written with other settings: remove it to begin anew")
        self.model.load_state_dict(kept["model"])
        optimizer.load_state_dict(kept["optimizer"])
        pace.load_state_dict(kept["pace"])
        mean.state, mean.steps = kept["mean"], kept["steps"]
        version, numbers, gauss = kept["random"]
        self.rng.setstate((version, tuple(numbers), gauss))
        torch.set_rng_state(kept["torch"])
        print(f"goes on after epoch {kept['epoch']}", flush=True)
        return int(kept["epoch"])

    def _epoch(
        self,
        batches: list[Batch],
        optimizer: torch.optim.Optimizer,
        pace: torch.optim.lr_scheduler.LambdaLR,
        mean: Average,
    ) -> dict[str, float]:
        self.model.train()
        sums: dict[str, float] = {}
        for batch in batches:
            losses = self.trainer.losses(batch)
            total = sum(self.settings.weights.get(k, 1.0) * v for k, v in losses.items())
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            optimizer.step()
            pace.step()
            mean.update(self.model)
            for k, v in losses.items():
                sums[k] = sums.get(k, 0.0) + v.item() / len(batches)
        return {k: round(v, 3) for k, v in sums.items()}

    def _report(self, mean: Average) -> None:
        """Print the scores of the running mean on the held-out and the measuring articles, and keep them beside it."""
        averaged = ClaimsModel()
        averaged.load_state_dict(mean.state)
        decoder, net = Decoder(LABELS, Thresholds()), network.TorchNetwork(averaged)
        kept: dict[str, Any] = {"articles": len(self.data.train)}
        for name, part in (("held", self.data.held), ("dev", self.data.dev)):
            seen = look(net, lambda a: words_of(a, self.tokenizer), decoder.thresholds, part, self.settings.pieces)
            kept[name] = score(predict(decoder, seen), part, self.settings.scorer)
            print(f"  {name:5}", summary(kept[name]), flush=True)
        kept["beside"] = beside = scores(averaged, self.aside)
        self.out.with_suffix(".json").write_text(json.dumps(kept), encoding="utf-8")
        print("  held  " + " ".join(f"{name} {100 * value:.1f}" for name, value in beside.items()), flush=True)


def words_of(article: Article, tokenizer: Tokenizer) -> Words:
    """The words of a whole text."""
    return read_words(tokenizer, forms(), article.text, [Span(0, len(article.text))])


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="where the weights go")
    parser.add_argument("--begin", type=Path, help="weights to go on from")
    parser.add_argument("--set", action="append", default=[], help="KEY=VALUE in TOML, over the configuration")
    args = parser.parse_args()
    train(read_settings(args.config, tuple(args.set)), args.out, args.begin)


if __name__ == "__main__":
    main()
