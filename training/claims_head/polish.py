"""Trains the speech and coreference heads alone, over an encoder that stays as it is.

`python -m training.claims_head.polish --config training/claims_head/claims_head.toml --weights FILE... --out FILE`
takes the mean of some weights. Their texts are few, so the heads need many more passes over them than the encoder can
take without losing claims: the vectors are computed once, and an epoch is a matter of seconds. What is held out is
measured as it goes, and the best epoch of each head is kept.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from claimtrail.reader.pieces import Vocabulary
from training import base
from training.claims_head.aside import Aside, Chained, Spoken, aside, chain_loss, scores, vectors
from training.claims_head.model import ClaimsModel
from training.claims_head.release import averaged
from training.claims_head.settings import read_settings

EPOCHS = {"speech": 12, "coreference": 40}
RATE = 1e-3
HEADS = ("speech", "coreference")

Known = list[tuple[Spoken | Chained, Tensor]]


def polish(model: ClaimsModel, data: Aside, seed: int) -> dict[str, float]:
    """Train both heads in place; the scores of what is held out."""
    torch.manual_seed(seed)
    model.eval()
    with torch.no_grad():
        batches: list[list[Spoken | Chained]] = [list(batch) for batch in data.learn]
        known: Known = [(x, h) for batch in batches for x, h in zip(batch, _vectors(model, batch), strict=True)]
    for name in HEADS:
        kind = Spoken if name == "speech" else Chained
        _train(model, name, [pair for pair in known if isinstance(pair[0], kind)], data, Random(seed))
    return scores(model, data)


def _vectors(model: ClaimsModel, batch: Iterable[Spoken | Chained]) -> list[Tensor]:
    return vectors(model, [(x.words, x.window) for x in batch])


def _train(model: ClaimsModel, name: str, known: Known, data: Aside, chance: Random) -> None:
    head = getattr(model, name)
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.05)
    best, kept = _score(model, name, data), {k: v.clone() for k, v in head.state_dict().items()}
    print(f"{name} before: {best:.3f}", flush=True)
    for epoch in range(EPOCHS[name]):
        head.train()
        chance.shuffle(known)
        for x, hidden in known:
            loss = _loss(model, x, hidden)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        head.eval()
        found = _score(model, name, data)
        if found > best:
            best, kept = found, {k: v.clone() for k, v in head.state_dict().items()}
        print(f"{name} epoch {epoch + 1}: {found:.3f}", flush=True)
    head.load_state_dict(kept)


def _loss(model: ClaimsModel, x: Spoken | Chained, hidden: Tensor) -> Tensor:
    if isinstance(x, Chained):
        return chain_loss(model, x, hidden).mean()
    found = model.speech(hidden)
    return F.cross_entropy(found.permute(0, 2, 1), torch.from_numpy(x.tags), reduction="sum") / len(x.tags)


def _score(model: ClaimsModel, name: str, data: Aside) -> float:
    found = scores(model, data)
    return found["coreference"] if name == "coreference" else sum(found[part] for part in found if part != name) / 4


def main() -> None:
    """Parse the command line, train, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--weights", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    settings = read_settings(args.config)
    tokenizer = Vocabulary.load(base.files(settings.cache) / "tokenizer.json").tokenizer
    model = averaged(args.weights)
    data = aside(settings.speech, settings.coreference, tokenizer, settings.pieces, settings.batch_pieces)
    print(polish(model, data, settings.seed))
    torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
