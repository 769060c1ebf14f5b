"""The configuration that ships can be read, and a wrong one is refused."""

from pathlib import Path

import pytest

from training.settings import load

CONFIG = Path(__file__).parents[2] / "training" / "reader.toml"


def test_the_configuration_is_read() -> None:
    config = load(CONFIG)
    assert config.training.epochs > 0
    assert config.corpora.mention_parts == ("train", "dev")
    assert 0 < config.noise.hidden < 1


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "reader.toml"
    path.write_text(CONFIG.read_text(encoding="utf-8").replace("epochs =", "epoch ="), encoding="utf-8")
    with pytest.raises(TypeError, match="epoch"):
        load(path)
