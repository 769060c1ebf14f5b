"""The settings of a training, read from TOML into frozen values."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
class Distil:
    """Checkpoints to learn from, the first of which is also where the student starts, and plain news to read."""

    teachers: tuple[Path, ...]
    texts: tuple[Path, ...]
    sentences: int
    weight: float


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that determines a training."""

    corpora: Corpora
    training: Training
    noise: Noise
    output: Output
    distil: Distil | None = None


def load(path: Path, changes: tuple[str, ...] = ()) -> Config:
    """Read a configuration, with changes such as `training.seed=4` made to it.

    Raises TypeError where a key is missing or unknown.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for change in changes:
        merge(table, tomllib.loads(change))
    corpora, output = table["corpora"], table["output"]
    parts = tuple(corpora.pop("mention_parts"))
    return Config(
        Corpora(**{key: Path(value) for key, value in corpora.items()}, mention_parts=parts),
        Training(**table["training"]),
        Noise(**table["noise"]),
        Output(**{key: Path(value) for key, value in output.items()}),
        _distil(table.get("distil")),
    )


def _distil(table: Mapping[str, Any] | None) -> Distil | None:
    if table is None:
        return None
    texts = tuple(sorted(path for pattern in table["texts"] for path in Path().glob(pattern)))
    return Distil(tuple(map(Path, table["teachers"])), texts, table["sentences"], table["weight"])


def merge(table: dict[str, Any], change: Mapping[str, Any]) -> None:
    """Make a change to a table of settings, in place: a value replaces a value, a table is changed key by key."""
    for key, value in change.items():
        if isinstance(value, dict):
            merge(table.setdefault(key, {}), value)
        else:
            table[key] = value
