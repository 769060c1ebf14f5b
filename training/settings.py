"""The settings of a training, read from TOML into frozen values."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from training.examples import Noise


@dataclass(frozen=True, slots=True)
class Corpora:
    """Where the corpora lie."""

    trees: Path
    dev: Path
    test: Path
    mentions: Path
    mention_parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Training:
    """How the model is trained; see `reader.toml` for the meaning and unit of each."""

    seed: int
    epochs: int
    batch_pieces: int
    mention_batch_pieces: int
    mention_weight: float
    mention_passes: int
    encoder_rate: float
    head_rate: float
    warm_up: float
    decay: float
    average: float
    dropout: float
    head_dropout: float
    threads: int
    bfloat16: bool
    checkpoint: float


@dataclass(frozen=True, slots=True)
class Output:
    """Where checkpoints, the pretrained encoder and the finished model go."""

    runs: Path
    cache: Path
    model: Path


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that determines a training."""

    corpora: Corpora
    training: Training
    noise: Noise
    output: Output


def load(path: Path) -> Config:
    """Read a configuration. Raises TypeError where a key is missing or unknown."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    corpora, output = table["corpora"], table["output"]
    parts = tuple(corpora.pop("mention_parts"))
    return Config(
        Corpora(**{key: Path(value) for key, value in corpora.items()}, mention_parts=parts),
        Training(**table["training"]),
        Noise(**table["noise"]),
        Output(**{key: Path(value) for key, value in output.items()}),
    )
