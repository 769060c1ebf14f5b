"""Model files are used only when they are those that the manifest names."""

import json
import shutil
from pathlib import Path

import pytest

from claimtrail.errors import ModelError
from claimtrail.reader import Reader, manifest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(manifest.FOLDER, tmp_path / "model"))


def test_the_shipped_files_are_those_of_the_manifest() -> None:
    assert set(manifest.verified("syntax")) == {"syntax.onnx", "syntax.json", "tokenizer.json"}


def test_the_manifest_states_corpora_and_licences() -> None:
    corpora = manifest.parts()["syntax"]["corpora"]
    assert any(corpus["licence"] == "CC BY-SA 4.0" and corpus["attribution"] for corpus in corpora)


def test_a_changed_file_is_refused(folder: Path) -> None:
    path = folder / "syntax.json"
    path.write_text(path.read_text(encoding="utf-8").replace("NOUN", "NUON"), encoding="utf-8")
    with pytest.raises(ModelError, match=r"syntax\.json"):
        Reader.load(folder=folder)


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "syntax.onnx").unlink()
    with pytest.raises(ModelError, match=r"syntax\.onnx"):
        Reader.load(folder=folder)


@pytest.mark.parametrize("content", ["", "[]", "{"])
def test_a_broken_manifest_is_refused(folder: Path, content: str) -> None:
    (folder / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"manifest\.json"):
        manifest.parts(folder)


def test_a_part_that_the_manifest_lacks_is_refused(folder: Path) -> None:
    (folder / "manifest.json").write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(ModelError, match="'syntax'"):
        manifest.verified("syntax", folder)
