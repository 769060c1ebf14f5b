"""Fit the weights by which claims are chosen.

`python -m training.weights --config training/claims_head/claims_head.toml`

Needs the installed package only, no torch. It reads the sixth of the articles that the claims head was not trained on:
on others its scores are too sure, and the weights would trust it too far. So that nothing is invented on pages about
other things it also reads every third review, answer and letter of UD English EWT, where no option is right. Each kind
of option has a logistic regression of its own, with a small ridge.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from claimtrail.claims.assemble import count_in
from claimtrail.claims.contest import Offers
from claimtrail.claims.options import (
    PLAIN_ROLES,
    Option,
    argument_options,
    event_features,
    loss_options,
    status_options,
    trigger_options,
)
from claimtrail.claims.scene import Scene, scene_of
from claimtrail.gazetteer import Gazetteer
from claimtrail.ingest import Payload, articles, from_payload
from claimtrail.model import Article, Reading, Span
from claimtrail.pipeline import Stages
from claimtrail.settings import IngestSettings
from training.claims_head.data import held_out

RIDGE = 1.0
PEACEFUL_KINDS = ("reviews", "answers", "email")
PEACEFUL_SHARE = 3
OUT = Path("src/claimtrail/claims/data/weights.toml")
HEADER = """# Logistic weights of the features in claims/options.py.
# Written by `python -m training.weights`; fitted on articles that the claims head was not trained on, and on texts of
# UD English EWT (CC BY-SA 4.0) that tell of no conflict.
"""
Gold = dict[str, Any]
Same = Callable[[Gold, Gold], Any]
"""The scorer's own test of two mentions for likeness."""


@dataclass(frozen=True, slots=True)
class Example:
    """The features of an option, and whether it is right."""

    features: Mapping[str, float]
    right: bool


def examples(
    article: Article, reading: Reading, scene: Scene, gold: Sequence[Gold], same: Same
) -> Iterator[tuple[str, Example]]:
    """Every option of an article with whether gold has it."""
    found, offers = loss_options(reading, scene), Offers.of(reading, scene.tree)
    for trigger in trigger_options(reading, found, scene):
        mine = [claim for claim in gold if _overlap(claim["trigger"], trigger.span)]
        yield "trigger", Example(trigger.features, bool(mine))
        if trigger.proposal and trigger.lexical and trigger.proposal.event != trigger.lexical.event and mine:
            events = {claim["event"] for claim in mine}
            if (trigger.proposal.event in events) != (trigger.lexical.event.value in events):
                features = event_features(trigger.proposal, trigger.lexical)
                yield "event", Example(features, trigger.proposal.event in events)
        if mine:
            statuses = {claim["status"] for claim in mine}
            for status, features in status_options(trigger, scene).items():
                yield "status", Example(features, status in statuses)
            for role in PLAIN_ROLES:
                for option in argument_options(role, trigger, offers, scene):
                    yield role, Example(option.features, _fills(option.span, role, mine, scene, same))
    losses = [loss for claim in gold for loss in claim["losses"]]
    for loss in found:
        yield "who", Example(loss.option.features, any(_same_loss(loss.option, other, scene, same) for other in losses))


def _overlap(mention: Gold, span: Span) -> bool:
    return bool(max(mention["start"], span.start) < min(mention["end"], span.end))


def _mention(span: Span, text: str) -> Gold:
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _fills(span: Span, role: str, mine: Sequence[Gold], scene: Scene, same: Same) -> bool:
    slot = {"actor": "actors", "target": "targets", "speaker": "attribution"}.get(role, role)
    mention = _mention(span, scene.tree.text)
    for claim in mine:
        found = claim.get(slot) or []
        for other in found if isinstance(found, list) else [found]:
            if role == "time" and other.get("from"):
                time = scene.time(span)
                if (time.start, time.end) == (other["from"], other["to"]):
                    return True
            elif same(other, mention):
                return True
    return False


def _same_loss(option: Option, other: Gold, scene: Scene, same: Same) -> bool:
    count = count_in(option, scene)
    figures = (option.outcome, count.low, count.high) == (other["outcome"], other["low"], other["high"])
    return figures and bool(same(other["who"], _mention(option.span, scene.tree.text)))


