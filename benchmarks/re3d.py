"""re3d: entities in documents on Syria and Iraq, exact span and type (strict BIO), on the published split.

Trains its own taggers on `ner/train.txt` (all sets, so these weights never ship), keeps them under
`.cache/benchmarks/`, and scores `ner/dev.txt` and `ner/test.txt`. Needs torch.
"""

import hashlib
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.common import arguments, report, show, stop

if TYPE_CHECKING:
    from training.corpora import Tagged
    from training.tagger import Tagger

SEEDS = (1, 2, 3)
CACHE = Path(".cache/benchmarks")
PRETRAINED = Path(".cache/training")
TRAINER = Path(".venv-train/bin/python")
PARTS = ("dev", "test")

Entity = tuple[int, int, int, str]


def entities(tags: Sequence[Sequence[str]]) -> set[Entity]:
    """The entities of tagged sentences: sentence, first word, word after the last, type.

    Strict: an entity begins with B, and an I of another type, or after no entity, belongs to none.
    """
    found = set()
    for number, sentence in enumerate(tags):
        for first, tag in enumerate(sentence):
            if tag.startswith("B-"):
                last = first + 1
                while last < len(sentence) and sentence[last] == f"I-{tag[2:]}":
                    last += 1
                found.add((number, first, last, tag[2:]))
    return found


def f1(gold: set[Entity], mine: set[Entity]) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * len(gold & mine) / max(1, len(gold) + len(mine))


def taggers(folder: Path, names: tuple[str, ...], sentences: Sequence["Tagged"]) -> list["Tagger"]:
    """One tagger a seed, trained unless the cache has it for the same data and code."""
    import torch

    from training.tagger import Plan, Tagger, train

    torch.set_num_threads(1)
    CACHE.mkdir(parents=True, exist_ok=True)
    found, digest = [], _digest(folder)
    for seed in SEEDS:
        path = CACHE / f"re3d-{digest}-{seed}.pt"
        if not path.is_file():
            print(f"training tagger {seed} of {len(SEEDS)} ...", flush=True)
            torch.save(train(sentences, names, PRETRAINED, seed, Plan()).state_dict(), path)
        model = Tagger(len(names), Plan())
        model.load_state_dict(torch.load(path, weights_only=True))
        found.append(model.eval())
    return found


def _digest(folder: Path) -> str:
    """A digest of the training data and of the code that decides the weights."""
    from claimtrail.reader import pieces
    from training import bert, examples, model, tagger

    code = [Path(str(module.__file__)) for module in (pieces, bert, examples, model, tagger)]
    read = [path.read_bytes() for path in (folder / "ner" / "train.txt", *code)]
    return hashlib.sha256(b"\0".join(read)).hexdigest()[:16]


def _with_torch() -> None:
    """Run again in the training environment, which has torch; stop where there is none."""
    if not TRAINER.is_file():
        stop("re3d: trains a tagger and so needs torch, which .venv-train lacks; run `make .venv-train/ready` first")
    command = [str(TRAINER), "-W", "ignore", "-m", "benchmarks.re3d", *sys.argv[1:]]
    os.execve(TRAINER, command, os.environ | {"PYTHONPATH": "src"})


def main() -> None:
    """Train where needed, then score."""
    given = arguments("re3d", __doc__ or "")
    if find_spec("torch") is None:
        _with_torch()
    from training.corpora import read_tagged
    from training.tagger import names_of, tag

    sentences = read_tagged(given.folder / "ner" / "train.txt")
    names = names_of(sentences)
    models = taggers(given.folder, names, sentences)
    rows, figures = [["part", "entities", "mean of seeds", "together"]], dict[str, float]()
    for part in [part for part in PARTS if given.part in (None, part)]:
        held = read_tagged(given.folder / "ner" / f"{part}.txt")
        gold = entities([sentence.tag for sentence in held])
        alone = [f1(gold, entities(tag([model], held, names, PRETRAINED))) for model in models]
        figures |= {f"re3d_{part}_f1": f1(gold, entities(tag(models, held, names, PRETRAINED)))}
        figures |= {f"re3d_{part}_f1_one": sum(alone) / len(alone)}
        scores = (figures[f"re3d_{part}_f1_one"], figures[f"re3d_{part}_f1"])
        rows.append([part, str(len(gold)), *(f"{100 * score:.2f}" for score in scores)])
    show(rows)
    report(figures, given.json)


if __name__ == "__main__":
    main()
