"""The trained weights in a small file to go on from: half precision, without the word vectors, which stay as they were.

`python -m training.claims_head.checkpoint --weights FILE... --out claims.safetensors` writes the mean of several.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

FROZEN = "tagger.encoder.words.weight"
SHIPPED = Path(__file__).with_name("claims.safetensors")


def weights_of(path: Path, fresh: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The weights in a file of either kind; what a small file leaves out is taken from a `fresh` model."""
    if path.suffix != ".safetensors":
        return dict(fresh) | dict(torch.load(path, weights_only=True))
    return dict(fresh) | {name: value.float() for name, value in load_file(path).items()}


def main() -> None:
    """Write the mean of some weights as a small file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    args = parser.parse_args()
    states = [torch.load(path, weights_only=True) for path in args.weights]
    mean = {name: sum(state[name] for state in states) / len(states) for name in states[0] if name != FROZEN}
    save_file({name: value.half().contiguous() for name, value in mean.items()}, args.out)


if __name__ == "__main__":
    main()