def fit(found: Sequence[Example]) -> dict[str, float]:
    """The bias and weights for one kind of option."""
    names = sorted({name for example in found for name in example.features})
    table = np.array([[1.0, *(example.features.get(name, 0.0) for name in names)] for example in found])
    right = np.array([example.right for example in found], float)
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (p - right) + RIDGE * weights
        curve = (table * (p * (1 - p))[:, None]).T @ table + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    fitted = {"bias": weights[0], **dict(zip(names, weights[1:], strict=True))}
    return {name: round(float(value), 4) for name, value in fitted.items()}


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it was read, and what gold has of it."""

    article: Article
    reading: Reading
    gold: Sequence[Gold]


def held(sets: Iterable[tuple[Path, Path]], stages: Stages, scorer: Any) -> Iterator[Read]:
    """The held-out articles of some sets, each its texts and the folder of its annotations."""
    for texts, gold in sets:
        for article in articles([str(texts)], IngestSettings()):
            path = gold / f"{getattr(article, 'id', '')}.json"
            if isinstance(article, Article) and path.is_file() and held_out(article.id):
                reading = stages.reader.read(article.text, article.blocks)
                yield Read(article, reading, scorer.load(article.text, json.loads(path.read_text())))


def peaceful(treebank: Path, stages: Stages) -> Iterator[Read]:
    """Texts that tell of no conflict (reviews, answers, letters of a treebank): every option of them is wrong."""
    for number, text in enumerate(_documents(treebank)):
        if number % PEACEFUL_SHARE == 0:
            [article] = from_payload(Payload(f"peaceful-{number}", text.encode(), "", "text/plain"), IngestSettings())
            if isinstance(article, Article):
                yield Read(article, stages.reader.read(article.text, article.blocks), ())


def gathered(found: Iterable[Read], gazetteer: Gazetteer, same: Same) -> dict[str, list[Example]]:
    """The examples of some articles by kind of option."""
    kinds: dict[str, list[Example]] = {}
    for each in found:
        scene = scene_of(each.article, each.reading, gazetteer)
        for kind, example in examples(each.article, each.reading, scene, each.gold, same):
            kinds.setdefault(kind, []).append(example)
    return kinds


def _documents(treebank: Path) -> Iterator[str]:
    """The texts of a CoNLL-U file whose documents are of a peaceful kind."""
    for document in treebank.read_text(encoding="utf-8").split("# newdoc id = ")[1:]:
        if document.startswith(PEACEFUL_KINDS):
            yield " ".join(line[9:] for line in document.split("\n") if line.startswith("# text = "))


def scorer(config: Mapping[str, Any]) -> Any:
    """The gold corpus's own measure, a module that stands outside the project."""
    sys.path.insert(0, str(Path(config["scorer"]).parent))
    return import_module(Path(config["scorer"]).stem)


def material(config: Mapping[str, Any], stages: Stages, score: Any) -> Iterator[Read]:
    """All that weights are fitted on."""
    sets = [texts for folder in config["train"] for texts in sorted(Path(folder).glob("*.jsonl"))]
    yield from held(((texts, texts.with_suffix("")) for texts in sets), stages, score)
    yield from peaceful(Path(config["peaceful"]), stages)


def write(path: Path, fitted: Mapping[str, Mapping[str, float]]) -> None:
    """Write the weights as TOML."""
    tables = (
        "\n".join([f"[{kind}]", *(f"{name} = {value}" for name, value in found.items())])
        for kind, found in fitted.items()
    )
    path.write_text(HEADER + "\n" + "\n\n".join(tables) + "\n", encoding="utf-8")


def main() -> None:
    """Read, fit, write; prints how many options of each kind there were."""
    parser = argparse.ArgumentParser(prog="python -m training.weights", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--config", type=Path, required=True, help="the claims head's configuration: its sets and scorer"
    )
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    config = tomllib.loads(given.config.read_text(encoding="utf-8"))
    stages, score = Stages.load(), scorer(config)
    found = gathered(material(config, stages, score), stages.gazetteer, score.same)
    for kind, those in sorted(found.items()):
        print(f"{kind}: {len(those)} options, {sum(example.right for example in those)} right")
    write(given.out, {kind: fit(those) for kind, those in sorted(found.items())})


if __name__ == "__main__":
    main()
