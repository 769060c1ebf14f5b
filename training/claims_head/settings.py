"""The settings of a training of the claims head, read from TOML into frozen values."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from training.settings import merge


@dataclass(frozen=True, slots=True)
class Rates:
    """How often each change is made: a name, number or trigger swapped, a word or trigger masked, an article recased,
    a word's lexicon flag forgotten."""

    names: float = 0.25
    numbers: float = 0.3
    triggers: float = 0.1
    masked: float = 0.03
    masked_trigger: float = 0.06
    recased: float = 0.1
    unflagged: float = 0.2


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that determines a training; `claims_head.toml` says what each is."""

    train: tuple[Path, ...]
    dev: Path
    test: Path
    scorer: Path
    cache: Path
    seed: int
    epochs: int
    pieces: int
    batch_pieces: int
    encoder_rate: float
    head_rate: float
    dropout: float
    average: float
    report_every: int
    held_out: bool = True
    part: float = 1.0
    speech: Path | None = None
    coreference: Path | None = None
    share: Mapping[str, float] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)
    rates: Rates = field(default_factory=Rates)


def read_settings(path: Path, changes: tuple[str, ...] = ()) -> Settings:
    """The settings of a TOML file with changes such as `epochs=4` or `weights.tags=2.0` made to it.

    `peaceful` in it is for `training.weights`.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for change in changes:
        merge(table, tomllib.loads(change))
    dev, test, scorer, cache = (Path(table.pop(name)) for name in ("dev", "test", "scorer", "cache"))
    table.pop("peaceful", None)
    train = tuple(Path(folder) for folder in table.pop("train"))
    rates = replace(Rates(), **table.pop("rates", {}))
    folders = {name: Path(table.pop(name)) for name in ("speech", "coreference") if table.get(name)}
    return Settings(train, dev, test, scorer, cache, rates=rates, **table | folders)
